//! `restore`: a backup is put into an empty place, and held against what it held when it was made.

use std::{
    ffi::OsString,
    fs, io,
    path::{Path, PathBuf},
    sync::Arc,
};

use anyhow::{Context, bail};
use chrono::{DateTime, Utc};

use super::{
    Common,
    backup::{Part, size},
    command_words, moving as moves, note, open, refused, say, time,
    upgrade_check::Beside,
};
use crate::{
    actions::{
        self,
        operator::{
            key_check::Known,
            moving::{Copied, arrived, check_copy, copy_into, installation_in, may_arrive},
        },
    },
    config::Settings,
    domain::audit::{By, Deed, Origin},
    keys::Keys,
    owner_only,
    ports::{Clock, SystemClock},
    store::{Db, Tables, moving},
};

/// Options of `restore`.
#[derive(Debug, clap::Args)]
pub(crate) struct Restore {
    /// What `backup` wrote, of either database.
    file: PathBuf,
    /// The key file that belongs to it, where it is not in its place yet: it is copied there.
    #[arg(long, value_name = "FILE")]
    key: Option<PathBuf>,
    #[command(flatten)]
    common: Common,
}

/// A backup that was looked at and is good.
struct Good {
    copied: Copied,
    taken: Option<DateTime<Utc>>,
    tables: Tables,
    /// What it knows of its key file; nothing where nobody has used it yet.
    known: Known,
}

impl Restore {
    pub(crate) async fn run(self) -> anyhow::Result<()> {
        let settings = open::settings(&self.common)?;
        let embedded = settings.database_url.is_empty();
        if embedded {
            is_free(&settings)?;
        }
        let good = look_at(&self.file).await?;
        let keys = self.keys(&settings, &good)?;
        if embedded {
            self.fill_the_embedded(&settings, &good).await?;
            // One of an older version has no place for the line that says so.
            if let (Some(keys), Tables::UpToDate) = (keys, good.tables) {
                let db = open::database(&settings).await?;
                end(&open::put_together(&settings, db, keys, Arc::new(SystemClock))).await?;
            }
        } else {
            let keys = keys
                .ok_or_else(|| refused("nobody has used the database in the backup: nothing to restore"))?;
            self.fill_postgres(&settings, &good, keys).await?;
        }
        say(format!("restored: {}, {}", size(&good.copied), compared(&good)));
        if let (Tables::Missing(n), true) = (good.tables, embedded) {
            note(format!(
                "{} missing from it: `patient-connect migrate`, or the first start, adds what this version needs",
                open::migrations(n)
            ));
        }
        Ok(())
    }

    /// The keys that belong to the backup, in their place.
    fn keys(&self, settings: &Settings, good: &Good) -> anyhow::Result<Option<Keys>> {
        if good.known.origin().is_none() {
            return Ok(None);
        }
        let place = settings.key_path();
        if let Some(brought) = &self.key
            && !open::is_there(&place)?
        {
            open::fitting_keys(brought, &good.known)?;
            if let Some(parent) = place.parent() {
                owner_only::make_directory(parent)?;
            }
            let contents = zeroize::Zeroizing::new(fs::read(brought)?);
            owner_only::write_new(&place, &contents)
                .with_context(|| format!("the key file {} cannot be made", place.display()))?;
        }
        open::fitting_keys(&place, &good.known)
            .context("the backup is of no use without its key file (--key FILE brings it along)")
            .map(Some)
    }

    async fn fill_the_embedded(&self, settings: &Settings, good: &Good) -> anyhow::Result<()> {
        owner_only::make_directory(&settings.data)?;
        let place = settings.database_file();
        let part = Part::of(&place)?;
        let mut copy = owner_only::make_file(&part.0)?;
        io::copy(&mut fs::File::open(&self.file)?, &mut copy)
            .with_context(|| format!("{} cannot be copied", self.file.display()))?;
        copy.sync_all()?;
        let written = Db::open_sqlite_to_read(&part.0).await?;
        let (there, _) = check_copy(&written).await?;
        written.close().await;
        if there != good.copied {
            bail!("what was written is not what is in {}", self.file.display());
        }
        owner_only::put(&part.0, &place).with_context(|| format!("{} cannot be made", place.display()))
    }

