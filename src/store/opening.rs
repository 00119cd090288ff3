//! Opening a database, its tables and their migrations, and copying it. Everything that is done to a database as a
//! whole stands here; what is done inside it is in the other files.

use std::{fs, io, path::Path, str::FromStr};

use sqlx::{
    Connection, SqliteConnection,
    migrate::Migrator,
    postgres::{PgConnectOptions, PgPoolOptions},
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};

use super::{Db, PATIENCE, StoreError, audit_guards, sql};
use crate::owner_only;

/// The migrations, inside the binary.
pub static MIGRATIONS: Migrator = sqlx::migrate!("./migrations");

/// Readers of the embedded database that may work at the same time.
const SQLITE_READERS: u32 = 8;
/// Connections to PostgreSQL of one node.
const POSTGRES_CONNECTIONS: u32 = 16;

/// The tables of a database, held against those that this program works with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tables {
    /// The same.
    UpToDate,
    /// So many migrations of this program were not applied yet; all of them, when the database is empty.
    Missing(usize),
    /// A newer program has applied so many that this one does not know.
    Newer(usize),
}

const APPLIED: &str = "SELECT version FROM _sqlx_migrations WHERE success";

impl Tables {
    fn of(applied: &[(i64,)]) -> Self {
        let ours: Vec<i64> = MIGRATIONS.iter().map(|migration| migration.version).collect();
        let unknown = applied.iter().filter(|(version,)| !ours.contains(version)).count();
        let missing = ours.iter().filter(|version| !applied.contains(&(**version,))).count();
        match (unknown, missing) {
            (0, 0) => Tables::UpToDate,
            (0, missing) => Tables::Missing(missing),
            (unknown, _) => Tables::Newer(unknown),
        }
    }
}

/// An empty database has no list of migrations: nothing was ever applied.
fn or_empty(applied: Result<Vec<(i64,)>, StoreError>) -> Result<Vec<(i64,)>, StoreError> {
    match applied {
        Err(StoreError::Fault(sqlx::Error::Database(_))) => Ok(Vec::new()),
        other => other,
    }
}

impl Db {
    /// Opens the embedded database in `file`, making it when it is not there. Commits are durable: they are on the
    /// disk before anybody is told of them.
    ///
    /// A new file is its owner's alone from the first byte, and so are the files that SQLite puts beside it: "the WAL
    /// file … permissions … are the same as those of the database file".
    pub async fn open_sqlite(file: &Path) -> Result<Self, StoreError> {
        match owner_only::make_file(file) {
            Ok(_empty) => {}
            Err(e) if e.kind() == io::ErrorKind::AlreadyExists => {}
            Err(e) => return Err(StoreError::File(e)),
        }
        let options = SqliteConnectOptions::new()
            .filename(file)
            .create_if_missing(false)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            // What is deleted is overwritten, not only taken off the list.
            .pragma("secure_delete", "ON")
            .busy_timeout(PATIENCE);
        let write = SqlitePoolOptions::new()
            .max_connections(1)
            .acquire_timeout(PATIENCE)
            .connect_with(options.clone())
            .await?;
        let read = SqlitePoolOptions::new()
            .max_connections(SQLITE_READERS)
            .acquire_timeout(PATIENCE)
            .connect_lazy_with(options.read_only(true));
        Ok(Self::Sqlite { read, write })
    }

    /// Opens the embedded database in `file`, which must exist, without ever changing it: to write through it is refused,
    /// and what others wrote stays where it is.
    pub async fn open_sqlite_to_read(file: &Path) -> Result<Self, StoreError> {
        let options = reading(file).foreign_keys(true);
        let read = SqlitePoolOptions::new().acquire_timeout(PATIENCE).connect_with(options).await?;
        Ok(Self::Sqlite { read: read.clone(), write: read })
    }

    /// An empty database that is nowhere: it goes with the process. It has one connection, so whoever opens a second
    /// transaction before the first has ended waits in vain.
    pub async fn open_nowhere() -> Result<Self, StoreError> {
        let only = SqlitePoolOptions::new()
            .max_connections(1)
            .idle_timeout(None)
            .max_lifetime(None)
            .acquire_timeout(PATIENCE)
            .connect_with(SqliteConnectOptions::new().in_memory(true).foreign_keys(true))
            .await?;
        Ok(Self::Sqlite { read: only.clone(), write: only })
    }

