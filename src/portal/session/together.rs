//! What the middleware that keeps sessions and the page behind it tell each other. It hands its store the cookie, and later
//! the state, and nothing else: so which journey is meant lies beside it, and the journey that was found with the session, by one question,
//! lies there until the page asks for it; and what a page leaves behind at a cookie that is replaced lies there until the new
//! one is stored, in the same transaction.

use std::cell::RefCell;

use actix_web::{
    body::MessageBody,
    dev::{ServiceRequest, ServiceResponse},
    middleware::Next,
};
use uuid::Uuid;

use crate::{
    actions::journey::{
        open::{Which, Whole},
        sessions::Replaced,
    },
    portal::classic_link::{Parameters, parameters},
};

#[derive(Default)]
struct Together {
    query: String,
    found: RefCell<Option<Whole>>,
    left: RefCell<Option<Replaced>>,
}

tokio::task_local! {
    static TOGETHER: Together;
}

/// Around the middleware that loads sessions.
pub(in crate::portal) async fn ask(
    req: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    let together = Together { query: req.query_string().to_owned(), ..Together::default() };
    TOGETHER.scope(together, next.call(req)).await
}

/// The number of the journey that an address names: the first of a session needs none. `None`: it is no number.
pub(in crate::portal) fn number_in(query: &Parameters) -> Option<i64> {
    query.get("journey").map_or(Some(1), |number| number.parse().ok())
}

/// Which journey is asked for together with the session.
pub(super) fn number() -> Option<i64> {
    TOGETHER.try_with(|it| number_in(&parameters(&it.query))).ok().flatten()
}

/// What was found with the session.
pub(super) fn keep(journey: Option<Whole>) {
    // Where nobody asked for one, none was looked for.
    let _ = TOGETHER.try_with(|it| it.found.replace(journey));
}

/// The journey that was found, once, if it is the one that is meant and was asked for with the person who is signed in.
pub(in crate::portal) fn take(session_id: Uuid, which: Which, signed_in: Option<Uuid>) -> Option<Whole> {
    let mut whole = TOGETHER.try_with(|it| it.found.take()).ok().flatten()?;
    let origin = &whole.journey.origin;
    let is_meant = match which {
        Which::Number(number) => origin.number == number,
        Which::Id(id) => origin.id == id,
    };
    if !is_meant || origin.session_id != session_id {
        return None;
    }
    if signed_in.is_none() {
        whole.person = None;
    }
    (whole.person.as_ref().map(|person| person.id) == signed_in).then_some(whole)
}

/// The session's cookie is replaced when its next one is stored.
pub(super) fn replace(replaced: Replaced) {
    TOGETHER.with(|it| it.left.replace(Some(replaced)));
}

/// The cookie ends, whatever was to stay at it.
pub(super) fn replace_no_more() {
    let _nothing_stays = replaced();
}

/// Whether it will be replaced.
pub(super) fn is_replacing() -> bool {
    TOGETHER.try_with(|it| it.left.borrow().is_some()).unwrap_or_default()
}

/// The cookie that is replaced by the one that is stored now.
pub(super) fn replaced() -> Option<Replaced> {
    TOGETHER.try_with(|it| it.left.take()).ok().flatten()
}
