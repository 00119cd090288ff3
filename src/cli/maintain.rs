//! `migrate`, `purge`, `backup`, `doctor`.

use std::path::PathBuf;

use anyhow::{Context, bail};

use super::{Common, open, say};
use crate::{actions::time::purge::purge, keys::Keys, ports::SystemRandom, store::installation};

/// Options of `migrate`.
#[derive(Debug, clap::Args)]
pub(crate) struct Migrate {
    #[command(flatten)]
    common: Common,
}

impl Migrate {
    pub(crate) async fn run(self) -> anyhow::Result<()> {
        let settings = open::settings(&self.common)?;
        let db = open::database(&settings).await?;
        db.migrate().await?;
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
        let (_, parts) = open::command_parts(&self.common).await?;
        let purged = purge(&parts).await?;
        say(format!("connect requests: {}", purged.connect_requests));
        say(format!("withdrawn codes: {}", purged.withdrawn_codes));
        say(format!("journeys: {}", purged.journeys));
        say(format!("sessions: {}", purged.sessions));
        say(format!("idempotency keys: {}", purged.idempotency_keys));
        say(format!("platform sessions: {}", purged.platform_sessions));
        say(format!("callbacks: {}", purged.deliveries));
        parts.db.close().await;
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
        if !settings.database_file().exists() {
            bail!("there is no database at {}", settings.database_file().display());
        }
        if self.file.exists() {
            bail!("{} exists already", self.file.display());
        }
        let db = open::database(&settings).await?;
        db.copy_to(&self.file).await.with_context(|| format!("cannot copy to {}", self.file.display()))?;
        db.close().await;
        say(format!(
            "{} (the key file {} is not in it: keep both)",
            self.file.display(),
            settings.key_path().display()
        ));
        Ok(())
    }
}

/// Options of `doctor`.
#[derive(Debug, clap::Args)]
pub(crate) struct Doctor {
    #[command(flatten)]
    common: Common,
}

impl Doctor {
    pub(crate) async fn run(self) -> anyhow::Result<()> {
        let mut wrong = 0;
        let mut report = |what: &str, outcome: anyhow::Result<String>| match outcome {
            Ok(fine) => say(format!("ok     {what}: {fine}")),
            Err(e) => {
                wrong += 1;
                say(format!("WRONG  {what}: {e:#}"));
            }
        };
        let settings = match open::settings(&self.common) {
            Ok(settings) => settings,
            Err(e) => {
                report("settings", Err(e));
                bail!("1 thing is wrong");
            }
        };
        report("settings", settings.check().map(|c| c.base_url.to_string()).map_err(Into::into));
        let known = crate::config::Settings::variable_names();
        for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("PATIENT_CONNECT_")) {
            if !known.contains(&name) && name != "PATIENT_CONNECT_CONFIG" {
                say(format!("note   {name} is no setting and changes nothing"));
            }
        }
        let key_path = settings.key_path();
        let keys = if key_path.exists() {
            Keys::open_or_create(&key_path, &SystemRandom).map(Some).map_err(anyhow::Error::from)
        } else {
            Ok(None)
        };
        match &keys {
            Ok(Some(_)) => report("key file", Ok(key_path.display().to_string())),
            Ok(None) => {
                report("key file", Ok(format!("{} will be made at the first start", key_path.display())));
            }
            Err(e) => report("key file", Err(anyhow::anyhow!("{e}"))),
        }
        let has_database = !settings.database_url.is_empty() || settings.database_file().exists();
        if has_database {
            match open::database(&settings).await {
                Err(e) => report("database", Err(e)),
                Ok(db) => {
                    report("database", Ok(db.kind().to_owned()));
                    report(
                        "tables",
                        db.pending_migrations().await.map_err(Into::into).and_then(|n| match n {
                            0 => Ok("up to date".to_owned()),
                            n => bail!("{n} migrations are missing: run `patient-connect migrate`"),
                        }),
                    );
                    let check = async {
                        let mut tx = db.read().await?;
                        installation::find_key_check(&mut tx).await
                    };
                    if let (Ok(Some(known)), Ok(keys)) = (check.await, &keys) {
                        let fits = keys
                            .as_ref()
                            .is_some_and(|k| k.hash(crate::keys::Purpose::KeyCheck, &[])[..] == known[..]);
                        report(
                            "key file fits the database",
                            if fits {
                                Ok("yes".to_owned())
                            } else {
                                Err(anyhow::anyhow!(
                                    "no: put back the key file that was made at the first start"
                                ))
                            },
                        );
                    }
                    db.close().await;
                }
            }
        } else {
            report(
                "database",
                Ok(format!("{} will be made at the first start", settings.database_file().display())),
            );
        }
        if wrong > 0 {
            bail!("{wrong} {} wrong", if wrong == 1 { "thing is" } else { "things are" });
        }
        Ok(())
    }
}
