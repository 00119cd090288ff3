//! Registered apps: making and changing them, and their keys.

use std::{fmt, sync::Arc};

use chrono::{DateTime, TimeDelta, Utc};
use data_encoding::BASE64URL_NOPAD;
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::actions::{
    ActionError, Context,
    account::notices,
    audit::{self, About},
    renew::Named,
};
use crate::{
    domain::{
        app_change::{Change, asks_differently, changes, fingerprint},
        application::App,
        audit::Deed,
        mail::Notice,
        slug::Slug,
    },
    keys::{Hashes, Purpose},
    ports,
    store::{StoreError, Tx, Versioned, apps, apps::KeyRow, authorizations, retry_on_conflict},
};

/// Begins every API key, so that a leaked one is recognised.
pub const KEY_PREFIX: &str = "pc_";

/// An API key, told once. Does not print.
pub struct ApiKey(Zeroizing<String>);

/// The last letters of a key, to tell one from another.
pub fn hint_of(key: &str) -> &str {
    key.get(key.len().saturating_sub(HINT_LETTERS)..).unwrap_or_default()
}

/// How many letters a hint has.
const HINT_LETTERS: usize = 4;

impl ApiKey {
    /// Its last letters, by which lists show it.
    pub fn hint(&self) -> &str {
        hint_of(&self.0)
    }

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

/// Persons who are looked up at a time, to be told of a change.
const PEOPLE_AT_ONCE: u32 = 500;

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

/// An app as its file wants it.
#[derive(Debug, Clone)]
pub struct Wanted {
    /// The app. Its id is a fresh one when the file has none.
    pub app: App,
    /// The file has an id. Without one the file stands for the app of the same name and organization, so that applying
    /// it again makes no second app.
    pub has_id: bool,
    /// The file lists certificates, and its list is the whole list. Without one the app keeps those that it has.
    pub lists_certificates: bool,
}

impl Wanted {
    /// The app as it is to be, where it was so before.
    fn after(&self, before: Option<&App>) -> App {
        let mut after = self.app.clone();
        if let Some(before) = before {
            after.id = before.id;
            after.enabled = before.enabled;
            if !self.lists_certificates {
                after.certificates.clone_from(&before.certificates);
            }
        }
        after
    }
}

/// What applying one file does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// In a word.
    pub applied: Applied,
    /// The app as it is then.
    pub app: App,
    /// Field by field.
    pub changes: Vec<Change>,
}

/// Why files cannot be applied. None of them is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unclear {
    /// This file has no id, and several apps have its name and organization.
    SeveralApps(usize),
    /// This file and an earlier one are about the same app.
    SameApp(usize),
    /// Another app has, or is to have, this file's slug.
    SlugTaken(usize),
}

/// Makes the app, or changes it to what is given. Safe to repeat.
pub async fn apply(context: &Context, app: &App) -> Result<Applied, ActionError> {
    let wanted = Wanted { app: app.clone(), has_id: true, lists_certificates: true };
    let plans = apply_all(context, &[wanted], false).await?;
    Ok(plans.ok().and_then(|plans| plans.first().map(|plan| plan.applied)).unwrap_or(Applied::Unchanged))
}

/// Makes apps, or changes them to what their files want: all of them or none. With `dry_run` it only says what it
/// would do. An app that was disabled stays so.
pub async fn apply_all(
    context: &Context,
    wanted: &[Wanted],
    dry_run: bool,
) -> Result<Result<Vec<Plan>, Unclear>, ActionError> {
    retry_on_conflict!({
        let now = context.now();
        let mut tx = if dry_run { context.db.read().await? } else { context.db.write().await? };
        let known = apps::list(&mut tx).await?;
        let mut plans: Vec<Plan> = Vec::with_capacity(wanted.len());
        for (n, wanted) in wanted.iter().enumerate() {
            let is_it = |app: &App| match wanted.has_id {
                true => app.id == wanted.app.id,
                false => app.name == wanted.app.name && app.organization == wanted.app.organization,
            };
            let mut found = known.iter().filter(|before| is_it(&before.value));
            let before = found.next();
            if found.next().is_some() {
                return Ok(Err(Unclear::SeveralApps(n)));
            }
            let after = wanted.after(before.map(|before| &*before.value));
            if plans.iter().any(|plan| plan.app.id == after.id || (before.is_none() && is_it(&plan.app))) {
                return Ok(Err(Unclear::SameApp(n)));
            }
            let applied = match before {
                None => Applied::Created,
                Some(before) if *before.value == after => Applied::Unchanged,
                Some(_) => Applied::Updated,
            };
            match before {
                _ if dry_run => {}
                None => apps::insert(&mut tx, &after, now).await?,
                Some(_) if applied == Applied::Unchanged => {}
                Some(before) => {
                    tell_change(context, &mut tx, &before.value, &after).await?;
                    let after = Versioned { value: Arc::new(after.clone()), version: before.version };
                    apps::save(&mut tx, &after, now).await?;
                }
            }
            let changes = changes(before.map(|before| &*before.value), &after);
            if !dry_run {
                write_applied(context, &mut tx, applied, after.id, &changes).await?;
            }
            plans.push(Plan { applied, app: after, changes });
        }
        if let Some(n) = slug_taken(&known, &plans) {
            return Ok(Err(Unclear::SlugTaken(n)));
        }
        if !dry_run {
            tx.commit().await?;
            context.notifier.mail();
        }
        Ok::<_, ActionError>(Ok(plans))
    })
}

