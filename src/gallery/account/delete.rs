//! The page that asks before the account is deleted: every state that it can be in.

use super::samples;
use crate::portal::{account::delete::DeletePage, chrome::Chrome, problems::Problems, seal::Seal};

/// Every state the page can be in, by name.
pub(super) fn states(chrome: &Chrome) -> Vec<(&'static str, DeletePage)> {
    let ask = DeletePage {
        chrome: chrome.clone(),
        problems: Problems::none(),
        seal: Seal::sample(),
        confirms: samples::EMAIL.to_owned(),
        has_email: true,
        apps: vec!["Contoso Smile".to_owned(), "Fabrikam Visits".to_owned()],
        records: vec!["Anna".to_owned(), "Emma".to_owned()],
        email: String::new(),
    };
    let wrong = |key: &str, email: &str| DeletePage {
        problems: samples::problem(chrome, "email", key, &[]),
        email: email.to_owned(),
        ..ask.clone()
    };
    let by_name = DeletePage {
        confirms: "Anna Lindqvist".to_owned(),
        has_email: false,
        apps: Vec::new(),
        records: Vec::new(),
        ..ask.clone()
    };
    vec![
        ("ask", ask.clone()),
        ("empty", wrong("problem-delete-empty", "")),
        ("other", wrong("problem-delete-other", "anna@example.com")),
        ("by-name", by_name),
    ]
}
