//! Registered apps and their API keys (as keyed hashes).

use std::{
    collections::HashMap,
    sync::{Arc, PoisonError, RwLock},
};

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::domain::{application::App, slug::Slug};

use super::{StoreError, Tx, Versioned, saved, sql};
use crate::keys::{Hash, Hashes};

#[derive(sqlx::FromRow)]
struct Row {
    definition: String,
    enabled: bool,
    version: i64,
}

impl TryFrom<Row> for Versioned<Arc<App>> {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Self, StoreError> {
        Ok(Versioned { value: stored(row.definition, row.enabled)?, version: row.version })
    }
}

/// An app of its columns.
pub(super) fn stored(definition: String, enabled: bool) -> Result<Arc<App>, StoreError> {
    let mut app = parsed(definition)?;
    if app.enabled != enabled {
        Arc::make_mut(&mut app).enabled = enabled;
    }
    Ok(app)
}

/// Definitions as they were parsed, so that a call does not parse its app's anew. By their text, so nothing can be taken for
/// another: not an older copy of the database that was put back, nor the same app in two databases.
static PARSED: RwLock<Option<HashMap<String, Arc<App>>>> = RwLock::new(None);
/// Text of definitions that is kept, in bytes: that of some thousand apps. What would be more begins anew.
const KEPT: usize = 4 * 1024 * 1024;

fn parsed(definition: String) -> Result<Arc<App>, StoreError> {
    let known = PARSED.read().unwrap_or_else(PoisonError::into_inner);
    if let Some(app) = known.as_ref().and_then(|known| known.get(&definition)) {
        return Ok(app.clone());
    }
    drop(known);
    let app: App = serde_json::from_str(&definition).map_err(|_| StoreError::Unreadable("app"))?;
    let app = Arc::new(app);
    let mut known = PARSED.write().unwrap_or_else(PoisonError::into_inner);
    let known = known.get_or_insert_default();
    if known.keys().map(String::len).sum::<usize>() + definition.len() > KEPT {
        known.clear();
    }
    known.insert(definition, app.clone());
    Ok(app)
}

fn definition(app: &App) -> Result<String, StoreError> {
    serde_json::to_string(app).map_err(|_| StoreError::Unreadable("app"))
}

const FIND: &str = "SELECT definition, enabled, version FROM apps WHERE id = $1";
/// By id.
pub async fn find(tx: &mut Tx, id: Uuid) -> Result<Option<Versioned<Arc<App>>>, StoreError> {
    sql!(tx, fetch_optional as Row, FIND, id)?.map(Versioned::try_from).transpose()
}

const FIND_BY_KEY: &str = "SELECT a.definition, a.enabled, a.version FROM apps a JOIN app_keys k ON k.app_id = a.id \
     WHERE k.key_hash = $1 AND (k.expires_at IS NULL OR k.expires_at > $2)";
/// The app that a key belongs to, unless the key has run out, and the hash under which the key is stored.
pub async fn find_by_key(
    tx: &mut Tx,
    key: &Hashes,
    now: DateTime<Utc>,
) -> Result<Option<(Hash, Versioned<Arc<App>>)>, StoreError> {
    for hash in key.tries() {
        if let Some(row) = sql!(tx, fetch_optional as Row, FIND_BY_KEY, hash.to_vec(), now)? {
            return Ok(Some((*hash, row.try_into()?)));
        }
    }
    Ok(None)
}

const RENAME_KEY: &str = "UPDATE app_keys SET key_hash = $2 WHERE key_hash = $1";
/// Stores a key's hash under another pepper.
pub async fn save_key_hash(tx: &mut Tx, old: &Hash, new: &Hash) -> Result<(), StoreError> {
    sql!(tx, execute, RENAME_KEY, old.to_vec(), new.to_vec())?;
    Ok(())
}

const LIST: &str = "SELECT definition, enabled, version FROM apps ORDER BY created_at, id";
/// Every app, oldest first.
pub async fn list(tx: &mut Tx) -> Result<Vec<Versioned<Arc<App>>>, StoreError> {
    sql!(tx, fetch_all as Row, LIST)?.into_iter().map(Versioned::try_from).collect()
}

const FIND_BY_SLUG: &str = "SELECT definition, enabled, version FROM apps WHERE slug = $1";
/// By the word of its own entry.
pub async fn find_by_slug(tx: &mut Tx, slug: &Slug) -> Result<Option<Versioned<Arc<App>>>, StoreError> {
    sql!(tx, fetch_optional as Row, FIND_BY_SLUG, slug.to_string())?.map(Versioned::try_from).transpose()
}

fn slug(app: &App) -> Option<String> {
    app.slug.as_ref().map(ToString::to_string)
}

