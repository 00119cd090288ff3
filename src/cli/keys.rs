//! `keys list / rotate / drop`: another pepper takes the place of the one that somebody may have seen, and nobody is signed
//! out (decision 48).

use std::collections::BTreeMap;

use anyhow::Context as _;
use serde_json::json;
use zeroize::Zeroizing;

use super::{Common, note, open, refused, say, time};
use crate::{
    actions::{
        Context,
        operator::{
            key_check,
            peppers::{
                Hindered, Needs, forget_older, hindered, needed, note_known, note_written_with, said_of,
            },
        },
    },
    config::Settings,
    keys::{KeyFile, Keys, Mark, PEPPER_BYTES},
    ports::{SystemRandom, bytes},
};

/// Subcommands of `keys`.
#[derive(Debug, clap::Subcommand)]
pub(crate) enum Peppers {
    /// Say which peppers the key file has, with which one is written, and what still needs an older one.
    List {
        /// Write JSON.
        #[arg(long)]
        json: bool,
        #[command(flatten)]
        common: Common,
    },
    /// Make a new pepper. The embedded database: stop the portal first, and it is written with at once. PostgreSQL: it is only
    /// known at first; copy the key file to every node, restart them one after another, and run this once more.
    #[command(
        after_help = "Hashes are renewed as they are used, what is sealed at the next start. Nobody is signed out, and letters \
                      stay good. Keep the new key file where the old one is kept: a backup needs every pepper that it was \
                      written with."
    )]
    Rotate {
        #[command(flatten)]
        common: Common,
    },
    /// Take the older peppers out of the key file, when nothing needs them any more.
    Drop {
        /// Let go what still needs them: letters whose code nobody typed lead nowhere, API keys end, who has not signed in
        /// since chooses a new password by mail, and who was not here since is signed out.
        #[arg(long)]
        let_go: bool,
        #[command(flatten)]
        common: Common,
    },
}

impl Peppers {
    pub(crate) async fn run(self) -> anyhow::Result<()> {
        match self {
            Peppers::List { json, common } => list(&common, json).await,
            Peppers::Rotate { common } => rotate(&common).await,
            Peppers::Drop { let_go, common } => drop_older(&common, let_go).await,
        }
    }
}

/// What still needs an older pepper, for people.
pub(super) fn in_words(needed: &BTreeMap<Needs, i64>) -> String {
    let words = needed.iter().map(|(needs, n)| {
        let (one, several) = names(*needs);
        format!("{n} {}", if *n == 1 { one } else { several })
    });
    words.collect::<Vec<_>>().join(", ")
}

fn names(needs: Needs) -> (&'static str, &'static str) {
    match needs {
        Needs::Requests => ("connect request", "connect requests"),
        Needs::WithdrawnCodes => ("withdrawn code", "withdrawn codes"),
        Needs::ApiKeys => ("API key", "API keys"),
        Needs::Passwords => ("password", "passwords"),
        Needs::Sessions => ("session", "sessions"),
        Needs::ShortLived => ("thing that lasts a day", "things that last a day"),
        Needs::AuditLines => ("waiting line of the audit log", "waiting lines of the audit log"),
        Needs::Sealed => ("sealed secret", "sealed secrets"),
    }
}

fn name_in_json(needs: Needs) -> &'static str {
    match needs {
        Needs::Requests => "connect_requests",
        Needs::WithdrawnCodes => "withdrawn_codes",
        Needs::ApiKeys => "api_keys",
        Needs::Passwords => "passwords",
        Needs::Sessions => "sessions",
        Needs::ShortLived => "short_lived",
        Needs::AuditLines => "audit_lines",
        Needs::Sealed => "sealed",
    }
}

/// The key file of an installation that is there.
fn key_file(settings: &Settings) -> anyhow::Result<KeyFile> {
    KeyFile::read(&settings.key_path())?
        .ok_or_else(|| refused("there is no installation yet: the first start makes its key file"))
}

async fn list(common: &Common, as_json: bool) -> anyhow::Result<()> {
    let settings = open::settings(common)?;
    let file = key_file(&settings)?;
    let (_, context) = open::command_context(common).await?;
    let known = key_check::known(&context.db).await?;
    let needed = needed(&context.db, &context.keys, context.now()).await?;
    let state = |mark: Mark| match mark.cmp(&file.written_with()) {
        std::cmp::Ordering::Less => "older",
        std::cmp::Ordering::Equal => "written with",
        std::cmp::Ordering::Greater => "known",
    };
    let marks = file.peppers().iter().map(|pepper| pepper.mark);
    if as_json {
        let peppers: Vec<_> = marks
            .map(|mark| json!({ "pepper": mark.number(), "state": state(mark), "since": known.since(mark).map(time) }))
            .collect();
        let needed: BTreeMap<&str, i64> =
            needed.iter().map(|(needs, n)| (name_in_json(*needs), *n)).collect();
        say(json!({ "peppers": peppers, "older_needed_by": needed }));
    } else {
        for mark in marks {
            say(format!("{mark}\t{}\t{}", state(mark), known.since(mark).map(time).unwrap_or_default()));
        }
        if !needed.is_empty() {
            say(format!("an older one is needed by {}", in_words(&needed)));
        }
    }
    context.db.close().await;
    Ok(())
}

