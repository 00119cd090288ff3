//! Databases that are opened to be copied as a whole: by one connection that is given all the time it needs, with nobody
//! else in them where that matters.

use std::{path::Path, str::FromStr};

use sqlx::{
    AssertSqlSafe, Executor,
    postgres::{PgConnectOptions, PgPoolOptions},
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteLockingMode, SqliteSynchronous},
};

use super::{Connections, Db, Held, Lane, PATIENCE, StoreError, Tx, answered, audit_guards, copying::only};
use crate::owner_only;

/// How long to wait for whoever is in the embedded database to leave it.
const HARDLY: std::time::Duration = std::time::Duration::from_millis(500);

/// Somebody who is connected to a PostgreSQL database.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Other {
    /// As whom.
    pub role: String,
    /// What it calls itself; may be empty.
    pub program: String,
    /// From where; empty for this machine's socket.
    pub address: String,
}

/// Of connections of other roles a role sees that they are there and whose they are, and not what kind; the server's own
/// workers have no role.
const OTHERS: &str = "SELECT COALESCE(usename::text, '') AS role, COALESCE(application_name, '') AS program, \
     COALESCE(host(client_addr), '') AS address FROM pg_stat_activity \
     WHERE datname = current_database() AND pid <> pg_backend_pid() AND usesysid IS NOT NULL \
     AND COALESCE(backend_type, 'client backend') = 'client backend'";
const TABLES: &str = "SELECT table_name::text FROM information_schema.tables \
     WHERE table_schema = current_schema() AND table_type = 'BASE TABLE' AND table_name NOT LIKE '\\_sqlx%' \
     ORDER BY table_name";
const ENCODING: &str = "SELECT current_setting('server_encoding')";

impl Db {
    /// Opens the embedded database in `file`, which must exist, so that nobody else can until this is closed. Fails with
    /// [`StoreError::Away`] while anybody has it open: in WAL mode every connection holds a lock on the file for as long
    /// as it lasts, also one that does nothing.
    pub async fn open_sqlite_alone(file: &Path) -> Result<Self, StoreError> {
        let options = SqliteConnectOptions::new()
            .filename(file)
            .create_if_missing(false)
            // Before the first look at the log: then the file itself is locked, and not a part of it.
            .locking_mode(SqliteLockingMode::Exclusive)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .busy_timeout(HARDLY);
        let only = Connections::to(options, 1)?;
        let mut connection = only.take().await?;
        // The lock stays when this has ended.
        connection.execute("BEGIN EXCLUSIVE").await?;
        connection.execute("COMMIT").await?;
        drop(connection);
        Ok(alone(only))
    }

    /// Makes the embedded database in `file`, which must not exist, to be filled: with the tables of these migrations. It is
    /// its owner's alone, and not sure to be on the disk until somebody sees to it.
    pub async fn make_sqlite(file: &Path, migrations: &[i64]) -> Result<Self, StoreError> {
        owner_only::make_file(file).map_err(StoreError::File)?;
        let db = Self::open_sqlite_to_fill(file).await?;
        only(migrations).run(&mut *db.sqlite()?.take().await?).await?;
        Ok(db)
    }

    /// Opens a copy of the embedded database, which nobody else knows, to add to it. It stays one file.
    pub async fn open_sqlite_to_fill(file: &Path) -> Result<Self, StoreError> {
        let options = SqliteConnectOptions::new()
            .filename(file)
            .create_if_missing(false)
            .synchronous(SqliteSynchronous::Off)
            .foreign_keys(true)
            .busy_timeout(PATIENCE);
        let only = Connections::to(options, 1)?;
        drop(only.take().await?);
        Ok(alone(only))
    }

    /// Opens a PostgreSQL database by its URL with one connection, whose statements may take as long as they take.
    pub async fn open_postgres_unhurried(url: &str) -> Result<Self, StoreError> {
        let options = PgConnectOptions::from_str(url)?.options([("lock_timeout", "4s")]);
        let pool = PgPoolOptions::new()
            .max_connections(1)
            .idle_timeout(None)
            .max_lifetime(None)
            .acquire_timeout(PATIENCE)
            .connect_with(options)
            .await?;
        Ok(Self::Postgres { pool, lane: Lane::of(1) })
    }

    /// Who else is connected to a PostgreSQL database. Only a database that was opened with one connection can tell: it
    /// does not know its other ones from strangers'.
    pub async fn others(&self) -> Result<Vec<Other>, StoreError> {
        let Db::Postgres { pool, .. } = self else { return Ok(Vec::new()) };
        Ok(sqlx::query_as(OTHERS).fetch_all(pool).await?)
    }

    /// The tables of a PostgreSQL database, whoever's they are.
    pub async fn table_names(&self) -> Result<Vec<String>, StoreError> {
        let Db::Postgres { pool, .. } = self else { return Ok(Vec::new()) };
        let names: Vec<(String,)> = sqlx::query_as(TABLES).fetch_all(pool).await?;
        Ok(names.into_iter().map(|(name,)| name).collect())
    }

    /// Whether a database takes every text: PostgreSQL where it was made with the encoding `UTF8`.
    pub async fn takes_every_text(&self) -> Result<bool, StoreError> {
        let Db::Postgres { pool, .. } = self else { return Ok(true) };
        let (encoding,): (String,) = sqlx::query_as(ENCODING).fetch_one(pool).await?;
        Ok(encoding == "UTF8")
    }

    /// A transaction that reads one state throughout, on both databases, while others write.
    pub async fn snapshot(&self) -> Result<Tx, StoreError> {
        const BEGIN: &str = "BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY";
        Ok(match self {
            Db::Sqlite { .. } => self.read().await?,
            Db::Postgres { pool, .. } => {
                Tx::Postgres(Held::Transaction(answered(pool.begin_with(BEGIN)).await?, None))
            }
        })
    }

    /// Lets a database take rows that its guards would keep, and give up those that it has: while an installation moves in.
    pub async fn lower_guards(&self) -> Result<(), StoreError> {
        audit_guards::take_down(self).await
    }

    /// Sets up the guards, and lets PostgreSQL learn what is in its tables, which it otherwise does by and by: until then it
    /// would look for things in the wrong way.
    pub async fn settle(&self) -> Result<(), StoreError> {
        audit_guards::set_up(self).await?;
        if let Db::Postgres { pool, .. } = self {
            // The role that owns the tables may not look at the server's own.
            for name in self.table_names().await? {
                sqlx::raw_sql(AssertSqlSafe(format!("ANALYZE \"{name}\""))).execute(pool).await?;
            }
        }
        Ok(())
    }

    /// The embedded database's connection that writes.
    pub(super) fn sqlite(&self) -> Result<&Connections, StoreError> {
        match self {
            Db::Sqlite { write, .. } => Ok(write),
            Db::Postgres { .. } => Err(StoreError::Unreadable("file of a PostgreSQL database")),
        }
    }
}

fn alone(only: Connections) -> Db {
    Db::Sqlite { read: only.clone(), write: only, lane: Lane::of(1) }
}
