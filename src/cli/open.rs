//! Opens an installation: settings, key file, database.

use std::{fs, path::Path, sync::Arc};

use anyhow::{Context as _, bail};

use super::Common;
use crate::{
    actions::Context,
    config::Settings,
    hashing::Hasher,
    keys::{Keys, Purpose},
    notifier::Notifier,
    ports::{Clock, SystemClock, SystemRandom},
    store::{Db, installation},
};

/// Reads the settings that a command was given.
pub(crate) fn settings(common: &Common) -> anyhow::Result<Settings> {
    let mut settings = Settings::load(common.config.as_deref())?;
    if let Some(data) = &common.data {
        settings.data.clone_from(data);
    }
    Ok(settings)
}

/// Opens the database that the settings name, without touching its tables.
pub(crate) async fn database(settings: &Settings) -> anyhow::Result<Db> {
    if settings.database_url.is_empty() {
        make_private_directory(&settings.data)
            .with_context(|| format!("the data directory {} cannot be made", settings.data.display()))?;
        let file = settings.database_file();
        return Db::open_sqlite(&file)
            .await
            .with_context(|| format!("the database {} cannot be opened", file.display()));
    }
    // The URL may hold a password: it is not repeated.
    Db::open_postgres(&settings.database_url).await.context("the database of database_url cannot be opened")
}

/// Opens everything, with the tables brought up to date and the key file held against the database.
pub(crate) async fn context(settings: &Settings, clock: Arc<dyn Clock>) -> anyhow::Result<Context> {
    let db = database(settings).await?;
    db.migrate().await.context("the database's tables cannot be brought up to date")?;
    let keys = keys(settings, &db, &*clock).await?;
    Ok(Context {
        db,
        clock,
        random: Arc::new(SystemRandom),
        keys: Arc::new(keys),
        hasher: Hasher::start(),
        rules: settings.rules(),
        notifier: Notifier::default(),
    })
}

/// The same for a command that runs beside the portal.
pub(crate) async fn command_parts(common: &Common) -> anyhow::Result<(Settings, Context)> {
    let settings = settings(common)?;
    settings.check()?;
    let context = context(&settings, Arc::new(SystemClock)).await?;
    Ok((settings, context))
}

async fn keys(settings: &Settings, db: &Db, clock: &dyn Clock) -> anyhow::Result<Keys> {
    let path = settings.key_path();
    let known = {
        let mut tx = db.read().await?;
        installation::find_key_check(&mut tx).await?
    };
    if known.is_some() && !path.exists() {
        bail!(
            "the key file {} is missing, and without it no code, answer or password in the database can be checked: \
             put back the file that was made at the first start",
            path.display()
        );
    }
    if let Some(parent) = path.parent() {
        make_private_directory(parent)
            .with_context(|| format!("the directory of the key file {} cannot be made", path.display()))?;
    }
    let keys = Keys::open_or_create(&path, &SystemRandom)?;
    let check = keys.hash(Purpose::KeyCheck, &[]);
    let known = match known {
        Some(known) => known,
        None => {
            let mut tx = db.write().await?;
            installation::insert_key_check(&mut tx, &check, clock.now()).await?;
            let known = installation::find_key_check(&mut tx).await?;
            tx.commit().await?;
            known.unwrap_or_default()
        }
    };
    if known != check {
        bail!(
            "the key file {} is not the one that this database was made with: put back the right one",
            path.display()
        );
    }
    Ok(keys)
}

fn make_private_directory(path: &Path) -> std::io::Result<()> {
    if path.as_os_str().is_empty() || path.is_dir() {
        return Ok(());
    }
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}
