//! The page for a record's name: every state that it can be in.

use uuid::Uuid;

use super::samples;
use crate::portal::{
    account::record_name::RecordNamePage, account_url::AccountUrl, chrome::Chrome, problems::Problems,
    seal::Seal, urls::Url,
};

/// Every state the page can be in, by name.
pub(super) fn states(chrome: &Chrome) -> Vec<(&'static str, RecordNamePage)> {
    let ask = RecordNamePage {
        chrome: chrome.clone(),
        problems: Problems::none(),
        action: Url::Account(AccountUrl::Record(Uuid::from_u128(1))),
        seal: Seal::sample(),
        present: "Emma".to_owned(),
        record_name: "Emma".to_owned(),
    };
    let empty = RecordNamePage {
        problems: samples::problem(chrome, "record_name", "problem-record-name-empty", &[]),
        record_name: String::new(),
        ..ask.clone()
    };
    vec![("ask", ask), ("empty", empty)]
}
