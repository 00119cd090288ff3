//! `request create / list / show / delete`: the app's calls, from a shell.

use anyhow::Context as _;
use serde_json::{Value, json};
use url::Url;
use uuid::Uuid;

use super::{Common, not_found, open, refused, say, time};
use crate::{
    actions::{
        Context,
        app::create_request::{Created, NewRequest, create_request},
        app::delete_request::{Deleted, delete_request},
        app::list_requests::{START, find_request, list_requests},
        operator::apps,
    },
    copy::{Catalogue, FILES},
    domain::{
        application::ConnectApp,
        connect_request::ConnectRequest,
        labels::{ExternalId, FriendlyName},
        secret::Policy,
        webhook::{CallbackPolicy, CallbackUrl},
    },
    portal::letter::Letter,
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
    /// Create a connect request; print its code, its link and a text for the letter, this once.
    #[command(
        after_help = "The letter holds neither the question nor its answer: give the answer to the patient in \
                            another way."
    )]
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
        /// Where the app is told what becomes of it (https://…), in the form of Standard Webhooks.
        #[arg(long, value_name = "URL")]
        callback_url: Option<String>,
        /// The letter's language.
        #[arg(long, default_value = FILES[0].0, value_parser = clap::builder::PossibleValuesParser::new(
            FILES.iter().map(|(tag, _)| *tag)
        ))]
        language: String,
        /// Write JSON.
        #[arg(long)]
        json: bool,
        #[command(flatten)]
        acting: Acting,
    },
    /// List the app's connect requests.
    List {
        /// Write JSON.
        #[arg(long)]
        json: bool,
        #[command(flatten)]
        acting: Acting,
    },
    /// Show one connect request.
    Show {
        /// Its external ID.
        external_id: String,
        /// Write JSON.
        #[arg(long)]
        json: bool,
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
            Request::Create {
                external_id,
                friendly_name,
                question,
                answer,
                callback_url,
                language,
                json,
                acting,
            } => {
                let (settings, context) = open::command_parts(&acting.common).await?;
                let checked = settings.check()?;
                let app = acting_app(&context, acting.app).await?;
                let callback_policy =
                    CallbackPolicy { loopback: false, networks: checked.callback_allowed_networks };
                let callback_url = callback_url
                    .map(|text| CallbackUrl::parse(&text, &callback_policy))
                    .transpose()
                    .map_err(|p| refused(p.reason()))?;
                let answer = zeroize::Zeroizing::new(match answer {
                    Some(answer) => answer,
                    None => read_answer()?,
                });
                let new = NewRequest {
                    external_id: &external_id,
                    friendly_name: &friendly_name,
                    question: &question,
                    answer: &answer,
                    callback_url: callback_url.as_ref(),
                };
                create(&context, &app, &new, &checked.base_url, &language, json).await
            }
            Request::List { json, acting } => {
                let (_, context) = open::command_parts(&acting.common).await?;
                let app = acting_app(&context, acting.app).await?;
                let mut after = START;
                let mut all = Vec::new();
                loop {
                    let page = list_requests(&context, &app, None, after, 500).await?;
                    match json {
                        true => all.extend(page.items.iter().map(|r| in_json(&context, r))),
                        false => page.items.iter().for_each(|r| say(line(&context, r))),
                    }
                    match page.next {
                        Some(next) => after = next,
                        None => break,
                    }
                }
                if json {
                    say(Value::from(all));
                }
                Ok(())
            }
            Request::Show { external_id, json, acting } => {
                let (_, context) = open::command_parts(&acting.common).await?;
                let app = acting_app(&context, acting.app).await?;
                let found = find_request(&context, &app, &external_id).await?;
                let request = found.ok_or_else(|| no_such_request(&external_id))?;
                match json {
                    true => say(in_json(&context, &request)),
                    false => say(line(&context, &request)),
                }
                Ok(())
            }
            Request::Delete { external_id, acting } => {
                let (_, context) = open::command_parts(&acting.common).await?;
                let app = acting_app(&context, acting.app).await?;
                match delete_request(&context, &app, &external_id).await? {
                    Deleted::Done => say(format!("{external_id}\tdeleted")),
                    Deleted::AlreadyAuthorized => {
                        return Err(refused(format!("{external_id} is authorized and cannot be deleted")));
                    }
                    Deleted::NotFound => return Err(no_such_request(&external_id)),
                }
                Ok(())
            }
        }
    }
}

