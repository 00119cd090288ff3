//! What stands before each step: loads the journey and makes sure that the step may be shown. "A step out of order
//! redirects to the step where the patient is", once, through `?`; a refusal has its own page. What it hands on holds
//! all that the step needs.

use uuid::Uuid;

use crate::{
    actions::journey::{
        authorize::{Pending, pending},
        connections,
        open::{Found, Open, OpenWithPerson, Which, open, opened},
    },
    domain::{
        authorization::Authorization,
        person::Record,
        step::{Step, may_visit},
    },
    portal::{
        bad_news, fault::Fault, form::Form, reply::Reply, request::Request, session::together, urls::Url,
    },
};

/// Which journey a request is about: for a form the one on whose page it stood, else the one in the address; the first
/// of a session needs no number.
pub(in crate::portal) fn which(cx: &Request, form: Option<&Form>) -> Result<Which, Fault> {
    if let Some(id) = form.and_then(Form::journey) {
        return Ok(Which::Id(id));
    }
    together::number_in(&cx.query).map(Which::Number).ok_or(Fault::NOT_FOUND)
}

/// The page of the step where the patient is.
pub(in crate::portal) fn next(open: &Open) -> Url {
    Url::of_step(open.step(), open.journey.origin.number)
}

/// Loads a journey of this browser's session.
pub(in crate::portal) async fn load(cx: &Request, which: Which) -> Result<Found, Fault> {
    let Some(session_id) = cx.session.id() else { return Ok(Found::Nothing) };
    let signed_in = cx.signed_in().map(|who| who.person_id);
    let found = match together::take(session_id, which, signed_in) {
        Some(whole) => opened(cx.context(), whole).await?,
        None => open(cx.context(), session_id, which, signed_in).await?,
    };
    cx.speak(found.language());
    if let Found::Open(open) = &found {
        cx.wear(&open.app);
    }
    Ok(found)
}

/// The page where the patient of a journey is now.
pub(in crate::portal) async fn now(cx: &Request, id: Uuid) -> Result<Url, Reply> {
    match cx.session.id() {
        Some(session_id) => now_in(cx, session_id, id).await,
        None => Ok(Url::Code),
    }
}

/// The same where the session may be of this very request.
pub(in crate::portal) async fn now_in(cx: &Request, session_id: Uuid, id: Uuid) -> Result<Url, Reply> {
    let signed_in = cx.signed_in().map(|who| who.person_id);
    let found = open(cx.context(), session_id, Which::Id(id), signed_in).await?;
    cx.speak(found.language());
    match found {
        Found::Nothing => Ok(Url::Code),
        Found::Stopped(stopped) => Err(bad_news::stopped(cx, &stopped)),
        Found::Open(open) => Ok(next(&open)),
    }
}

async fn at(cx: &Request, which: Which, step: Step) -> Result<Open, Reply> {
    match load(cx, which).await? {
        Found::Nothing => Err(Reply::to(&Url::Code)),
        Found::Stopped(stopped) => Err(bad_news::stopped(cx, &stopped)),
        Found::Open(open) if !may_visit(step, &open.facts()) => Err(Reply::to(&next(&open))),
        Found::Open(open) => Ok(open),
    }
}

async fn with_person(cx: &Request, which: Which, step: Step) -> Result<OpenWithPerson, Reply> {
    at(cx, which, step).await?.with_person().map_err(|open| Reply::to(&next(&open)))
}

/// Before the question.
pub(super) async fn question(cx: &Request, form: Option<&Form>) -> Result<Open, Reply> {
    at(cx, which(cx, form)?, Step::Question).await
}

/// Before a report: at every step until something is decided.
pub(super) async fn undecided(cx: &Request, form: Option<&Form>) -> Result<Open, Reply> {
    match load(cx, which(cx, form)?).await? {
        Found::Nothing => Err(Reply::to(&Url::Code)),
        Found::Stopped(stopped) => Err(bad_news::stopped(cx, &stopped)),
        Found::Open(open) if !open.journey.is_open() => Err(Reply::to(&next(&open))),
        Found::Open(open) => Ok(open),
    }
}

/// Before the records.
pub(super) async fn record(cx: &Request, form: Option<&Form>) -> Result<OpenWithPerson, Reply> {
    with_person(cx, which(cx, form)?, Step::Record).await
}

/// Before the decision.
pub(super) async fn authorize(cx: &Request, form: Option<&Form>) -> Result<Pending, Reply> {
    decision(cx, which(cx, form)?).await
}

/// Before the decision, once more: something differed from what its page showed.
pub(super) async fn authorize_again(cx: &Request, id: Uuid) -> Result<Pending, Reply> {
    decision(cx, Which::Id(id)).await
}

async fn decision(cx: &Request, which: Which) -> Result<Pending, Reply> {
    let open = with_person(cx, which, Step::Authorize).await?;
    // The record went meanwhile: pick again.
    let pick_again = |open: OpenWithPerson| Reply::to(&Url::Record(open.journey.origin.number));
    pending(cx.context(), open).await?.map_err(pick_again)
}

/// Before the success message: the connection that stands. "Must never be told a patient is connected when she is not":
/// nor may she.
pub(super) async fn success(cx: &Request) -> Result<(OpenWithPerson, Record, Authorization), Reply> {
    let open = with_person(cx, which(cx, None)?, Step::Success).await?;
    let elsewhere = || Reply::to(&Url::Connections);
    let id = open.journey.authorization_id().ok_or_else(elsewhere)?;
    let found = connections::find_given(cx.context(), open.person.id, id).await?;
    let (record, authorization) = found.filter(|(_, a)| a.is_active()).ok_or_else(elsewhere)?;
    Ok((open, record, authorization))
}

/// Before the page that says that nothing was shared.
pub(super) async fn declined(cx: &Request) -> Result<Open, Reply> {
    at(cx, which(cx, None)?, Step::Declined).await
}
