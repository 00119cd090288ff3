//! Registered apps: making and changing them, and their keys.

use std::fmt;

use chrono::{DateTime, TimeDelta, Utc};
use data_encoding::BASE64URL_NOPAD;
use uuid::Uuid;
use zeroize::Zeroizing;

use super::{ActionError, Parts};
use crate::{
    domain::application::App,
    keys::Purpose,
    ports,
    store::{Versioned, apps, apps::KeyRow, retry_on_conflict},
};

/// Begins every API key, so that a leaked one is recognised.
pub const KEY_PREFIX: &str = "pc_";

/// An API key, told once. Does not print.
pub struct ApiKey(Zeroizing<String>);

impl ApiKey {
    /// The text to hand to the app's operator.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for ApiKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ApiKey(…)")
    }
}

/// What applying an app's definition did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Applied {
    /// It was not there.
    Created,
    /// It differed.
    Updated,
    /// It was so already.
    Unchanged,
}

/// Makes the app, or changes it to what is given. Safe to repeat.
pub async fn apply(parts: &Parts, app: &App) -> Result<Applied, ActionError> {
    retry_on_conflict!({
        let now = parts.now();
        let mut tx = parts.db.write().await?;
        let applied = match apps::find(&mut tx, app.id).await? {
            None => {
                apps::insert(&mut tx, app, now).await?;
                Applied::Created
            }
            Some(before) => {
                let mut after = app.clone();
                after.enabled = before.value.enabled;
                if before.value == after {
                    Applied::Unchanged
                } else {
                    apps::save(&mut tx, &Versioned { value: after, version: before.version }, now).await?;
                    Applied::Updated
                }
            }
        };
        tx.commit().await?;
        Ok::<_, ActionError>(applied)
    })
}

/// Every app, oldest first.
pub async fn list(parts: &Parts) -> Result<Vec<App>, ActionError> {
    let mut tx = parts.db.read().await?;
    Ok(apps::list(&mut tx).await?.into_iter().map(|a| a.value).collect())
}

/// One app with its keys.
pub async fn find(parts: &Parts, id: Uuid) -> Result<Option<(App, Vec<KeyRow>)>, ActionError> {
    let mut tx = parts.db.read().await?;
    let Some(app) = apps::find(&mut tx, id).await? else { return Ok(None) };
    let keys = apps::list_keys(&mut tx, id).await?;
    Ok(Some((app.value, keys)))
}

/// Makes a key. The others run out after `overlap`, or stay when it is `None`. `None` when there is no such app.
pub async fn new_key(
    parts: &Parts,
    app_id: Uuid,
    overlap: Option<TimeDelta>,
) -> Result<Option<ApiKey>, ActionError> {
    let now = parts.now();
    let key = Zeroizing::new(format!(
        "{KEY_PREFIX}{}",
        BASE64URL_NOPAD.encode(&*Zeroizing::new(ports::bytes::<32>(&*parts.random)))
    ));
    let id = parts.new_id(now);
    let mut tx = parts.db.write().await?;
    if apps::find(&mut tx, app_id).await?.is_none() {
        return Ok(None);
    }
    let hint: String = key.chars().skip(key.chars().count() - 4).collect();
    apps::insert_key(&mut tx, id, app_id, &key_hash(parts, &key), &hint, now).await?;
    if let Some(overlap) = overlap {
        apps::save_other_keys_expire(&mut tx, app_id, id, now + overlap).await?;
    }
    tx.commit().await?;
    Ok(Some(ApiKey(key)))
}

/// The app that a key belongs to. `None` for an unknown key, one that has run out, and a disabled app.
pub async fn find_by_key(parts: &Parts, key: &str) -> Result<Option<App>, ActionError> {
    if !key.starts_with(KEY_PREFIX) || key.len() > 200 {
        return Ok(None);
    }
    let mut tx = parts.db.read().await?;
    let found = apps::find_by_key(&mut tx, &key_hash(parts, key), parts.now()).await?;
    Ok(found.map(|a| a.value).filter(|a| a.enabled))
}

/// Switches an app off or on. False when there is no such app.
pub async fn set_enabled(parts: &Parts, id: Uuid, enabled: bool) -> Result<bool, ActionError> {
    retry_on_conflict!({
        let now: DateTime<Utc> = parts.now();
        let mut tx = parts.db.write().await?;
        let found = apps::save_enabled(&mut tx, id, enabled, now).await?;
        tx.commit().await?;
        Ok::<_, ActionError>(found)
    })
}

fn key_hash(parts: &Parts, key: &str) -> [u8; 32] {
    parts.keys.hash(Purpose::ApiKey, &[key.as_bytes()])
}

/// Registers a certificate beside those that the app has. Repeating it changes nothing. False when there is no such
/// app.
pub async fn add_certificate(parts: &Parts, id: Uuid, pem: &str) -> Result<bool, ActionError> {
    retry_on_conflict!({
        let mut tx = parts.db.write().await?;
        let Some(mut app) = apps::find(&mut tx, id).await? else { return Ok::<_, ActionError>(false) };
        if !app.value.certificates.iter().any(|known| known == pem) {
            app.value.certificates.push(pem.to_owned());
            apps::save(&mut tx, &app, parts.now()).await?;
            tx.commit().await?;
        }
        Ok(true)
    })
}
