//! The page of the sign-ins: every state that it can be in.

use super::{samples, saying};
use crate::portal::{
    account::sessions::{SessionView, SessionsPage},
    chrome::Chrome,
    problems::Problems,
    seal::Seal,
};

/// Every state the page can be in, by name.
pub(super) fn states(chrome: &Chrome) -> Vec<(&'static str, SessionsPage)> {
    let on = |browser: &str, system: &str| {
        chrome.words.with("browser-on", &[("browser", browser.into()), ("system", system.into())])
    };
    let session = |browser, day, this| SessionView {
        id: format!("session-{day}"),
        browser,
        since: Some(samples::november(day)),
        seen: samples::november(day + 1),
        kept_until: None,
        this,
    };
    let this = session(on("Firefox", "Windows"), 23, true);
    let unknown = session(chrome.words.text("browser-unknown").to_owned(), 12, false);
    let phone = session(on("Safari", "iPhone"), 20, false);
    let kept = SessionView { kept_until: Some(samples::november(30)), ..phone };
    let several = vec![this.clone(), kept, unknown];
    let page = |chrome, sessions| SessionsPage {
        chrome,
        problems: Problems::none(),
        seal: Seal::sample(),
        sessions,
    };
    vec![
        ("several", page(chrome.clone(), several)),
        ("ended", page(saying(chrome, "notice-sessions-ended"), vec![this])),
    ]
}
