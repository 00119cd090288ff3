//! What is written to learn whether anything can be written.

use uuid::Uuid;

use super::{StoreError, Tx, sql};

/// More than any step of a patient writes, in bytes: her decision writes up to 40 pages of 4 KiB (counted), and a smaller row
/// would still find room where her decision finds none.
const BALLAST: usize = 192 * 1024;

const INSERT: &str = "INSERT INTO write_probes (id, ballast) VALUES ($1, $2)";
const DELETE: &str = "DELETE FROM write_probes WHERE id = $1";
/// Writes a row of its own and takes it away again. Once committed it was on the disk, and nothing of it is left.
pub async fn insert_and_delete(tx: &mut Tx, id: Uuid) -> Result<(), StoreError> {
    sql!(tx, execute, INSERT, id, vec![0u8; BALLAST])?;
    sql!(tx, execute, DELETE, id)?;
    Ok(())
}
