//! `migrate`, `purge`, `backup`.

use std::{io::ErrorKind, path::PathBuf};

use anyhow::{Context, bail};

use super::{Common, open, say};
use crate::{
    actions::time::purge::purge,
    store::{Db, StoreError},
};

/// Options of `migrate`.
#[derive(Debug, clap::Args)]
pub(crate) struct Migrate {
    #[command(flatten)]
    common: Common,
}

impl Migrate {
    pub(crate) async fn run(self) -> anyhow::Result<()> {
        let settings = open::settings(&self.common)?;
        let db = open::migrated(&settings).await?;
        say(format!("{}: up to date", db.kind()));
        db.close().await;
        Ok(())
    }
}

/// Options of `purge`.
#[derive(Debug, clap::Args)]
pub(crate) struct Purge {
    #[command(flatten)]
    common: Common,
}

impl Purge {
    pub(crate) async fn run(self) -> anyhow::Result<()> {
        let (_, context) = open::command_context(&self.common).await?;
        let purged = purge(&context).await?;
        say(format!("connect requests: {}", purged.connect_requests));
        say(format!("withdrawn codes: {}", purged.withdrawn_codes));
        say(format!("journeys: {}", purged.journeys));
        say(format!("sessions: {}", purged.sessions));
        say(format!("idempotency keys: {}", purged.idempotency_keys));
        say(format!("tries at signing in: {}", purged.sign_in_tries));
        say(format!("platform sessions: {}", purged.platform_sessions));
        say(format!("callbacks: {}", purged.deliveries));
        say(format!("lines of the audit log: {}", purged.audit_lines));
        context.db.close().await;
        Ok(())
    }
}

/// Options of `backup`.
#[derive(Debug, clap::Args)]
pub(crate) struct Backup {
    /// The copy; it must not exist yet.
    file: PathBuf,
    #[command(flatten)]
    common: Common,
}

impl Backup {
    pub(crate) async fn run(self) -> anyhow::Result<()> {
        let settings = open::settings(&self.common)?;
        if !settings.database_url.is_empty() {
            bail!("backup copies the embedded database; for PostgreSQL use pg_dump");
        }
        if !open::is_there(&settings.database_file())? {
            bail!("there is no database at {}", settings.database_file().display());
        }
        // Of a database that an older portal uses, too: that is the copy to make before `migrate`.
        match Db::copy_file(&settings.database_file(), &self.file).await {
            Ok(()) => {}
            Err(StoreError::File(e)) if e.kind() == ErrorKind::AlreadyExists => {
                bail!("{} exists already", self.file.display());
            }
            Err(e) => return Err(e).with_context(|| format!("cannot copy to {}", self.file.display())),
        }
        say(format!(
            "{} (the key file {} is not in it: keep both)",
            self.file.display(),
            settings.key_path().display()
        ));
        Ok(())
    }
}
