//! What holds a connection while it is used.

use std::ops::{Deref, DerefMut};

use sqlx::{Database, Transaction, pool::PoolConnection};
use tokio::sync::OwnedSemaphorePermit;

/// A connection, with a transaction around its statements or without.
#[derive(Debug)]
pub enum Held<D: Database> {
    /// Its statements see one state, and their changes last together or not at all. With its place in the lane of those
    /// who can wait, if it has one.
    Transaction(Transaction<'static, D>, Option<OwnedSemaphorePermit>),
    /// Each statement stands for itself. For those that read.
    One(PoolConnection<D>),
}

impl<D: Database> Held<D> {
    /// Makes the changes of the transaction last; a statement that stands for itself has nothing left to make last.
    pub(super) async fn commit(self) -> Result<(), sqlx::Error> {
        match self {
            Held::Transaction(transaction, _) => transaction.commit().await,
            Held::One(_) => Ok(()),
        }
    }
}

impl<D: Database> Deref for Held<D> {
    type Target = D::Connection;

    fn deref(&self) -> &D::Connection {
        match self {
            Held::Transaction(transaction, _) => transaction,
            Held::One(connection) => connection,
        }
    }
}

impl<D: Database> DerefMut for Held<D> {
    fn deref_mut(&mut self) -> &mut D::Connection {
        match self {
            Held::Transaction(transaction, _) => transaction,
            Held::One(connection) => connection,
        }
    }
}