const INSERT: &str = "INSERT INTO apps (id, definition, enabled, version, created_at, updated_at, slug) \
     VALUES ($1, $2, $3, 1, $4, $4, $5)";
const INSERT_FEED: &str = "INSERT INTO app_feeds (app_id, seq, at) VALUES ($1, 0, $2)";
/// A new app, with an empty log.
pub async fn insert(tx: &mut Tx, app: &App, now: DateTime<Utc>) -> Result<(), StoreError> {
    sql!(tx, execute, INSERT, app.id, definition(app)?, app.enabled, now, slug(app))?;
    sql!(tx, execute, INSERT_FEED, app.id, now)?;
    Ok(())
}

const SAVE: &str = "UPDATE apps SET definition = $3, enabled = $4, updated_at = $5, slug = $6, version = version + 1 \
     WHERE id = $1 AND version = $2";
/// Replaces an app's definition.
pub async fn save(tx: &mut Tx, app: &Versioned<Arc<App>>, now: DateTime<Utc>) -> Result<(), StoreError> {
    let v = &app.value;
    saved(sql!(tx, execute, SAVE, v.id, app.version, definition(v)?, v.enabled, now, slug(v))?)
}

/// An API key, as an operator may see it.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct KeyRow {
    /// Its row.
    pub id: Uuid,
    /// The last letters of the key, to tell one from another.
    pub hint: String,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When it stops working.
    pub expires_at: Option<DateTime<Utc>>,
}

const INSERT_KEY: &str = "INSERT INTO app_keys (id, app_id, key_hash, hint, created_at, expires_at) VALUES ($1, $2, $3, $4, $5, NULL)";
/// A new key for an app.
pub async fn insert_key(
    tx: &mut Tx,
    id: Uuid,
    app_id: Uuid,
    key: &Hashes,
    hint: &str,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    sql!(tx, execute, INSERT_KEY, id, app_id, key.written().to_vec(), hint.to_owned(), now)?;
    Ok(())
}

const EXPIRE_KEYS: &str = "UPDATE app_keys SET expires_at = $3 \
     WHERE app_id = $1 AND id <> $2 AND (expires_at IS NULL OR expires_at > $3)";
/// Lets every other key of the app run out at `at`. Returns how many.
pub async fn save_other_keys_expire(
    tx: &mut Tx,
    app_id: Uuid,
    keep: Uuid,
    at: DateTime<Utc>,
) -> Result<u64, StoreError> {
    sql!(tx, execute, EXPIRE_KEYS, app_id, keep, at)
}

const SAVE_KEY_EXPIRES: &str = "UPDATE app_keys SET expires_at = $2 WHERE id = $1";
/// Lets one key run out at `at`.
pub async fn save_key_expires(tx: &mut Tx, id: Uuid, at: DateTime<Utc>) -> Result<(), StoreError> {
    sql!(tx, execute, SAVE_KEY_EXPIRES, id, at)?;
    Ok(())
}

const LIST_KEYS: &str =
    "SELECT id, hint, created_at, expires_at FROM app_keys WHERE app_id = $1 ORDER BY created_at, id";
/// An app's keys, oldest first.
pub async fn list_keys(tx: &mut Tx, app_id: Uuid) -> Result<Vec<KeyRow>, StoreError> {
    sql!(tx, fetch_all as KeyRow, LIST_KEYS, app_id)
}

const SAVE_ENABLED: &str =
    "UPDATE apps SET enabled = $2, updated_at = $3, version = version + 1 WHERE id = $1";
/// Switches an app on or off. False when there is no such app.
pub async fn save_enabled(
    tx: &mut Tx,
    id: Uuid,
    enabled: bool,
    now: DateTime<Utc>,
) -> Result<bool, StoreError> {
    Ok(sql!(tx, execute, SAVE_ENABLED, id, enabled, now)? == 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(name: &str) -> String {
        format!(
            r#"{{"id":"3f1c0a52-6c55-4d0c-9a8a-0f6f1f0f5a11","name":"{name}","organization":"Fabrikam Clinic",
            "kind":"web","methods":[],"success_message":"Done","contact":"Call","rules":[],"brand":null,"enabled":true,
            "certificates":[]}}"#
        )
    }

    #[test]
    fn a_definition_is_parsed_once_and_a_changed_one_is_not_taken_for_it() {
        let first = parsed(text("Fabrikam Visits")).unwrap();
        assert!(Arc::ptr_eq(&first, &parsed(text("Fabrikam Visits")).unwrap()));
        assert_eq!(parsed(text("Tailspin Care")).unwrap().name, "Tailspin Care");
        assert_eq!(first.name, "Fabrikam Visits");
        assert!(parsed("{".to_owned()).is_err());
    }
}
