//! What is in a database as a whole: how much, and whether it hangs together.

use std::collections::BTreeMap;

use super::{Db, StoreError, Tx, sql};

const TABLES_OF_SQLITE: &str = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '\\_sqlx%' ESCAPE '\\'";
const TABLES_OF_POSTGRES: &str = "SELECT table_name::text FROM information_schema.tables \
     WHERE table_schema = current_schema() AND table_type = 'BASE TABLE' AND table_name NOT LIKE '\\_sqlx%'";

const ABOUT_SQLITE: &str =
    "SELECT sqlite_version(), page_count * page_size FROM pragma_page_count(), pragma_page_size()";
const ABOUT_POSTGRES: &str = "SELECT current_setting('server_version'), pg_database_size(current_database())";

impl Db {
    /// Which database it is, in its own words, and how many bytes it takes.
    pub async fn version_and_size(&self) -> Result<(String, i64), StoreError> {
        let mut tx = self.read().await?;
        let about = match self {
            Db::Sqlite { .. } => ABOUT_SQLITE,
            Db::Postgres { .. } => ABOUT_POSTGRES,
        };
        Ok(sql!(&mut tx, fetch_one as (String, i64), about)?)
    }

    /// How many rows each table has, by its name. Reads all of it.
    pub async fn count_rows(&self) -> Result<BTreeMap<String, i64>, StoreError> {
        let mut tx = self.read().await?;
        let tables = match self {
            Db::Sqlite { .. } => TABLES_OF_SQLITE,
            Db::Postgres { .. } => TABLES_OF_POSTGRES,
        };
        let mut counts = BTreeMap::new();
        for (table,) in sql!(&mut tx, fetch_all as (String,), tables)? {
            // The name of a table that is there, and of nothing that anybody typed.
            let count = sqlx::AssertSqlSafe(format!("SELECT COUNT(*) FROM \"{table}\""));
            let rows: i64 = match &mut tx {
                Tx::Sqlite(t) => sqlx::query_scalar(count).fetch_one(&mut **t).await?,
                Tx::Postgres(t) => sqlx::query_scalar(count).fetch_one(&mut **t).await?,
            };
            counts.insert(table, rows);
        }
        Ok(counts)
    }

    /// Whether the file of the embedded database is whole, and every row that another one names is there. PostgreSQL holds
    /// that by itself.
    pub async fn check_integrity(&self) -> Result<(), StoreError> {
        let Db::Sqlite { read, .. } = self else { return Ok(()) };
        let mut connection = read.take().await?;
        let (said,): (String,) =
            sqlx::query_as("PRAGMA integrity_check(1)").fetch_one(&mut *connection).await?;
        let lost = sqlx::query("PRAGMA foreign_key_check").fetch_optional(&mut *connection).await?;
        if said == "ok" && lost.is_none() { Ok(()) } else { Err(StoreError::Unreadable("rows")) }
    }
}