/// Writes down that an app was made or changed, and which of its fields.
async fn write_applied(
    context: &Context,
    tx: &mut Tx,
    applied: Applied,
    id: Uuid,
    changes: &[Change],
) -> Result<(), StoreError> {
    let fields: Vec<&str> = changes.iter().map(|change| change.field.as_str()).collect();
    match applied {
        Applied::Created => audit::write(context, tx, Deed::AppCreated, About::app(id)).await,
        Applied::Updated => {
            audit::write(context, tx, Deed::AppChanged, About::app(id).thing(fields.join(", "))).await
        }
        Applied::Unchanged => Ok(()),
    }
}

/// The first plan whose app has the slug of another: of an earlier plan, or of an app that no plan is about.
fn slug_taken(known: &[Versioned<Arc<App>>], plans: &[Plan]) -> Option<usize> {
    let others = known.iter().map(|app| &app.value).filter(|app| plans.iter().all(|p| p.app.id != app.id));
    let others: Vec<_> = others.filter_map(|app| app.slug.as_ref()).collect();
    let taken = |(n, plan): (usize, &Plan)| {
        let slug = plan.app.slug.as_ref()?;
        let earlier = plans[..n].iter().any(|earlier| earlier.app.slug.as_ref() == Some(slug));
        (earlier || others.contains(&slug)).then_some(n)
    };
    plans.iter().enumerate().find_map(taken)
}

/// Tells everybody who has allowed an app that it asks for other information now. Nobody's authorization changes by that.
async fn tell_change(context: &Context, tx: &mut Tx, before: &App, after: &App) -> Result<(), ActionError> {
    if !context.can_mail || !asks_differently(before, after) {
        return Ok(());
    }
    let mut last = Uuid::nil();
    loop {
        let people = authorizations::list_people_after(tx, after.id, last, PEOPLE_AT_ONCE).await?;
        for person_id in &people {
            notices::tell(context, tx, *person_id, Notice::DataTypesChanged, Some(after.id)).await?;
        }
        match people.last() {
            Some(person_id) if people.len() == PEOPLE_AT_ONCE as usize => last = *person_id,
            _ => return Ok(()),
        }
    }
}

/// What came of revoking a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Revoked {
    /// It works no more.
    Done {
        /// How many keys of the app still work.
        left: usize,
    },
    /// The app has no working key with this hint.
    NoSuchKey,
    /// It has several: none was revoked.
    Several,
}

/// Ends an API key at once, named by its hint. `None` when there is no such app.
pub async fn revoke_key(context: &Context, app_id: Uuid, hint: &str) -> Result<Option<Revoked>, ActionError> {
    let now = context.now();
    let mut tx = context.db.write().await?;
    if apps::find(&mut tx, app_id).await?.is_none() {
        return Ok(None);
    }
    let mut working = apps::list_keys(&mut tx, app_id).await?;
    working.retain(|key| key.expires_at.is_none_or(|at| at > now));
    let mut named = working.iter().filter(|key| key.hint == hint);
    let Some(key) = named.next() else { return Ok(Some(Revoked::NoSuchKey)) };
    if named.next().is_some() {
        return Ok(Some(Revoked::Several));
    }
    apps::save_key_expires(&mut tx, key.id, now).await?;
    audit::write(context, &mut tx, Deed::KeyRevoked, About::app(app_id).thing(hint)).await?;
    tx.commit().await?;
    Ok(Some(Revoked::Done { left: working.len() - 1 }))
}

