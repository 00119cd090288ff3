//! The page that plays the clinic's side: its letters, its form, its list, the clock.

use std::sync::Arc;

use actix_web::{HttpResponse, http::StatusCode};

use super::{
    desk_page::{AuthorizedLine, DeskPage, SentLetter, Typed},
    letters::Sandbox,
    seed,
};
use crate::{
    actions::{
        create_request::{Created, NewRequest},
        list_authorized::list_authorized,
        list_requests::find_request,
    },
    domain::labels::{ExternalId, FriendlyName},
    portal::{
        chrome::Problem,
        fault::Fault,
        fields::Fields,
        visitor::{Visitor, see_other},
    },
};

/// Letters shown at once.
const SHOWN: usize = 8;

fn sandbox(visitor: &Visitor) -> Result<Arc<Sandbox>, Fault> {
    visitor.portal.sandbox.clone().ok_or(Fault::NotFound { unknown_target: false })
}

/// Shows the desk.
pub async fn get(visitor: Visitor) -> Result<HttpResponse, Fault> {
    show(&visitor, StatusCode::OK, Typed::default(), Vec::new()).await
}

/// Creates a request by form.
pub async fn create(visitor: Visitor, fields: Fields) -> Result<HttpResponse, Fault> {
    let sandbox = sandbox(&visitor)?;
    let typed = Typed {
        external_id: fields.get("external_id").to_owned(),
        friendly_name: fields.get("friendly_name").to_owned(),
        question: fields.get("question").to_owned(),
        answer: fields.get("answer").to_owned(),
    };
    if !visitor.sent_by_our_page(&fields) {
        let problem = visitor.problem("form", "problem-form-stale", &[]);
        return show(&visitor, StatusCode::FORBIDDEN, typed, vec![problem]).await;
    }
    let new = NewRequest {
        external_id: &typed.external_id,
        friendly_name: &typed.friendly_name,
        question: &typed.question,
        answer: &typed.answer,
        callback_url: None,
    };
    let (field, message) = match seed::write(&visitor.portal, &sandbox.app, &new).await? {
        Ok(letter) => {
            sandbox.letters.lock().expect("no holder of this lock panics").push(letter);
            return Ok(see_other("/_demo/"));
        }
        Err(Created::Question(p)) => ("question", p.reason()),
        Err(Created::Answer(p)) => ("answer", p.reason()),
        Err(Created::ExternalId(p)) => ("external_id", p.reason(ExternalId::WHAT)),
        Err(Created::FriendlyName(p)) => ("friendly_name", p.reason(FriendlyName::WHAT)),
        Err(Created::Duplicate) => {
            ("external_id", "There is a request with this external ID already.".to_owned())
        }
        Err(Created::Refused(refused)) => ("form", refused.reason().to_owned()),
        Err(Created::Done { .. }) => return Ok(see_other("/_demo/")),
    };
    show(&visitor, StatusCode::UNPROCESSABLE_ENTITY, typed, vec![Problem { field, message }]).await
}

async fn show(
    visitor: &Visitor,
    status: StatusCode,
    typed: Typed,
    problems: Vec<Problem>,
) -> Result<HttpResponse, Fault> {
    let sandbox = sandbox(visitor)?;
    let parts = &visitor.portal.parts;
    let all = sandbox.letters.lock().expect("no holder of this lock panics").clone();
    let older = all.len().saturating_sub(SHOWN);
    let mut letters = Vec::new();
    for letter in all.into_iter().rev().take(SHOWN) {
        let found = find_request(parts, &sandbox.app, &letter.external_id).await?.ok().flatten();
        letters.push(SentLetter {
            status: found.as_ref().map_or("deleted", |r| r.status(parts.now()).as_str()),
            attempts_left: found.map_or(0, |r| r.attempts_left),
            letter,
        });
    }
    let (authorized, as_of) = match list_authorized(parts, &sandbox.app, None, None, 100).await? {
        Err(_) => (Vec::new(), String::new()),
        Ok(page) => {
            let lines = page.items.into_iter().map(|p| AuthorizedLine {
                external_id: p.external_id,
                person_id: p.person_pseudonym.to_string(),
                record_id: p.record_pseudonym.to_string(),
                authorized_at: visitor.words.date_time(p.authorized_at),
            });
            (lines.collect(), page.as_of.to_rfc3339_opts(chrono::SecondsFormat::Micros, true))
        }
    };
    visitor.page(status, None, None, |chrome| DeskPage {
        chrome,
        problems,
        typed,
        letters,
        older,
        authorized,
        as_of,
        patient: seed::PATIENT,
        app_name: sandbox.app.name.clone(),
        organization: sandbox.app.organization.clone(),
        api_key: sandbox.api_key.clone(),
        base_url: visitor.portal.base_url.as_str().trim_end_matches('/').to_owned(),
        now: parts.now(),
        moved: !sandbox.clock.ahead().is_zero(),
    })
}