    async fn fill_postgres(&self, settings: &Settings, good: &Good, keys: Keys) -> anyhow::Result<()> {
        let origin = good.known.origin().unwrap_or_default();
        let to = Db::open_postgres_unhurried(&settings.database_url)
            .await
            .context("the database of database_url cannot be opened")?;
        open::refuse_unknown(to.tables().await?)?;
        may_arrive(&to, origin).await.map_err(moves::told)?;
        // One of an older version is brought up to date on a copy: the backup stays as it is.
        let beside = match good.tables {
            Tables::UpToDate => None,
            Tables::Missing(_) | Tables::Ahead(_) | Tables::Newer(_) => {
                Some(Beside::make(settings, "restore")?)
            }
        };
        let from = match &beside {
            None => Db::open_sqlite_to_read(&self.file).await?,
            Some(beside) => {
                let copy = beside.0.join("copy.db");
                Db::copy_file(&self.file, &copy).await?;
                let db = Db::open_sqlite(&copy).await?;
                db.migrate().await?;
                db
            }
        };
        copy_into(&from, &to, origin, SystemClock.now(), &mut moves::tell).await?;
        from.close().await;
        end(&open::put_together(settings, to, keys, Arc::new(SystemClock))).await
    }
}

/// Writes the last line, after which a portal may serve it.
async fn end(context: &actions::Context) -> anyhow::Result<()> {
    let by = By::Command(command_words().into());
    arrived(&context.acting(Origin { by, address: None }), Deed::Restored).await?;
    context.db.close().await;
    Ok(())
}

fn compared(good: &Good) -> String {
    match good.taken {
        Some(at) => format!("each table as it was when the backup was made ({})", time(at)),
        None => {
            "each table as it is in the backup, which did not note what it held when it was made".to_owned()
        }
    }
}

/// Whether no embedded database is in the data directory, and no log of one: SQLite would take it for the restored one's.
fn is_free(settings: &Settings) -> anyhow::Result<()> {
    let database = settings.database_file();
    for ending in ["", "-wal", "-shm", "-journal"] {
        let name = [database.as_os_str(), &OsString::from(ending)].into_iter().collect::<OsString>();
        if open::is_there(Path::new(&name))? {
            return Err(refused(format!(
                "{} is there: a backup is put into an empty place. Stop the portal and move the whole data directory aside",
                name.to_string_lossy()
            )));
        }
    }
    Ok(())
}

async fn look_at(file: &Path) -> anyhow::Result<Good> {
    if !open::is_there(file)? {
        bail!("there is no file {}", file.display());
    }
    let log: OsString = [file.as_os_str(), &OsString::from("-wal")].into_iter().collect();
    if open::is_there(Path::new(&log))? {
        return Err(refused(format!(
            "{} has a log beside it, so it is a database in use and not a backup: make one with `backup`",
            file.display()
        )));
    }
    let damaged =
        |e: &dyn std::fmt::Display| refused(format!("{} is no backup, or is damaged: {e}", file.display()));
    let db = Db::open_sqlite_to_read(file).await.map_err(|e| damaged(&e))?;
    if db.applied().await.map_err(|e| damaged(&e))?.is_empty() {
        return Err(damaged(&"it has none of the portal's tables"));
    }
    let tables = db.tables().await?;
    open::refuse_unknown(tables).map_err(|e| refused(e.to_string()))?;
    if let Some(moving) = moving::find(&db).await? {
        return Err(refused(open::not_served(&moving)));
    }
    let (copied, taken) = check_copy(&db).await.map_err(|e| damaged(&e))?;
    let known = installation_in(&db).await?;
    db.close().await;
    Ok(Good { copied, taken, tables, known })
}
