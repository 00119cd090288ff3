//! The account pages, a file for each.

mod delete;
mod deleted;
mod email;
mod email_code;
mod export;
mod history;
mod language;
mod name;
mod not_me;
mod overview;
mod passkeys;
mod password;
mod record_delete;
mod record_name;
mod records;
mod sessions;
mod undo_email;

use super::{Sample, of, samples};
use crate::portal::chrome::Chrome;

/// What stands in the links of the sample mails.
const TOKEN: &str = "c2FtcGxl";

/// Every account page in every state.
pub(super) fn pages(chrome: &Chrome) -> Vec<Sample> {
    let hers = samples::signed_in(chrome);
    [
        of(overview::states(&hers)),
        of(name::states(&hers)),
        of(email::states(&hers)),
        of(email_code::states(&hers)),
        of(language::states(&hers)),
        of(password::states(&hers)),
        of(passkeys::states(&hers)),
        of(records::states(&hers)),
        of(record_name::states(&hers)),
        of(record_delete::states(&hers)),
        of(sessions::states(&hers)),
        of(history::states(&hers)),
        of(export::states(&hers)),
        of(delete::states(&hers)),
        of(deleted::states(chrome)),
        of(not_me::states(chrome)),
        of(undo_email::states(chrome)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The same page, saying what was just done.
fn saying(chrome: &Chrome, key: &str) -> Chrome {
    Chrome { notice: Some(chrome.words.text(key).to_owned()), ..chrome.clone() }
}
