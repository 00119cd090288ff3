//! The database: SQLite embedded, or PostgreSQL for several nodes. Only this file, `opening.rs`, `alone.rs`, `embedded.rs`,
//! `copying` and `audit_guards.rs` know that there are two. Everything else in `store/` is one SQL text and one list of arguments, run by [`sql!`] on either.
//!
//! One file for each kind of thing kept. Functions are called `find` (may find nothing), `list`, `insert`,
//! `save`, `delete`, `count`; they take a [`Tx`] and never decide anything: rules live in `domain`, the order of
//! steps in `actions`.

pub mod account_history;
pub mod accounts;
mod alone;
pub mod alternate_ids;
pub mod apps;
pub mod attempts;
pub mod audit;
mod audit_guards;
pub mod authorizations;
pub mod brands;
pub mod connect_request_lists;
pub mod connect_requests;
pub mod copying;
mod counting;
pub mod email_changes;
pub mod email_codes;
mod embedded;
pub mod events;
mod held;
pub mod husks;
pub mod idempotency;
pub mod installation;
pub mod invitations;
pub mod journeys;
mod lane;
pub mod mails;
mod marks;
pub mod moving;
pub mod old_requests;
pub mod open_journeys;
mod opening;
pub mod paged;
pub mod passkeys;
pub mod peppers;
pub mod person_sessions;
pub mod persons;
pub mod platform_sessions;
pub mod provider_credentials;
pub mod provider_sign_ins;
pub mod records;
pub mod sessions;
pub mod shared_counts;
pub mod sign_in_tries;
pub mod webhooks;
pub mod write_probes;

use std::time::Duration;

use sqlx::PgPool;
use tokio::{sync::OwnedSemaphorePermit, time::timeout};
use tracing::{Instrument, info_span};

pub use alone::Other;
pub use embedded::{Connections, Lent};
pub use held::Held;
pub use lane::Lane;
pub use opening::{MIGRATIONS, Tables};

/// How long a request waits for a connection before it is told to try again later.
const PATIENCE: Duration = Duration::from_secs(5);

/// How long to wait for a word of PostgreSQL: longer than it works on any statement of ours.
const ANSWERED_WITHIN: Duration = Duration::from_secs(15);

/// A database, opened. Clones share its connections.
#[derive(Debug, Clone)]
pub enum Db {
    /// The embedded default: many readers, one writer (SQLite allows no more, and queueing here is fairer than
    /// its own waiting).
    Sqlite {
        /// Opened read-only: a write through it is refused.
        read: Connections,
        /// One connection.
        write: Connections,
        /// Those who can wait: how many of them may hold or wait for the connection.
        lane: Lane,
    },
    /// For several nodes.
    Postgres {
        /// Its connections.
        pool: PgPool,
        /// Those who can wait: how many of them may hold or wait for a connection.
        lane: Lane,
    },
}

/// A transaction on either database. Dropped without [`Tx::commit`], it changes nothing.
#[derive(Debug)]
pub enum Tx {
    /// On SQLite.
    Sqlite(Lent),
    /// On PostgreSQL.
    Postgres(Held),
}

