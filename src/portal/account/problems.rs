//! What is wrong with a name, an address or a new password, in her words.

use crate::{
    domain::{email::EmailProblem, labels::LabelProblem, password::PasswordProblem},
    portal::{problems::Problem, request::Request},
};

pub(super) fn name_problem(cx: &Request, problem: &LabelProblem) -> Problem {
    match problem {
        LabelProblem::TooLong { max } => cx.problem("name", "problem-name-long", &[("max", (*max).into())]),
        _ => cx.problem("name", "problem-name-empty", &[]),
    }
}

pub(super) fn email_problem(cx: &Request, problem: &EmailProblem) -> Problem {
    match problem {
        EmailProblem::Empty => cx.problem("email", "problem-email-empty", &[]),
        _ => cx.problem("email", "problem-email-invalid", &[]),
    }
}

pub(super) fn password_problem(cx: &Request, problem: &PasswordProblem) -> Problem {
    match problem {
        PasswordProblem::Empty => cx.problem("password", "problem-password-empty", &[]),
        PasswordProblem::TooShort { min } => {
            cx.problem("password", "problem-password-short", &[("min", (*min).into())])
        }
        PasswordProblem::TooLong { max } => {
            cx.problem("password", "problem-password-long", &[("max", (*max).into())])
        }
        PasswordProblem::Common => cx.problem("password", "problem-password-common", &[]),
        PasswordProblem::Weak => cx.problem("password", "problem-password-weak", &[]),
    }
}
