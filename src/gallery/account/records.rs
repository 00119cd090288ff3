//! The page of the records: every state that it can be in.

use uuid::Uuid;

use super::saying;
use crate::portal::{
    account::records::{RecordView, RecordsPage},
    account_url::AccountUrl,
    chrome::Chrome,
    urls::Url,
};

/// Every state the page can be in, by name.
pub(super) fn states(chrome: &Chrome) -> Vec<(&'static str, RecordsPage)> {
    let record = |n, name: &str, connected: usize| {
        let id = Uuid::from_u128(n);
        RecordView {
            name: name.to_owned(),
            connected,
            rename: Url::Account(AccountUrl::Record(id)),
            delete: (connected == 0).then_some(Url::Account(AccountUrl::DeleteRecord(id))),
        }
    };
    let page = |chrome, records| RecordsPage { chrome, records };
    let family = vec![record(1, "Anna", 2), record(2, "Emma", 1), record(3, "Oskar", 0)];
    vec![
        ("family", page(chrome.clone(), family)),
        ("renamed", page(saying(chrome, "notice-record-renamed"), vec![record(1, "Anna L.", 0)])),
        ("none", page(saying(chrome, "notice-record-deleted"), Vec::new())),
    ]
}
