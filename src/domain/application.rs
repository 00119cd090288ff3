//! The clinic's app: "name, organization, kind (`web` or `mobile`), success message, authorization rules,
//! brand, credentials".
//!
//! What lives here: what an app is and what it may do. What must not: reading its file (`app_file`), checking
//! its credentials, showing it. Where to look next: `brand` for its look, `markup` for its message.
//!
//! Everything here can be kept as JSON text.

use std::{collections::BTreeMap, ops::Deref};

use serde::{Deserialize, Serialize};
use unic_langid::LanguageIdentifier;
use uuid::Uuid;

use super::brand::{Colour, Logo};

/// "Methods must be enabled for the app (the classic “ConnectPackage” set)."
pub const CONNECT_METHODS: &str = "ConnectPackage";

/// The clinic's registered application.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct App {
    /// Names the app in both APIs.
    pub id: Uuid,
    /// What patients read: who asks.
    pub name: String,
    /// The clinic behind it.
    pub organization: String,
    /// Web or mobile.
    pub kind: AppKind,
    /// The sets of methods enabled for it.
    pub methods: Vec<String>,
    /// What the patient reads at the end.
    pub success_message: SuccessMessage,
    /// Whom a patient turns to, in the clinic's words.
    pub contact: String,
    /// What it asks for.
    pub rules: Vec<AuthorizationRule>,
    /// Its look on its pages.
    pub brand: Option<Brand>,
    /// A disabled app is refused everywhere.
    pub enabled: bool,
    /// Public keys for the XML platform, as PEM text.
    pub certificates: Vec<String>,
}

/// "Kind (`web` or `mobile`)".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum AppKind {
    /// Runs on the clinic's server.
    Web,
    /// Runs on patients' devices; connect methods are refused.
    Mobile,
}

impl AppKind {
    /// The word for it.
    pub fn as_str(self) -> &'static str {
        match self {
            AppKind::Web => "web",
            AppKind::Mobile => "mobile",
        }
    }

    /// What a word stands for.
    pub fn parse(word: &str) -> Option<AppKind> {
        [AppKind::Web, AppKind::Mobile].into_iter().find(|kind| kind.as_str() == word)
    }
}

/// Why an app may not use the connect methods.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// The set is not among its methods.
    MethodsNotEnabled,
    /// "Are refused for mobile apps."
    MobileApp,
}

impl Refused {
    /// One English sentence for the API's problem details.
    pub fn reason(&self) -> &'static str {
        match self {
            Refused::MethodsNotEnabled => "The ConnectPackage methods are not enabled for this app.",
            Refused::MobileApp => "Mobile apps may not use the ConnectPackage methods.",
        }
    }
}

impl App {
    /// "Methods must be enabled for the app (the classic “ConnectPackage” set) and are refused for mobile
    /// apps."
    pub fn may_use_connect_methods(&self) -> Result<(), Refused> {
        if self.kind == AppKind::Mobile {
            return Err(Refused::MobileApp);
        }
        if !self.methods.iter().any(|set| set == CONNECT_METHODS) {
            return Err(Refused::MethodsNotEnabled);
        }
        Ok(())
    }
}

/// An app that may use the connect methods: what its use cases are given, so that none of them can forget to ask. The
/// doors make it (API key, platform session, command line, sandbox), each with the answer that its callers read. It is
/// the app as it was when it came in. Whether it is enabled is the doors' earlier question, with an answer of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConnectApp(App);

impl ConnectApp {
    /// The only way to one: "Methods must be enabled for the app (the classic “ConnectPackage” set) and are refused for
    /// mobile apps."
    pub fn of(app: App) -> Result<ConnectApp, Refused> {
        app.may_use_connect_methods()?;
        Ok(ConnectApp(app))
    }
}

impl Deref for ConnectApp {
    type Target = App;

    fn deref(&self) -> &App {
        &self.0
    }
}

