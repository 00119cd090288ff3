//! All tables at once, whatever is in them: read row by row, hashed in a form that both databases share, and copied from
//! the one into the other. Nothing here knows what a row means, and no table is ever held in memory.

mod digest;
mod schema;

use std::future::poll_fn;

use futures_core::stream::BoxStream;
use sqlx::{AssertSqlSafe, Postgres, QueryBuilder, Row, Sqlite};

pub(in crate::store) use self::schema::only;
pub use self::{
    digest::Digest,
    schema::{Schema, Table},
};
use self::{digest::Value, schema::Kind};
use super::{StoreError, Tx};

/// Rows written with one statement. SQLite takes 32,766 arguments, and no table of ours has sixty columns.
const ROWS: usize = 500;
/// Bytes of values that are collected for one statement, and a row more: a brand's row may hold megabytes.
const BYTES: usize = 4 << 20;

/// Reads a whole table. Gives how many rows it has, and a hash over all that is in them.
pub async fn digest(tx: &mut Tx, table: &Table) -> Result<Digest, StoreError> {
    read(tx, table, None).await
}

/// Copies a whole table into the same table of another database, where it is empty. Gives what was read.
pub async fn copy(from: &mut Tx, to: &mut Tx, table: &Table) -> Result<Digest, StoreError> {
    read(from, table, Some(Writer { to, table, rows: Vec::new(), bytes: 0 })).await
}

/// Whether a table has no row.
pub async fn is_empty(tx: &mut Tx, table: &Table) -> Result<bool, StoreError> {
    let any = AssertSqlSafe(table.any());
    let found = match tx {
        Tx::Sqlite(t) => sqlx::query(any).fetch_optional(&mut **t).await?.is_some(),
        Tx::Postgres(t) => sqlx::query(any).fetch_optional(&mut **t).await?.is_some(),
    };
    Ok(!found)
}

/// Empties all tables.
pub async fn delete_all(tx: &mut Tx, schema: &Schema) -> Result<(), StoreError> {
    // Those that name others go first.
    for table in schema.tables().iter().rev() {
        let delete = AssertSqlSafe(table.delete());
        match tx {
            Tx::Sqlite(t) => sqlx::query(delete).execute(&mut **t).await.map(|_| ())?,
            Tx::Postgres(t) => sqlx::query(delete).execute(&mut **t).await.map(|_| ())?,
        }
    }
    Ok(())
}

async fn next<T>(rows: &mut BoxStream<'_, sqlx::Result<T>>) -> sqlx::Result<Option<T>> {
    poll_fn(|cx| rows.as_mut().poll_next(cx)).await.transpose()
}

/// The values of a row, each by the kind of its column.
macro_rules! values {
    ($row:expr, $table:expr) => {{
        let mut values = Vec::with_capacity($table.columns().len());
        for (at, column) in $table.columns().iter().enumerate() {
            values.push(match column.kind {
                Kind::Uuid => Value::Uuid($row.try_get(at)?),
                Kind::Text => Value::Text($row.try_get(at)?),
                Kind::Integer => Value::Integer($row.try_get(at)?),
                Kind::Boolean => Value::Boolean($row.try_get(at)?),
                Kind::Bytes => Value::Bytes($row.try_get(at)?),
                Kind::Instant => Value::Instant($row.try_get(at)?),
            });
        }
        values
    }};
}

async fn read(from: &mut Tx, table: &Table, mut writer: Option<Writer<'_>>) -> Result<Digest, StoreError> {
    let mut digest = Digest::default();
    let select = AssertSqlSafe(table.select());
    macro_rules! all_rows {
        ($t:expr) => {{
            let mut rows = sqlx::query(select).fetch(&mut **$t);
            while let Some(row) = next(&mut rows).await? {
                let values = values!(row, table);
                digest.add(&values);
                if let Some(writer) = &mut writer {
                    writer.take(values).await?;
                }
            }
        }};
    }
    match from {
        Tx::Sqlite(t) => all_rows!(t),
        Tx::Postgres(t) => all_rows!(t),
    }
    if let Some(writer) = &mut writer {
        writer.flush().await?;
    }
    Ok(digest)
}

/// Writes what was read, many rows at a time.
struct Writer<'a> {
    to: &'a mut Tx,
    table: &'a Table,
    rows: Vec<Vec<Value>>,
    bytes: usize,
}

impl Writer<'_> {
    async fn take(&mut self, row: Vec<Value>) -> Result<(), StoreError> {
        self.bytes += row.iter().map(Value::size).sum::<usize>();
        self.rows.push(row);
        if self.rows.len() >= ROWS || self.bytes >= BYTES { self.flush().await } else { Ok(()) }
    }

    async fn flush(&mut self) -> Result<(), StoreError> {
        let (rows, table) = (std::mem::take(&mut self.rows), self.table);
        self.bytes = 0;
        if rows.is_empty() {
            return Ok(());
        }
        macro_rules! insert {
            ($database:ty, $t:expr) => {{
                let mut insert = QueryBuilder::<$database>::new(table.insert());
                insert.push_values(rows, |mut row, values: Vec<Value>| {
                    for value in values {
                        match value {
                            Value::Uuid(it) => row.push_bind(it),
                            Value::Text(it) => row.push_bind(it),
                            Value::Integer(it) => row.push_bind(it),
                            Value::Boolean(it) => row.push_bind(it),
                            Value::Bytes(it) => row.push_bind(it),
                            Value::Instant(it) => row.push_bind(it),
                        };
                    }
                });
                insert.build().execute(&mut **$t).await?;
            }};
        }
        match self.to {
            Tx::Sqlite(t) => insert!(Sqlite, t),
            Tx::Postgres(t) => insert!(Postgres, t),
        }
        Ok(())
    }
}
