//! The secrets that an app's callbacks are signed with: made, shown, changed with overlap. They are kept sealed with
//! the key file, since they must be read again.

use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

use crate::actions::{
    ActionError, Context,
    audit::{self, About},
};
use crate::{
    domain::{
        audit::Deed,
        webhook::{SECRET_BYTES, Secret},
    },
    keys::Purpose,
    ports,
    store::{
        StoreError, Tx, apps,
        webhooks::{self, SecretRow},
    },
};

/// A secret that signs now.
#[derive(Debug, Clone)]
pub struct Signing {
    /// Its row.
    pub id: Uuid,
    /// The secret.
    pub secret: Secret,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When it stops signing.
    pub expires_at: Option<DateTime<Utc>>,
}

/// The secrets that sign an app's callbacks now, the newest first. `None` when there is no such app.
pub async fn list(context: &Context, app_id: Uuid) -> Result<Option<Vec<Signing>>, ActionError> {
    let mut tx = context.db.read().await?;
    if apps::find(&mut tx, app_id).await?.is_none() {
        return Ok(None);
    }
    Ok(Some(signing(context, &mut tx, app_id).await?))
}

/// Makes a secret. The others sign beside it for `overlap`, then no more. `None` when there is no such app.
pub async fn new(
    context: &Context,
    app_id: Uuid,
    overlap: TimeDelta,
) -> Result<Option<Signing>, ActionError> {
    let now = context.now();
    let mut tx = context.db.write().await?;
    if apps::find(&mut tx, app_id).await?.is_none() {
        return Ok(None);
    }
    let made = make(context, &mut tx, app_id, now).await?;
    webhooks::save_other_secrets_expire(&mut tx, app_id, made.id, now + overlap).await?;
    audit::write(context, &mut tx, Deed::WebhookSecretMade, About::app(app_id)).await?;
    tx.commit().await?;
    Ok(Some(made))
}

/// Makes the app's first secret, unless it has one.
pub(in crate::actions) async fn ensure(
    context: &Context,
    tx: &mut Tx,
    app_id: Uuid,
) -> Result<(), ActionError> {
    let now = context.now();
    if !webhooks::list_secrets(tx, app_id, now).await?.is_empty() {
        return Ok(());
    }
    webhooks::lock_app(tx, app_id).await?;
    if webhooks::list_secrets(tx, app_id, now).await?.is_empty() {
        make(context, tx, app_id, now).await?;
    }
    Ok(())
}

/// The secrets that sign an app's callbacks now, the newest first.
pub(in crate::actions) async fn signing(
    context: &Context,
    tx: &mut Tx,
    app_id: Uuid,
) -> Result<Vec<Signing>, StoreError> {
    let rows = webhooks::list_secrets(tx, app_id, context.now()).await?;
    rows.into_iter().map(|row| open(context, app_id, &row)).collect()
}

async fn make(
    context: &Context,
    tx: &mut Tx,
    app_id: Uuid,
    now: DateTime<Utc>,
) -> Result<Signing, StoreError> {
    let id = context.new_id(now);
    let secret = Secret::from_bytes(&ports::bytes::<SECRET_BYTES>(&*context.random));
    let bound_to = bound_to(app_id, id);
    let sealed = context.keys.seal(Purpose::WebhookSecret, &bound_to, &*context.random, secret.as_bytes());
    webhooks::insert_secret(tx, id, app_id, sealed, now).await?;
    Ok(Signing { id, secret, created_at: now, expires_at: None })
}

fn open(context: &Context, app_id: Uuid, row: &SecretRow) -> Result<Signing, StoreError> {
    let opened = context.keys.open(Purpose::WebhookSecret, &bound_to(app_id, row.id), &row.sealed);
    let bytes = opened.ok_or(StoreError::Unreadable("signing secret"))?;
    Ok(Signing {
        id: row.id,
        secret: Secret::from_bytes(&bytes),
        created_at: row.created_at,
        expires_at: row.expires_at,
    })
}

/// A sealed secret opens only for its app and in its row.
pub(in crate::actions) fn bound_to(app_id: Uuid, id: Uuid) -> [u8; 32] {
    let mut context = [0; 32];
    context[..16].copy_from_slice(app_id.as_bytes());
    context[16..].copy_from_slice(id.as_bytes());
    context
}
