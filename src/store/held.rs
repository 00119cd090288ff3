//! What holds a connection to PostgreSQL while it is used.

use std::ops::{Deref, DerefMut};

use sqlx::{PgConnection, Postgres, Transaction, pool::PoolConnection};
use tokio::sync::OwnedSemaphorePermit;

/// A connection, with a transaction around its statements or without.
#[derive(Debug)]
pub enum Held {
    /// Its statements see one state, and their changes last together or not at all. With its place in the lane of those
    /// who can wait, if it has one.
    Transaction(Transaction<'static, Postgres>, Option<OwnedSemaphorePermit>),
    /// Each statement stands for itself. For those that read.
    One(PoolConnection<Postgres>),
}

impl Held {
    /// Makes the changes of the transaction last; a statement that stands for itself has nothing left to make last.
    pub(super) async fn commit(self) -> Result<(), sqlx::Error> {
        match self {
            Held::Transaction(transaction, _) => transaction.commit().await,
            Held::One(_) => Ok(()),
        }
    }
}

impl Deref for Held {
    type Target = PgConnection;

    fn deref(&self) -> &PgConnection {
        match self {
            Held::Transaction(transaction, _) => transaction,
            Held::One(connection) => connection,
        }
    }
}

impl DerefMut for Held {
    fn deref_mut(&mut self) -> &mut PgConnection {
        match self {
            Held::Transaction(transaction, _) => transaction,
            Held::One(connection) => connection,
        }
    }
}
