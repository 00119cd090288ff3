//! The SignIn page: every state that it can be in.

use super::samples;
use crate::portal::{
    account::{other_ways::OtherWays, sign_in::SignInPage, stay::StayBoxes},
    chrome::Chrome,
    problems::Problems,
    seal::Seal,
    urls::{Beside, Url},
};

/// Every state the page can be in, by name.
pub(super) fn states(chrome: &Chrome) -> Vec<(&'static str, SignInPage)> {
    let journey = in_a_journey(chrome);
    let alone = SignInPage {
        chrome: chrome.clone(),
        journey: None,
        friendly_name: None,
        action: Url::SignIn,
        create_account: Url::CreateAccount,
        recover: Some(Url::Recover(Beside::Nothing)),
        ..journey.clone()
    };
    let wrong = |field, key: &str, email: &str| SignInPage {
        problems: samples::problem(chrome, field, key, &[]),
        email: email.to_owned(),
        ..journey.clone()
    };
    let again = chrome.words.with("notice-signed-in-again", &[("minutes", 30u32.into())]);
    let told = |notice: String| SignInPage {
        chrome: Chrome { notice: Some(notice), ..journey.chrome.clone() },
        ..journey.clone()
    };
    let said = |key: &str| told(chrome.words.text(key).to_owned());
    let both_empty =
        SignInPage { problems: samples::all_empty(chrome, &["email", "password"]), ..journey.clone() };
    let mut states = vec![
        ("journey", journey.clone()),
        ("one-provider", SignInPage { other_ways: samples::providers(1), ..journey.clone() }),
        ("two-providers", SignInPage { other_ways: samples::providers(2), ..journey.clone() }),
        ("alone", alone),
        ("timed-out", told(again)),
        ("recovered", said("notice-recovered")),
        ("has-account", said("notice-has-account")),
        ("without-mail", SignInPage { recover: None, ..journey.clone() }),
        ("both-empty", both_empty),
        ("changed", wrong("form", "problem-form-changed", "anna@example.org")),
        ("email-invalid", wrong("email", "problem-email-invalid", "anna at mail")),
        (
            "ticked",
            SignInPage {
                stay: StayBoxes { keep: true, shared: true },
                ..wrong("password", "problem-password-empty", "anna@example.org")
            },
        ),
        ("no-match", wrong("email", "problem-sign-in", "anna@example.org")),
    ];
    states.extend(with_passkeys(&journey));
    states
}

fn with_passkeys(journey: &SignInPage) -> [(&'static str, SignInPage); 2] {
    let page = SignInPage { passkey: Some(samples::challenge()), ..journey.clone() };
    let problems = samples::problem(&page.chrome, "form", "problem-passkey-sign-in", &[]);
    [("with-passkeys", page.clone()), ("passkey-refused", SignInPage { problems, ..page })]
}

fn in_a_journey(chrome: &Chrome) -> SignInPage {
    SignInPage {
        chrome: samples::branded(chrome),
        problems: Problems::none(),
        journey: Some("1".to_owned()),
        action: Url::SignInTo(1),
        create_account: Url::CreateAccountTo(1),
        recover: Some(Url::Recover(Beside::Journey(1))),
        seal: Seal::sample(),
        friendly_name: Some("Emma’s visits".to_owned()),
        passkey: None,
        with_passkey: Url::SignInWithPasskey(Beside::Journey(1)),
        other_ways: OtherWays::default(),
        email: String::new(),
        stay: StayBoxes::default(),
    }
}
