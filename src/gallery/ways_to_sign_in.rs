//! The WaysToSignIn page: every state that it can be in.

use super::samples;
use crate::portal::{
    account::ways_to_sign_in::{Way, WaysToSignInPage},
    chrome::Chrome,
    problems::Problems,
    seal::Seal,
    urls::Url,
};

/// Every state the page can be in, by name.
pub(super) fn states(chrome: &Chrome) -> Vec<(&'static str, WaysToSignInPage)> {
    let ways = |added: bool, removable: bool| {
        let way = |choice: crate::portal::account::other_ways::Choice, added| Way {
            action: Url::WayToSignIn(choice.name.clone()),
            name: choice.name,
            label: choice.label,
            logo: choice.logo,
            added,
            removable,
            seal: Seal::sample(),
        };
        let both = samples::providers(2).choices.into_iter().enumerate();
        both.map(|(at, choice)| way(choice, added && at == 0)).collect()
    };
    let page = |ways| WaysToSignInPage {
        chrome: samples::signed_in(chrome),
        problems: Problems::none(),
        ways,
        origins: Vec::new(),
    };
    let noticed = |key: &str, ways| {
        let mut page = page(ways);
        page.chrome.notice = Some(chrome.words.text(key).to_owned());
        page
    };
    let last = WaysToSignInPage {
        problems: samples::problem(chrome, "form", "problem-provider-last", &[]),
        ..page(ways(true, false))
    };
    vec![
        ("none-added", page(ways(false, true))),
        ("added", noticed("notice-provider-added", ways(true, true))),
        ("removed", noticed("notice-provider-removed", ways(false, true))),
        ("only-one", page(ways(true, false))),
        ("last", last),
    ]
}
