//! `move`: an installation leaves the embedded database for PostgreSQL.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use anyhow::{Context, bail};
use data_encoding::HEXLOWER;

use super::{Common, backup::size, command_words, note, open, refused, say, time};
use crate::{
    actions::operator::moving::{
        Copied, MoveError, Progress, arrived, come_back, copy_into, installation_in, leave, may_arrive,
    },
    config::Settings,
    domain::audit::{By, Deed, Origin},
    ports::{Clock, SystemClock},
    store::{
        Db, Tables,
        moving::{self, State},
    },
};

/// Options of `move`.
#[derive(Debug, clap::Args)]
pub(crate) struct Move {
    /// The embedded database to leave, `sqlite:FILE`. Without it, the one in the data directory.
    #[arg(long, value_name = "URL")]
    from: Option<String>,
    /// The empty PostgreSQL database to move into, `postgres://…`. Without it, the setting `database_url`, which keeps its
    /// password out of the list of processes.
    #[arg(long, value_name = "URL")]
    to: Option<String>,
    /// Let the embedded database that was left be used again. Nothing of what happened elsewhere since is in it.
    #[arg(long, conflicts_with = "to")]
    undo: bool,
    #[command(flatten)]
    common: Common,
}

impl Move {
    pub(crate) async fn run(self) -> anyhow::Result<()> {
        let settings = open::settings(&self.common)?;
        let from = open_to_leave(&self.file(&settings)?).await?;
        if self.undo {
            return undo(&from).await;
        }
        let to = self.open_to_arrive(&settings).await?;
        let copied = carry_out(&settings, &from, to).await?;
        from.close().await;
        for (name, digest) in &copied {
            say(format!("{name:24} {:>10} rows  {}", digest.rows(), &HEXLOWER.encode(&digest.hash())[..16]));
        }
        say(format!("moved: {}, each table the same on both sides", size(&copied)));
        note(format!(
            "what is left to do: let `database_url` name the new database on every node, give every node the key file {} \
             (its owner's alone), and start them. The old database knows that it was left: no portal serves it",
            settings.key_path().display()
        ));
        Ok(())
    }

    fn file(&self, settings: &Settings) -> anyhow::Result<PathBuf> {
        let Some(url) = &self.from else { return Ok(settings.database_file()) };
        if url.starts_with("postgres") {
            bail!(
                "--from names the embedded database (sqlite:FILE). The other way leads through `backup` of the PostgreSQL \
                 database and `restore` into an empty data directory"
            );
        }
        let path = url.strip_prefix("sqlite:").unwrap_or(url);
        Ok(PathBuf::from(path.strip_prefix("//").unwrap_or(path)))
    }

    async fn open_to_arrive(&self, settings: &Settings) -> anyhow::Result<Db> {
        let url = self.to.as_ref().unwrap_or(&settings.database_url);
        if !url.starts_with("postgres:") && !url.starts_with("postgresql:") {
            bail!(
                "name the PostgreSQL database to move into: --to postgres://…, or the setting database_url"
            );
        }
        // The URL may hold a password: it is not repeated.
        Db::open_postgres_unhurried(url).await.context("the database to move into cannot be opened")
    }
}

async fn carry_out(settings: &Settings, from: &Db, to: Db) -> anyhow::Result<Copied> {
    let known = installation_in(from).await?;
    let Some(origin) = known.origin() else {
        return Err(refused("there is no installation in the database to leave: nothing to move"));
    };
    let keys = open::fitting_keys(&settings.key_path(), &known)?;
    let now = SystemClock.now();
    open::refuse_unknown(to.tables().await?)?;
    if moving::find(from).await?.is_some_and(|it| it.state == State::Left)
        && moving::find(&to).await?.is_none_or(|it| it.origin != origin)
    {
        return Err(refused("the installation has left this database already, and is elsewhere"));
    }
    may_arrive(&to, origin).await.map_err(told)?;
    note("nobody can use either database until this has ended; cut off, the same command goes on");
    let copied = copy_into(from, &to, origin, now, &mut tell).await?;
    leave(from, origin, now).await?;
    let by = By::Command(command_words().into());
    let context = open::put_together(settings, to, keys, Arc::new(SystemClock));
    let context = context.acting(Origin { by, address: None });
    arrived(&context, Deed::Moved).await?;
    context.db.close().await;
    Ok(copied)
}

/// What the rules refuse, told from a database that failed.
pub(super) fn told(e: MoveError) -> anyhow::Error {
    match e {
        MoveError::Store(e) => e.into(),
        other => refused(other.to_string()),
    }
}

/// What goes on, for people.
pub(super) fn tell(progress: Progress) {
    match progress {
        Progress::GoesOn(there, all) => {
            note(format!("goes on: {there} of {all} tables are there already, as they are to be"));
        }
        Progress::Anew => note("something has changed since this was cut off: it begins anew"),
        Progress::Copied(_, 0) => {}
        Progress::Copied(name, rows) => note(format!("{name}: {rows} rows")),
    }
}

async fn open_to_leave(file: &Path) -> anyhow::Result<Db> {
    if !open::is_there(file)? {
        bail!("there is no database at {}", file.display());
    }
    let db = match Db::open_sqlite_alone(file).await {
        Err(e) if e.is_taken() => {
            return Err(refused(format!(
                "the database {} is in use: stop the portal, and whatever else has it open",
                file.display()
            )));
        }
        other => other.with_context(|| format!("the database {} cannot be opened", file.display()))?,
    };
    match db.tables().await? {
        Tables::UpToDate => Ok(db),
        Tables::Missing(n) => bail!(
            "{} missing from the database to leave: run `patient-connect migrate` first",
            open::migrations(n)
        ),
        newer @ (Tables::Ahead(_) | Tables::Newer(_)) => open::refuse_unknown(newer).map(|()| db),
    }
}

async fn undo(db: &Db) -> anyhow::Result<()> {
    match moving::find(db).await? {
        Some(it) if it.state == State::Left => {
            come_back(db).await?;
            say(format!("this database may be used again; it was left at {}", time(it.at)));
            note("never let a portal serve the other one beside it: patients would be in one or the other");
        }
        Some(_) | None => return Err(refused("no installation has left this database")),
    }
    db.close().await;
    Ok(())
}
