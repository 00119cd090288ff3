//! Sign in, and out. Stands in the journey, where it shows the friendly name, and beside it, before Connections.

use actix_web::{HttpResponse, http::StatusCode, web::Query};
use serde::Deserialize;

use super::{JourneyQuery, brand_of, friendly_name, load, refusal_page, step_query, to_next_step, which};
use crate::{
    actions::{ActionError, facts::Visited, facts::Which, sign_in::sign_in},
    domain::{email::Email, journey::Step, journey::next_step, password::Password},
    keys::Purpose,
    portal::{
        chrome::Problem,
        fault::Fault,
        fields::Fields,
        limits::Kind,
        pages::SignInPage,
        session::SignedIn,
        visitor::{Visitor, see_other},
    },
    ports,
    store::{StoreError, journeys, persons},
};

/// Where a visitor goes after signing in.
#[derive(Debug, Default, Deserialize)]
pub struct SignInQuery {
    journey: Option<i64>,
    to: Option<String>,
    notice: Option<String>,
}

/// What surrounds a sign-in: a journey that waits for it, or nothing.
pub(super) struct Around {
    /// The journey whose step this is.
    pub(super) visited: Option<Visited>,
    /// Appended to the form's own address.
    pub(super) step_query: String,
}

impl Around {
    /// Finds what surrounds the sign-in. `Err` is the answer to give instead.
    pub(super) async fn find(
        visitor: &Visitor,
        query: &SignInQuery,
        fields: Option<&Fields>,
    ) -> Result<Result<Self, HttpResponse>, Fault> {
        if query.to.as_deref() == Some("connections") {
            return Ok(Ok(Self { visited: None, step_query: "?to=connections".to_owned() }));
        }
        let number = JourneyQuery { journey: query.journey };
        let which = fields.map_or_else(|| number.which(), |fields| which(fields, &number));
        let Some(visited) = load(visitor, which).await? else {
            return Ok(Ok(Self { visited: None, step_query: String::new() }));
        };
        // The friendly name is shown only after a right answer, and only where the journey waits for a sign-in.
        if next_step(&visited.facts) != Step::SignIn {
            if visitor.signed_in().is_some() {
                return Ok(Err(to_next_step(&visited)));
            }
            return Ok(Ok(Self { visited: None, step_query: String::new() }));
        }
        if let Some(refusal) = visited.refusal {
            return Ok(Err(refusal_page(visitor, &visited, refusal)?));
        }
        Ok(Ok(Self { step_query: step_query(visited.journey.number), visited: Some(visited) }))
    }

    /// The hidden field of the form.
    pub(super) fn journey(&self) -> Option<String> {
        self.visited.as_ref().map(|v| v.journey.id.to_string())
    }

    /// Shown only inside a journey.
    pub(super) fn friendly_name(&self) -> Option<String> {
        self.visited.as_ref().and_then(friendly_name)
    }

    /// Signs a person in and sends her on.
    pub(super) async fn go_on(
        &self,
        visitor: &Visitor,
        person_id: uuid::Uuid,
    ) -> Result<HttpResponse, Fault> {
        let parts = &visitor.portal.parts;
        let person = {
            let mut tx = parts.db.read().await.map_err(ActionError::from)?;
            persons::find(&mut tx, person_id).await.map_err(ActionError::from)?
        };
        let person = person.ok_or_else(|| ActionError::from(StoreError::Unreadable("person")))?;
        let visit_id = visitor.visit_id().unwrap_or_else(|| ports::new_pseudonym(&*parts.random));
        visitor.begin(visit_id);
        visitor.visit.sign_in(&SignedIn { person_id, name: person.name.clone() });
        let Some(visited) = &self.visited else { return Ok(see_other("/connections")) };
        let which = Which::Id(visited.journey.id);
        let visited = crate::actions::facts::visit(parts, visit_id, which, Some(person_id)).await?;
        Ok(visited.map_or_else(|| see_other("/connections"), |v| to_next_step(&v)))
    }
}

