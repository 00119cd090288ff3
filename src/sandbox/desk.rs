//! The page that plays the clinic's side: its invitations, its form, its list, the clock.

use actix_web::web::Data;

use super::{
    Invitation, Sandbox, back_to_desk,
    desk_page::{AuthorizedLine, DeskPage, SentInvitation, Typed},
    seed,
};
use crate::{
    actions::app::{
        create_request::{Created, NewRequest},
        list_authorized::list_authorized,
        list_requests::find_request,
        rearm::{Rearmed, rearm as give_back},
    },
    domain::{
        application::{App, ConnectApp},
        connect_request::ConnectRequest,
        email::Email,
        labels::{ExternalId, FriendlyName},
        rearm::{MOST_REARMS, NotRearmed, Reason},
    },
    letter::Letter,
    portal::{
        form::Form,
        problems::{Problem, Problems},
        reply::{Answer, Reply},
        request::Request,
    },
};

/// Invitations shown at once.
const SHOWN: usize = 8;

/// Shows the desk.
pub async fn get(cx: Request, sandbox: Data<Sandbox>) -> Answer {
    show(&cx, &sandbox, Typed::default(), Problems::none()).await
}

/// Creates a request by form.
pub async fn create(cx: Request, sandbox: Data<Sandbox>, form: Form) -> Answer {
    let sent = match form.verify_token(&cx) {
        Ok(sent) => sent,
        Err(rejected) => {
            let typed = Typed::read(|name| rejected.typed(name));
            return show(&cx, &sandbox, typed, rejected.problems(&cx)).await;
        }
    };
    let typed = Typed::read(|name| sent.get(name));
    let send_to = Some(&typed.send_by_mail).filter(|ticked| !ticked.is_empty());
    let send_to = send_to.and_then(|_| Email::parse(seed::PATIENT.1).ok());
    let new = NewRequest {
        external_id: &typed.external_id,
        friendly_name: &typed.friendly_name,
        question: &typed.question,
        answer: &typed.answer,
        callback_url: None,
        // In the language of the desk, so that who plays both sides reads one.
        language: send_to.as_ref().map(|_| cx.words.tag()),
        send_to: send_to.as_ref(),
        reminders: send_to.is_some(),
    };
    let (field, message) = match seed::write(&cx.installation, &sandbox.app, &new).await? {
        Ok(invitation) => {
            sandbox.invitations.lock().expect("no holder of this lock panics").push(invitation);
            return Ok(back_to_desk());
        }
        Err(Created::Question(p)) => ("question", p.reason()),
        Err(Created::Answer(p)) => ("answer", p.reason()),
        Err(Created::ExternalId(p)) => ("external_id", p.reason(ExternalId::WHAT)),
        Err(Created::FriendlyName(p)) => ("friendly_name", p.reason(FriendlyName::WHAT)),
        Err(Created::Duplicate) => {
            ("external_id", "There is a request with this external ID already.".to_owned())
        }
        Err(Created::Done { .. } | Created::MailNotSetUp) => return Ok(back_to_desk()),
    };
    show(&cx, &sandbox, typed, Problem { field, message }.into()).await
}

/// Gives a locked or frozen code its chances back by form.
pub async fn rearm(cx: Request, sandbox: Data<Sandbox>, form: Form) -> Answer {
    let sent = match form.verify_token(&cx) {
        Ok(sent) => sent,
        Err(rejected) => {
            let typed = Typed::read_reason(|name| rejected.typed(name));
            return show(&cx, &sandbox, typed, rejected.problems(&cx)).await;
        }
    };
    let typed = Typed::read_reason(|name| sent.get(name));
    let (field, message) = match give_back(cx.context(), &sandbox.app, &typed.rearmed, &typed.reason).await? {
        Rearmed::Done(_) => return Ok(back_to_desk()),
        Rearmed::Reason(problem) => ("reason", problem.reason(Reason::WHAT)),
        // The page was out of date, and now is not.
        Rearmed::NotFound => ("form", format!("There is no request “{}”.", typed.rearmed)),
        Rearmed::Refused(NotRearmed::NotLocked) => {
            ("form", format!("The code of {} is neither locked nor frozen.", typed.rearmed))
        }
        Rearmed::Refused(NotRearmed::TooOften) => {
            ("form", format!("The code of {} was re-armed {MOST_REARMS} times already.", typed.rearmed))
        }
    };
    show(&cx, &sandbox, typed, Problem { field, message }.into()).await
}

/// What the patient reads: the very letter that `request create` prints.
fn text_of(cx: &Request, app: &App, invitation: &Invitation, request: &ConnectRequest) -> String {
    let text = Letter {
        app,
        base_url: &cx.installation.site.base_url,
        code: &invitation.identity_code,
        expires_at: request.usable_until(&cx.context().rules.retention),
        chances: request.attempts_allowed,
        zone: cx.installation.zone_of(app),
    };
    format!("{}\n\n{}", text.subject(&cx.words), text.text(&cx.words))
}

/// The newest invitations with what became of them.
async fn sent(cx: &Request, sandbox: &Sandbox) -> Result<(Vec<SentInvitation>, usize), Reply> {
    let context = cx.context();
    let all = sandbox.invitations.lock().expect("no holder of this lock panics").clone();
    let older = all.len().saturating_sub(SHOWN);
    let mut invitations = Vec::new();
    for invitation in all.into_iter().rev().take(SHOWN) {
        let found = find_request(context, &sandbox.app, &invitation.external_id).await?;
        invitations.push(SentInvitation {
            text: found.as_ref().map(|r| text_of(cx, &sandbox.app, &invitation, r)),
            status: found.as_ref().map_or("deleted", |r| r.status(context.now()).as_str()),
            rearm: found
                .as_ref()
                .map_or(Err(NotRearmed::NotLocked), |r| r.may_rearm(context.now(), &context.rules.retention)),
            attempts_left: found.map_or(0, |r| r.attempts_left),
            invitation,
        });
    }
    Ok((invitations, older))
}

/// What the app's list holds, and its `as_of`.
async fn authorized(cx: &Request, app: &ConnectApp) -> Result<(Vec<AuthorizedLine>, String), Reply> {
    let page = list_authorized(cx.context(), app, None, None, 100).await?;
    let lines = page.items.into_iter().map(|p| AuthorizedLine {
        external_id: p.external_id,
        person_id: p.person_pseudonym.to_string(),
        record_id: p.record_pseudonym.to_string(),
        authorized_at: cx.words.date_time(cx.installation.zone_of(app).wall_clock(p.authorized_at)),
    });
    Ok((lines.collect(), page.as_of.to_rfc3339_opts(chrono::SecondsFormat::Micros, true)))
}

async fn show(cx: &Request, sandbox: &Sandbox, typed: Typed, problems: Problems) -> Answer {
    let (invitations, older) = sent(cx, sandbox).await?;
    let (authorized, as_of) = authorized(cx, &sandbox.app).await?;
    cx.answer(&DeskPage {
        chrome: cx.chrome(),
        problems,
        typed,
        invitations,
        older,
        authorized,
        as_of,
        patient: seed::PATIENT,
        app_name: sandbox.app.name.clone(),
        organization: sandbox.app.organization.clone(),
        api_key: sandbox.api_key.clone(),
        base_url: cx.installation.site.origin().to_owned(),
        now: cx.context().now(),
        moved: !sandbox.clock.clock.ahead().is_zero(),
    })
}
