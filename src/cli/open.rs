//! Opens an installation: settings, key file, database.

use std::{path::Path, sync::Arc};

use anyhow::{Context as _, bail};

use super::{Common, command_words, refused, time};
use crate::{
    actions::{
        Context,
        operator::{
            key_check::{self, Known},
            moving::use_copy,
        },
    },
    config::Settings,
    domain::audit::{By, Origin},
    hashing::Hasher,
    keys::Keys,
    notifier::Notifier,
    owner_only,
    ports::{Clock, SystemClock, SystemRandom},
    store::{
        Db, StoreError, Tables,
        moving::{self, Moving, State},
    },
};

/// Reads the settings that a command was given.
pub(crate) fn settings(common: &Common) -> anyhow::Result<Settings> {
    let mut settings = Settings::load(common.config.as_deref())?;
    if let Some(data) = &common.data {
        settings.data.clone_from(data);
    }
    Ok(settings)
}

/// Opens the database that the settings name, without touching its tables. The embedded one is made when there is none.
pub(crate) async fn database(settings: &Settings) -> anyhow::Result<Db> {
    if settings.database_url.is_empty() {
        owner_only::make_directory(&settings.data)
            .with_context(|| format!("the data directory {} cannot be made", settings.data.display()))?;
        let file = settings.database_file();
        return Db::open_sqlite(&file)
            .await
            .with_context(|| format!("the database {} cannot be opened", file.display()));
    }
    // The URL may hold a password: it is not repeated.
    Db::open_postgres(&settings.database_url).await.context("the database of database_url cannot be opened")
}

/// Whether a file is there. One in a directory that may not be entered is not taken for missing.
pub(crate) fn is_there(file: &Path) -> anyhow::Result<bool> {
    file.try_exists().with_context(|| format!("{} cannot be looked at", file.display()))
}

/// Opens the database that the settings name, to look at it: the embedded one is not changed. `None` where there is
/// none.
pub(crate) async fn database_to_read(settings: &Settings) -> anyhow::Result<Option<Db>> {
    if !settings.database_url.is_empty() {
        return database(settings).await.map(Some);
    }
    let file = settings.database_file();
    if !is_there(&file)? {
        return Ok(None);
    }
    let db = Db::open_sqlite_to_read(&file).await;
    db.map(Some).with_context(|| format!("the database {} cannot be opened", file.display()))
}

/// A database that was looked at, and may be used.
struct Usable {
    tables: Tables,
    db: Db,
}

impl Usable {
    /// Opens it to be used. PostgreSQL is open already: a second line to it would cost a start as much again.
    async fn open(self, settings: &Settings) -> anyhow::Result<Db> {
        if let Db::Postgres { .. } = self.db {
            return Ok(self.db);
        }
        self.db.close().await;
        database(settings).await
    }
}

/// The database that the settings name; `None` where there is none. Refuses a database that is not to be used: what a newer
/// program has changed this one would break, and one that an installation has left, or is not yet all in, is not the truth.
/// Changes nothing.
async fn usable(settings: &Settings) -> anyhow::Result<Option<Usable>> {
    let Some(db) = database_to_read(settings).await? else { return Ok(None) };
    let found = async { Ok::<_, StoreError>((db.tables().await?, moving::find(&db).await?)) }.await;
    let judged = found.context("the database cannot be read").and_then(|(tables, moving)| {
        if let Some(moving) = moving {
            bail!("{}", not_served(&moving));
        }
        refuse_newer(tables)?;
        Ok(tables)
    });
    match judged {
        Ok(tables) => Ok(Some(Usable { tables, db })),
        Err(refused) => {
            db.close().await;
            Err(refused)
        }
    }
}

/// Why a database is not used, and what to do.
pub(crate) fn not_served(moving: &Moving) -> String {
    let since = time(moving.at);
    match moving.state {
        State::Left => format!(
            "the installation in this database has moved elsewhere ({since}): let `database_url` name where it is. \
             `patient-connect move --undo` lets this database be used again, without what happened there since"
        ),
        State::Arriving => format!(
            "an installation began to move into this database ({since}) and is not all there: run the same `move` or \
             `restore` again, which goes on"
        ),
    }
}

/// Refuses a database that a newer program has changed.
pub(crate) fn refuse_newer(tables: Tables) -> anyhow::Result<()> {
    match tables {
        Tables::Newer(n) => bail!(
            "the database was changed by a newer version of this program ({n} unknown migrations): run that version, \
             or put back a backup that was made before it"
        ),
        Tables::UpToDate | Tables::Missing(_) | Tables::Ahead(_) => Ok(()),
    }
}

/// Refuses to copy what this program does not know all of.
pub(crate) fn refuse_unknown(tables: Tables) -> anyhow::Result<()> {
    match tables {
        Tables::Ahead(n) => refuse_newer(Tables::Newer(n)),
        other => refuse_newer(other),
    }
}

/// So many of them, and their verb.
pub(crate) fn migrations(n: usize) -> String {
    format!("{n} {}", if n == 1 { "migration is" } else { "migrations are" })
}

/// Brings the tables up to date. Only `serve`, `demo`, `migrate` and the making of a new database do: "No other command
/// migrates a database that an older portal is using".
pub(crate) async fn migrated(settings: &Settings) -> anyhow::Result<Db> {
    let found = usable(settings).await?;
    if let Some(Usable { tables: Tables::Ahead(n), .. }) = &found {
        tracing::warn!(
            unknown = n,
            "a newer version has changed the database in ways that this one can work beside"
        );
    }
    let db = match found {
        Some(found) => found.open(settings).await?,
        None => database(settings).await?,
    };
    db.migrate().await.context("the database's tables cannot be brought up to date")?;
    Ok(db)
}

