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
mod password;
mod record_delete;
mod record_name;
mod records;
mod sessions;
mod undo_email;

use super::{Rendered, rendered, samples};
use crate::portal::chrome::Chrome;

/// What stands in the links of the sample mails.
const TOKEN: &str = "c2FtcGxl";

/// Every account page in every state.
pub(super) fn pages(chrome: &Chrome) -> Rendered {
    let hers = samples::signed_in(chrome);
    [
        rendered(overview::states(&hers)),
        rendered(name::states(&hers)),
        rendered(email::states(&hers)),
        rendered(email_code::states(&hers)),
        rendered(language::states(&hers)),
        rendered(password::states(&hers)),
        rendered(records::states(&hers)),
        rendered(record_name::states(&hers)),
        rendered(record_delete::states(&hers)),
        rendered(sessions::states(&hers)),
        rendered(history::states(&hers)),
        rendered(export::states(&hers)),
        rendered(delete::states(&hers)),
        rendered(deleted::states(chrome)),
        rendered(not_me::states(chrome)),
        rendered(undo_email::states(chrome)),
    ]
    .concat()
}

/// The same page, saying what was just done.
fn saying(chrome: &Chrome, key: &str) -> Chrome {
    Chrome { notice: Some(chrome.words.text(key).to_owned()), ..chrome.clone() }
}
