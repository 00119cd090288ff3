//! The page of the data: every state that it can be in.

use super::samples;
use crate::portal::{
    account::export::{AppView, Counts, ExportPage},
    account_url::AccountUrl,
    chrome::Chrome,
    problems::Problems,
    seal::Seal,
};

/// Every state the page can be in, by name.
pub(super) fn states(chrome: &Chrome) -> Vec<(&'static str, ExportPage)> {
    let full = ExportPage {
        chrome: chrome.clone(),
        problems: Problems::none(),
        seal: Seal::sample(),
        file: AccountUrl::ExportFile,
        name: "Anna Lindqvist".to_owned(),
        email: samples::EMAIL.to_owned(),
        records: vec!["Anna".to_owned(), "Emma".to_owned()],
        apps: vec![
            AppView { name: "Contoso Smile".to_owned(), rules: Vec::new() },
            AppView { name: "Fabrikam Visits".to_owned(), rules: samples::required(chrome) },
        ],
        counts: Counts { sessions: 2, history: 31, mails: 4 },
    };
    let empty = ExportPage {
        records: Vec::new(),
        apps: Vec::new(),
        counts: Counts { sessions: 1, history: 1, mails: 0 },
        ..full.clone()
    };
    vec![("full", full), ("empty", empty)]
}
