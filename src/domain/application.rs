//! The clinic's app: "name, organization, kind (`web` or `mobile`), success message, authorization rules,
//! brand, credentials".
//!
//! What lives here: what an app is and what it may do. What must not: reading its file (`app_file`), checking
//! its credentials, showing it. Where to look next: `brand` for its look, `markup` for its message.
//!
//! Everything here can be kept as JSON text.

use std::{ops::Deref, sync::Arc};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    brand::{Colour, Logo},
    contact::Contact,
    local_text::{LocalText, Said},
    return_link::ReturnLink,
    slug::Slug,
    zone::Zone,
};

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
    /// The word by which its own entry is found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub slug: Option<Slug>,
    /// Where its clinic is: patients read times as clocks there show them. `None`: the installation's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time_zone: Option<Zone>,
    /// What the patient reads at the end: "plain text or Markdown; one per language", shown through `markup`.
    #[serde(serialize_with = "LocalText::serialize_with_languages")]
    pub success_message: LocalText,
    /// Whom a patient turns to.
    pub contact: Contact,
    /// The way back to the clinic's own pages.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub return_link: Option<ReturnLink>,
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
pub struct ConnectApp(Arc<App>);

impl ConnectApp {
    /// The only way to one: "Methods must be enabled for the app (the classic “ConnectPackage” set) and are refused for
    /// mobile apps."
    pub fn of(app: impl Into<Arc<App>>) -> Result<ConnectApp, Refused> {
        let app = app.into();
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
    /// The app's own name for it, which tells it from its other rules.
    pub name: String,
    /// What the patient reads in its place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<LocalText>,
    /// A sentence for the patient.
    pub why: LocalText,
    /// The kinds of data it is about.
    pub data_types: Vec<String>,
    /// What may be done with them.
    pub access: Vec<Access>,
    /// The patient may leave it out.
    pub optional: bool,
}

impl AuthorizationRule {
    /// What a reader of `tag` reads as its name: its title, or else the app's own name for it.
    pub fn title_in(&self, tag: &str) -> Said {
        match &self.title {
            Some(title) => title.said_in(tag),
            None => self.name.as_str().into(),
        }
    }

    /// The same for programs, which read no language.
    pub fn default_title(&self) -> &str {
        self.title.as_ref().map_or(&self.name, LocalText::default_text)
    }
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
            slug: None,
            time_zone: None,
            success_message: LocalText::plain("You are now connected!"),
            contact: "Call +1 555 0100".into(),
            return_link: None,
            rules: vec![AuthorizationRule {
                name: "visits".into(),
                title: None,
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
    fn an_app_survives_being_kept_as_json() {
        let mut app = app(AppKind::Web, &["ConnectPackage"]);
        let texts = [("en".to_owned(), "Done.".to_owned()), ("es".to_owned(), "Listo.".to_owned())];
        app.success_message = LocalText::by_language(texts.into()).unwrap();
        app.rules[0].title = Some("Your visits".into());
        app.time_zone = Zone::parse("America/Chicago").ok();
        let json = serde_json::to_string(&app).unwrap();
        assert!(json.contains(r##""access":["create","read"]"##), "{json}");
        assert!(json.contains(r##""kind":"web""##), "{json}");
        assert!(json.contains(r##""accent":"#ffffff""##), "{json}");
        assert_eq!(serde_json::from_str::<App>(&json).unwrap(), app);
    }

    /// What an older version kept of an app, and of a rule that was granted.
    #[test]
    fn an_app_that_an_older_version_kept_is_still_read_and_read_by_it() {
        let kept = r##"{"id":"00000000-0000-0000-0000-000000000007","name":"Fabrikam Visits","organization":"Fabrikam Clinic","kind":"web","methods":["ConnectPackage"],"success_message":{"default":"You are now connected!"},"contact":"Call +1 555 0100","rules":[{"name":"visits","why":"So that your visit notes reach your record.","data_types":["Encounter"],"access":["create","read"],"optional":false}],"brand":{"logo":null,"accent":"#ffffff"},"enabled":true,"certificates":[]}"##;
        let read: App = serde_json::from_str(kept).unwrap();
        assert_eq!(read, app(AppKind::Web, &["ConnectPackage"]));
        assert_eq!(serde_json::to_string(&read).unwrap(), kept, "what needs nothing new is kept as before");
    }

    #[test]
    fn a_rule_without_a_title_is_called_by_its_name() {
        let mut rule = app(AppKind::Web, &[]).rules.remove(0);
        assert_eq!((rule.title_in("es"), rule.default_title()), ("visits".into(), "visits"));
        let texts =
            [("en".to_owned(), "Your visits".to_owned()), ("es".to_owned(), "Sus visitas".to_owned())];
        rule.title = LocalText::by_language(texts.into());
        assert_eq!(rule.title_in("es"), "Sus visitas".into());
        assert_eq!(rule.title_in("de").lang.as_deref(), Some("en"));
        assert_eq!(rule.default_title(), "Your visits");
    }
}
