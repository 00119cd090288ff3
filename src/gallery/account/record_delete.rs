//! The page that asks before a record is deleted: every state that it can be in.

use uuid::Uuid;

use crate::portal::{
    account::record_delete::RecordDeletePage, account_url::AccountUrl, chrome::Chrome, problems::Problems,
    seal::Seal, urls::Url,
};

/// Every state the page can be in, by name.
pub(super) fn states(chrome: &Chrome) -> Vec<(&'static str, RecordDeletePage)> {
    let page = RecordDeletePage {
        chrome: chrome.clone(),
        problems: Problems::none(),
        action: Url::Account(AccountUrl::DeleteRecord(Uuid::from_u128(1))),
        seal: Seal::sample(),
        record_name: "Oskar".to_owned(),
    };
    vec![("ask", page)]
}
