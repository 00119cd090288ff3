//! `app apply / list / show / key new / certificate add / disable / enable`.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, bail};
use chrono::TimeDelta;
use uuid::Uuid;

use super::{Common, open, say};
use crate::{
    actions::{
        Parts,
        apps::{self, Applied},
    },
    domain::{self, app_file::AppFile, brand::Logo, certificate},
};

/// Subcommands of `app`.
#[derive(Debug, clap::Subcommand)]
pub(crate) enum App {
    /// Create or update apps from their files. Safe to repeat.
    Apply {
        /// Files that describe one app each (TOML).
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
        #[command(flatten)]
        common: Common,
    },
    /// List the apps.
    List {
        #[command(flatten)]
        common: Common,
    },
    /// Show one app and its keys.
    Show {
        /// The app's id.
        id: Uuid,
        #[command(flatten)]
        common: Common,
    },
    /// API keys.
    #[command(subcommand)]
    Key(Key),
    /// Public keys for the XML platform.
    #[command(subcommand)]
    Certificate(Certificate),
    /// Refuse the app everywhere until it is enabled again.
    Disable {
        /// The app's id.
        id: Uuid,
        #[command(flatten)]
        common: Common,
    },
    /// Accept the app again.
    Enable {
        /// The app's id.
        id: Uuid,
        #[command(flatten)]
        common: Common,
    },
}

/// Subcommands of `app key`.
#[derive(Debug, clap::Subcommand)]
pub(crate) enum Key {
    /// Make an API key and print it, this once.
    New {
        /// The app's id.
        id: Uuid,
        /// Let the app's other keys work this many hours longer, then no more. Without it they stay.
        #[arg(long, value_name = "HOURS")]
        replace_after: Option<u32>,
        #[command(flatten)]
        common: Common,
    },
}

/// Subcommands of `app certificate`.
#[derive(Debug, clap::Subcommand)]
pub(crate) enum Certificate {
    /// Register a certificate (PEM) beside those that the app has.
    Add {
        /// The app's id.
        id: Uuid,
        /// The certificate.
        #[arg(value_name = "FILE")]
        file: PathBuf,
        #[command(flatten)]
        common: Common,
    },
}

impl App {
    pub(crate) async fn run(self) -> anyhow::Result<()> {
        match self {
            App::Apply { files, common } => {
                let (_, parts) = open::command_parts(&common).await?;
                apply(&parts, &files).await
            }
            App::List { common } => {
                let (_, parts) = open::command_parts(&common).await?;
                for app in apps::list(&parts).await? {
                    let state = if app.enabled { "enabled" } else { "disabled" };
                    say(format!("{}\t{state}\t{}\t{}", app.id, app.name, app.organization));
                }
                Ok(())
            }
            App::Show { id, common } => {
                let (_, parts) = open::command_parts(&common).await?;
                show(&parts, id).await
            }
            App::Key(Key::New { id, replace_after, common }) => {
                let (_, parts) = open::command_parts(&common).await?;
                let overlap = replace_after.map(|hours| TimeDelta::hours(hours.into()));
                let key = apps::new_key(&parts, id, overlap).await?.with_context(|| no_such_app(id))?;
                say(key.reveal());
                Ok(())
            }
            App::Certificate(Certificate::Add { id, file, common }) => {
                let (_, parts) = open::command_parts(&common).await?;
                let pem = read_certificate(&file)?;
                if !apps::add_certificate(&parts, id, &pem).await? {
                    bail!(no_such_app(id));
                }
                say(format!("{id}\tcertificate registered"));
                Ok(())
            }
            App::Disable { id, common } => switch(&common, id, false).await,
            App::Enable { id, common } => switch(&common, id, true).await,
        }
    }
}

fn no_such_app(id: Uuid) -> String {
    format!("there is no app {id}: `patient-connect app list` shows them")
}

