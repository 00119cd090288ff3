//! The CreateAccount page: every state that it can be in.

use super::samples;
use crate::portal::{
    account::{create_account::CreateAccountPage, stay::StayBoxes},
    chrome::Chrome,
    problems::Problems,
    seal::Seal,
    urls::Url,
};

/// Every state the page can be in, by name.
pub(super) fn states(chrome: &Chrome) -> Vec<(&'static str, CreateAccountPage)> {
    let journey = CreateAccountPage {
        chrome: samples::branded(chrome),
        problems: Problems::none(),
        journey: Some("1".to_owned()),
        action: Url::CreateAccountTo(1),
        sign_in: Url::SignInTo(1),
        seal: Seal::sample(),
        friendly_name: Some("Emma’s visits".to_owned()),
        can_mail: true,
        name: String::new(),
        email: String::new(),
        stay: StayBoxes::default(),
    };
    let wrong = |field, key: &str, args: &[(&str, crate::copy::Arg<'_>)]| CreateAccountPage {
        problems: samples::problem(chrome, field, key, args),
        name: "Anna Lindqvist".to_owned(),
        email: "anna@example.org".to_owned(),
        ..journey.clone()
    };
    let empty = ["name", "email", "password"];
    let all_empty = CreateAccountPage { problems: samples::all_empty(chrome, &empty), ..journey.clone() };
    vec![
        ("journey", journey.clone()),
        (
            "alone",
            CreateAccountPage {
                chrome: chrome.clone(),
                journey: None,
                friendly_name: None,
                action: Url::CreateAccount,
                sign_in: Url::SignIn,
                ..journey.clone()
            },
        ),
        ("without-mail", CreateAccountPage { can_mail: false, ..journey.clone() }),
        ("all-empty", all_empty),
        ("name-long", wrong("name", "problem-name-long", &[("max", 100u32.into())])),
        (
            "email-taken-without-mail",
            CreateAccountPage { can_mail: false, ..wrong("email", "problem-email-taken", &[]) },
        ),
        ("password-short", wrong("password", "problem-password-short", &[("min", 12u32.into())])),
        ("password-common", wrong("password", "problem-password-common", &[])),
        ("password-weak", wrong("password", "problem-password-weak", &[])),
        ("password-long", wrong("password", "problem-password-long", &[("max", 256u32.into())])),
    ]
}