async fn rotate(common: &Common) -> anyhow::Result<()> {
    let settings = open::settings(common)?;
    // Before anything is opened: where there is none, none is made.
    key_file(&settings)?;
    if settings.database_url.is_empty() {
        rotate_alone(&settings).await
    } else {
        let (_, context) = open::command_context(common).await?;
        rotate_among_nodes(&settings, &context).await
    }
}

fn with_new(file: &KeyFile, keys: &Keys) -> KeyFile {
    file.with_new(&Zeroizing::new(bytes::<PEPPER_BYTES>(&SystemRandom)), keys.cookie_signature())
}

/// With nobody else in the embedded database no node can come to read what it cannot know.
async fn rotate_alone(settings: &Settings) -> anyhow::Result<()> {
    let Some(context) = open::context_alone(settings).await? else {
        return Err(refused(
            "the portal is running, and reads its key file only when it starts: stop it, run this, and start it again",
        ));
    };
    let file = key_file(settings)?;
    let known = if file.waiting().is_some() { file } else { with_new(&file, &context.keys) };
    let new = known.newest_first();
    write_with(settings, &context, &new).await?;
    say(format!("pepper {} is written with from the next start on", new.written_with()));
    tell_what_follows(settings);
    context.db.close().await;
    Ok(())
}

/// The key file first, and on the disk; then the database.
async fn write_with(settings: &Settings, context: &Context, new: &KeyFile) -> anyhow::Result<()> {
    new.save(&settings.key_path())?;
    let with_new = Context { keys: std::sync::Arc::new(Keys::of(new)), ..context.clone() };
    let known = note_written_with(&with_new).await.context(
        "the key file is changed, and the database does not know it yet: the next start sees to that",
    )?;
    if !known.fits(&with_new.keys) {
        return Err(refused(
            "another node has made a new pepper at the same time: put its key file in the place of this one",
        ));
    }
    Ok(())
}

/// One pepper after the other: known to all nodes before one of them writes with it.
async fn rotate_among_nodes(settings: &Settings, context: &Context) -> anyhow::Result<()> {
    let file = key_file(settings)?;
    let Some(waiting) = file.waiting() else {
        let new = with_new(&file, &context.keys);
        let made = new.waiting().context("a pepper was just made")?;
        new.save(&settings.key_path())?;
        note_known(context, made).await?;
        say(format!("pepper {made} is made, and not written with yet"));
        note(format!(
            "what is left to do: copy {} to every node (its owner's alone), restart them one after another, and run \
             `keys rotate` once more",
            settings.key_path().display()
        ));
        context.db.close().await;
        return Ok(());
    };
    let nodes = said_of(&context.db, &context.keys, waiting, context.now()).await?;
    if nodes.ignorant > 0 {
        return Err(refused(format!(
            "{} of {} running nodes do not know pepper {waiting}: restart them with the key file of this node, wait two \
             minutes, and run this again. One that writes with it now would sign people out there",
            nodes.ignorant, nodes.all
        )));
    }
    let new = file.newest_first();
    write_with(settings, context, &new).await?;
    say(format!("pepper {waiting} is written with by each node from its next start on"));
    note("what is left to do: copy the key file to every node again, and restart them one after another");
    tell_what_follows(settings);
    context.db.close().await;
    Ok(())
}

fn tell_what_follows(settings: &Settings) {
    note(format!(
        "keep a copy of {} where the old one is kept, and the old one as long as backups of before: they need it. `doctor` \
         says how far it is; `keys drop` takes the old pepper out when nothing needs it",
        settings.key_path().display()
    ));
}

async fn drop_older(common: &Common, let_go: bool) -> anyhow::Result<()> {
    let settings = open::settings(common)?;
    let file = key_file(&settings)?;
    if let Some(waiting) = file.waiting() {
        return Err(refused(format!("pepper {waiting} is not written with yet: run `keys rotate` first")));
    }
    if file.older().is_empty() {
        return Err(refused(
            "the key file has one pepper, and nothing to drop: `keys rotate` makes another one",
        ));
    }
    let (_, context) = open::command_context(common).await?;
    let hindered = hindered(&context).await?;
    if !(hindered.is_nothing() || let_go && hindered.may_be_let_go()) {
        return Err(refused(why_not(&hindered)));
    }
    forget_older(&context).await?;
    file.without_older().save(&settings.key_path())?;
    say(format!("pepper {} is the only one from the next start on", file.written_with()));
    if !hindered.needed.is_empty() {
        say(format!("let go: {}", in_words(&hindered.needed)));
    }
    note(
        "what is left to do: copy the key file to every other node, and restart them all, one after another",
    );
    context.db.close().await;
    Ok(())
}

fn why_not(hindered: &Hindered) -> String {
    let mut why = Vec::new();
    if hindered.behind > 0 {
        why.push(format!("{} running nodes still write with it", hindered.behind));
    }
    if !hindered.needed.is_empty() {
        why.push(format!("it is needed by {}", in_words(&hindered.needed)));
    }
    if let Some(until) = hindered.until {
        why.push(format!("links in mails and browsers may need it until {}", time(until)));
    }
    let advice = if hindered.may_be_let_go() {
        "wait, or let all of that go with --let-go"
    } else if hindered.behind > 0 {
        "restart them with the key file of this node, and wait two minutes"
    } else {
        "what is sealed there can be read with no pepper of this key file: see the portal's log"
    };
    format!("the older pepper cannot be dropped: {}. {advice}", why.join("; "))
}
