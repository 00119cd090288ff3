//! Connections to the embedded database.
//!
//! They are kept by `deadpool`, not by sqlx's own pool: whenever a connection is given back to that one, it asks the
//! connection's thread in a task of its own whether it is still there, which cost a request that reads one row as much as
//! the row (decision 59).

use std::{
    ops::{Deref, DerefMut},
    path::Path,
    time::Duration,
};

use deadpool::managed::{self, Object, Pool, PoolError, QueueMode, RecycleError, RecycleResult};
use sqlx::{
    ConnectOptions, Connection, Database, SqlSafeStr, Sqlite, SqliteConnection, sqlite::SqliteConnectOptions,
};
// Named nowhere in sqlx itself, which leads to it by `Database::TransactionManager`.
use sqlx_core::transaction::TransactionManager;
use tokio::{sync::OwnedSemaphorePermit, time::timeout};

use super::{Db, PATIENCE};

type Transactions = <Sqlite as Database>::TransactionManager;

/// How long a connection is kept that nobody uses: its thread and its pages take memory.
const IDLE: Duration = Duration::from_secs(600);

/// Opens connections, and looks at each before it is used again.
#[derive(Debug)]
pub struct Opener(SqliteConnectOptions);

impl managed::Manager for Opener {
    type Type = SqliteConnection;
    type Error = sqlx::Error;

    async fn create(&self) -> Result<SqliteConnection, sqlx::Error> {
        self.0.connect().await
    }

    /// When the disk is full, or a write fails otherwise, SQLite ends the transaction by itself. sqlx does not notice: its
    /// rollback fails, it believes itself inside a transaction for ever, and would begin none again.
    async fn recycle(&self, it: &mut SqliteConnection, _: &managed::Metrics) -> RecycleResult<sqlx::Error> {
        if it.is_in_transaction() {
            // The rollback of whoever had it before may be on its way.
            it.ping().await?;
        }
        if it.is_in_transaction() {
            Err(RecycleError::message("its transaction does not end"))
        } else {
            Ok(())
        }
    }
}

/// Connections to one file, opened as they are needed. Clones share them.
#[derive(Debug, Clone)]
pub struct Connections(Pool<Opener>);

impl Connections {
    /// At most so many.
    pub(super) fn to(options: SqliteConnectOptions, most: usize) -> Result<Self, sqlx::Error> {
        // The one that was used last has what is asked for most in its memory.
        let pool = Pool::builder(Opener(options)).max_size(most).queue_mode(QueueMode::Lifo).build();
        Ok(Self(pool.map_err(|e| sqlx::Error::Configuration(e.into()))?))
    }

    /// A connection, for as long as it is held.
    ///
    /// # Errors
    /// [`sqlx::Error::PoolTimedOut`] when others held all of them for too long; what opening one fails with.
    pub async fn take(&self) -> Result<Object<Opener>, sqlx::Error> {
        match timeout(PATIENCE, self.0.get()).await {
            Ok(Ok(connection)) => Ok(connection),
            Ok(Err(PoolError::Backend(e))) => Err(e),
            Ok(Err(PoolError::Closed)) => Err(sqlx::Error::PoolClosed),
            Ok(Err(_)) | Err(_) => Err(sqlx::Error::PoolTimedOut),
        }
    }

    /// A connection for statements that stand for themselves.
    pub(super) async fn lend(&self) -> Result<Lent, sqlx::Error> {
        Ok(Lent { connection: self.take().await?, in_transaction: false, _place: None })
    }

    /// A connection in a transaction that `statement` begins. With its place in the lane of those who can wait, if it has
    /// one.
    pub(super) async fn begin(
        &self,
        statement: &'static str,
        place: Option<OwnedSemaphorePermit>,
    ) -> Result<Lent, sqlx::Error> {
        // From here on whoever lets go of it, this function too, ends a transaction that may have begun.
        let mut lent = Lent { connection: self.take().await?, in_transaction: true, _place: place };
        Transactions::begin(&mut lent.connection, Some(statement.into_sql_str())).await?;
        Ok(lent)
    }

    /// The file.
    pub fn file(&self) -> &Path {
        self.0.manager().0.get_filename()
    }

    /// Lets connections go that nobody has used for long.
    fn let_idle_go(&self) {
        self.0.retain(|_, kept| kept.last_used() < IDLE);
    }

    /// Closes all of them, each when whoever holds it has given it back.
    pub(super) async fn close(&self) {
        loop {
            let open = self.0.status().size;
            if open == 0 {
                break;
            }
            // No more than there are, or this would open one while somebody holds another.
            self.0.resize(open);
            let Ok(connection) = self.0.get().await else { break };
            if let Err(e) = Object::take(connection).close().await {
                tracing::warn!(cause = %e, "a connection to the embedded database could not be closed");
            }
        }
        self.0.close();
    }
}

impl Db {
    /// Lets connections to the embedded database go that nobody has used for long. Those to PostgreSQL go by themselves.
    pub fn let_idle_go(&self) {
        if let Db::Sqlite { read, .. } = self {
            read.let_idle_go();
        }
    }
}

/// A connection, with a transaction around its statements or without. A transaction that is not committed is undone when
/// it is let go.
#[derive(Debug)]
pub struct Lent {
    connection: Object<Opener>,
    in_transaction: bool,
    _place: Option<OwnedSemaphorePermit>,
}

impl Lent {
    /// Makes the changes of the transaction last; a statement that stands for itself has nothing left to make last.
    pub(super) async fn commit(mut self) -> Result<(), sqlx::Error> {
        if self.in_transaction {
            Transactions::commit(&mut self.connection).await?;
            self.in_transaction = false;
        }
        Ok(())
    }
}

impl Drop for Lent {
    fn drop(&mut self) {
        if self.in_transaction {
            // Only sends it: whoever has the connection next waits for it.
            Transactions::start_rollback(&mut self.connection);
        }
    }
}

impl Deref for Lent {
    type Target = SqliteConnection;

    fn deref(&self) -> &SqliteConnection {
        &self.connection
    }
}

impl DerefMut for Lent {
    fn deref_mut(&mut self) -> &mut SqliteConnection {
        &mut self.connection
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn readers_do_not_wait_for_each_other_in_sqlite() {
        let db = Db::open_nowhere().await.unwrap();
        let Db::Sqlite { read, .. } = &db else { unreachable!("it is embedded") };
        let mut connection = read.take().await.unwrap();
        let options: Vec<String> =
            sqlx::query_scalar("PRAGMA compile_options").fetch_all(&mut *connection).await.unwrap();
        assert!(
            !options.iter().any(|o| o == "ENABLE_MEMORY_MANAGEMENT"),
            "built without .cargo/config.toml: {options:?}"
        );
        assert!(options.iter().any(|o| o == "DEFAULT_MEMSTATUS=0"), "{options:?}");
        assert!(options.iter().any(|o| o == "THREADSAFE=1"), "{options:?}");
    }
}
