//! `backup`: all that is in the database, at one moment, in one file.

use std::{
    ffi::OsString,
    fs,
    io::{self, ErrorKind},
    path::{Path, PathBuf},
};

use anyhow::{Context, bail};

use super::{Common, open, say};
use crate::{
    actions::operator::moving::{Copied, copy_to_file, note_what_it_holds},
    config::Settings,
    owner_only,
    ports::{Clock, SystemClock},
    store::{Db, moving},
};

/// Options of `backup`.
#[derive(Debug, clap::Args)]
pub(crate) struct Backup {
    /// The copy; it must not exist yet. It is an embedded database, whichever database it is a copy of.
    file: PathBuf,
    #[command(flatten)]
    common: Common,
}

impl Backup {
    pub(crate) async fn run(self) -> anyhow::Result<()> {
        let settings = open::settings(&self.common)?;
        if open::is_there(&self.file)? {
            bail!("{} exists already", self.file.display());
        }
        let part = Part::of(&self.file)?;
        let failed = || format!("cannot copy to {}", self.file.display());
        let copied = if settings.database_url.is_empty() {
            of_the_embedded(&settings, &part.0).await.with_context(failed)?
        } else {
            of_postgres(&settings, &part.0).await.with_context(failed)?
        };
        match owner_only::put(&part.0, &self.file) {
            Err(e) if e.kind() == ErrorKind::AlreadyExists => bail!("{} exists already", self.file.display()),
            other => other.with_context(failed)?,
        }
        say(format!(
            "{} holds {} (the key file {} is not in it: keep both)",
            self.file.display(),
            size(&copied),
            settings.key_path().display()
        ));
        Ok(())
    }
}

/// How much was copied, for people.
pub(super) fn size(copied: &Copied) -> String {
    let rows: i64 = copied.iter().map(|(_, digest)| digest.rows()).sum();
    format!("{rows} rows in {} tables", copied.len())
}

/// Of a database that an older portal uses, too: that is the copy to make before `migrate`.
async fn of_the_embedded(settings: &Settings, part: &Path) -> anyhow::Result<Copied> {
    let file = settings.database_file();
    if !open::is_there(&file)? {
        bail!("there is no database at {}", file.display());
    }
    Db::copy_file(&file, part).await?;
    let copy = Db::open_sqlite_to_fill(part).await?;
    let held = note_what_it_holds(&copy, SystemClock.now()).await?;
    copy.close().await;
    Ok(held)
}

async fn of_postgres(settings: &Settings, part: &Path) -> anyhow::Result<Copied> {
    let db = Db::open_postgres_unhurried(&settings.database_url)
        .await
        .context("the database of database_url cannot be opened")?;
    if db.applied().await?.is_empty() {
        bail!("there is no installation in the database of database_url");
    }
    open::refuse_unknown(db.tables().await?)?;
    if let Some(moving) = moving::find(&db).await? {
        bail!("{}", open::not_served(&moving));
    }
    let copied = copy_to_file(&db, part, SystemClock.now()).await?;
    db.close().await;
    Ok(copied)
}

/// What is being written beside a file; it goes when it is not finished.
pub(super) struct Part(pub(super) PathBuf);

impl Part {
    /// Beside this file. One that is there already is somebody else's.
    pub(super) fn of(file: &Path) -> anyhow::Result<Self> {
        let part =
            PathBuf::from([file.as_os_str(), &OsString::from(".part")].into_iter().collect::<OsString>());
        if open::is_there(&part)? {
            bail!(
                "{} is there: something is writing it, or was cut off. If nothing is, delete it",
                part.display()
            );
        }
        Ok(Self(part))
    }
}

impl Drop for Part {
    fn drop(&mut self) {
        match fs::remove_file(&self.0) {
            Err(e) if e.kind() != io::ErrorKind::NotFound => {
                tracing::warn!(file = %self.0.display(), cause = %e, "it could not be deleted: delete it yourself");
            }
            // Finished, it has another name.
            _ => {}
        }
    }
}
