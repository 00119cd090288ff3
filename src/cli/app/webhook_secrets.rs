//! `app webhook-secret …`: the secrets that callbacks are signed with.

use chrono::TimeDelta;
use serde_json::{Value, json};
use uuid::Uuid;

use super::no_such_app;
use crate::{
    actions::{
        Context,
        operator::webhook_secrets::{self, Signing},
    },
    cli::{Common, not_found, open, say, time},
};

/// Subcommands of `app webhook-secret`.
#[derive(Debug, clap::Subcommand)]
pub(crate) enum WebhookSecret {
    /// Make a secret and print it. The others sign beside it for a while, so that the app can change over.
    New {
        /// The app's id.
        id: Uuid,
        /// How many days the others sign beside it.
        #[arg(long, value_name = "DAYS", default_value_t = 1, value_parser = clap::value_parser!(u32).range(0..=365))]
        overlap: u32,
        /// Write JSON.
        #[arg(long)]
        json: bool,
        #[command(flatten)]
        common: Common,
    },
    /// List the secrets that sign now, without telling them.
    List {
        /// The app's id.
        id: Uuid,
        /// Write JSON.
        #[arg(long)]
        json: bool,
        #[command(flatten)]
        common: Common,
    },
    /// Print the newest secret. One is made with the first request that has a callback_url.
    Show {
        /// The app's id.
        id: Uuid,
        /// Write JSON.
        #[arg(long)]
        json: bool,
        #[command(flatten)]
        common: Common,
    },
}

impl WebhookSecret {
    pub(super) async fn run(self) -> anyhow::Result<()> {
        match self {
            WebhookSecret::New { id, overlap, json, common } => {
                let (_, context) = open::command_context(&common).await?;
                let overlap = TimeDelta::days(overlap.into());
                let made =
                    webhook_secrets::new(&context, id, overlap).await?.ok_or_else(|| no_such_app(id))?;
                print_secret(&made, json);
                Ok(())
            }
            WebhookSecret::List { id, json, common } => {
                let (_, context) = open::command_context(&common).await?;
                list_secrets(&signing(&context, id).await?, json);
                Ok(())
            }
            WebhookSecret::Show { id, json, common } => {
                let (_, context) = open::command_context(&common).await?;
                let newest = signing(&context, id).await?.into_iter().next();
                let newest = newest.ok_or_else(|| {
                    not_found(format!(
                        "{id} has no secret yet: `patient-connect app webhook-secret new {id}` makes one"
                    ))
                })?;
                print_secret(&newest, json);
                Ok(())
            }
        }
    }
}

async fn signing(context: &Context, id: Uuid) -> anyhow::Result<Vec<Signing>> {
    webhook_secrets::list(context, id).await?.ok_or_else(|| no_such_app(id))
}

fn secret_in_json(signing: &Signing) -> Value {
    let reveal = signing.secret.reveal();
    json!({
        "hint": reveal.get(reveal.len().saturating_sub(4)..),
        "created_at": time(signing.created_at), "expires_at": signing.expires_at.map(time),
    })
}

fn print_secret(signing: &Signing, json: bool) {
    let reveal = signing.secret.reveal();
    if json {
        let mut all = secret_in_json(signing);
        all["secret"] = Value::from(reveal.as_str());
        say(all);
    } else {
        say(reveal.as_str());
    }
}

fn list_secrets(all: &[Signing], json: bool) {
    if json {
        say(json!(all.iter().map(secret_in_json).collect::<Vec<_>>()));
        return;
    }
    for signing in all {
        let reveal = signing.secret.reveal();
        let hint = reveal.get(reveal.len().saturating_sub(4)..).unwrap_or_default();
        let until =
            signing.expires_at.map_or_else(|| "no end".to_owned(), |at| format!("until {}", time(at)));
        say(format!("…{hint}\tsince {}\t{until}", time(signing.created_at)));
    }
}
