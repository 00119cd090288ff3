//! What applying an app's file changes, field by field, so that a clinic sees it before it happens.
//!
//! What lives here: an app as a list of fields, and the difference of two. What must not: writing it out. Where to
//! look next: `actions::operator::apps`, which applies files.

use std::collections::BTreeSet;

use data_encoding::{BASE64, HEXLOWER};
use sha2::{Digest, Sha256};

use super::{application::App, contact::ContactKind, local_text::LocalText};

/// One field that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Its name, as in the app's file where it stands there: `contact`, `rule.visits.why`, `certificate 5f3a…`.
    pub field: String,
    /// What it was. `None` when it was not there.
    pub before: Option<String>,
    /// What it is to be. `None` when it is to go.
    pub after: Option<String>,
}

/// What differs between an app as it is (`None`: not there) and as it is to be; nothing, when nothing does.
pub fn changes(before: Option<&App>, after: &App) -> Vec<Change> {
    let old = before.map(fields).unwrap_or_default();
    let new = fields(after);
    let find = |all: &[(String, String)], field: &str| {
        all.iter().find(|(name, _)| name == field).map(|(_, value)| value.clone())
    };
    let gone = old.iter().filter(|(name, _)| find(&new, name).is_none());
    new.iter()
        .chain(gone)
        .map(|(name, _)| Change { field: name.clone(), before: find(&old, name), after: find(&new, name) })
        .filter(|change| change.before != change.after)
        .collect()
}

/// Whether an app asks for other information than before, or for more or less to do with it: what those who allowed it
/// are told. Other words for the same are no news to them.
pub fn asks_differently(before: &App, after: &App) -> bool {
    type Asked<'a> = BTreeSet<(&'a str, BTreeSet<&'a str>, BTreeSet<&'static str>)>;
    fn asked(app: &App) -> Asked<'_> {
        let rules = app.rules.iter().map(|rule| {
            let kinds = rule.data_types.iter().map(String::as_str).collect();
            (rule.name.as_str(), kinds, rule.access.iter().map(|access| access.as_str()).collect())
        });
        rules.collect()
    }
    asked(before) != asked(after)
}

/// Slug, time zone, contact and return link, field by field, in each of their languages: what there is of them.
pub fn texts(app: &App) -> Vec<(String, String)> {
    let shown = ["slug", "time_zone", "contact", "return_link"];
    let is_shown = |name: &str| shown.contains(&name.split('.').next().unwrap_or_default());
    fields(app).into_iter().filter(|(name, _)| is_shown(name)).collect()
}

fn fields(app: &App) -> Vec<(String, String)> {
    let mut all = Vec::new();
    // What is empty is as if not there.
    let mut add = |name: String, value: String| {
        if !value.is_empty() {
            all.push((name, value));
        }
    };
    add("name".into(), app.name.clone());
    add("organization".into(), app.organization.clone());
    add("kind".into(), app.kind.as_str().into());
    add("methods".into(), app.methods.join(", "));
    add("slug".into(), app.slug.as_ref().map(ToString::to_string).unwrap_or_default());
    add("time_zone".into(), app.time_zone.map(|zone| zone.to_string()).unwrap_or_default());
    add_texts(&mut add, "success_message", &app.success_message);
    for (part, text) in app.contact.parts() {
        let name = match part {
            ContactKind::Text => "contact".to_owned(),
            part => format!("contact.{}", part.as_str()),
        };
        add_texts(&mut add, &name, text);
    }
    if let Some(link) = &app.return_link {
        add_texts(&mut add, "return_link.label", &link.label);
        add("return_link.url".into(), link.url.as_str().to_owned());
    }
    add("rules".into(), app.rules.iter().map(|rule| rule.name.as_str()).collect::<Vec<_>>().join(", "));
    for rule in &app.rules {
        let name = |field: &str| format!("rule.{}.{field}", rule.name);
        if let Some(title) = &rule.title {
            add_texts(&mut add, &name("title"), title);
        }
        add_texts(&mut add, &name("why"), &rule.why);
        add(name("data_types"), rule.data_types.join(", "));
        add(name("access"), rule.access.iter().map(|a| a.as_str()).collect::<Vec<_>>().join(", "));
        add(name("optional"), rule.optional.to_string());
    }
    if let Some(brand) = &app.brand {
        if let Some(logo) = &brand.logo {
            let value = format!("{}, SHA-256 {}", logo.media_type(), short_hash(logo.bytes()));
            add("brand.logo".into(), value);
        }
        if let Some(accent) = brand.accent {
            add("brand.accent".into(), accent.to_string());
        }
        if brand.logo.is_none() && brand.accent.is_none() {
            add("brand".into(), "empty".into());
        }
    }
    for pem in &app.certificates {
        add(format!("certificate {}", fingerprint(pem)), "registered".into());
    }
    all
}

/// A text that patients read, in each of its languages.
fn add_texts(add: &mut impl FnMut(String, String), name: &str, texts: &LocalText) {
    for (text, language) in texts.texts() {
        let language = language.map_or_else(String::new, |language| format!(".{language}"));
        add(format!("{name}{language}"), text.to_owned());
    }
}

