//! An app asks whether an authorization still stands, or gives it up.

use uuid::Uuid;

use crate::actions::{ActionError, Context, journey::connections, record::commit};
use crate::{
    domain::{application::ConnectApp, authorization::Authorization, event::EventKind},
    store::{authorizations, retry_on_conflict},
};

/// The authorization of a person and record, as the app knows them. `None` where there never was one.
pub async fn check_authorization(
    context: &Context,
    app: &ConnectApp,
    person: Uuid,
    record: Uuid,
) -> Result<Option<Authorization>, ActionError> {
    let mut tx = context.db.read_one().await?;
    let found = authorizations::find_by_pseudonyms(&mut tx, app.id, person, record).await?;
    Ok(found.map(|a| a.value))
}

/// The app gives an authorization up. Repeating it changes nothing. False where there never was one.
pub async fn give_up(
    context: &Context,
    app: &ConnectApp,
    person: Uuid,
    record: Uuid,
) -> Result<bool, ActionError> {
    retry_on_conflict!({
        let mut tx = context.db.write_for_app().await?;
        let found = authorizations::find_by_pseudonyms(&mut tx, app.id, person, record).await?;
        let Some(mut authorization) = found else { return Ok::<_, ActionError>(false) };
        if authorization.value.is_active() {
            connections::end(context, &mut tx, &mut authorization, EventKind::GivenUp).await?;
            let of = (authorization.value.person_id, app.id);
            connections::tell(context, &mut tx, of, EventKind::GivenUp).await?;
            commit(context, tx, app.id).await?;
        }
        Ok(true)
    })
}
