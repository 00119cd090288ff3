//! The databases that stories run on. Each story has one of its own, which is gone when the story ends.

use std::path::Path;

use patient_connect::{
    ports::{SystemRandom, new_pseudonym},
    store::Db,
};
use sqlx::{AssertSqlSafe, Connection, PgConnection};
use tokio::sync::OnceCell;

/// The databases that a story runs on: SQLite always, PostgreSQL where the tests were given a server.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Database {
    Sqlite,
    Postgres,
}

pub fn databases() -> Vec<Database> {
    match postgres_url() {
        Some(_) => vec![Database::Sqlite, Database::Postgres],
        None => {
            eprintln!(
                "PATIENT_CONNECT_TEST_POSTGRES is not set: this ran on SQLite only (./scripts/test runs both)"
            );
            vec![Database::Sqlite]
        }
    }
}

fn postgres_url() -> Option<String> {
    std::env::var("PATIENT_CONNECT_TEST_POSTGRES").ok().filter(|url| !url.is_empty())
}

/// Where a story's database is, so that a second node can open it, too. Dropped, the database is gone.
pub(super) enum Place {
    Directory(tempfile::TempDir),
    Server { url: String, name: String },
}

impl Place {
    /// A new database with all tables, which are made once and copied for each story.
    pub async fn new(database: Database) -> Self {
        static FILE: OnceCell<Vec<u8>> = OnceCell::const_new();
        static ON_SERVER: OnceCell<String> = OnceCell::const_new();
        match database {
            Database::Sqlite => {
                let dir = tempfile::tempdir().unwrap();
                std::fs::write(file_in(dir.path()), FILE.get_or_init(file_with_tables).await).unwrap();
                Self::Directory(dir)
            }
            Database::Postgres => {
                let url = postgres_url().unwrap();
                let template = ON_SERVER.get_or_init(|| database_with_tables(&url)).await;
                let name = new_name("story");
                run(&url, format!("CREATE DATABASE {name} TEMPLATE {template}")).await.unwrap();
                Self::Server { url, name }
            }
        }
    }

    /// Opens it, as a node does when it starts.
    pub async fn open(&self) -> Db {
        let db = match self {
            Self::Directory(dir) => Db::open_sqlite(&file_in(dir.path())).await.unwrap(),
            Self::Server { url, name } => Db::open_postgres(&on_server(url, name)).await.unwrap(),
        };
        db.migrate().await.unwrap();
        db
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let Self::Server { url, name } = self else { return };
        // Whoever is still connected is cut off. On a thread, because this one may be waiting in a runtime already.
        let drop = || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(run(url, format!("DROP DATABASE {name} WITH (FORCE)")))
        };
        let dropped = std::thread::scope(|scope| scope.spawn(drop).join().unwrap());
        if !std::thread::panicking() {
            dropped.unwrap();
        }
    }
}

fn file_in(dir: &Path) -> std::path::PathBuf {
    dir.join("test.db")
}

fn new_name(beginning: &str) -> String {
    format!("{beginning}_{}", new_pseudonym(&SystemRandom).simple())
}

fn on_server(url: &str, name: &str) -> String {
    let mut url = url::Url::parse(url).unwrap();
    url.set_path(name);
    url.into()
}

/// A new, empty database on the tests' server, with its name and its address; `None` where they were given no server. It
/// goes with the server.
pub async fn new_postgres(beginning: &str) -> Option<(String, String)> {
    if !databases().contains(&Database::Postgres) {
        return None;
    }
    let server = postgres_url()?;
    let name = new_name(beginning);
    run(&server, format!("CREATE DATABASE {name}")).await.unwrap();
    let url = on_server(&server, &name);
    Some((name, url))
}

async fn run(url: &str, statement: String) -> Result<(), sqlx::Error> {
    let mut connection = PgConnection::connect(url).await?;
    sqlx::query(AssertSqlSafe(statement)).execute(&mut connection).await?;
    connection.close().await
}

async fn file_with_tables() -> Vec<u8> {
    let dir = tempfile::tempdir().unwrap();
    let db = Db::open_sqlite(&file_in(dir.path())).await.unwrap();
    db.migrate().await.unwrap();
    assert!(db.forget_deleted().await.unwrap(), "all of it is in the file, and not in the log beside it");
    std::fs::read(file_in(dir.path())).unwrap()
}

/// The name of a database that nobody is connected to, or it could not be copied.
async fn database_with_tables(url: &str) -> String {
    let name = new_name("tables");
    run(url, format!("CREATE DATABASE {name}")).await.unwrap();
    let db = Db::open_postgres(&on_server(url, &name)).await.unwrap();
    db.migrate().await.unwrap();
    let Db::Postgres { pool, .. } = &db else { unreachable!("it was opened on a server") };
    pool.close().await;
    name
}
