//! `request create / list / show / rearm / invite / letter / delete`: the app's calls, from a shell.

mod create;
mod invite;
mod letter;

use serde_json::{Value, json};
use uuid::Uuid;

use self::{create::Create, invite::Invite, letter::PrintLetter};
use super::{Common, not_found, open, refused, say, time};
use crate::{
    actions::{
        Context,
        app::delete_request::{Deleted, delete_request},
        app::list_requests::{START, find_request, list_requests},
        app::rearm::{Rearmed, rearm as give_back},
        invitations::of_request,
        operator::apps,
    },
    domain::{
        application::ConnectApp,
        connect_request::ConnectRequest,
        invitation::Invitation,
        rearm::{MOST_REARMS, NotRearmed, Reason},
    },
};

const MAIL_NOT_SET_UP: &str = "the portal has no mail server: set smtp_url and mail_from, or mail_folder";

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
    Create(Create),
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
    /// Give a locked or frozen code its chances back: the letter that the patient has is good again. At most three times.
    Rearm {
        /// Its external ID.
        external_id: String,
        /// Why, in your own words. Kept; never shown to patients.
        #[arg(long)]
        reason: String,
        #[command(flatten)]
        acting: Acting,
    },
    /// Send the invitation again, for a request that the portal mails.
    Invite(Invite),
    /// Make the letter for a code, as a page to print: one sheet, A4 or Letter.
    Letter(PrintLetter),
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
            Request::Create(command) => command.run().await,
            Request::List { json, acting } => {
                let (_, context) = open::command_context(&acting.common).await?;
                let app = acting_app(&context, acting.app).await?;
                list(&context, &app, json).await
            }
            Request::Show { external_id, json, acting } => {
                let (_, context) = open::command_context(&acting.common).await?;
                let app = acting_app(&context, acting.app).await?;
                let found = find_request(&context, &app, &external_id).await?;
                let request = found.ok_or_else(|| no_such_request(&external_id))?;
                say(shown(&context, &request, json).await?);
                Ok(())
            }
            Request::Rearm { external_id, reason, acting } => rearm(&external_id, &reason, acting).await,
            Request::Invite(command) => command.run().await,
            Request::Letter(command) => command.run().await,
            Request::Delete { external_id, acting } => {
                let (_, context) = open::command_context(&acting.common).await?;
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

async fn rearm(external_id: &str, reason: &str, acting: Acting) -> anyhow::Result<()> {
    let (_, context) = open::command_context(&acting.common).await?;
    let app = acting_app(&context, acting.app).await?;
    match give_back(&context, &app, external_id, reason).await? {
        Rearmed::Done(request) => say(line(&context, &request)),
        Rearmed::Refused(NotRearmed::NotLocked) => {
            return Err(refused(format!(
                "the code of {external_id} is neither locked nor frozen, or its time is over"
            )));
        }
        Rearmed::Refused(NotRearmed::TooOften) => {
            return Err(refused(format!(
                "the code of {external_id} got its chances back {MOST_REARMS} times already: delete the request and create another"
            )));
        }
        Rearmed::Reason(problem) => return Err(refused(problem.reason(Reason::WHAT))),
        Rearmed::NotFound => return Err(no_such_request(external_id)),
    }
    Ok(())
}

async fn list(context: &Context, app: &ConnectApp, json: bool) -> anyhow::Result<()> {
    let mut after = START;
    let mut all = Vec::new();
    loop {
        let page = list_requests(context, app, None, after, 500).await?;
        match json {
            true => {
                all.extend(page.items.iter().map(|it| in_json(context, &it.request, it.invitation.as_ref())));
            }
            false => page.items.iter().for_each(|it| say(line(context, &it.request))),
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

fn no_such_request(external_id: &str) -> anyhow::Error {
    not_found(format!("this app has no connect request with the external ID {external_id}"))
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

/// For a script or for people.
async fn shown(context: &Context, request: &ConnectRequest, json: bool) -> anyhow::Result<String> {
    if !json {
        return Ok(line(context, request));
    }
    let invitation = of_request(context, request.id).await?;
    Ok(in_json(context, request, invitation.as_ref()).to_string())
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
fn in_json(context: &Context, r: &ConnectRequest, invitation: Option<&Invitation>) -> Value {
    json!({
        "external_id": r.external_id, "friendly_name": r.friendly_name,
        "status": r.status(context.now()).as_str(), "code_locked": r.code_locked(),
        "attempts_left": r.attempts_left, "created_at": time(r.created_at),
        "expires_at": time(r.usable_until(&context.rules.retention)),
        "last_authorized_at": r.last_authorized_at.map(time), "language": r.language,
        "invitation": invitation.map(|i| json!({
            "state": i.state.as_str(), "sent_at": i.sent_at.map(time), "reminders_sent": i.reminders_sent,
            "failure": i.failure,
        })),
    })
}
