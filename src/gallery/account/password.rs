//! The page for another password: every state that it can be in.

use super::samples;
use crate::portal::{
    account::password::PasswordPage,
    chrome::Chrome,
    problems::{Problem, Problems},
    seal::Seal,
};

/// Every state the page can be in, by name.
pub(super) fn states(chrome: &Chrome) -> Vec<(&'static str, PasswordPage)> {
    let ask = PasswordPage {
        chrome: chrome.clone(),
        problems: Problems::none(),
        seal: Seal::sample(),
        email: samples::EMAIL.to_owned(),
        has_password: true,
    };
    let none = PasswordPage { has_password: false, email: String::new(), ..ask.clone() };
    let with = |problems| PasswordPage { problems, ..ask.clone() };
    let say = |field, key: &str| Problem { field, message: chrome.words.text(key).to_owned() };
    let empty = [
        say("current_password", "problem-current-password-empty"),
        say("password", "problem-password-empty"),
    ];
    vec![
        ("ask", ask.clone()),
        ("empty", with(empty.into_iter().collect())),
        ("wrong", with(say("current_password", "problem-current-password").into())),
        ("weak", with(say("password", "problem-password-weak").into())),
        ("none", none),
    ]
}
