//! Opening a database, its tables and their migrations, and copying it. Everything that is done to a database as a
//! whole stands here; what is done inside it is in the other files.

use std::{fs, io, net::IpAddr, path::Path, str::FromStr, time::Duration};

use deadpool::managed::Object;
use sqlx::{
    Connection, PgConnection, PgPool, Row, SqliteConnection,
    migrate::{MigrateError, Migrator},
    postgres::{PgConnectOptions, PgPoolOptions},
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous},
};
use tokio::time::timeout;

use super::{Connections, Db, Lane, PATIENCE, StoreError, audit_guards, marks, sql};
use crate::owner_only;

/// The migrations, inside the binary.
pub static MIGRATIONS: Migrator = sqlx::migrate!("./migrations");

/// Readers of the embedded database that may work at the same time.
const SQLITE_READERS: usize = 8;
/// Connections to PostgreSQL of one node.
const POSTGRES_CONNECTIONS: u32 = 16;
/// Writers that can wait, of those who hold or wait for SQLite's one connection: one works, and the next is there when it
/// has ended.
const SQLITE_LANE: usize = 2;
/// Writers that can wait, of those who hold or wait for a connection to PostgreSQL: half of them stay for patients.
const POSTGRES_LANE: usize = 8;
/// Statements that a connection keeps prepared: more than there are.
const PREPARED: usize = 512;

/// What PostgreSQL is told of each connection, so that a node which is frozen, or cut off, costs the others ten seconds at
/// most: nobody waits longer than `lock_timeout` for its rows, and it loses them after
/// `idle_in_transaction_session_timeout`; statements end; and who cannot be reached any more is noticed.
const TIME_OUTS: [(&str, &str); 7] = [
    ("lock_timeout", "4s"),
    ("statement_timeout", "10s"),
    ("idle_in_transaction_session_timeout", "8s"),
    ("tcp_keepalives_idle", "10"),
    ("tcp_keepalives_interval", "3"),
    ("tcp_keepalives_count", "3"),
    ("tcp_user_timeout", "15s"),
];
/// And that no question sets a second process to work: starting one takes longer than any page of ours, and a plan for whatever
/// may be asked expects more than it finds (decision 62).
const ALONE: [(&str, &str); 1] = [("max_parallel_workers_per_gather", "0")];
/// What none of our migrations has to keep to: making an index takes as long as it takes.
const WITHOUT_TIME_OUTS: &str = "SELECT set_config('lock_timeout', '0', false), \
     set_config('statement_timeout', '0', false), set_config('idle_in_transaction_session_timeout', '0', false)";
/// How long a connection may have been idle and still be taken without asking whether it works.
const FRESH: Duration = Duration::from_secs(1);

/// The tables of a database, held against those that this program works with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tables {
    /// The same.
    UpToDate,
    /// So many migrations of this program were not applied yet; all of them, when the database is empty.
    Missing(usize),
    /// A newer program has applied so many that this one does not know, and can work beside.
    Ahead(usize),
    /// A newer program has applied so many that this one does not know, and among them one that it cannot work beside.
    Newer(usize),
}

const APPLIED: &str = "SELECT version, description FROM _sqlx_migrations WHERE success";

impl Tables {
    fn of(applied: &[(i64, String)]) -> Self {
        let ours: Vec<i64> = MIGRATIONS.iter().map(|migration| migration.version).collect();
        let newest = ours.iter().max().copied().unwrap_or_default();
        let unknown: Vec<&(i64, String)> =
            applied.iter().filter(|(version, _)| !ours.contains(version)).collect();
        let missing =
            ours.iter().filter(|version| !applied.iter().any(|(there, _)| there == *version)).count();
        let disturbed = || unknown.iter().any(|(_, name)| !marks::can_work_beside(name, newest));
        match (unknown.len(), missing) {
            (0, 0) => Tables::UpToDate,
            (0, missing) => Tables::Missing(missing),
            (unknown, 0) if !disturbed() => Tables::Ahead(unknown),
            (unknown, _) => Tables::Newer(unknown),
        }
    }
}

const APPLIED_HOW: &str = "SELECT version, checksum, success FROM _sqlx_migrations ORDER BY version";

/// An empty database has no list of migrations: nothing was ever applied.
fn or_empty<T>(applied: Result<Vec<T>, StoreError>) -> Result<Vec<T>, StoreError> {
    match applied {
        Err(StoreError::Fault(sqlx::Error::Database(_))) => Ok(Vec::new()),
        other => other,
    }
}