/// Shows the form. Someone who is signed in already is sent on.
pub async fn get(visitor: Visitor, query: Query<SignInQuery>) -> Result<HttpResponse, Fault> {
    let around = match Around::find(&visitor, &query, None).await? {
        Ok(around) => around,
        Err(answer) => return Ok(answer),
    };
    if visitor.signed_in().is_some() && around.visited.is_none() {
        return Ok(see_other("/connections"));
    }
    let notice = match query.notice.as_deref() {
        Some("signed-out") => Some(visitor.say("notice-signed-out")),
        _ if visitor.visit.timed_out() => {
            let minutes = crate::actions::SIGN_IN_IDLE.num_minutes();
            Some(visitor.words.with("notice-signed-in-again", &[("minutes", minutes.into())]))
        }
        _ => None,
    };
    show(&visitor, StatusCode::OK, &around, "", notice, Vec::new())
}

/// An address and a password: "the same words and the same time for a known and an unknown email".
pub async fn post(
    visitor: Visitor,
    query: Query<SignInQuery>,
    fields: Fields,
) -> Result<HttpResponse, Fault> {
    let around = match Around::find(&visitor, &query, Some(&fields)).await? {
        Ok(around) => around,
        Err(answer) => return Ok(answer),
    };
    let typed = fields.get("email");
    let refuse = |status, problems| show(&visitor, status, &around, typed, None, problems);
    if !visitor.sent_by_our_page(&fields) {
        return refuse(StatusCode::FORBIDDEN, vec![visitor.problem("form", "problem-form-stale", &[])]);
    }
    let password = fields.get("password");
    let mut problems = Vec::new();
    if typed.trim().is_empty() {
        problems.push(visitor.problem("email", "problem-email-empty", &[]));
    }
    if password.is_empty() {
        problems.push(visitor.problem("password", "problem-password-empty", &[]));
    }
    if !problems.is_empty() {
        return refuse(StatusCode::UNPROCESSABLE_ENTITY, problems);
    }
    visitor.charge(Kind::SignIn)?;
    let parts = &visitor.portal.parts;
    let wrong = || vec![visitor.problem("email", "problem-sign-in", &[])];
    // What cannot be an address or a password is nobody's.
    let (Ok(email), Ok(password)) = (Email::parse(typed), Password::given(password)) else {
        return refuse(StatusCode::UNPROCESSABLE_ENTITY, wrong());
    };
    let account = parts.keys.hash(Purpose::Form, &[b"account", email.key().as_bytes()]);
    visitor.portal.limits.check_account(account).map_err(Fault::TooManyRequests)?;
    match sign_in(parts, &email, &password).await? {
        Some(person_id) => around.go_on(&visitor, person_id).await,
        None => refuse(StatusCode::UNPROCESSABLE_ENTITY, wrong()),
    }
}

fn show(
    visitor: &Visitor,
    status: StatusCode,
    around: &Around,
    email: &str,
    notice: Option<String>,
    problems: Vec<Problem>,
) -> Result<HttpResponse, Fault> {
    let brand = around.visited.as_ref().and_then(|v| brand_of(visitor, v));
    visitor.page(status, brand, notice, |chrome| SignInPage {
        chrome,
        problems,
        journey: around.journey(),
        step_query: around.step_query.clone(),
        friendly_name: around.friendly_name(),
        email: email.to_owned(),
    })
}

/// Ends the session, in our database too. From the record page ("not you?") the journey stays for who signs in next.
pub async fn sign_out(visitor: Visitor, fields: Fields) -> Result<HttpResponse, Fault> {
    let Some(visit_id) = visitor.visit_id() else { return Ok(see_other("/sign-in?notice=signed-out")) };
    if !visitor.sent_by_our_page(&fields) {
        return Err(Fault::StaleForm);
    }
    if let Some(id) = fields.journey()
        && let Some(visited) = load(&visitor, Which::Id(id)).await?
    {
        visitor.visit.sign_out_of_journey();
        return Ok(see_other(&super::address(Step::SignIn, &visited)));
    }
    let mut tx = visitor.portal.parts.db.write().await.map_err(ActionError::from)?;
    journeys::delete_of_visit(&mut tx, visit_id).await.map_err(ActionError::from)?;
    tx.commit().await.map_err(ActionError::from)?;
    visitor.visit.end();
    let mut answer = see_other("/sign-in?notice=signed-out");
    answer.headers_mut().insert(
        actix_web::http::header::HeaderName::from_static("clear-site-data"),
        actix_web::http::header::HeaderValue::from_static("\"cache\""),
    );
    Ok(answer)
}
