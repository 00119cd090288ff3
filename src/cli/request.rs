//! `request create / list / show / delete`: the app's calls, from a shell.

use anyhow::{Context, bail};
use uuid::Uuid;

use super::{Common, open, say};
use crate::{
    actions::{
        Parts, apps,
        create_request::{Created, NewRequest, create_request},
        delete_request::{Deleted, delete_request},
        list_requests::{START, find_request, list_requests},
    },
    domain::{
        application::App,
        connect_request::ConnectRequest,
        labels::{ExternalId, FriendlyName},
        secret::Policy,
    },
};

/// Which app acts.
#[derive(Debug, clap::Args)]
pub(crate) struct Acting {
    /// The app's id; may be left out when there is only one app.
    #[arg(long, value_name = "ID")]
    app: Option<Uuid>,
    #[command(flatten)]
    common: Common,
}

/// Subcommands of `request`.
#[derive(Debug, clap::Subcommand)]
pub(crate) enum Request {
    /// Create a connect request; print its code and link, this once.
    Create {
        /// The app's own identifier for its patient.
        #[arg(long)]
        external_id: String,
        /// Shown to the patient after the right answer.
        #[arg(long)]
        friendly_name: String,
        /// The secret question.
        #[arg(long)]
        question: String,
        /// Its answer. Others on this machine can see it in the list of processes: leave it out to be asked on
        /// standard input.
        #[arg(long)]
        answer: Option<String>,
        #[command(flatten)]
        acting: Acting,
    },
    /// List the app's connect requests.
    List {
        #[command(flatten)]
        acting: Acting,
    },
    /// Show one connect request.
    Show {
        /// Its external ID.
        external_id: String,
        #[command(flatten)]
        acting: Acting,
    },
    /// Delete a connect request that is not authorized.
    Delete {
        /// Its external ID.
        external_id: String,
        #[command(flatten)]
        acting: Acting,
    },
}

impl Request {
    pub(crate) async fn run(self) -> anyhow::Result<()> {
        match self {
            Request::Create { external_id, friendly_name, question, answer, acting } => {
                let (settings, parts) = open::command_parts(&acting.common).await?;
                let app = acting_app(&parts, acting.app).await?;
                let answer = zeroize::Zeroizing::new(match answer {
                    Some(answer) => answer,
                    None => read_answer()?,
                });
                let new = NewRequest {
                    external_id: &external_id,
                    friendly_name: &friendly_name,
                    question: &question,
                    answer: &answer,
                    callback_url: None,
                };
                create(&parts, &app, &new, &settings.base_url).await
            }
            Request::List { acting } => {
                let (_, parts) = open::command_parts(&acting.common).await?;
                let app = acting_app(&parts, acting.app).await?;
                let mut after = START;
                loop {
                    let page = list_requests(&parts, &app, None, after, 500).await?;
                    let page = page.map_err(|refused| anyhow::anyhow!(refused.reason()))?;
                    page.items.iter().for_each(|r| say(line(&parts, r)));
                    match page.next {
                        Some(next) => after = next,
                        None => return Ok(()),
                    }
                }
            }
            Request::Show { external_id, acting } => {
                let (_, parts) = open::command_parts(&acting.common).await?;
                let app = acting_app(&parts, acting.app).await?;
                let found = find_request(&parts, &app, &external_id).await?;
                let found = found.map_err(|refused| anyhow::anyhow!(refused.reason()))?;
                let request = found.with_context(|| no_such_request(&external_id))?;
                say(line(&parts, &request));
                Ok(())
            }
            Request::Delete { external_id, acting } => {
                let (_, parts) = open::command_parts(&acting.common).await?;
                let app = acting_app(&parts, acting.app).await?;
                match delete_request(&parts, &app, &external_id).await? {
                    Deleted::Done => say(format!("{external_id}\tdeleted")),
                    Deleted::Refused(refused) => bail!(refused.reason()),
                    Deleted::AlreadyAuthorized => bail!("{external_id} is authorized and cannot be deleted"),
                    Deleted::NotFound => bail!(no_such_request(&external_id)),
                }
                Ok(())
            }
        }
    }
}

fn no_such_request(external_id: &str) -> String {
    format!("this app has no connect request with the external ID {external_id}")
}

fn read_answer() -> anyhow::Result<String> {
    let mut line = String::new();
    std::io::stdin().read_line(&mut line).context("the answer cannot be read from standard input")?;
    // Only the line's end goes: "whitespace counts exactly".
    let end = line.trim_end_matches(['\n', '\r']).len();
    line.truncate(end);
    Ok(line)
}

async fn acting_app(parts: &Parts, id: Option<Uuid>) -> anyhow::Result<App> {
    let mut all = apps::list(parts).await?;
    match id {
        Some(id) => all
            .into_iter()
            .find(|app| app.id == id)
            .with_context(|| format!("there is no app {id}: `patient-connect app list` shows them")),
        None if all.len() == 1 => Ok(all.remove(0)),
        None if all.is_empty() => {
            bail!("there is no app yet: `patient-connect app apply FILE` registers one")
        }
        None => bail!("there are several apps: say which with --app ID"),
    }
}

fn line(parts: &Parts, r: &ConnectRequest) -> String {
    let now = parts.now();
    format!(
        "{}\t{}\t{} chances left\tcreated {}\tuntil {}\t{}",
        r.external_id,
        r.status(now).as_str(),
        r.attempts_left,
        r.created_at.to_rfc3339(),
        r.usable_until(&parts.rules.retention).to_rfc3339(),
        r.friendly_name,
    )
}

async fn create(parts: &Parts, app: &App, new: &NewRequest<'_>, base_url: &str) -> anyhow::Result<()> {
    match create_request(parts, app, new, Policy::Strict).await? {
        Created::Done { request, code } => {
            let code = code.grouped();
            let mut link = url::Url::parse(base_url)?;
            link.set_path("/connect");
            link.query_pairs_mut().append_pair("packageid", &code);
            say(format!("code    {code}"));
            say(format!("link    {link}"));
            say(format!("until   {}", request.expires_at.to_rfc3339()));
            Ok(())
        }
        Created::Refused(refused) => bail!(refused.reason()),
        Created::Duplicate => {
            bail!("this app has a connect request with the external ID {} already", new.external_id)
        }
        Created::Question(p) => bail!(p.reason()),
        Created::Answer(p) => bail!(p.reason()),
        Created::ExternalId(p) => bail!(p.reason(ExternalId::WHAT)),
        Created::FriendlyName(p) => bail!(p.reason(FriendlyName::WHAT)),
    }
}