/// "What the app asks for: name, why (a sentence for the patient), data types, access (create, read, update,
/// delete), required or optional."
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuthorizationRule {
    /// Tells it from the app's other rules.
    pub name: String,
    /// A sentence for the patient.
    pub why: String,
    /// The kinds of data it is about.
    pub data_types: Vec<String>,
    /// What may be done with them.
    pub access: Vec<Access>,
    /// The patient may leave it out.
    pub optional: bool,
}

/// What may be done with data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Access {
    /// Add new data.
    Create,
    /// Read what is there.
    Read,
    /// Change what is there.
    Update,
    /// Remove what is there.
    Delete,
}

impl Access {
    /// All of them, in the order in which they are named.
    pub const ALL: [Access; 4] = [Access::Create, Access::Read, Access::Update, Access::Delete];

    /// The word for it, in apps' files, in what is kept and in our own API.
    pub fn as_str(self) -> &'static str {
        match self {
            Access::Create => "create",
            Access::Read => "read",
            Access::Update => "update",
            Access::Delete => "delete",
        }
    }

    /// What a word stands for.
    pub fn parse(word: &str) -> Option<Access> {
        Access::ALL.into_iter().find(|access| access.as_str() == word)
    }
}

/// An app's look on its pages.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Brand {
    /// Shown in the header.
    pub logo: Option<Logo>,
    /// Made readable by [`super::brand::accent_pair`] before it is used.
    pub accent: Option<Colour>,
}

/// "Plain text or Markdown; one per language", shown to the patient at the end through `markup`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SuccessMessage {
    default: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    default_language: Option<String>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    by_language: BTreeMap<String, String>,
}

impl SuccessMessage {
    /// One text for every language; nobody knows which it is written in.
    pub fn plain(text: impl Into<String>) -> SuccessMessage {
        SuccessMessage { default: text.into(), default_language: None, by_language: BTreeMap::new() }
    }

    /// One text per language. Whoever reads none of them gets English if there is one, or else the first.
    /// `None` when there are no texts.
    pub fn by_language(texts: BTreeMap<String, String>) -> Option<SuccessMessage> {
        let english = texts.iter().find(|(tag, _)| primary(tag).eq_ignore_ascii_case("en"));
        let (tag, text) = english.or_else(|| texts.iter().next())?;
        let (default, default_language) = (text.clone(), Some(tag.clone()));
        Some(SuccessMessage { default, default_language, by_language: texts })
    }

    /// The text for a reader of `tag`, and the language that it is in, where known, for its `lang` attribute:
    /// the same tag, or else the same language without a region, or with another, or else the default.
    pub fn for_language(&self, tag: &str) -> (&str, Option<&str>) {
        let find = |same: &dyn Fn(&str) -> bool| self.by_language.iter().find(|(tag, _)| same(tag));
        find(&|other| other.eq_ignore_ascii_case(tag))
            .or_else(|| find(&|other| other.eq_ignore_ascii_case(primary(tag))))
            .or_else(|| find(&|other| primary(other).eq_ignore_ascii_case(primary(tag))))
            .map_or((&self.default, self.default_language.as_deref()), |(tag, text)| (text, Some(tag)))
    }

    /// Every text, with its language where known.
    pub fn texts(&self) -> impl Iterator<Item = (&str, Option<&str>)> {
        let all = self.by_language.iter().map(|(tag, text)| (text.as_str(), Some(tag.as_str())));
        let only = self.by_language.is_empty().then_some((self.default.as_str(), None));
        all.chain(only)
    }
}

fn primary(tag: &str) -> &str {
    tag.split(['-', '_']).next().unwrap_or(tag)
}

