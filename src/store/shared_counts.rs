//! What each node has counted of what is limited for all of them together.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::{StoreError, Tx, sql};

/// The kind of row by which a node says which peppers it knows: its key is a pepper's keyed hash, and its count 1 where the
/// node writes with it, 0 where it only knows it.
pub const PEPPER: &str = "pepper";

/// One node's count.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct NodesCount {
    /// Which node, since it was started.
    pub node: Uuid,
    /// What is counted.
    pub kind: String,
    /// Whose it is.
    pub key: Vec<u8>,
    /// How many, since the node was started.
    pub counted: i64,
}

const SAVE: &str = "INSERT INTO shared_counts (node, kind, key, counted, at) VALUES ($1, $2, $3, $4, $5) \
     ON CONFLICT (node, kind, key) DO UPDATE SET counted = excluded.counted, at = excluded.at";
/// Says how many a node has counted by now.
pub async fn save(tx: &mut Tx, count: &NodesCount, at: DateTime<Utc>) -> Result<(), StoreError> {
    let NodesCount { node, kind, key, counted } = count;
    sql!(tx, execute, SAVE, *node, kind.clone(), key.clone(), *counted, at)?;
    Ok(())
}

const LIST: &str = "SELECT node, kind, key, counted FROM shared_counts WHERE at > $2 AND node <> $1";
/// What the other nodes have said since an instant.
pub async fn list_of_others(
    tx: &mut Tx,
    node: Uuid,
    since: DateTime<Utc>,
) -> Result<Vec<NodesCount>, StoreError> {
    sql!(tx, fetch_all as NodesCount, LIST, node, since)
}

const LIST_OF_KIND: &str = "SELECT node, kind, key, counted FROM shared_counts WHERE kind = $1 AND at > $2";
/// What all nodes have said of one kind since an instant.
pub async fn list_of_kind(
    tx: &mut Tx,
    kind: &'static str,
    since: DateTime<Utc>,
) -> Result<Vec<NodesCount>, StoreError> {
    sql!(tx, fetch_all as NodesCount, LIST_OF_KIND, kind.to_owned(), since)
}

const DELETE: &str = "DELETE FROM shared_counts WHERE at < $1";
/// Forgets what was said before an instant. Returns how many.
pub async fn delete_before(tx: &mut Tx, before: DateTime<Utc>) -> Result<u64, StoreError> {
    sql!(tx, execute, DELETE, before)
}