/// Why the store could not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Someone else saved the same thing first: load it again and decide anew.
    #[error("someone else saved this first")]
    Conflict,
    /// The database is away, full, or too busy. Nothing was changed.
    #[error("the database is not available: {0}")]
    Away(#[source] sqlx::Error),
    /// The connection broke while a commit was under way: whether the changes last is not known. Nobody may be told that
    /// nothing was done; who must know reads what is there now.
    #[error("the database went away while it committed: {0}")]
    Unknown(#[source] sqlx::Error),
    /// A fault of ours.
    #[error("the database refused: {0}")]
    Fault(#[source] sqlx::Error),
    /// What is stored is not what we once stored.
    #[error("stored {0} cannot be read")]
    Unreadable(&'static str),
    /// A file could not be made, or be put onto the disk.
    #[error("{0}")]
    File(#[source] std::io::Error),
    /// The migrations could not be applied.
    #[error("migrations: {0}")]
    Migration(#[from] sqlx::migrate::MigrateError),
}

impl From<sqlx::Error> for StoreError {
    fn from(e: sqlx::Error) -> Self {
        let away = match &e {
            sqlx::Error::Io(_)
            | sqlx::Error::Tls(_)
            // What is said where a server, or a proxy before it, takes a connection and closes it at once.
            | sqlx::Error::Protocol(_)
            | sqlx::Error::PoolTimedOut
            | sqlx::Error::PoolClosed
            | sqlx::Error::WorkerCrashed
            | sqlx::Error::BeginFailed => true,
            // SQLite's primary result codes: BUSY 5, LOCKED 6, NOMEM 7, READONLY 8, IOERR 10, FULL 13, CANTOPEN 14.
            // PostgreSQL: class 08 connection, 53 resources, 55P03 a lock that did not come in time, 57 operator
            // intervention (57014: our own time-out for statements), 40 serialization, 58 system, 25P03 a transaction
            // that stood still for too long.
            sqlx::Error::Database(d) => d.code().is_some_and(|code| match code.parse::<u32>() {
                Ok(n) if code.len() < 5 => matches!(n & 0xff, 5 | 6 | 7 | 8 | 10 | 13 | 14),
                _ => ["08", "53", "57", "40", "58", "55P03", "25P03"]
                    .iter()
                    .any(|class| code.starts_with(class)),
            }),
            _ => false,
        };
        if away { StoreError::Away(e) } else { StoreError::Fault(e) }
    }
}

impl StoreError {
    /// Whether the embedded database could not be had because somebody else has it.
    pub fn is_taken(&self) -> bool {
        // SQLITE_BUSY, in whichever of its kinds.
        let busy = |code: &str| code.parse::<u32>().is_ok_and(|n| n & 0xff == 5);
        matches!(self, StoreError::Away(sqlx::Error::Database(d)) if d.code().is_some_and(|code| busy(&code)))
    }
}

impl Db {
    /// A transaction that only reads, and sees one state throughout on SQLite.
    pub async fn read(&self) -> Result<Tx, StoreError> {
        let begun = async {
            Ok(match self {
                Db::Sqlite { read, .. } => Tx::Sqlite(read.begin("BEGIN", None).await?),
                Db::Postgres { pool, .. } => {
                    Tx::Postgres(Held::Transaction(answered(pool.begin_with("BEGIN READ ONLY")).await?, None))
                }
            })
        };
        begun.instrument(info_span!("database.wait", purpose = "read")).await
    }

    /// A connection for a statement that reads, which sees one state by itself: without a transaction around it, that is
    /// one way to the database instead of three. Several, where each may see a later state than the one before.
    pub async fn read_one(&self) -> Result<Tx, StoreError> {
        let taken = async {
            Ok(match self {
                Db::Sqlite { read, .. } => Tx::Sqlite(read.lend().await?),
                Db::Postgres { pool, .. } => Tx::Postgres(Held::One(pool.acquire().await?)),
            })
        };
        taken.instrument(info_span!("database.wait", purpose = "read")).await
    }

    /// A transaction that writes. On SQLite it takes the write lock at once: a transaction that read first and
    /// writes later would fail when another one committed between. Never hash, render or call out inside one.
    pub async fn write(&self) -> Result<Tx, StoreError> {
        self.begin(None).instrument(info_span!("database.wait", purpose = "write")).await
    }

    /// The same for whoever can wait: an app's call. An app that sends a hundred at once has them wait for each other,
    /// before they wait for the database; so the decision of a patient waits for one or two of them, not for all.
    pub async fn write_for_app(&self) -> Result<Tx, StoreError> {
        let (Db::Sqlite { lane, .. } | Db::Postgres { lane, .. }) = self;
        let begun = async { self.begin(Some(lane.enter().await?)).await };
        begun.instrument(info_span!("database.wait", purpose = "write of an app")).await
    }

    async fn begin(&self, place: Option<OwnedSemaphorePermit>) -> Result<Tx, StoreError> {
        Ok(match self {
            Db::Sqlite { write, .. } => Tx::Sqlite(write.begin("BEGIN IMMEDIATE", place).await?),
            Db::Postgres { pool, .. } => {
                Tx::Postgres(Held::Transaction(answered(pool.begin()).await?, place))
            }
        })
    }

    /// The name of the kind of database, for people.
    pub fn kind(&self) -> &'static str {
        match self {
            Db::Sqlite { .. } => "SQLite",
            Db::Postgres { .. } => "PostgreSQL",
        }
    }

    /// Closes all connections, letting running statements end.
    pub async fn close(&self) {
        match self {
            Db::Sqlite { read, write, .. } => {
                read.close().await;
                write.close().await;
            }
            Db::Postgres { pool, .. } => pool.close().await,
        }
    }
}

impl Tx {
    /// Whether nobody else writes until this transaction, which writes, has ended: all that it has read is locked then.
    fn is_only_writer(&self) -> bool {
        matches!(self, Tx::Sqlite(_))
    }

    /// Makes the transaction's changes last. Only after this has answered `Ok` may anybody be told of them; only after
    /// an error other than [`StoreError::Unknown`], that nothing was changed.
    pub async fn commit(self) -> Result<(), StoreError> {
        let committing = async {
            match self {
                Tx::Sqlite(lent) => lent.commit().await,
                Tx::Postgres(held) => answered(held.commit()).await,
            }
        };
        let committed = committing.instrument(info_span!("database.commit")).await;
        committed.map_err(|e| if is_refusal(&e) { e.into() } else { StoreError::Unknown(e) })
    }
}

/// Whether the database answered a commit, and refused it. Silence is no refusal, nor is the word of a server that ends
/// (57), has lost a connection (08) or its disk (58): it may have written the commit before. Nor is SQLite's, when it
/// has written the commit and could not put it onto the disk (1034, `SQLITE_IOERR_FSYNC`).
fn is_refusal(e: &sqlx::Error) -> bool {
    let sqlx::Error::Database(d) = e else { return false };
    d.code().is_none_or(|code| {
        if code.len() < 5 { code != "1034" } else { !["08", "57", "58"].iter().any(|c| code.starts_with(c)) }
    })
}

/// Waits for PostgreSQL's answer, and no longer than [`ANSWERED_WITHIN`]: it ends a statement itself before that, so a
/// longer silence is that of a server that is gone or frozen.
pub(crate) async fn answered<T>(asked: impl Future<Output = sqlx::Result<T>>) -> sqlx::Result<T> {
    match timeout(ANSWERED_WITHIN, asked).await {
        Ok(answer) => answer,
        Err(_silence) => Err(sqlx::Error::Io(std::io::ErrorKind::TimedOut.into())),
    }
}

/// One SQL text and one list of arguments, run on whichever database `tx` belongs to. `execute` gives the number of
/// rows affected; `fetch_optional as Row`, `fetch_all as Row` and `fetch_one as Row` give rows.
macro_rules! sql {
    ($tx:expr, execute, $text:expr $(, $arg:expr)* $(,)?) => {{
        $crate::store::debug_assert_all_bound($text, &[$(stringify!($arg)),*]);
        match $tx {
            $crate::store::Tx::Sqlite(t) =>
                sqlx::query($text)$(.bind($arg))*.execute(&mut **t).await.map(|d| d.rows_affected()),
            $crate::store::Tx::Postgres(t) =>
                $crate::store::answered(sqlx::query($text)$(.bind($arg))*.execute(&mut **t))
                    .await
                    .map(|d| d.rows_affected()),
        }
        .map_err($crate::store::StoreError::from)
    }};
    ($tx:expr, $fetch:ident as $row:ty, $text:expr $(, $arg:expr)* $(,)?) => {{
        $crate::store::debug_assert_all_bound($text, &[$(stringify!($arg)),*]);
        match $tx {
            $crate::store::Tx::Sqlite(t) =>
                sqlx::query_as::<_, $row>($text)$(.bind($arg))*.$fetch(&mut **t).await,
            $crate::store::Tx::Postgres(t) =>
                $crate::store::answered(sqlx::query_as::<_, $row>($text)$(.bind($arg))*.$fetch(&mut **t)).await,
        }
        .map_err($crate::store::StoreError::from)
    }};
}
pub(crate) use sql;

/// A forgotten argument is silently NULL on SQLite; here it is a failed assertion in every debug build and test.
fn debug_assert_all_bound(text: &str, arguments: &[&str]) {
    if cfg!(debug_assertions) {
        let highest = text
            .split('$')
            .skip(1)
            .filter_map(|rest| {
                let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
                rest[..end].parse::<usize>().ok()
            })
            .max()
            .unwrap_or(0);
        assert_eq!(highest, arguments.len(), "placeholders and arguments differ in: {text}");
    }
}

/// Runs `$body`, a block that opens its own write transaction, again when someone else saved first. Each round loads
/// everything anew, so the rules decide on what is true then.
macro_rules! retry_on_conflict {
    ($body:block) => {{
        let mut rounds = 0u32;
        loop {
            let outcome = async { $body }.await;
            match outcome {
                Err(e)
                    if $crate::store::IsConflict::is_conflict(&e) && rounds < $crate::store::MOST_ROUNDS =>
                {
                    rounds += 1;
                    tokio::task::yield_now().await;
                }
                other => break other,
            }
        }
    }};
}
pub(crate) use retry_on_conflict;

/// How often a transaction is tried anew before the caller is told to try later. With N writers of one row at
/// least one succeeds each round, so this is also how many may race for one connect request on several nodes.
pub(crate) const MOST_ROUNDS: u32 = 200;

/// Errors that may be a [`StoreError::Conflict`].
pub trait IsConflict {
    /// True for a lost race, which is tried again.
    fn is_conflict(&self) -> bool;
}

impl IsConflict for StoreError {
    fn is_conflict(&self) -> bool {
        match self {
            StoreError::Conflict => true,
            // PostgreSQL's serialization failure and deadlock: the transaction was undone, again is right.
            StoreError::Away(sqlx::Error::Database(d)) => {
                d.code().is_some_and(|code| code == "40001" || code == "40P01")
            }
            _ => false,
        }
    }
}

/// A thing with the version it was loaded at; saving it fails with [`StoreError::Conflict`] when another save came
/// between.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Versioned<T> {
    /// The thing.
    pub value: T,
    /// Its version when loaded.
    pub version: i64,
}

/// Says whether the one row that was to be saved was saved.
pub(crate) fn saved(rows: u64) -> Result<(), StoreError> {
    if rows == 1 { Ok(()) } else { Err(StoreError::Conflict) }
}

/// A count from a BIGINT column that holds small non-negative numbers.
pub(crate) fn small(number: i64, what: &'static str) -> Result<u32, StoreError> {
    u32::try_from(number).map_err(|_| StoreError::Unreadable(what))
}