/// Whether `tag` is a language's, such as `es` or `es-MX`.
pub(crate) fn is_language_tag(tag: &str) -> bool {
    tag.parse::<LanguageIdentifier>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn app(kind: AppKind, methods: &[&str]) -> App {
        App {
            id: Uuid::from_u128(7),
            name: "Fabrikam Visits".into(),
            organization: "Fabrikam Clinic".into(),
            kind,
            methods: methods.iter().map(ToString::to_string).collect(),
            success_message: SuccessMessage::plain("You are now connected!"),
            contact: "Call +1 555 0100".into(),
            rules: vec![AuthorizationRule {
                name: "visits".into(),
                why: "So that your visit notes reach your record.".into(),
                data_types: vec!["Encounter".into()],
                access: vec![Access::Create, Access::Read],
                optional: false,
            }],
            brand: Some(Brand { logo: None, accent: Some(Colour::WHITE) }),
            enabled: true,
            certificates: vec![],
        }
    }

    fn messages(texts: &[(&str, &str)]) -> SuccessMessage {
        let texts = texts.iter().map(|(tag, text)| (tag.to_string(), text.to_string())).collect();
        SuccessMessage::by_language(texts).unwrap()
    }

    #[test]
    fn a_web_app_with_the_methods_enabled_may_use_them() {
        assert_eq!(app(AppKind::Web, &["ConnectPackage"]).may_use_connect_methods(), Ok(()));
    }

    #[test]
    fn an_app_without_the_methods_may_not_use_them() {
        let refused = Err(Refused::MethodsNotEnabled);
        assert_eq!(app(AppKind::Web, &[]).may_use_connect_methods(), refused);
        assert_eq!(app(AppKind::Web, &["Other"]).may_use_connect_methods(), refused);
    }

    #[test]
    fn a_mobile_app_may_not_use_them_even_when_enabled() {
        let refused = Err(Refused::MobileApp);
        assert_eq!(app(AppKind::Mobile, &["ConnectPackage"]).may_use_connect_methods(), refused);
        assert_eq!(app(AppKind::Mobile, &[]).may_use_connect_methods(), refused);
    }

    #[test]
    fn only_an_app_that_may_use_the_connect_methods_comes_through_a_door() {
        let web = app(AppKind::Web, &["ConnectPackage"]);
        assert_eq!(ConnectApp::of(web.clone()).map(|app| app.id), Ok(web.id));
        assert_eq!(ConnectApp::of(app(AppKind::Web, &[])), Err(Refused::MethodsNotEnabled));
        assert_eq!(ConnectApp::of(app(AppKind::Mobile, &["ConnectPackage"])), Err(Refused::MobileApp));
    }

    #[test]
    fn one_message_serves_every_language_and_claims_none() {
        let message = SuccessMessage::plain("Done.");
        assert_eq!(message.for_language("es"), ("Done.", None));
        assert_eq!(message.texts().collect::<Vec<_>>(), [("Done.", None)]);
    }

    #[test]
    fn a_reader_gets_the_nearest_language() {
        let message = messages(&[("de", "Fertig."), ("en", "Done."), ("es", "Listo."), ("pt-BR", "Pronto.")]);
        assert_eq!(message.for_language("es"), ("Listo.", Some("es")));
        assert_eq!(message.for_language("es-MX"), ("Listo.", Some("es")));
        assert_eq!(message.for_language("ES"), ("Listo.", Some("es")));
        assert_eq!(message.for_language("pt"), ("Pronto.", Some("pt-BR")));
        assert_eq!(message.for_language("pt-br"), ("Pronto.", Some("pt-BR")));
        assert_eq!(message.for_language("fr"), ("Done.", Some("en")));
        assert_eq!(messages(&[("de", "Fertig.")]).for_language("fr"), ("Fertig.", Some("de")));
        assert_eq!(message.texts().count(), 4);
        assert_eq!(SuccessMessage::by_language(BTreeMap::new()), None);
    }

    #[test]
    fn an_app_survives_being_kept_as_json() {
        let mut app = app(AppKind::Web, &["ConnectPackage"]);
        app.success_message = messages(&[("en", "Done."), ("es", "Listo.")]);
        let json = serde_json::to_string(&app).unwrap();
        assert!(json.contains(r##""access":["create","read"]"##), "{json}");
        assert!(json.contains(r##""kind":"web""##), "{json}");
        assert!(json.contains(r##""accent":"#ffffff""##), "{json}");
        assert_eq!(serde_json::from_str::<App>(&json).unwrap(), app);
    }
}
