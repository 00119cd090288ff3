//! Records of the sandbox's sample patient.

use chrono::TimeDelta;
use uuid::Uuid;

use crate::actions::{ActionError, Context};
use crate::{domain::person::Record, store::records};

/// Gives a person records of these names, in this order.
pub async fn add_records(context: &Context, person_id: Uuid, names: &[&str]) -> Result<(), ActionError> {
    let now = context.now();
    let mut tx = context.db.write().await?;
    for (name, since) in names.iter().zip(0..) {
        let record = Record { id: context.new_id(now), name: (*name).to_owned() };
        records::insert(&mut tx, &record, person_id, now + TimeDelta::microseconds(since)).await?;
    }
    tx.commit().await?;
    Ok(())
}
