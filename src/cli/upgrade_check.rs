//! `upgrade-check`: this version's migrations and brands, tried on a copy. The database itself is only read.

use std::{
    fs,
    path::{Path, PathBuf},
    time::Instant,
};

use anyhow::{Context, bail};

use super::{Common, doctor::look_at_brands, open, say};
use crate::{
    config::Settings,
    owner_only,
    ports::{self, SystemRandom},
    store::{Db, Tables},
};

/// Options of `upgrade-check`.
#[derive(Debug, clap::Args)]
pub(crate) struct UpgradeCheck {
    /// The database that the settings name is a copy already, made for this: it is migrated. For PostgreSQL, of which the
    /// command makes no copy itself.
    #[arg(long)]
    on_copy: bool,
    #[command(flatten)]
    common: Common,
}

impl UpgradeCheck {
    pub(crate) async fn run(self) -> anyhow::Result<()> {
        let settings = open::settings(&self.common)?;
        if self.on_copy {
            let Some(db) = open::database_to_read(&settings).await? else {
                bail!("there is no database yet")
            };
            db.close().await;
            return rehearse(open::database(&settings).await?).await;
        }
        if !settings.database_url.is_empty() {
            bail!(
                "upgrade-check makes no copy of a PostgreSQL database. Make one (`createdb --template=NAME COPY`, or a \
                 restored pg_dump), let `database_url` name it, and run `patient-connect upgrade-check --on-copy`"
            );
        }
        let file = settings.database_file();
        if !open::is_there(&file)? {
            bail!("there is no database at {}", file.display());
        }
        let beside = Beside::make(&settings, "upgrade-check")?;
        let copy = beside.0.join("copy.db");
        Db::copy_file(&file, &copy).await.with_context(|| format!("{} cannot be copied", file.display()))?;
        say(format!(
            "ok     copy: {} bytes; the database itself is left as it is",
            fs::metadata(&copy)?.len()
        ));
        let db = Db::open_sqlite(&copy).await.context("the copy cannot be opened")?;
        rehearse(db).await
    }
}

/// A directory for the copy, which goes with all that is in it, whatever happens.
pub(super) struct Beside(pub(super) PathBuf);

impl Beside {
    pub(super) fn make(settings: &Settings, what_for: &str) -> anyhow::Result<Self> {
        let name = format!("{what_for}-{}", ports::new_pseudonym(&SystemRandom).simple());
        let folder = settings.data.join(name);
        owner_only::make_directory(&folder)
            .with_context(|| format!("{} cannot be made", folder.display()))?;
        Ok(Self(folder))
    }
}

impl Drop for Beside {
    fn drop(&mut self) {
        if let Err(e) = fs::remove_dir_all(&self.0) {
            complain(&self.0, &e);
        }
    }
}

fn complain(folder: &Path, e: &std::io::Error) {
    tracing::warn!(folder = %folder.display(), cause = %e, "the copy could not be deleted: delete it yourself");
}

/// Migrates a copy and looks whether all of it is there and can be read. It ends with the first thing that does not hold.
async fn rehearse(db: Db) -> anyhow::Result<()> {
    match db.tables().await? {
        Tables::Newer(n) => bail!(
            "a newer version has made {n} changes to the tables that this one does not know: it cannot take this database"
        ),
        Tables::UpToDate => say("ok     tables: nothing to change".to_owned()),
        Tables::Ahead(n) => {
            say(format!("ok     tables: {n} changes of a newer version, which this one can work beside"));
        }
        Tables::Missing(n) => say(format!("ok     tables: {n} migrations to apply")),
    }
    let before = db.count_rows().await?;
    let began = Instant::now();
    db.migrate()
        .await
        .context("the migrations cannot be applied to the copy; the database itself is unchanged")?;
    say(format!("ok     migrations: applied in {} ms", began.elapsed().as_millis()));
    let after = db.count_rows().await?;
    let fewer: Vec<String> = before
        .iter()
        .filter_map(|(table, rows)| {
            let left = after.get(table).copied().unwrap_or_default();
            (left < *rows).then(|| format!("{table} had {rows} rows and has {left}"))
        })
        .collect();
    if !fewer.is_empty() {
        bail!("rows would be lost: {}", fewer.join("; "));
    }
    let rows: i64 = before.values().sum();
    say(format!("ok     rows: {rows} in {} tables, none lost", before.len()));
    db.check_integrity().await.context("the migrated copy is damaged")?;
    say("ok     integrity".to_owned());
    let brands = look_at_brands(&db).await?;
    say(format!("ok     brands: {brands}"));
    db.close().await;
    Ok(())
}
