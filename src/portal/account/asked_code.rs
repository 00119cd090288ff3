//! What the two pages share on which a code from a mail is typed.

use std::time::Duration;

use uuid::Uuid;

use crate::{
    actions::account::resend::{self, Awaited, Resent, resend},
    copy::Words,
    domain::email_code::{Closed, EmailCodeProblem, Errand, MOST_SENT},
    portal::{fault::Fault, problems::Problem, reply::Reply, request::Request},
    web::limits::Limit,
};

use super::around::Around;

/// The code that a page asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskedCode {
    /// The address that it was sent to.
    pub email: String,
    /// How many digits it has.
    pub digits: usize,
    /// How long it works.
    pub lifetime: Duration,
    /// Why it works no more, if it does not.
    pub closed: Option<Closed>,
}

impl AskedCode {
    /// The code that is awaited.
    pub(super) fn of(cx: &Request, awaited: &Awaited) -> Self {
        let errand = awaited.proof.errand;
        Self {
            email: awaited.email.as_str().to_owned(),
            digits: errand.digits(),
            lifetime: errand.lifetime().to_std().unwrap_or_default(),
            closed: awaited.proof.closed(cx.now),
        }
    }

    /// How long it works, in words.
    pub fn works_for(&self, words: &Words) -> String {
        words.duration(self.lifetime)
    }

    /// Whether it works no more because it is too old.
    pub fn is_expired(&self) -> bool {
        self.closed == Some(Closed::Expired)
    }

    /// Whether it works no more because there were too many tries.
    pub fn is_spent(&self) -> bool {
        self.closed == Some(Closed::Spent)
    }
}

/// What this browser waits with. An address that is proved waits for nothing, but for the same form sent once more.
pub(super) async fn awaited(cx: &Request, errand: Errand) -> Result<Option<(Uuid, Awaited)>, Fault> {
    let Some(id) = cx.session.proof(errand) else { return Ok(None) };
    let found = resend::find(cx.context(), id).await?;
    let waits = |awaited: &Awaited| {
        awaited.proof.proven_at.is_none() || errand == Errand::Recover || cx.session.was_replaced()
    };
    Ok(found.filter(waits).map(|awaited| (id, awaited)))
}

/// Sends another code.
pub(super) async fn send_again(
    cx: &Request,
    around: &Around,
    (id, awaited): &(Uuid, Awaited),
) -> Result<Resent, Reply> {
    cx.charge(Limit::Recover)?;
    cx.charge_mail(&awaited.email.key())?;
    Ok(resend(cx.context(), *id, around.writing(cx)).await?)
}

/// What was typed is no code.
pub(super) fn unreadable(cx: &Request, field: &'static str, problem: EmailCodeProblem) -> Problem {
    match problem {
        EmailCodeProblem::Empty => cx.problem(field, "problem-email-code-empty", &[]),
        EmailCodeProblem::NotDigits => cx.problem(field, "problem-email-code-digits", &[]),
        EmailCodeProblem::Length { digits } => {
            cx.problem(field, "problem-email-code-length", &[("digits", digits.into())])
        }
    }
}

/// It is another code.
pub(super) fn wrong(cx: &Request, field: &'static str, left: u32) -> Problem {
    cx.problem(field, "problem-email-code-wrong", &[("left", left.into())])
}

/// It takes no try.
pub(super) fn closed(cx: &Request, field: &'static str, closed: Closed) -> Problem {
    match closed {
        Closed::Expired => cx.problem(field, "problem-email-code-expired", &[]),
        Closed::Spent => cx.problem(field, "problem-email-code-spent", &[]),
    }
}

/// No further one is sent.
pub(super) fn too_often(cx: &Request, field: &'static str) -> Problem {
    cx.problem(field, "problem-email-code-too-often", &[("count", MOST_SENT.into())])
}