    /// Opens a PostgreSQL database by its URL.
    pub async fn open_postgres(url: &str) -> Result<Self, StoreError> {
        let pool = PgPoolOptions::new()
            .max_connections(POSTGRES_CONNECTIONS)
            .acquire_timeout(PATIENCE)
            .connect_with(PgConnectOptions::from_str(url)?)
            .await?;
        Ok(Self::Postgres(pool))
    }

    /// Brings the tables to what this program expects. Safe to repeat, also on several nodes at once.
    pub async fn migrate(&self) -> Result<(), StoreError> {
        match self {
            Db::Sqlite { write, .. } => MIGRATIONS.run(write).await?,
            Db::Postgres(pool) => MIGRATIONS.run(pool).await?,
        }
        audit_guards::set_up(self).await
    }

    /// Takes what was deleted out of the files beside the embedded database, too: the write-ahead log is copied into it
    /// and emptied. Where somebody still reads an older state it is left for the next time; false then.
    pub async fn forget_deleted(&self) -> Result<bool, StoreError> {
        let Db::Sqlite { write, .. } = self else { return Ok(true) };
        let (busy, _, _): (i64, i64, i64) =
            sqlx::query_as("PRAGMA wal_checkpoint(TRUNCATE)").fetch_one(write).await?;
        Ok(busy == 0)
    }

    /// The tables of an open database.
    pub async fn tables(&self) -> Result<Tables, StoreError> {
        let mut tx = self.read().await?;
        Ok(Tables::of(&or_empty(sql!(&mut tx, fetch_all as (i64,), APPLIED))?))
    }

    /// Copies an open database as [`Db::copy_file`] does. Only the embedded one can be copied so.
    pub async fn copy_to(&self, copy: &Path) -> Result<(), StoreError> {
        match self {
            Db::Sqlite { write, .. } => Self::copy_file(write.connect_options().get_filename(), copy).await,
            Db::Postgres(_) => Err(StoreError::Unreadable("file of a PostgreSQL database")),
        }
    }

    /// Copies the embedded database in `file` to the new file `copy`, consistently, while others read and write. The
    /// copy is its owner's alone, and on the disk when this returns; when it fails there is none. Nothing is ever
    /// overwritten: a `copy` that exists is [`StoreError::File`] with [`io::ErrorKind::AlreadyExists`].
    pub async fn copy_file(file: &Path, copy: &Path) -> Result<(), StoreError> {
        // Absolute, because SQLite reads a name that begins with `file:` as an address.
        let copy = std::path::absolute(copy).map_err(StoreError::File)?;
        // "The file named by the INTO clause must not previously exist, or else it must be an empty file."
        owner_only::make_file(&copy).map_err(StoreError::File)?;
        let copied = async {
            let mut reader = SqliteConnection::connect_with(&reading(file)).await?;
            let name = copy.to_string_lossy().into_owned();
            sqlx::query("VACUUM INTO $1").bind(name).execute(&mut reader).await?;
            reader.close().await?;
            // VACUUM INTO itself leaves that to the system.
            fs::File::open(&copy).and_then(|file| file.sync_all()).map_err(StoreError::File)
        };
        let copied = copied.await;
        if copied.is_err() {
            // Half a copy must not be taken for one. The failure itself is what is told.
            let _ = fs::remove_file(&copy);
        }
        copied
    }
}

/// What can not change the database.
fn reading(file: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new().filename(file).create_if_missing(false).read_only(true).busy_timeout(PATIENCE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_database_is_up_to_date_older_or_newer() {
        let ours: Vec<(i64,)> = MIGRATIONS.iter().map(|migration| (migration.version,)).collect();
        assert_eq!(Tables::of(&ours), Tables::UpToDate);
        assert_eq!(Tables::of(&ours[1..]), Tables::Missing(1));
        assert_eq!(Tables::of(&[]), Tables::Missing(ours.len()));
        assert_eq!(Tables::of(&[&ours[..], &[(9_999,)]].concat()), Tables::Newer(1));
        assert_eq!(Tables::of(&[&ours[1..], &[(9_999,)]].concat()), Tables::Newer(1), "newer weighs more");
    }
}