/// In milliseconds.
const HARDLY_WAIT: &str = "PRAGMA busy_timeout = 200";
/// [`PATIENCE`], as it was.
const WAIT_AGAIN: &str = "PRAGMA busy_timeout = 5000";

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
            // Twice as much as by itself, in KiB: a page of a hundred lines of three tables, whose rows lie apart where a million are
            // stored, stays in it.
            .pragma("cache_size", "-4096")
            .statement_cache_capacity(PREPARED)
            .busy_timeout(PATIENCE);
        let write = Connections::to(options.clone(), 1)?;
        // Now, and not when somebody writes: it makes the log beside the file, which readers look for.
        drop(write.take().await?);
        let read = Connections::to(options.read_only(true), SQLITE_READERS)?;
        Ok(Self::Sqlite { read, write, lane: Lane::of(SQLITE_LANE) })
    }

    /// Opens the embedded database in `file`, which must exist, without ever changing it: to write through it is refused,
    /// and what others wrote stays where it is.
    pub async fn open_sqlite_to_read(file: &Path) -> Result<Self, StoreError> {
        let options = reading(file).foreign_keys(true);
        let read = Connections::to(options, SQLITE_READERS)?;
        drop(read.take().await?);
        Ok(Self::Sqlite { read: read.clone(), write: read, lane: Lane::of(SQLITE_LANE) })
    }

    /// An empty database that is nowhere: it goes with the process. It has one connection, so whoever opens a second
    /// transaction before the first has ended waits in vain.
    pub async fn open_nowhere() -> Result<Self, StoreError> {
        let only = Connections::to(SqliteConnectOptions::new().in_memory(true).foreign_keys(true), 1)?;
        Ok(Self::Sqlite { read: only.clone(), write: only, lane: Lane::of(SQLITE_LANE) })
    }

    /// Opens a PostgreSQL database by its URL. Whether the line to it is encrypted, the URL says (`sslmode`).
    pub async fn open_postgres(url: &str) -> Result<Self, StoreError> {
        let options = PgConnectOptions::from_str(url)?
            .options(TIME_OUTS)
            .options(ALONE)
            .statement_cache_capacity(PREPARED);
        let pool = PgPoolOptions::new()
            .max_connections(POSTGRES_CONNECTIONS)
            .acquire_timeout(PATIENCE)
            .test_before_acquire(false)
            .before_acquire(|connection, of| {
                Box::pin(
                    async move { if of.idle_for > FRESH { still_there(connection).await } else { Ok(true) } },
                )
            })
            // A rollback may wait for an answer that never comes: then the connection goes, and its place is free.
            .after_release(|connection, _| Box::pin(still_there(connection)))
            .connect_with(options)
            .await?;
        Ok(Self::Postgres { pool, lane: Lane::of(POSTGRES_LANE) })
    }

    /// Brings the tables to what this program expects. Safe to repeat, also on several nodes at once. Tables that are ahead,
    /// and that this program can work beside, stay as they are.
    pub async fn migrate(&self) -> Result<(), StoreError> {
        if !self.is_migrated().await? {
            let applied = match self {
                Db::Sqlite { write, .. } => MIGRATIONS.run(&mut *write.take().await?).await,
                Db::Postgres { pool, .. } => migrate_postgres(pool).await?,
            };
            match applied {
                // Asked for afterwards: a newer program may have been there a moment ago.
                Err(MigrateError::VersionMissing(_)) if matches!(self.tables().await?, Tables::Ahead(_)) => {}
                applied => applied?,
            }
        }
        audit_guards::set_up(self).await
    }

    /// Whether the migrations of this program were applied, as they are, and no others: then a start has nothing to wait for.
    async fn is_migrated(&self) -> Result<bool, StoreError> {
        let mut tx = self.read_one().await?;
        let applied = or_empty(sql!(&mut tx, fetch_all as (i64, Vec<u8>, bool), APPLIED_HOW))?;
        let applied = applied.iter().map(|(version, checksum, done)| (*version, &**checksum, *done));
        Ok(applied.eq(MIGRATIONS.iter().map(|it| (it.version, &*it.checksum, true))))
    }

    /// Whether what is sent to the database crosses a network that others may listen on, unencrypted.
    pub async fn is_overheard(&self) -> Result<bool, StoreError> {
        let Db::Postgres { pool, .. } = self else { return Ok(false) };
        let options = pool.connect_options();
        if options.get_socket().is_some() || is_this_machine(options.get_host()) {
            return Ok(false);
        }
        let (encrypted,): (bool,) = sqlx::query_as(ENCRYPTED).fetch_one(pool).await?;
        Ok(!encrypted)
    }

    /// Takes what was deleted out of the files beside the embedded database, too: the write-ahead log is copied into it
    /// and emptied. Where somebody still reads an older state it is left for the next time; false then.
    pub async fn forget_deleted(&self) -> Result<bool, StoreError> {
        let Db::Sqlite { write, .. } = self else { return Ok(true) };
        let mut connection = write.take().await?;
        // All that write wait behind this one, so it waits for readers (a backup, a sidecar that copies) for a moment only.
        sqlx::query(HARDLY_WAIT).execute(&mut *connection).await?;
        let answer = sqlx::query_as("PRAGMA wal_checkpoint(TRUNCATE)").fetch_one(&mut *connection).await;
        if sqlx::query(WAIT_AGAIN).execute(&mut *connection).await.is_err() {
            drop(Object::take(connection));
        }
        let (busy, _, _): (i64, i64, i64) = answer?;
        Ok(busy == 0)
    }

    /// The tables of an open database.
    pub async fn tables(&self) -> Result<Tables, StoreError> {
        Ok(Tables::of(&self.named().await?))
    }

    /// The numbers of the migrations that were applied, whoever did it.
    pub async fn applied(&self) -> Result<Vec<i64>, StoreError> {
        Ok(self.named().await?.into_iter().map(|(version, _)| version).collect())
    }

    async fn named(&self) -> Result<Vec<(i64, String)>, StoreError> {
        let mut tx = self.read().await?;
        or_empty(sql!(&mut tx, fetch_all as (i64, String), APPLIED))
    }

    /// Copies an open database as [`Db::copy_file`] does. Only the embedded one can be copied so.
    pub async fn copy_to(&self, copy: &Path) -> Result<(), StoreError> {
        match self {
            Db::Sqlite { write, .. } => Self::copy_file(write.file(), copy).await,
            Db::Postgres { .. } => Err(StoreError::Unreadable("file of a PostgreSQL database")),
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

const ENCRYPTED: &str = "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()";

/// Whether a host is this machine itself.
fn is_this_machine(host: &str) -> bool {
    let address = host.trim_start_matches('[').trim_end_matches(']').parse::<IpAddr>();
    host == "localhost" || host.starts_with('/') || address.is_ok_and(|address| address.is_loopback())
}

/// A transaction begins with its first statement. Sent as one message, or the server would tell two times.
const NOT_IN_A_TRANSACTION: &str = "SELECT now() = statement_timestamp()";

/// Fails when the server does not answer: whoever asked lets the connection go then. False when it is still in a
/// transaction: a request that ended while its BEGIN was on the way leaves one behind that sqlx knows nothing of, and
/// the next one would write into a transaction that only reads.
async fn still_there(connection: &mut PgConnection) -> Result<bool, sqlx::Error> {
    match timeout(PATIENCE, sqlx::raw_sql(NOT_IN_A_TRANSACTION).fetch_one(connection)).await {
        Ok(answer) => answer?.try_get(0),
        Err(_silence) => Err(sqlx::Error::Io(io::ErrorKind::TimedOut.into())),
    }
}

/// On a connection of its own, which is closed afterwards: others keep their time-outs.
async fn migrate_postgres(pool: &PgPool) -> Result<Result<(), MigrateError>, StoreError> {
    let mut connection = pool.acquire().await?.detach();
    sqlx::query(WITHOUT_TIME_OUTS).execute(&mut connection).await?;
    let applied = MIGRATIONS.run(&mut connection).await;
    connection.close().await?;
    Ok(applied)
}

/// What can not change the database.
fn reading(file: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new().filename(file).create_if_missing(false).read_only(true).busy_timeout(PATIENCE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_this_machine_is_reached_without_a_network() {
        for host in ["localhost", "127.0.0.1", "127.9.9.9", "::1", "[::1]", "/var/run/postgresql"] {
            assert!(is_this_machine(host), "{host}");
        }
        for host in ["db.clinic.example", "10.0.0.5", "localhost.clinic.example", "fd00::1", "0.0.0.0"] {
            assert!(!is_this_machine(host), "{host}");
        }
    }

    #[test]
    fn a_database_is_up_to_date_older_or_newer() {
        let ours: Vec<(i64, String)> = MIGRATIONS
            .iter()
            .map(|migration| (migration.version, migration.description.to_string()))
            .collect();
        let unknown = |name: &str| (9_999, name.to_owned());
        assert_eq!(Tables::of(&ours), Tables::UpToDate);
        assert_eq!(Tables::of(&ours[1..]), Tables::Missing(1));
        assert_eq!(Tables::of(&[]), Tables::Missing(ours.len()));
        let tomorrow = [unknown("of tomorrow")];
        assert_eq!(Tables::of(&[&ours[..], &tomorrow].concat()), Tables::Newer(1));
        assert_eq!(Tables::of(&[&ours[1..], &tomorrow].concat()), Tables::Newer(1), "newer weighs more");
        let added = [unknown("expand letters have a tray")];
        assert_eq!(Tables::of(&[&ours[..], &added].concat()), Tables::Ahead(1));
        assert_eq!(Tables::of(&[&ours[..], &added, &tomorrow].concat()), Tables::Newer(2));
        assert_eq!(Tables::of(&[&ours[1..], &added].concat()), Tables::Newer(1), "two lines have met");
    }
}
