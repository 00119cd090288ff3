//! What each node has counted of what is limited for all of them together.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::{StoreError, Tx, sql};

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

const DELETE: &str = "DELETE FROM shared_counts WHERE at < $1";
/// Forgets what was said before an instant. Returns how many.
pub async fn delete_before(tx: &mut Tx, before: DateTime<Utc>) -> Result<u64, StoreError> {
    sql!(tx, execute, DELETE, before)
}
