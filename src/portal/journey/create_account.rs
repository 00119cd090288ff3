//! Create an account, in the journey or beside it.

use actix_web::{HttpResponse, http::StatusCode, web::Query};

use super::{
    brand_of,
    sign_in::{Around, SignInQuery},
};
use crate::{
    actions::create_account::create_account,
    domain::{
        email::{Email, EmailProblem},
        labels::{LabelProblem, PersonName},
        password::{Password, PasswordProblem},
    },
    portal::{
        chrome::Problem,
        fault::Fault,
        fields::Fields,
        limits::Kind,
        pages::CreateAccountPage,
        visitor::{Visitor, see_other},
    },
};

/// Shows the form. Someone who is signed in already is sent on.
pub async fn get(visitor: Visitor, query: Query<SignInQuery>) -> Result<HttpResponse, Fault> {
    let around = match Around::find(&visitor, &query, None).await? {
        Ok(around) => around,
        Err(answer) => return Ok(answer),
    };
    if visitor.signed_in().is_some() && around.visited.is_none() {
        return Ok(see_other("/connections"));
    }
    show(&visitor, StatusCode::OK, &around, "", "", Vec::new())
}

/// A name, an address and a password.
pub async fn post(
    visitor: Visitor,
    query: Query<SignInQuery>,
    fields: Fields,
) -> Result<HttpResponse, Fault> {
    let around = match Around::find(&visitor, &query, Some(&fields)).await? {
        Ok(around) => around,
        Err(answer) => return Ok(answer),
    };
    let (name, email) = (fields.get("name"), fields.get("email"));
    let refuse = |status, problems| show(&visitor, status, &around, name, email, problems);
    if !visitor.sent_by_our_page(&fields) {
        return refuse(StatusCode::FORBIDDEN, vec![visitor.problem("form", "problem-form-stale", &[])]);
    }
    let checked_name = PersonName::parse(name).map_err(|p| name_problem(&visitor, &p));
    let checked_email = Email::parse(email).map_err(|p| email_problem(&visitor, &p));
    let checked_password =
        Password::parse(fields.get("password"), &[name, email]).map_err(|p| password_problem(&visitor, &p));
    let (name, email, password) = match (checked_name, checked_email, checked_password) {
        (Ok(name), Ok(email), Ok(password)) => (name, email, password),
        (name, email, password) => {
            let problems = [name.err(), email.err(), password.err()].into_iter().flatten().collect();
            return refuse(StatusCode::UNPROCESSABLE_ENTITY, problems);
        }
    };
    visitor.charge(Kind::CreateAccount)?;
    match create_account(&visitor.portal.parts, name.as_str(), &email, &password).await? {
        Some(person_id) => around.go_on(&visitor, person_id).await,
        None => refuse(
            StatusCode::UNPROCESSABLE_ENTITY,
            vec![visitor.problem("email", "problem-email-taken", &[])],
        ),
    }
}

fn name_problem(visitor: &Visitor, problem: &LabelProblem) -> Problem {
    match problem {
        LabelProblem::TooLong { max } => {
            visitor.problem("name", "problem-name-long", &[("max", (*max).into())])
        }
        _ => visitor.problem("name", "problem-name-empty", &[]),
    }
}

fn email_problem(visitor: &Visitor, problem: &EmailProblem) -> Problem {
    match problem {
        EmailProblem::Empty => visitor.problem("email", "problem-email-empty", &[]),
        _ => visitor.problem("email", "problem-email-invalid", &[]),
    }
}

fn password_problem(visitor: &Visitor, problem: &PasswordProblem) -> Problem {
    match problem {
        PasswordProblem::Empty => visitor.problem("password", "problem-password-empty", &[]),
        PasswordProblem::TooShort { min } => {
            visitor.problem("password", "problem-password-short", &[("min", (*min).into())])
        }
        PasswordProblem::TooLong { .. } => visitor.problem("password", "problem-password-long", &[]),
        PasswordProblem::Weak => visitor.problem("password", "problem-password-weak", &[]),
    }
}

fn show(
    visitor: &Visitor,
    status: StatusCode,
    around: &Around,
    name: &str,
    email: &str,
    problems: Vec<Problem>,
) -> Result<HttpResponse, Fault> {
    let brand = around.visited.as_ref().and_then(|v| brand_of(visitor, v));
    visitor.page(status, brand, None, |chrome| CreateAccountPage {
        chrome,
        problems,
        journey: around.journey(),
        step_query: around.step_query.clone(),
        friendly_name: around.friendly_name(),
        name: name.to_owned(),
        email: email.to_owned(),
    })
}
