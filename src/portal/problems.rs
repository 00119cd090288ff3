//! What is wrong with a form that was sent: the page is shown again and says so.

use actix_web::http::StatusCode;

/// One thing wrong with one field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The `id` of the field; `form` for what no single field is to blame for.
    pub field: &'static str,
    /// What is wrong and what to do, in the reader's language.
    pub message: String,
}

/// Everything wrong with a form, and the status that goes with it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Problems {
    list: Vec<Problem>,
    forbidden: bool,
}

impl Problems {
    /// Nothing is wrong.
    pub fn none() -> Self {
        Self::default()
    }

    /// The form was not sent by a page of ours: "Wrong CSRF token: 403".
    pub fn forbidden(problem: Problem) -> Self {
        Self { list: vec![problem], forbidden: true }
    }

    /// "A form error answers 422"; a page without one 200.
    pub fn status(&self) -> StatusCode {
        match self {
            _ if self.forbidden => StatusCode::FORBIDDEN,
            _ if self.list.is_empty() => StatusCode::OK,
            _ => StatusCode::UNPROCESSABLE_ENTITY,
        }
    }

    /// In the order of the fields.
    pub fn list(&self) -> &[Problem] {
        &self.list
    }

    /// True when nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }
}

impl From<Problem> for Problems {
    fn from(problem: Problem) -> Self {
        Self { list: vec![problem], forbidden: false }
    }
}

impl FromIterator<Problem> for Problems {
    fn from_iter<T: IntoIterator<Item = Problem>>(problems: T) -> Self {
        Self { list: problems.into_iter().collect(), forbidden: false }
    }
}
