//! Which tables there are, what is in their columns, and which name which: as our own migrations make them.

use sqlx::migrate::Migrator;

use super::super::{Db, MIGRATIONS, StoreError, Tx};

/// Tables that belong to a database and not to the installation in it.
const STAY: [&str; 2] = ["moving", "table_digests"];

/// The tables of an installation, those that others name before those.
#[derive(Debug, Clone)]
pub struct Schema {
    tables: Vec<Table>,
}

/// One table.
#[derive(Debug, Clone)]
pub struct Table {
    name: String,
    columns: Vec<Column>,
}

#[derive(Debug, Clone)]
pub(super) struct Column {
    name: String,
    pub(super) kind: Kind,
}

/// What a column holds. Our migrations use no other types, in particular none that counts by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Uuid,
    Text,
    Integer,
    Boolean,
    Bytes,
    Instant,
}

impl Kind {
    fn of(declared: &str) -> Option<Self> {
        Some(match declared {
            "UUID" => Kind::Uuid,
            "TEXT" => Kind::Text,
            "BIGINT" => Kind::Integer,
            "BOOLEAN" => Kind::Boolean,
            "BYTEA" => Kind::Bytes,
            "TIMESTAMPTZ" => Kind::Instant,
            _ => return None,
        })
    }
}

const TABLES: &str = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' \
     AND name NOT LIKE '\\_%' ESCAPE '\\' ORDER BY name";
const COLUMNS: &str = "SELECT name, type FROM pragma_table_info($1) ORDER BY cid";
const NAMED: &str = "SELECT DISTINCT \"table\" FROM pragma_foreign_key_list($1)";

impl Schema {
    /// The tables that these migrations make: read from a database that is nowhere, which they were applied to. What else
    /// is in a database is not ours.
    pub async fn after(migrations: &[i64]) -> Result<Self, StoreError> {
        let db = Db::open_nowhere().await?;
        only(migrations).run(&mut *db.sqlite()?.take().await?).await?;
        let schema = Self::read(&mut db.read().await?).await?;
        db.close().await;
        Ok(schema)
    }

    async fn read(tx: &mut Tx) -> Result<Self, StoreError> {
        let Tx::Sqlite(t) = tx else { return Err(StoreError::Unreadable("catalogue of PostgreSQL")) };
        let names: Vec<(String,)> = sqlx::query_as(TABLES).fetch_all(&mut **t).await?;
        let mut waiting = Vec::new();
        for (name,) in names.into_iter().filter(|(name,)| !STAY.contains(&name.as_str())) {
            let mut columns = Vec::new();
            let found: Vec<(String, String)> =
                sqlx::query_as(COLUMNS).bind(&name).fetch_all(&mut **t).await?;
            for (name, declared) in found {
                let kind = Kind::of(&declared).ok_or(StoreError::Unreadable("kind of a column"))?;
                columns.push(Column { name, kind });
            }
            let named: Vec<(String,)> = sqlx::query_as(NAMED).bind(&name).fetch_all(&mut **t).await?;
            waiting.push((Table { name, columns }, named));
        }
        let mut tables: Vec<Table> = Vec::new();
        while !waiting.is_empty() {
            let there = |name: &str| tables.iter().any(|table| table.name == name);
            let (now, later): (Vec<_>, Vec<_>) = waiting
                .into_iter()
                .partition(|(table, named)| named.iter().all(|(name,)| *name == table.name || there(name)));
            if now.is_empty() {
                return Err(StoreError::Unreadable("order of tables that name each other"));
            }
            tables.extend(now.into_iter().map(|(table, _)| table));
            waiting = later;
        }
        Ok(Self { tables })
    }

    /// The tables, each after those that it names.
    pub fn tables(&self) -> &[Table] {
        &self.tables
    }

    /// Whether a table of this name is the portal's.
    pub fn has(&self, name: &str) -> bool {
        STAY.contains(&name) || self.tables.iter().any(|table| table.name == name)
    }
}

/// Our migrations, only those with these numbers.
pub(in crate::store) fn only(versions: &[i64]) -> Migrator {
    let some = MIGRATIONS.iter().filter(|migration| versions.contains(&migration.version));
    Migrator::with_migrations(some.cloned().collect())
}

impl Table {
    /// Its name.
    pub fn name(&self) -> &str {
        &self.name
    }

    pub(super) fn columns(&self) -> &[Column] {
        &self.columns
    }

    fn column_names(&self) -> String {
        let quoted: Vec<String> = self.columns.iter().map(|column| format!("\"{}\"", column.name)).collect();
        quoted.join(", ")
    }

    pub(super) fn select(&self) -> String {
        format!("SELECT {} FROM \"{}\"", self.column_names(), self.name)
    }

    pub(super) fn insert(&self) -> String {
        format!("INSERT INTO \"{}\" ({}) ", self.name, self.column_names())
    }

    pub(super) fn any(&self) -> String {
        format!("SELECT 1 FROM \"{}\" LIMIT 1", self.name)
    }

    pub(super) fn delete(&self) -> String {
        format!("DELETE FROM \"{}\"", self.name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all() -> Vec<i64> {
        MIGRATIONS.iter().map(|migration| migration.version).collect()
    }

    #[tokio::test]
    async fn every_table_comes_after_those_that_it_names_and_what_is_of_the_database_stays_out() {
        let schema = Schema::after(&all()).await.unwrap();
        let at = |name: &str| schema.tables().iter().position(|table| table.name() == name).unwrap();
        assert!(at("apps") < at("connect_requests"));
        assert!(at("events") < at("deliveries") && at("deliveries") < at("delivery_attempts"));
        assert!(at("authorizations") < at("pickups"));
        assert!(schema.tables().iter().all(|table| !STAY.contains(&table.name())));
        assert!(schema.has("moving") && schema.has("audit_log") && !schema.has("_sqlx_migrations"));
    }

    #[tokio::test]
    async fn a_database_of_an_older_version_has_the_tables_of_that_version() {
        let schema = Schema::after(&[1, 2]).await.unwrap();
        assert!(schema.has("platform_sessions") && !schema.has("audit_log"));
    }
}
