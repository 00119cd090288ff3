//! `app …`: registering apps, their keys, certificates and signing secrets, and what was sent to them.

mod apply;
mod certificates;
mod deliveries;
mod keys;
mod webhook_secrets;

use std::path::PathBuf;

use serde_json::{Value, json};
use uuid::Uuid;

use self::{
    apply::{APPLY_HELP, apply},
    deliveries::deliveries,
    keys::Key,
    webhook_secrets::WebhookSecret,
};
use super::{Common, not_found, open, say, time};
use crate::{
    actions::{Context, operator::apps},
    domain::{
        app_change::{self, fingerprint},
        application,
    },
    store::apps::KeyRow,
};

/// Subcommands of `app`.
#[derive(Debug, clap::Subcommand)]
pub(crate) enum App {
    /// Create or update apps from their files. Safe to repeat.
    #[command(after_help = APPLY_HELP)]
    Apply {
        /// Files that describe one app each (TOML).
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
        /// Say what would be created or changed, and change nothing.
        #[arg(long)]
        dry_run: bool,
        /// Write JSON: a list with an entry for each file.
        #[arg(long)]
        json: bool,
        #[command(flatten)]
        common: Common,
    },
    /// List the apps.
    List {
        /// Write JSON.
        #[arg(long)]
        json: bool,
        #[command(flatten)]
        common: Common,
    },
    /// Show one app and its keys.
    Show {
        /// The app's id.
        id: Uuid,
        /// Write JSON.
        #[arg(long)]
        json: bool,
        #[command(flatten)]
        common: Common,
    },
    /// API keys.
    #[command(subcommand)]
    Key(Key),
    /// Public keys for the XML platform.
    #[command(subcommand)]
    Certificate(certificates::Command),
    /// The secrets that callbacks are signed with (Standard Webhooks).
    #[command(subcommand)]
    WebhookSecret(WebhookSecret),
    /// Show what became of callbacks in the last thirty days, the newest first.
    Deliveries {
        /// The app's id.
        id: Uuid,
        /// Only those of this external ID.
        #[arg(long)]
        external_id: Option<String>,
        /// At most so many.
        #[arg(long, default_value_t = 100, value_parser = clap::value_parser!(u32).range(1..=10_000))]
        limit: u32,
        /// Write JSON.
        #[arg(long)]
        json: bool,
        #[command(flatten)]
        common: Common,
    },
    /// Refuse the app everywhere until it is enabled again. It is not called back meanwhile.
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

impl App {
    pub(crate) async fn run(self) -> anyhow::Result<()> {
        match self {
            App::Apply { files, dry_run, json, common } => apply(&common, &files, dry_run, json).await,
            App::List { json, common } => {
                let (_, context) = open::command_context(&common).await?;
                let all = apps::list(&context).await?;
                if json {
                    say(json!(all.iter().map(|app| in_short(app)).collect::<Vec<_>>()));
                } else {
                    for app in all {
                        let state = if app.enabled { "enabled" } else { "disabled" };
                        say(format!("{}\t{state}\t{}\t{}", app.id, app.name, app.organization));
                    }
                }
                Ok(())
            }
            App::Show { id, json, common } => {
                let (_, context) = open::command_context(&common).await?;
                show(&context, id, json).await
            }
            App::Key(command) => command.run().await,
            App::Certificate(command) => command.run().await,
            App::WebhookSecret(command) => command.run().await,
            App::Deliveries { id, external_id, limit, json, common } => {
                let (_, context) = open::command_context(&common).await?;
                deliveries(&context, id, external_id.as_deref(), limit, json).await
            }
            App::Disable { id, common } => switch(&common, id, false).await,
            App::Enable { id, common } => switch(&common, id, true).await,
        }
    }
}

fn no_such_app(id: Uuid) -> anyhow::Error {
    not_found(format!("there is no app {id}: `patient-connect app list` shows them"))
}

async fn switch(common: &Common, id: Uuid, enabled: bool) -> anyhow::Result<()> {
    let (_, context) = open::command_context(common).await?;
    if !apps::set_enabled(&context, id, enabled).await? {
        return Err(no_such_app(id));
    }
    say(format!("{id}\t{}", if enabled { "enabled" } else { "disabled" }));
    Ok(())
}

fn in_short(app: &application::App) -> Value {
    json!({
        "id": app.id, "name": app.name, "organization": app.organization, "kind": app.kind.as_str(),
        "enabled": app.enabled,
    })
}

fn key_in_json(key: &KeyRow) -> Value {
    json!({ "hint": key.hint, "created_at": time(key.created_at), "expires_at": key.expires_at.map(time) })
}

async fn show(context: &Context, id: Uuid, json: bool) -> anyhow::Result<()> {
    let (app, keys) = apps::find(context, id).await?.ok_or_else(|| no_such_app(id))?;
    if json {
        say(json!({
            "id": app.id, "name": app.name, "organization": app.organization, "kind": app.kind.as_str(),
            "methods": app.methods, "enabled": app.enabled, "slug": app.slug, "time_zone": app.time_zone,
            "contact": app.contact, "return_link": app.return_link,
            "certificates": app.certificates.iter().map(|pem| fingerprint(pem)).collect::<Vec<_>>(),
            "rules": app.rules, "keys": keys.iter().map(key_in_json).collect::<Vec<_>>(),
        }));
        return Ok(());
    }
    say(format!("id            {}", app.id));
    say(format!("name          {}", app.name));
    say(format!("organization  {}", app.organization));
    say(format!("kind          {}", app.kind.as_str()));
    say(format!("methods       {}", app.methods.join(", ")));
    say(format!("enabled       {}", app.enabled));
    for (field, text) in app_change::texts(&app) {
        say(format!("{field:<13} {text}"));
    }
    for pem in &app.certificates {
        say(format!("certificate   SHA-256 {}…", fingerprint(pem)));
    }
    for rule in &app.rules {
        let kind = if rule.optional { "optional" } else { "required" };
        say(format!("rule          {} ({kind}): {}", rule.name, rule.why.default_text()));
    }
    let now = context.now();
    for key in keys {
        let until = match key.expires_at {
            None => "no end".to_owned(),
            Some(at) if at <= now => format!("ended {}", time(at)),
            Some(at) => format!("until {}", time(at)),
        };
        say(format!("key           …{} since {}, {until}", key.hint, time(key.created_at)));
    }
    Ok(())
}