async fn switch(common: &Common, id: Uuid, enabled: bool) -> anyhow::Result<()> {
    let (_, parts) = open::command_parts(common).await?;
    if !apps::set_enabled(&parts, id, enabled).await? {
        bail!(no_such_app(id));
    }
    say(format!("{id}\t{}", if enabled { "enabled" } else { "disabled" }));
    Ok(())
}

/// All files are read and checked before anything is changed.
async fn apply(parts: &Parts, files: &[PathBuf]) -> anyhow::Result<()> {
    let mut read = Vec::new();
    for file in files {
        read.push(read_app(file)?);
    }
    for (app_file, logo, certificates) in read {
        let had_id = app_file.id.is_some();
        let fresh = crate::ports::new_pseudonym(&*parts.random);
        let app = app_file.into_app(fresh, true, logo, certificates);
        let done = match apps::apply(parts, &app).await? {
            Applied::Created => "created",
            Applied::Updated => "updated",
            Applied::Unchanged => "unchanged",
        };
        let hint = if had_id {
            ""
        } else {
            "\twrite this id into the file, so that the next apply changes this app"
        };
        say(format!("{}\t{done}\t{}{hint}", app.id, app.name));
    }
    Ok(())
}

fn read_app(file: &Path) -> anyhow::Result<(AppFile, Option<Logo>, Vec<String>)> {
    let name = file.display();
    let text = fs::read_to_string(file).with_context(|| format!("{name} cannot be read"))?;
    let app = AppFile::parse(&text).map_err(|problems| {
        let lines: Vec<_> = problems.iter().map(|p| format!("{name}: {p}")).collect();
        anyhow::anyhow!(lines.join("\n"))
    })?;
    let beside = file.parent().unwrap_or(Path::new(""));
    let logo = match app.brand.as_ref().and_then(|b| b.logo.as_ref()) {
        None => None,
        Some(path) => {
            let path = beside.join(path);
            let bytes = fs::read(&path).with_context(|| format!("{} cannot be read", path.display()))?;
            Some(Logo::from_bytes(bytes).map_err(|p| anyhow::anyhow!("{} {p}", path.display()))?)
        }
    };
    let certificates =
        app.certificates.iter().map(|path| read_certificate(&beside.join(path))).collect::<Result<_, _>>()?;
    Ok((app, logo, certificates))
}

/// One certificate, PEM or DER, as PEM.
fn read_certificate(path: &Path) -> anyhow::Result<String> {
    let bytes = fs::read(path).with_context(|| format!("{} cannot be read", path.display()))?;
    let certificate = certificate::Certificate::parse(&bytes)
        .map_err(|problem| anyhow::anyhow!("{} {problem}", path.display()))?;
    Ok(certificate.to_pem())
}

async fn show(parts: &Parts, id: Uuid) -> anyhow::Result<()> {
    let (app, keys) = apps::find(parts, id).await?.with_context(|| no_such_app(id))?;
    say(format!("id            {}", app.id));
    say(format!("name          {}", app.name));
    say(format!("organization  {}", app.organization));
    say(format!(
        "kind          {}",
        match app.kind {
            domain::application::AppKind::Web => "web",
            domain::application::AppKind::Mobile => "mobile",
        }
    ));
    say(format!("methods       {}", app.methods.join(", ")));
    say(format!("enabled       {}", app.enabled));
    say(format!("contact       {}", app.contact));
    say(format!("certificates  {}", app.certificates.len()));
    for rule in &app.rules {
        let kind = if rule.optional { "optional" } else { "required" };
        say(format!("rule          {} ({kind}): {}", rule.name, rule.why));
    }
    for key in keys {
        let until =
            key.expires_at.map_or_else(|| "no end".to_owned(), |at| format!("until {}", at.to_rfc3339()));
        say(format!("key           …{} since {}, {until}", key.hint, key.created_at.to_rfc3339()));
    }
    Ok(())
}