/// Every app, oldest first.
pub async fn list(context: &Context) -> Result<Vec<Arc<App>>, ActionError> {
    let mut tx = context.db.read().await?;
    Ok(apps::list(&mut tx).await?.into_iter().map(|a| a.value).collect())
}

/// The app whose own entry has this word.
pub async fn find_by_slug(context: &Context, slug: &Slug) -> Result<Option<Arc<App>>, ActionError> {
    let mut tx = context.db.read_one().await?;
    Ok(apps::find_by_slug(&mut tx, slug).await?.map(|app| app.value))
}

/// One app.
pub async fn definition(context: &Context, id: Uuid) -> Result<Option<Arc<App>>, ActionError> {
    let mut tx = context.db.read_one().await?;
    Ok(apps::find(&mut tx, id).await?.map(|app| app.value))
}

/// One app with its keys.
pub async fn find(context: &Context, id: Uuid) -> Result<Option<(Arc<App>, Vec<KeyRow>)>, ActionError> {
    let mut tx = context.db.read().await?;
    let Some(app) = apps::find(&mut tx, id).await? else { return Ok(None) };
    let keys = apps::list_keys(&mut tx, id).await?;
    Ok(Some((app.value, keys)))
}

/// Makes a key. The others run out after `overlap`, or stay when it is `None`. `None` when there is no such app.
pub async fn new_key(
    context: &Context,
    app_id: Uuid,
    overlap: Option<TimeDelta>,
) -> Result<Option<ApiKey>, ActionError> {
    let now = context.now();
    let key = Zeroizing::new(format!(
        "{KEY_PREFIX}{}",
        BASE64URL_NOPAD.encode(&*Zeroizing::new(ports::bytes::<32>(&*context.random)))
    ));
    let id = context.new_id(now);
    let mut tx = context.db.write().await?;
    if apps::find(&mut tx, app_id).await?.is_none() {
        return Ok(None);
    }
    apps::insert_key(&mut tx, id, app_id, &key_hashes(context, &key), hint_of(&key), now).await?;
    if let Some(overlap) = overlap {
        apps::save_other_keys_expire(&mut tx, app_id, id, now + overlap).await?;
    }
    audit::write(context, &mut tx, Deed::KeyMade, About::app(app_id).thing(hint_of(&key))).await?;
    tx.commit().await?;
    Ok(Some(ApiKey(key)))
}

/// The app that a key belongs to. `None` for an unknown key, one that has run out, and a disabled app.
pub async fn find_by_key(context: &Context, key: &str) -> Result<Option<Arc<App>>, ActionError> {
    if !key.starts_with(KEY_PREFIX) || key.len() > 200 {
        return Ok(None);
    }
    let hashes = key_hashes(context, key);
    let found = apps::find_by_key(&mut context.db.read_one().await?, &hashes, context.now()).await?;
    let Some((hash, app)) = found else { return Ok(None) };
    Named::ApiKey.rename(context, &hash, &hashes).await;
    Ok(Some(app.value).filter(|app| app.enabled))
}

/// Switches an app off or on. False when there is no such app.
pub async fn set_enabled(context: &Context, id: Uuid, enabled: bool) -> Result<bool, ActionError> {
    retry_on_conflict!({
        let now: DateTime<Utc> = context.now();
        let mut tx = context.db.write().await?;
        let found = apps::save_enabled(&mut tx, id, enabled, now).await?;
        if found {
            let deed = if enabled { Deed::AppEnabled } else { Deed::AppDisabled };
            audit::write(context, &mut tx, deed, About::app(id)).await?;
        }
        tx.commit().await?;
        Ok::<_, ActionError>(found)
    })
}

fn key_hashes(context: &Context, key: &str) -> Hashes {
    context.keys.hashes(Purpose::ApiKey, &[key.as_bytes()])
}

/// Registers a certificate beside those that the app has. Repeating it changes nothing. False when there is no such
/// app.
pub async fn add_certificate(context: &Context, id: Uuid, pem: &str) -> Result<bool, ActionError> {
    retry_on_conflict!({
        let mut tx = context.db.write().await?;
        let Some(mut app) = apps::find(&mut tx, id).await? else { return Ok::<_, ActionError>(false) };
        if !app.value.certificates.iter().any(|known| known == pem) {
            Arc::make_mut(&mut app.value).certificates.push(pem.to_owned());
            apps::save(&mut tx, &app, context.now()).await?;
            let about = About::app(id).thing(fingerprint(pem));
            audit::write(context, &mut tx, Deed::CertificateAdded, about).await?;
            tx.commit().await?;
        }
        Ok(true)
    })
}
