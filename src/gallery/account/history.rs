//! The page of the history: every state that it can be in.

use super::samples;
use crate::{
    domain::{account::AccountEvent, browser::Browser},
    portal::{
        account::history::{HistoryPage, Line, view},
        account_url::AccountUrl,
        chrome::Chrome,
        urls::Url,
    },
};

/// Every state the page can be in, by name.
pub(super) fn states(chrome: &Chrome) -> Vec<(&'static str, HistoryPage)> {
    let line = |(event, day): (AccountEvent, u32)| {
        let browser = Browser { name: Some("Firefox"), system: Some("Windows") };
        let about_app =
            [AccountEvent::Connected, AccountEvent::Disconnected, AccountEvent::GivenUp].contains(&event);
        let line = Line {
            at: samples::november(day),
            event,
            browser: (event == AccountEvent::SignedIn).then_some(browser),
            app: about_app.then(|| "Fabrikam Visits".to_owned()),
            times: if event == AccountEvent::SignInFailed { 12 } else { 1 },
        };
        view(&chrome.words, &line)
    };
    let days = (1..=23).rev();
    let everything: Vec<_> = AccountEvent::ALL.into_iter().zip(days).map(line).collect();
    let at = |page| Some(Url::Account(AccountUrl::History(page)));
    let page =
        |lines, newer, older| HistoryPage { chrome: chrome.clone(), lines, newer, older, kept_months: 24 };
    vec![
        ("everything", page(everything, at(1), at(3))),
        ("first", page([(AccountEvent::SignedIn, 23)].map(line).into(), None, at(2))),
        ("none", page(Vec::new(), None, None)),
    ]
}