fn no_such_request(external_id: &str) -> anyhow::Error {
    not_found(format!("this app has no connect request with the external ID {external_id}"))
}

fn read_answer() -> anyhow::Result<String> {
    let mut line = String::new();
    std::io::stdin().read_line(&mut line).context("the answer cannot be read from standard input")?;
    // Only the line's end goes: "whitespace counts exactly".
    let end = line.trim_end_matches(['\n', '\r']).len();
    line.truncate(end);
    Ok(line)
}

async fn acting_app(context: &Context, id: Option<Uuid>) -> anyhow::Result<ConnectApp> {
    let mut all = apps::list(context).await?;
    let app = match id {
        Some(id) => all
            .into_iter()
            .find(|app| app.id == id)
            .ok_or_else(|| not_found(format!("there is no app {id}: `patient-connect app list` shows them"))),
        None if all.len() == 1 => Ok(all.remove(0)),
        None if all.is_empty() => {
            Err(not_found("there is no app yet: `patient-connect app apply FILE` registers one"))
        }
        None => Err(refused("there are several apps: say which with --app ID")),
    }?;
    ConnectApp::of(app).map_err(|r| refused(r.reason()))
}

fn line(context: &Context, r: &ConnectRequest) -> String {
    let now = context.now();
    format!(
        "{}\t{}\t{} chances left\tcreated {}\tuntil {}\t{}",
        r.external_id,
        r.status(now).as_str(),
        r.attempts_left,
        time(r.created_at),
        time(r.usable_until(&context.rules.retention)),
        r.friendly_name,
    )
}

/// As the API writes it.
fn in_json(context: &Context, r: &ConnectRequest) -> Value {
    json!({
        "external_id": r.external_id, "friendly_name": r.friendly_name,
        "status": r.status(context.now()).as_str(), "code_locked": r.code_locked(),
        "attempts_left": r.attempts_left, "created_at": time(r.created_at),
        "expires_at": time(r.usable_until(&context.rules.retention)),
        "last_authorized_at": r.last_authorized_at.map(time),
    })
}

async fn create(
    context: &Context,
    app: &ConnectApp,
    new: &NewRequest<'_>,
    base_url: &Url,
    language: &str,
    json: bool,
) -> anyhow::Result<()> {
    let (request, code) = match create_request(context, app, new, Policy::Strict).await? {
        Created::Done { request, code } => (request, code),
        Created::Duplicate => {
            let id = new.external_id;
            return Err(refused(format!("this app has a connect request with the external ID {id} already")));
        }
        Created::Question(p) => return Err(refused(p.reason())),
        Created::Answer(p) => return Err(refused(p.reason())),
        Created::ExternalId(p) => return Err(refused(p.reason(ExternalId::WHAT))),
        Created::FriendlyName(p) => return Err(refused(p.reason(FriendlyName::WHAT))),
    };
    let code = code.grouped();
    let mut link = base_url.clone();
    link.set_path("/connect");
    link.query_pairs_mut().clear().append_pair("packageid", &code);
    let letter = Letter {
        app,
        link: &link,
        code: &code,
        expires_at: request.expires_at,
        chances: request.attempts_allowed,
    };
    let catalogue = Catalogue::load();
    let words = catalogue.find(language).unwrap_or_else(|| catalogue.default());
    let (subject, text) = (letter.subject(words), letter.text(words));
    if json {
        say(json!({
            "external_id": request.external_id, "identity_code": code, "link": link.as_str(),
            "status": request.status(request.created_at).as_str(), "created_at": time(request.created_at),
            "expires_at": time(request.expires_at),
            "letter": { "language": words.tag(), "subject": subject, "text": text },
        }));
    } else {
        say(format!("code    {code}"));
        say(format!("link    {link}"));
        say(format!("until   {}", time(request.expires_at)));
        say(format!("\n{subject}\n\n{text}"));
    }
    Ok(())
}
