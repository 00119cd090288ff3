//! The sample people, clinics and rules that the pages share.

use chrono::{DateTime, TimeZone, Utc};
use uuid::Uuid;

use crate::{
    actions::{account::passkeys::NewChallenge, journey::sign_in_with_passkey::Challenge},
    copy::Arg,
    domain::{
        application::{Access, App, AppKind, Brand as Look, SuccessMessage},
        brand::Colour,
    },
    portal::{
        account::other_ways::{Choice, OtherWays},
        chrome::{Brand, Chrome},
        problems::{Problem, Problems},
        rule_view::RuleView,
        seal::Seal,
        urls::Url,
    },
};

/// The accent of the app that has a look of its own.
pub(super) const ACCENT: &str = "#8a2d6b";

/// The sample patient's address.
pub(super) const EMAIL: &str = "anna@example.org";

pub(super) fn brand() -> Brand {
    Brand {
        app_name: "Fabrikam Visits".to_owned(),
        organization: "Fabrikam Clinic".to_owned(),
        contact: "Call +1 555 0100 or write to help@fabrikam.example".to_owned(),
        logo: None,
        stylesheet: None,
    }
}

/// The chrome of an app's page.
pub(super) fn branded(chrome: &Chrome) -> Chrome {
    Chrome { brand: Some(brand()), ..chrome.clone() }
}

/// What a device is asked for on the sign-in page.
pub(super) fn challenge() -> Challenge {
    let options =
        r#"{"challenge":"c2FtcGxl","rpId":"localhost","allowCredentials":[],"userVerification":"required"}"#;
    Challenge { options: options.to_owned(), sealed: "sample".to_owned() }
}

/// What a device is asked for where she adds a passkey.
pub(super) fn new_challenge() -> NewChallenge {
    let options = r#"{"rp":{"name":"Patient Connect","id":"localhost"},"user":{"id":"c2FtcGxl","name":"anna@example.org","displayName":"Anna"},"challenge":"c2FtcGxl","pubKeyCredParams":[{"type":"public-key","alg":-7}]}"#;
    NewChallenge { options: options.to_owned(), sealed: "sample".to_owned() }
}

/// The words of an app that has a look of its own.
fn northwind() -> Brand {
    Brand {
        app_name: "Northwind Parents".to_owned(),
        organization: "Northwind Children’s Hospital".to_owned(),
        contact: "Call +1 555 0142, Monday to Friday, 8 to 17".to_owned(),
        logo: Some("/_demo/gallery/sample-logo.svg".to_owned()),
        stylesheet: Some("/_demo/gallery/sample-look.css".to_owned()),
    }
}

/// The chrome of its pages: the gallery puts the two files there.
pub(super) fn own_look(chrome: &Chrome) -> Chrome {
    Chrome { brand: Some(northwind()), ..signed_in(chrome) }
}

/// An app that says what this brand does.
fn app_of(brand: Brand, accent: Option<&str>) -> App {
    App {
        id: Uuid::nil(),
        name: brand.app_name,
        organization: brand.organization,
        kind: AppKind::Web,
        methods: Vec::new(),
        success_message: SuccessMessage::plain("You are now connected!"),
        contact: brand.contact,
        rules: Vec::new(),
        brand: accent.map(|accent| Look { logo: None, accent: Colour::parse(accent).ok() }),
        enabled: true,
        certificates: Vec::new(),
    }
}

/// The sample clinic’s app.
pub(super) fn app() -> App {
    app_of(brand(), None)
}

/// The same of a clinic with a look of its own.
pub(super) fn app_with_own_look() -> App {
    app_of(northwind(), Some(ACCENT))
}

/// The chrome of a signed-in person's page.
pub(super) fn signed_in(chrome: &Chrome) -> Chrome {
    Chrome { person: Some("Anna Lindqvist".to_owned()), ..chrome.clone() }
}

pub(super) fn signed_in_branded(chrome: &Chrome) -> Chrome {
    signed_in(&branded(chrome))
}

/// The chrome of a last page on a shared computer.
pub(super) fn ended(chrome: &Chrome) -> Chrome {
    Chrome { notice: Some(chrome.words.text("stay-ended").to_owned()), ..branded(chrome) }
}

pub(super) fn problem(chrome: &Chrome, field: &'static str, key: &str, args: &[(&str, Arg<'_>)]) -> Problems {
    Problem { field, message: chrome.words.with(key, args) }.into()
}

/// Nothing was typed into any of these fields.
pub(super) fn all_empty(chrome: &Chrome, fields: &[&'static str]) -> Problems {
    let empty = |field: &&'static str| {
        let message = chrome.words.text(&format!("problem-{field}-empty")).to_owned();
        Problem { field, message }
    };
    fields.iter().map(empty).collect()
}

/// The buttons of one provider or two; the second has a picture.
pub(super) fn providers(count: usize) -> OtherWays {
    let choice = |name: &str, label: &str, logo: Option<&str>| Choice {
        name: name.to_owned(),
        label: label.to_owned(),
        logo: logo.map(str::to_owned),
        action: Url::SignInWith(name.to_owned()),
        seal: Seal::sample(),
    };
    let both = [
        choice("state-id", STATE_ID, None),
        choice("northwind", "Northwind Health", Some("/_demo/gallery/sample-logo.svg")),
    ];
    OtherWays { choices: both.into_iter().take(count).collect(), origins: Vec::new() }
}

/// What patients know the sample provider by.
pub(super) const STATE_ID: &str = "State ID";

/// A moment on a day of November 2026.
pub(super) fn november(day: u32) -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, day, 14, 5, 0).single().expect("November has these days")
}

pub(super) fn required() -> Vec<RuleView> {
    vec![
        RuleView {
            name: "Visit notes".to_owned(),
            why: "So that your visit notes reach your record.".to_owned(),
            data_types: vec!["Encounter".to_owned(), "Care plan".to_owned()],
            access: vec![Access::Create, Access::Read],
            checked: true,
        },
        RuleView {
            name: "Allergies".to_owned(),
            why: "So that your doctor knows what you must not be given.".to_owned(),
            data_types: vec!["Allergy".to_owned()],
            access: vec![Access::Read],
            checked: true,
        },
    ]
}

pub(super) fn optional() -> Vec<RuleView> {
    vec![
        RuleView {
            name: "Weight".to_owned(),
            why: "So that your doctor sees how your weight changes between visits.".to_owned(),
            data_types: vec!["Weight measurement".to_owned()],
            access: vec![Access::Read, Access::Update],
            checked: false,
        },
        RuleView {
            name: "Medicines".to_owned(),
            why: "So that the clinic can keep your list of medicines up to date.".to_owned(),
            data_types: vec!["Medication".to_owned()],
            access: vec![Access::Create, Access::Read, Access::Update, Access::Delete],
            checked: false,
        },
    ]
}
