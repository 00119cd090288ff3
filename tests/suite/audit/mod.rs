//! The audit log: what it says, what it never says, and that nobody changes it unseen.

mod chain;
mod commands;
mod kept;
mod lines;
mod tampered;

use patient_connect::{
    actions::{
        Context,
        audit::{self, Holds, Wrong},
    },
    store::Db,
};
use serde_json::Value;

use crate::support::TestPortal;

/// Chains what waits and gives every line.
pub async fn lines(portal: &TestPortal) -> Vec<Value> {
    let context = &portal.installation.context;
    audit::chain(context).await.unwrap();
    let exported = audit::export(context, 0).await.unwrap();
    exported.into_iter().map(|(_, line)| serde_json::from_str(&line).unwrap()).collect()
}

/// What happened, in order, about people and their requests: without what the start of a portal writes.
pub fn deeds(lines: &[Value]) -> Vec<&str> {
    let all = lines.iter().map(|line| line["what"].as_str().unwrap());
    all.filter(|what| !what.starts_with("app_") && !what.starts_with("key_")).collect()
}

async fn verify(context: &Context) -> Result<Holds, Wrong> {
    audit::verify(context, None).await.unwrap()
}

/// What somebody does who may write into the database, and has not the key file.
async fn try_by_hand(db: &Db, statement: &'static str) -> Result<u64, sqlx::Error> {
    match db {
        Db::Sqlite { write, .. } => sqlx::raw_sql(statement)
            .execute(&mut *write.take().await.unwrap())
            .await
            .map(|d| d.rows_affected()),
        Db::Postgres { pool, .. } => sqlx::raw_sql(statement).execute(pool).await.map(|d| d.rows_affected()),
    }
}

async fn by_hand(db: &Db, statement: &'static str) -> u64 {
    try_by_hand(db, statement).await.unwrap_or_else(|e| panic!("{statement}: {e}"))
}