/// The beginning of a certificate's SHA-256 fingerprint, as `openssl x509 -fingerprint -sha256` tells it, without the
/// colons and in lower case.
pub fn fingerprint(pem: &str) -> String {
    let lines = pem.lines().map(str::trim).filter(|line| !line.starts_with("-----"));
    let text: String = lines.collect();
    match BASE64.decode(text.as_bytes()) {
        Ok(der) => short_hash(&der),
        Err(_) => short_hash(pem.as_bytes()),
    }
}

fn short_hash(bytes: &[u8]) -> String {
    HEXLOWER.encode(&Sha256::digest(bytes)[..8])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        app_file::AppFile,
        application::{Access, AppKind},
        brand::Colour,
        slug::Slug,
        zone::Zone,
    };
    use uuid::Uuid;

    fn app() -> App {
        let text = r##"
            name = "Fabrikam Visits"
            organization = "Fabrikam Clinic"
            success_message = "You are now connected!"
            contact = "Call +1 555 0100"
            [[rule]]
            name = "visits"
            why = "So that your visit notes reach your record."
            data_types = ["Encounter"]
            access = ["create", "read"]
            [brand]
            accent = "#005eb8"
        "##;
        AppFile::parse(text).unwrap().into_app(Uuid::from_u128(1), true, None, vec!["one".into()])
    }

    fn change(field: &str, before: Option<&str>, after: Option<&str>) -> Change {
        Change { field: field.into(), before: before.map(Into::into), after: after.map(Into::into) }
    }

    #[test]
    fn nothing_differs_from_itself() {
        assert_eq!(changes(Some(&app()), &app()), []);
    }

    #[test]
    fn a_new_app_is_all_change() {
        let all = changes(None, &app());
        assert!(all.iter().all(|c| c.before.is_none() && c.after.is_some()));
        let names: Vec<_> = all.iter().map(|c| c.field.as_str()).collect();
        assert_eq!(names[..4], ["name", "organization", "kind", "success_message"]);
        assert!(names.contains(&"rule.visits.access"));
    }

    #[test]
    fn each_field_is_told_by_itself() {
        let mut after = app();
        after.contact = "Call +1 555 0101".into();
        after.rules[0].optional = true;
        after.brand.as_mut().unwrap().accent = Some(Colour::parse("#123456").unwrap());
        after.certificates = vec!["two".into()];
        assert_eq!(
            changes(Some(&app()), &after),
            [
                change("contact", Some("Call +1 555 0100"), Some("Call +1 555 0101")),
                change("rule.visits.optional", Some("false"), Some("true")),
                change("brand.accent", Some("#005eb8"), Some("#123456")),
                change(&format!("certificate {}", fingerprint("two")), None, Some("registered")),
                change(&format!("certificate {}", fingerprint("one")), Some("registered"), None),
            ]
        );
        after = app();
        after.rules.clear();
        after.brand = None;
        let gone: Vec<_> = changes(Some(&app()), &after).into_iter().map(|c| (c.field, c.after)).collect();
        assert!(gone.contains(&("rule.visits.why".into(), None)));
        assert!(gone.contains(&("brand.accent".into(), None)));
        assert!(gone.contains(&("rules".into(), None)));
    }

    #[test]
    fn other_kinds_of_information_are_news_and_other_words_are_not() {
        let before = app();
        assert!(!asks_differently(&before, &before));
        let mut words = app();
        words.rules[0].why = "Other words.".into();
        words.name = "Another name".into();
        assert!(!asks_differently(&before, &words));
        let mut kinds = app();
        kinds.rules[0].data_types.push("Medication".into());
        let mut access = app();
        access.rules[0].access = vec![Access::Delete];
        let mut fewer = app();
        fewer.rules.clear();
        for after in [kinds, access, fewer] {
            assert!(asks_differently(&before, &after));
        }
    }

    #[test]
    fn whatever_makes_two_apps_differ_is_told() {
        let base = app();
        type Edit = fn(&mut App);
        let edits: [Edit; 15] = [
            |a| a.name.push('x'),
            |a| a.organization.push('x'),
            |a| a.kind = AppKind::Mobile,
            |a| a.methods.push("ConnectPackage".into()),
            |a| a.success_message = "x".into(),
            |a| a.contact = "x".into(),
            |a| a.slug = Slug::parse("x").ok(),
            |a| a.time_zone = Zone::parse("Europe/Berlin").ok(),
            |a| a.rules[0].name.push('x'),
            |a| a.rules[0].title = Some("x".into()),
            |a| a.rules[0].why = "x".into(),
            |a| a.rules[0].data_types.push("x".into()),
            |a| a.rules[0].access = vec![Access::Delete],
            |a| a.brand = Some(super::super::application::Brand::default()),
            |a| a.certificates.clear(),
        ];
        for (n, edit) in edits.iter().enumerate() {
            let mut after = base.clone();
            edit(&mut after);
            assert_ne!(after, base);
            assert_ne!(changes(Some(&base), &after), [], "edit {n}");
        }
    }
}
