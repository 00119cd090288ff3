//! Brands of the installation and of its apps: storing a version, going back to one, taking one off. What a brand may be
//! was checked before; here is only who wears which.

use uuid::Uuid;

use crate::{
    actions::{
        ActionError, Context,
        audit::{self, About},
    },
    domain::audit::Deed,
    store::{
        Db, apps,
        brands::{self, BrandRow, NewBrand},
        retry_on_conflict,
    },
};

/// The scope of what is no app's.
const INSTALLATION: &str = "installation";

/// The scope of an app; of the installation where it is none's.
fn scope_of(app: Option<Uuid>) -> String {
    app.map_or_else(|| INSTALLATION.to_owned(), |id| id.to_string())
}

/// A version of an app's brand, or of the installation's, in the audit log.
fn of(app: Option<Uuid>, version: i64) -> About {
    app.map_or_else(About::default, About::app).thing(format!("version {version}"))
}

/// A brand that was checked.
#[derive(Debug, Clone, Copy)]
pub struct Taken<'a> {
    /// Whose it is; `None`: the installation's.
    pub app: Option<Uuid>,
    /// The version of the contract that it was made for.
    pub contract: u32,
    /// Its files, as they are kept.
    pub content: &'a str,
    /// The command that stores it.
    pub made_by: &'a str,
}

/// What became of a brand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Applied {
    /// Stored and worn from now on.
    Stored(i64),
    /// Just what is worn already.
    Unchanged(i64),
    /// There is no such app.
    NoSuchApp,
}

/// Stores a brand as a new version, which its scope wears from now on. One that is just what is worn changes nothing.
pub async fn apply(context: &Context, taken: &Taken<'_>) -> Result<Applied, ActionError> {
    let scope = scope_of(taken.app);
    retry_on_conflict!({
        let mut tx = context.db.write().await?;
        if let Some(id) = taken.app
            && apps::find(&mut tx, id).await?.is_none()
        {
            return Ok::<_, ActionError>(Applied::NoSuchApp);
        }
        let worn = brands::list_worn(&mut tx).await?.into_iter().find(|(own, _)| *own == scope);
        if let Some((_, version)) = worn
            && brands::find_content(&mut tx, version).await?.as_deref() == Some(taken.content)
        {
            return Ok(Applied::Unchanged(version));
        }
        let Taken { contract, content, made_by, .. } = *taken;
        let brand = NewBrand { scope: &scope, contract, content, made_by };
        let version = brands::insert(&mut tx, &brand, context.now()).await?;
        brands::save_worn(&mut tx, &scope, version).await?;
        audit::write(context, &mut tx, Deed::BrandStored, of(taken.app, version)).await?;
        tx.commit().await?;
        Ok(Applied::Stored(version))
    })
}

/// What an app's file changes of what the app wears.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change {
    /// The version that it wears now.
    pub before: Option<i64>,
    /// Whether it wears a new version then; if not, none of its own.
    pub puts_on: bool,
}

/// What it would change that an app's file brings this content, or none. `None`: nothing.
pub async fn would_change(
    context: &Context,
    app: Uuid,
    content: Option<&str>,
    made_by: &str,
) -> Result<Option<Change>, ActionError> {
    let scope = scope_of(Some(app));
    let mut tx = context.db.read().await?;
    let worn = brands::list(&mut tx).await?.into_iter().find(|row| row.worn && row.scope == scope);
    let before = worn.as_ref().map(|row| row.version);
    let Some(content) = content else {
        let own = worn.is_some_and(|row| row.made_by == made_by);
        return Ok(own.then_some(Change { before, puts_on: false }));
    };
    if let Some(version) = before
        && brands::find_content(&mut tx, version).await?.as_deref() == Some(content)
    {
        return Ok(None);
    }
    Ok(Some(Change { before, puts_on: true }))
}

/// A scope wears an earlier version of its own again. Gives the version's row; `None` when there is none.
pub async fn restore(context: &Context, version: i64) -> Result<Option<BrandRow>, ActionError> {
    let mut tx = context.db.write().await?;
    let Some(row) = brands::list(&mut tx).await?.into_iter().find(|row| row.version == version) else {
        return Ok(None);
    };
    brands::save_worn(&mut tx, &row.scope, version).await?;
    let about = of(Uuid::parse_str(&row.scope).ok(), version);
    audit::write(context, &mut tx, Deed::BrandRestored, about).await?;
    tx.commit().await?;
    Ok(Some(row))
}

/// An app whose file names no brand's folder any more wears none that its file once brought. One that a command of its
/// own stored stays. True when one was taken off.
pub async fn take_off_files_own(context: &Context, app: Uuid, made_by: &str) -> Result<bool, ActionError> {
    let scope = scope_of(Some(app));
    let mut tx = context.db.write().await?;
    let own = brands::list(&mut tx)
        .await?
        .into_iter()
        .any(|row| row.scope == scope && row.worn && row.made_by == made_by);
    if own {
        brands::delete_worn(&mut tx, &scope).await?;
        audit::write(context, &mut tx, Deed::BrandTakenOff, About::app(app)).await?;
        tx.commit().await?;
    }
    Ok(own)
}

/// Every version, the newest first.
pub async fn list(context: &Context) -> Result<Vec<BrandRow>, ActionError> {
    Ok(brands::list(&mut context.db.read_one().await?).await?)
}

/// Who wears which: an app's id, or `None` for the installation.
pub async fn worn(db: &Db) -> Result<Vec<(Option<Uuid>, i64)>, ActionError> {
    let all = brands::list_worn(&mut db.read_one().await?).await?;
    let whose = |(scope, version): (String, i64)| match scope.as_str() {
        INSTALLATION => Some((None, version)),
        id => Uuid::parse_str(id).ok().map(|id| (Some(id), version)),
    };
    Ok(all.into_iter().filter_map(whose).collect())
}

/// What is in a version, as it is kept.
pub async fn content(db: &Db, version: i64) -> Result<Option<String>, ActionError> {
    Ok(brands::find_content(&mut db.read_one().await?, version).await?)
}