/// Opens everything for `serve` and `demo`, with the tables brought up to date and the key file held against the
/// database.
pub(crate) async fn context(settings: &Settings, clock: Arc<dyn Clock>) -> anyhow::Result<Context> {
    let db = migrated(settings).await?;
    use_copy(&db).await?;
    let keys = keys(settings, &db, &*clock).await?;
    Ok(put_together(settings, db, keys, clock))
}

pub(crate) fn put_together(settings: &Settings, db: Db, keys: Keys, clock: Arc<dyn Clock>) -> Context {
    Context {
        db,
        clock,
        random: Arc::new(SystemRandom),
        keys: Arc::new(keys),
        hasher: Hasher::start(),
        rules: settings.rules(),
        notifier: Notifier::default(),
        can_mail: settings.can_mail(),
        origin: Origin::default(),
    }
}

/// A context whose keys are drawn now and kept nowhere.
pub(crate) fn context_of_nothing(settings: &Settings, db: Db, clock: Arc<dyn Clock>) -> Context {
    put_together(settings, db, Keys::derive(&crate::ports::bytes(&SystemRandom)), clock)
}

/// What a command works with where no database is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum WhereNoneIs {
    /// A new one.
    Make,
    /// An empty one that is nowhere: the command answers as a new installation would, and leaves nothing behind.
    Pretend,
}

/// Opens everything for a command that runs beside the portal. Fails with what to run when the tables are not those of
/// this version; the database is not touched then.
pub(crate) async fn command_context(common: &Common) -> anyhow::Result<(Settings, Context)> {
    for_command(common, WhereNoneIs::Pretend).await
}

/// The same for the command that begins an installation: where no embedded database is, it makes one.
pub(crate) async fn first_context(common: &Common) -> anyhow::Result<(Settings, Context)> {
    for_command(common, WhereNoneIs::Make).await
}

async fn for_command(common: &Common, where_none_is: WhereNoneIs) -> anyhow::Result<(Settings, Context)> {
    let settings = settings(common)?;
    settings.check()?;
    let clock = Arc::new(SystemClock);
    let db = match (usable(&settings).await?, where_none_is) {
        (None, WhereNoneIs::Make) => migrated(&settings).await?,
        (None, WhereNoneIs::Pretend) => {
            let db = Db::open_nowhere().await?;
            db.migrate().await?;
            let context = context_of_nothing(&settings, db, clock);
            return Ok((settings, context));
        }
        (Some(Usable { tables: Tables::Missing(n), .. }), _) => bail!(
            "{} missing from the database, and an older portal may be using it: stop that, then run \
             `patient-connect migrate` (`serve` does it, too)",
            migrations(n)
        ),
        (Some(found), _) => found.open(&settings).await?,
    };
    use_copy(&db).await?;
    let keys = keys(&settings, &db, &*clock).await?;
    let by = By::Command(command_words().into());
    let context = put_together(&settings, db, keys, clock).acting(Origin { by, address: None });
    Ok((settings, context))
}

/// The same for a command that has to be alone in the embedded database, where there is one. `None` while somebody else has
/// it open.
pub(crate) async fn context_alone(settings: &Settings) -> anyhow::Result<Option<Context>> {
    settings.check()?;
    match usable(settings).await? {
        None => return Err(refused("there is no installation yet: the first start makes its key file")),
        Some(Usable { tables: Tables::Missing(n), .. }) => {
            bail!("{} missing from the database: run `patient-connect migrate`", migrations(n))
        }
        Some(found) => found.db.close().await,
    }
    let file = settings.database_file();
    let db = match Db::open_sqlite_alone(&file).await {
        Err(e) if e.is_taken() => return Ok(None),
        other => other.with_context(|| format!("the database {} cannot be opened", file.display()))?,
    };
    use_copy(&db).await?;
    let clock = Arc::new(SystemClock);
    let keys = keys(settings, &db, &*clock).await?;
    let by = By::Command(command_words().into());
    Ok(Some(put_together(settings, db, keys, clock).acting(Origin { by, address: None })))
}

async fn keys(settings: &Settings, db: &Db, clock: &dyn Clock) -> anyhow::Result<Keys> {
    let path = settings.key_path();
    let known = key_check::known(db).await?;
    let keys = if known.origin().is_some() {
        fitting_keys(&path, &known)?
    } else {
        if let Some(parent) = path.parent() {
            owner_only::make_directory(parent).with_context(|| {
                format!("the directory of the key file {} cannot be made", path.display())
            })?;
        }
        Keys::open_or_create(&path, &SystemRandom)?
    };
    if known.since(keys.written_with()).is_some() {
        return Ok(keys);
    }
    let known = key_check::remember(db, &keys, clock.now()).await?;
    fits(&path, keys, &known)
}

/// The keys of a file that must be there and fit a database, which knows this of it.
pub(crate) fn fitting_keys(path: &Path, known: &Known) -> anyhow::Result<Keys> {
    if !is_there(path)? {
        bail!(
            "the key file {} is missing, and without it no code, answer or password in the database can be checked: \
             put back the file that was made at the first start",
            path.display()
        );
    }
    fits(path, Keys::open_or_create(path, &SystemRandom)?, known)
}

fn fits(path: &Path, keys: Keys, known: &Known) -> anyhow::Result<Keys> {
    if !known.fits(&keys) {
        bail!(
            "the key file {} is not the one that this database was written with: put back the right one, after \
             `keys rotate` or `keys drop` the one that the command wrote",
            path.display()
        );
    }
    Ok(keys)
}
