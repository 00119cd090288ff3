//! Whether the portal can work: an operator's machine asks before it sends patients here.

use crate::actions::{ActionError, Context};
use crate::store::installation;

/// The database answers, and its tables are there. Fails when it is away.
pub async fn check(context: &Context) -> Result<(), ActionError> {
    let mut tx = context.db.read().await?;
    installation::find_key_check(&mut tx).await?;
    Ok(())
}
