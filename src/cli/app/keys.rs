//! `app key …`: making and ending API keys.

use chrono::TimeDelta;
use serde_json::json;
use uuid::Uuid;

use super::no_such_app;
use crate::{
    actions::{
        Context,
        operator::apps::{self, Revoked},
    },
    cli::{Common, not_found, note, open, refused, say, time},
};

/// Subcommands of `app key`.
#[derive(Debug, clap::Subcommand)]
pub(crate) enum Key {
    /// Make an API key and print it, this once.
    New {
        /// The app's id.
        id: Uuid,
        /// Let the app's other keys work this many hours longer, then no more. Without it they stay.
        #[arg(long, value_name = "HOURS", alias = "replace-after")]
        overlap: Option<u32>,
        /// Write JSON.
        #[arg(long)]
        json: bool,
        #[command(flatten)]
        common: Common,
    },
    /// End an API key at once.
    Revoke {
        /// The app's id.
        id: Uuid,
        /// The key's last four letters, as `app show` lists them. A hint may begin with a dash.
        #[arg(allow_hyphen_values = true)]
        hint: String,
        #[command(flatten)]
        common: Common,
    },
}

impl Key {
    pub(super) async fn run(self) -> anyhow::Result<()> {
        match self {
            Key::New { id, overlap, json, common } => {
                let (_, context) = open::command_context(&common).await?;
                new_key(&context, id, overlap, json).await
            }
            Key::Revoke { id, hint, common } => {
                let (_, context) = open::command_context(&common).await?;
                revoke_key(&context, id, &hint).await
            }
        }
    }
}

async fn new_key(context: &Context, id: Uuid, overlap: Option<u32>, json: bool) -> anyhow::Result<()> {
    let overlap = overlap.map(|hours| TimeDelta::hours(hours.into()));
    let key = apps::new_key(context, id, overlap).await?.ok_or_else(|| no_such_app(id))?;
    if json {
        let others_until = overlap.map(|overlap| time(context.now() + overlap));
        say(json!({ "app": id, "key": key.reveal(), "hint": key.hint(), "other_keys_until": others_until }));
    } else {
        say(key.reveal());
    }
    Ok(())
}

async fn revoke_key(context: &Context, id: Uuid, hint: &str) -> anyhow::Result<()> {
    match apps::revoke_key(context, id, hint).await?.ok_or_else(|| no_such_app(id))? {
        Revoked::Done { left } => {
            say(format!("{id}\tkey …{hint} revoked"));
            if left == 0 {
                note(format!("{id} has no key now: `patient-connect app key new {id}` makes one"));
            }
            Ok(())
        }
        Revoked::NoSuchKey => Err(not_found(format!(
            "{id} has no working key that ends in {hint}: `patient-connect app show {id}` lists them"
        ))),
        Revoked::Several => Err(refused(format!(
            "{id} has several keys that end in {hint}: `patient-connect app key new {id} --overlap 0` ends them all"
        ))),
    }
}
