//! `app …`: registering apps, their keys, certificates and signing secrets, and what was sent to them.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::Context as _;
use chrono::TimeDelta;
use serde_json::{Value, json};
use uuid::Uuid;

use super::{
    Common, certificates, certificates::read_certificate, not_found, note, open, refused, say, time,
};
use crate::{
    actions::{
        Context,
        app::list_deliveries::{NEWEST, list_deliveries},
        operator::apps::{self, Applied, Plan, Revoked, Unclear, Wanted},
        operator::webhook_secrets::{self, Signing},
    },
    domain::{
        self,
        app_change::{Change, fingerprint},
        app_file::AppFile,
        brand::Logo,
        webhook::{message_id, message_type},
    },
    store::{apps::KeyRow, webhooks::Delivery},
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

const APPLY_HELP: &str = "All files are read and checked first, and every problem of each is named; then all of them \
are applied, or none.

A file is the whole truth about its app: what it leaves out is removed. Two things are not the file's: whether the app \
is disabled, and its API keys. Certificates are the file's when it has the key `certificates`: then those added by \
`app certificate add` that are not in its list are removed (--dry-run shows it). A file without that key leaves them \
alone.

A file without an id stands for the app of the same name and organization. Its id is printed: write it into the file, \
so that the name can be changed, too.";

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

impl App {
    pub(crate) async fn run(self) -> anyhow::Result<()> {
        match self {
            App::Apply { files, dry_run, json, common } => apply(&common, &files, dry_run, json).await,
            App::List { json, common } => {
                let (_, context) = open::command_parts(&common).await?;
                let all = apps::list(&context).await?;
                if json {
                    say(json!(all.iter().map(in_short).collect::<Vec<_>>()));
                } else {
                    for app in all {
                        let state = if app.enabled { "enabled" } else { "disabled" };
                        say(format!("{}\t{state}\t{}\t{}", app.id, app.name, app.organization));
                    }
                }
                Ok(())
            }
            App::Show { id, json, common } => {
                let (_, context) = open::command_parts(&common).await?;
                show(&context, id, json).await
            }
            App::Key(Key::New { id, overlap, json, common }) => {
                let (_, context) = open::command_parts(&common).await?;
                new_key(&context, id, overlap, json).await
            }
            App::Key(Key::Revoke { id, hint, common }) => {
                let (_, context) = open::command_parts(&common).await?;
                revoke_key(&context, id, &hint).await
            }
            App::Certificate(command) => command.run().await,
            App::WebhookSecret(WebhookSecret::New { id, overlap, json, common }) => {
                let (_, context) = open::command_parts(&common).await?;
                let overlap = TimeDelta::days(overlap.into());
                let made =
                    webhook_secrets::new(&context, id, overlap).await?.ok_or_else(|| no_such_app(id))?;
                tell_secret(&made, json);
                Ok(())
            }
            App::WebhookSecret(WebhookSecret::List { id, json, common }) => {
                let (_, context) = open::command_parts(&common).await?;
                list_secrets(&signing(&context, id).await?, json);
                Ok(())
            }
            App::WebhookSecret(WebhookSecret::Show { id, json, common }) => {
                let (_, context) = open::command_parts(&common).await?;
                let newest = signing(&context, id).await?.into_iter().next();
                let newest = newest.ok_or_else(|| {
                    not_found(format!(
                        "{id} has no secret yet: `patient-connect app webhook-secret new {id}` makes one"
                    ))
                })?;
                tell_secret(&newest, json);
                Ok(())
            }
            App::Deliveries { id, external_id, limit, json, common } => {
                let (_, context) = open::command_parts(&common).await?;
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
    let (_, context) = open::command_parts(common).await?;
    if !apps::set_enabled(&context, id, enabled).await? {
        return Err(no_such_app(id));
    }
    say(format!("{id}\t{}", if enabled { "enabled" } else { "disabled" }));
    Ok(())
}

/// All files are read and checked before anything is changed.
async fn apply(common: &Common, files: &[PathBuf], dry_run: bool, json: bool) -> anyhow::Result<()> {
    let mut read = Vec::new();
    let mut wrong = Vec::new();
    for file in files {
        match read_app(file)? {
            Ok(app) => read.push(app),
            Err(problems) => wrong.extend(problems),
        }
    }
    if !wrong.is_empty() {
        return Err(refused(wrong.join("\n")));
    }
    let (_, context) =
        if dry_run { open::command_parts(common).await? } else { open::first_parts(common).await? };
    let has_ids: Vec<bool> = read.iter().map(|(file, ..)| file.id.is_some()).collect();
    let wanted: Vec<Wanted> = read
        .into_iter()
        .map(|(file, logo, certificates)| {
            let fresh = crate::ports::new_pseudonym(&*context.random);
            let (has_id, lists_certificates) = (file.id.is_some(), file.certificates.is_some());
            Wanted { app: file.into_app(fresh, true, logo, certificates), has_id, lists_certificates }
        })
        .collect();
    let plans = apps::apply_all(&context, &wanted, dry_run).await?.map_err(|unclear| {
        refused(match unclear {
            Unclear::SeveralApps(n) => format!(
                "{}: several apps have this name and organization: write the id of the one that is meant into the \
                 file (`patient-connect app list` shows them)",
                files[n].display()
            ),
            Unclear::SameApp(n) => {
                format!("{}: an earlier file describes the same app", files[n].display())
            }
        })
    })?;
    if json {
        say(json!(
            plans
                .iter()
                .zip(files)
                .zip(&has_ids)
                .map(|((plan, file), has_id)| planned(plan, file, dry_run, *has_id))
                .collect::<Vec<_>>()
        ));
        return Ok(());
    }
    for (plan, has_id) in plans.iter().zip(has_ids) {
        let made_up = is_made_up(plan, dry_run, has_id);
        let id = if made_up { "(new id)".to_owned() } else { plan.app.id.to_string() };
        let done = match (plan.applied, dry_run) {
            (Applied::Created, false) => "created",
            (Applied::Created, true) => "would be created",
            (Applied::Updated, false) => "updated",
            (Applied::Updated, true) => "would be updated",
            (Applied::Unchanged, _) => "unchanged",
        };
        let hint = if has_id || made_up {
            ""
        } else {
            "\twrite this id into the file, so that the next apply changes this app"
        };
        say(format!("{id}\t{done}\t{}{hint}", plan.app.name));
        for change in &plan.changes {
            say(format!("  {}", in_words(change)));
        }
    }
    Ok(())
}

/// The id of an app that a dry run did not make is nobody's.
fn is_made_up(plan: &Plan, dry_run: bool, has_id: bool) -> bool {
    dry_run && plan.applied == Applied::Created && !has_id
}

/// Quoted, so that a line stays a line.
fn in_words(change: &Change) -> String {
    let quoted = |value: &str| json!(value).to_string();
    match (&change.before, &change.after) {
        (Some(before), Some(after)) => format!("{}: {} -> {}", change.field, quoted(before), quoted(after)),
        (None, Some(after)) => format!("{}: + {}", change.field, quoted(after)),
        (Some(before), None) => format!("{}: - {}", change.field, quoted(before)),
        (None, None) => change.field.clone(),
    }
}

fn planned(plan: &Plan, file: &Path, dry_run: bool, has_id: bool) -> Value {
    let id = (!is_made_up(plan, dry_run, has_id)).then_some(plan.app.id);
    let result = match plan.applied {
        Applied::Created => "created",
        Applied::Updated => "updated",
        Applied::Unchanged => "unchanged",
    };
    let changes: Vec<_> = plan
        .changes
        .iter()
        .map(|c| json!({ "field": c.field, "before": c.before, "after": c.after }))
        .collect();
    json!({
        "file": file, "id": id, "name": plan.app.name, "result": result, "dry_run": dry_run,
        "changes": changes,
    })
}

type ReadApp = (AppFile, Option<Logo>, Vec<String>);

/// One app's file with what it points to. The inner error is what is wrong with it, a line each.
fn read_app(file: &Path) -> anyhow::Result<Result<ReadApp, Vec<String>>> {
    let name = file.display();
    let text = fs::read_to_string(file).with_context(|| format!("{name} cannot be read"))?;
    let app = match AppFile::parse(&text) {
        Ok(app) => app,
        Err(problems) => return Ok(Err(problems.iter().map(|p| format!("{name}: {p}")).collect())),
    };
    let beside = file.parent().unwrap_or(Path::new(""));
    let logo = match app.brand.as_ref().and_then(|b| b.logo.as_ref()) {
        None => None,
        Some(path) => {
            let path = beside.join(path);
            let bytes = fs::read(&path).with_context(|| format!("{} cannot be read", path.display()))?;
            match Logo::from_bytes(bytes) {
                Ok(logo) => Some(logo),
                Err(problem) => return Ok(Err(vec![format!("{} {problem}", path.display())])),
            }
        }
    };
    let paths = app.certificates.iter().flatten();
    let certificates = paths.map(|path| read_certificate(&beside.join(path))).collect::<Result<_, _>>()?;
    Ok(Ok((app, logo, certificates)))
}

fn kind(app: &domain::application::App) -> &'static str {
    match app.kind {
        domain::application::AppKind::Web => "web",
        domain::application::AppKind::Mobile => "mobile",
    }
}

fn in_short(app: &domain::application::App) -> Value {
    json!({
        "id": app.id, "name": app.name, "organization": app.organization, "kind": kind(app),
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
            "id": app.id, "name": app.name, "organization": app.organization, "kind": kind(&app),
            "methods": app.methods, "enabled": app.enabled, "contact": app.contact,
            "certificates": app.certificates.iter().map(|pem| fingerprint(pem)).collect::<Vec<_>>(),
            "rules": app.rules, "keys": keys.iter().map(key_in_json).collect::<Vec<_>>(),
        }));
        return Ok(());
    }
    say(format!("id            {}", app.id));
    say(format!("name          {}", app.name));
    say(format!("organization  {}", app.organization));
    say(format!("kind          {}", kind(&app)));
    say(format!("methods       {}", app.methods.join(", ")));
    say(format!("enabled       {}", app.enabled));
    say(format!("contact       {}", app.contact));
    for pem in &app.certificates {
        say(format!("certificate   SHA-256 {}…", fingerprint(pem)));
    }
    for rule in &app.rules {
        let kind = if rule.optional { "optional" } else { "required" };
        say(format!("rule          {} ({kind}): {}", rule.name, rule.why));
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

fn tell_secret(signing: &Signing, json: bool) {
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

async fn deliveries(
    context: &Context,
    id: Uuid,
    external_id: Option<&str>,
    limit: u32,
    json: bool,
) -> anyhow::Result<()> {
    let (app, _) = apps::find(context, id).await?.ok_or_else(|| no_such_app(id))?;
    let all = list_deliveries(context, &app, external_id, NEWEST, limit).await?;
    if json {
        say(json!(all.iter().map(delivery_in_json).collect::<Vec<_>>()));
        return Ok(());
    }
    for d in all {
        let external_id = d.external_id.as_deref().unwrap_or("-");
        let next = d.next_attempt_at.map_or_else(String::new, |at| format!("\tnext attempt {}", time(at)));
        say(format!(
            "{}\t{}\t{}\t{external_id}\t{}{next}",
            time(d.created_at),
            message_id(d.id),
            message_type(d.kind),
            d.state.as_str()
        ));
        for a in &d.attempts {
            let outcome = match (a.status, a.failure) {
                (Some(status), _) => status.to_string(),
                (None, Some(failure)) => failure.as_str().to_owned(),
                (None, None) => "unknown".to_owned(),
            };
            say(format!("  {}\t{outcome}\t{} ms", time(a.at), a.duration_ms));
        }
    }
    Ok(())
}

/// As the API writes it.
fn delivery_in_json(d: &Delivery) -> Value {
    json!(crate::api::deliveries::DeliveryBody::from(d))
}
