//! The sample people, clinics and rules that the pages share.

use chrono::{DateTime, TimeZone, Utc};
use uuid::Uuid;

use crate::{
    actions::account::challenges::Challenge,
    copy::Arg,
    domain::{
        application::{Access, App, AppKind, Brand as Look},
        brand::Colour,
        contact::{Contact, ContactCard},
        local_text::{LocalText, Said},
    },
    portal::{
        account::other_ways::{Choice, OtherWays},
        chrome::{Brand, Chrome},
        problems::{Problem, Problems},
        return_link::ReturnLinkView,
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
        contact: "Call +1 555 0100 or write to help@fabrikam.example".into(),
        logo: None,
        stylesheet: None,
    }
}

/// What a phone can call and write to.
pub(super) fn card() -> Contact {
    Contact::Card(Box::new(ContactCard {
        phone: Some("+1 555 0142".into()),
        email: Some("parents@northwind.example".into()),
        hours: Some("Monday to Friday, 8 to 17".into()),
        address: Some("12 Harbour Street, Northwind".into()),
        text: None,
    }))
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
pub(super) fn new_challenge() -> Challenge {
    let options = r#"{"rp":{"name":"Patient Connect","id":"localhost"},"user":{"id":"c2FtcGxl","name":"anna@example.org","displayName":"Anna"},"challenge":"c2FtcGxl","pubKeyCredParams":[{"type":"public-key","alg":-7}]}"#;
    Challenge { options: options.to_owned(), sealed: "sample".to_owned() }
}

/// The words of an app that has a look of its own.
fn northwind() -> Brand {
    Brand {
        app_name: "Northwind Parents".to_owned(),
        organization: "Northwind Children’s Hospital".to_owned(),
        contact: card(),
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
        slug: None,
        time_zone: None,
        success_message: LocalText::plain("You are now connected!"),
        contact: brand.contact,
        return_link: None,
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

/// A clinic's text in a language that may not be the page's.
fn in_english(chrome: &Chrome, text: &str) -> Said {
    let texts = [("en".to_owned(), text.to_owned())];
    LocalText::by_language(texts.into()).map_or_else(|| text.into(), |text| text.said_in(chrome.words.tag()))
}

/// The way back to the sample clinic.
pub(super) fn return_link(chrome: &Chrome) -> Option<ReturnLinkView> {
    let label = in_english(chrome, "Back to Fabrikam Clinic");
    Some(ReturnLinkView { label, url: "https://fabrikam.example/".to_owned() })
}

pub(super) fn required(chrome: &Chrome) -> Vec<RuleView> {
    vec![
        RuleView {
            name: "visits".to_owned(),
            title: in_english(chrome, "Visit notes"),
            why: in_english(chrome, "So that your visit notes reach your record."),
            data_types: vec!["Encounter".to_owned(), "Care plan".to_owned()],
            access: vec![Access::Create, Access::Read],
            checked: true,
        },
        RuleView {
            name: "allergies".to_owned(),
            title: in_english(chrome, "Allergies"),
            why: in_english(chrome, "So that your doctor knows what you must not be given."),
            data_types: vec!["Allergy".to_owned()],
            access: vec![Access::Read],
            checked: true,
        },
    ]
}

pub(super) fn optional(chrome: &Chrome) -> Vec<RuleView> {
    vec![
        RuleView {
            name: "weight".to_owned(),
            title: in_english(chrome, "Weight"),
            why: in_english(chrome, "So that your doctor sees how your weight changes between visits."),
            data_types: vec!["Weight measurement".to_owned(), "Fabrikam step score".to_owned()],
            access: vec![Access::Read, Access::Update],
            checked: false,
        },
        RuleView {
            name: "medicines".to_owned(),
            title: in_english(chrome, "Medicines"),
            why: in_english(chrome, "So that the clinic can keep your list of medicines up to date."),
            data_types: vec!["Medication".to_owned()],
            access: vec![Access::Create, Access::Read, Access::Update, Access::Delete],
            checked: false,
        },
    ]
}
