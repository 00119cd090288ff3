//! `app certificate …`: the certificates that an app signs in with to the XML platform.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::Context as _;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::{
    actions::{
        Context,
        operator::certificates::{self, Removed},
    },
    cli::{Common, not_found, note, open, refused, say, time},
    domain::certificate::{Certificate, Validity},
};

/// Subcommands of `app certificate`.
#[derive(Debug, clap::Subcommand)]
pub(crate) enum Command {
    /// Register a certificate (PEM or DER) beside those that the app has.
    #[command(after_help = ADD_HELP)]
    Add {
        /// The app's id.
        id: Uuid,
        /// The certificate, PEM or DER: one, with an RSA key of 1024 to 8192 bits, and without its private key.
        #[arg(value_name = "FILE")]
        file: PathBuf,
        #[command(flatten)]
        common: Common,
    },
    /// List the app's certificates: thumbprint, state, validity, subject.
    List {
        /// The app's id.
        id: Uuid,
        /// Write JSON.
        #[arg(long)]
        json: bool,
        #[command(flatten)]
        common: Common,
    },
    /// Remove a certificate, and end the sessions that were made with it.
    #[command(after_help = REMOVE_HELP)]
    Remove {
        /// The app's id.
        id: Uuid,
        /// The certificate's thumbprint as `list` shows it, or a beginning that no other one has.
        thumbprint: String,
        #[command(flatten)]
        common: Common,
    },
}

const ADD_HELP: &str = "To change certificates without a pause: add the new one, let the app change over, remove the \
old one.

A certificate that has expired, is not valid yet or expires within 30 days is registered all the same, with a warning. \
The portal refuses whoever signs in with one that is not valid.";

const REMOVE_HELP: &str =
    "The app is asked to sign in again by the next call of each session that ends. Sessions made \
before the portal noted which certificate they belong to end, too.

A running portal needs no restart.";

impl Command {
    /// Runs it. Fails with 3 where there is no such app or certificate, with 4 for a file or a name that cannot be used.
    pub(crate) async fn run(self) -> anyhow::Result<()> {
        match self {
            Command::Add { id, file, common } => {
                let (_, context) = open::command_context(&common).await?;
                add(&context, id, &file).await
            }
            Command::List { id, json, common } => {
                let (_, context) = open::command_context(&common).await?;
                list(&context, id, json).await
            }
            Command::Remove { id, thumbprint, common } => {
                let (_, context) = open::command_context(&common).await?;
                remove(&context, id, &thumbprint).await
            }
        }
    }
}

fn no_such_app(id: Uuid) -> anyhow::Error {
    not_found(format!("there is no app {id}: `patient-connect app list` shows them"))
}

/// One certificate's file, PEM or DER.
fn read_file(path: &Path) -> anyhow::Result<Certificate> {
    let bytes = fs::read(path).with_context(|| format!("{} cannot be read", path.display()))?;
    Certificate::parse(&bytes).map_err(|problem| refused(format!("{} {problem}", path.display())))
}

/// The same as PEM, the form in which it is kept.
pub(crate) fn read_certificate(path: &Path) -> anyhow::Result<String> {
    read_file(path).map(|certificate| certificate.to_pem())
}

async fn add(context: &Context, id: Uuid, file: &Path) -> anyhow::Result<()> {
    let certificate = read_file(file)?;
    if !certificates::add(context, id, &certificate).await? {
        return Err(no_such_app(id));
    }
    say(format!("{id}\tcertificate registered"));
    let (from, until) = (time(certificate.not_before()), time(certificate.not_after()));
    match certificate.validity(context.now()) {
        Validity::Valid => {}
        Validity::NotYet => {
            note(format!(
                "warning: the certificate is not valid before {from}: until then nobody signs in with it"
            ));
        }
        Validity::EndsSoon => {
            note(format!("warning: the certificate expires at {until}: get the app a new one before"));
        }
        Validity::Ended => {
            note(format!("warning: the certificate expired at {until}: nobody can sign in with it"));
        }
    }
    Ok(())
}

fn state(validity: Validity) -> &'static str {
    match validity {
        Validity::NotYet => "not_yet_valid",
        Validity::Valid => "valid",
        Validity::EndsSoon => "expires_soon",
        Validity::Ended => "expired",
    }
}

async fn list(context: &Context, id: Uuid, json: bool) -> anyhow::Result<()> {
    let all = certificates::list(context, id).await?.ok_or_else(|| no_such_app(id))?;
    let now = context.now();
    if json {
        let all = all.iter().map(|certificate| {
            json!({
                "thumbprint": certificate.thumbprint(), "subject": certificate.subject(),
                "not_before": time(certificate.not_before()), "not_after": time(certificate.not_after()),
                "state": state(certificate.validity(now)),
            })
        });
        say(Value::from_iter(all));
        return Ok(());
    }
    for certificate in &all {
        say(format!(
            "{}\t{}\tfrom {}\tuntil {}\t{}",
            certificate.thumbprint(),
            state(certificate.validity(now)),
            time(certificate.not_before()),
            time(certificate.not_after()),
            on_one_line(certificate.subject()),
        ));
    }
    Ok(())
}

/// A subject may hold anything: a line stays a line, and a column a column.
fn on_one_line(subject: &str) -> String {
    subject.chars().map(|c| if c.is_control() { '\u{FFFD}' } else { c }).collect()
}

async fn remove(context: &Context, id: Uuid, thumbprint: &str) -> anyhow::Result<()> {
    // Tools print it with colons between the bytes.
    let beginning: String = thumbprint.chars().filter(|c| !matches!(c, ':' | ' ')).collect();
    if beginning.is_empty() || !beginning.bytes().all(|b| b.is_ascii_hexdigit()) {
        return Err(refused(format!("{thumbprint:?} is no thumbprint: it has hexadecimal digits only")));
    }
    let removed = certificates::remove(context, id, &beginning).await?.ok_or_else(|| no_such_app(id))?;
    let Removed::Done { thumbprint, sessions, left } = removed else {
        return Err(match removed {
            Removed::Several => refused(format!(
                "several certificates of {id} begin with {beginning}: give more of the thumbprint \
                 (`patient-connect app certificate list {id}` shows them)"
            )),
            _ => not_found(format!(
                "{id} has no certificate whose thumbprint begins with {beginning}: \
                 `patient-connect app certificate list {id}` shows them"
            )),
        });
    };
    let s = if sessions == 1 { "" } else { "s" };
    say(format!("{thumbprint}\tremoved\t{sessions} session{s} ended"));
    if left == 0 {
        note(format!("{id} has no certificate left: it cannot sign in to the XML platform until it has one"));
    }
    Ok(())
}
