//! `[[provider]]`: where patients can sign in, too. A table for each, in the file alone.

use std::{
    collections::BTreeMap,
    fmt::Write,
    path::{Path, PathBuf},
};

use serde::Deserialize;
use url::{Host, Url};

use super::{ConfigError, refused};
use crate::domain::provider::{Provider, ProviderName};

/// The most characters of a label: it stands on a button.
const LONGEST_LABEL: usize = 40;

/// Name and meaning of each key.
const MEANINGS: [(&str, &str); 8] = [
    ("name", "Its name in addresses: small letters, digits and dashes. Keep it."),
    (
        "issuer",
        "Its issuer identifier, letter for letter as its discovery document says it. Keep it: who signs in is known by \
         it.",
    ),
    ("client_id", "What it calls this portal."),
    (
        "secret_file",
        "The file that holds the client secret, and nothing else. Its owner's alone (`chmod 600`).",
    ),
    ("scopes", "What is asked for; `openid` always is. Without it: `profile` and `email`."),
    ("label", "What patients know it by; a table where it differs per language."),
    ("logo", "Its picture, optional: SVG, PNG, JPEG or WebP."),
    (
        "passes_through",
        "Origins, optional: where its sign-in leads through other sites before it shows a page of its own, these. \
         Browsers follow such a redirect only where the portal's page has named it.",
    ),
];

const ABOUT: &str = "
## Providers

Where patients have an account already (OpenID Connect), they can sign in with it, beside email and password. A table
`[[provider]]` for each, in the file only. Paths are beside the file.

| key | meaning |
| --- | --- |
";

const EXAMPLE: &str = "
```toml
[[provider]]
name = \"state-id\"
issuer = \"https://id.state.example\"
client_id = \"patient-connect\"
secret_file = \"state-id.secret\"
scopes = [\"openid\", \"profile\", \"email\"]
logo = \"state-id.svg\"
[provider.label]
en = \"State ID\"
es = \"Identidad estatal\"
```

Register at the provider: the redirect URI `BASE_URL/sign-in/callback/NAME`, the post-logout redirect URI
`BASE_URL/sign-out/back`, the code flow with PKCE, a client secret (`client_secret_basic` or `client_secret_post`), ID
tokens signed with RS, PS, ES or EdDSA keys. `patient-connect doctor` prints both addresses and looks whether the provider
answers.
";

/// One provider as the file describes it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProviderSetting {
    /// Its name in addresses.
    pub name: String,
    /// Its issuer identifier.
    pub issuer: String,
    /// What it calls this portal.
    pub client_id: String,
    /// Where the client secret is.
    pub secret_file: PathBuf,
    /// What is asked for.
    #[serde(default = "usual_scopes")]
    pub scopes: Vec<String>,
    /// What patients know it by.
    pub label: Label,
    /// Its picture.
    #[serde(default)]
    pub logo: Option<PathBuf>,
    /// Origins that its sign-in leads through.
    #[serde(default)]
    pub passes_through: Vec<String>,
}

/// A text, or one per language.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
pub enum Label {
    /// The same in every language.
    One(String),
    /// By language tag.
    PerLanguage(BTreeMap<String, String>),
}

fn usual_scopes() -> Vec<String> {
    ["openid", "profile", "email"].map(str::to_owned).into()
}

/// What the page of all settings says of them.
pub(super) fn page() -> String {
    let mut page = ABOUT.to_owned();
    for (name, meaning) in MEANINGS {
        // Nothing that a string takes fails.
        let _ = writeln!(page, "| `{name}` | {meaning} |");
    }
    page + EXAMPLE
}

impl ProviderSetting {
    /// Makes its paths those beside the settings file.
    pub(super) fn beside(&mut self, folder: &Path) {
        self.secret_file = folder.join(&self.secret_file);
        self.logo = self.logo.as_ref().map(|logo| folder.join(logo));
    }

    /// What it describes, its picture aside.
    pub(super) fn check(&self) -> Result<Provider, ConfigError> {
        let wrong = |problem: &str| refused("provider", format!("`{}`: {problem}", self.name));
        let name = ProviderName::parse(&self.name).ok_or_else(|| {
            wrong("`name` is of small letters, digits and dashes, begins with a letter and has at most 32 of them")
        })?;
        let issuer = Url::parse(&self.issuer)
            .ok()
            .filter(|url| safe(url) && url.query().is_none() && url.fragment().is_none())
            .ok_or_else(|| wrong("`issuer` is an https:// address without a query (only a loopback one may do without TLS)"))?;
        if self.client_id.is_empty() {
            return Err(wrong("`client_id` is empty"));
        }
        let token = |scope: &String| {
            !scope.is_empty() && scope.bytes().all(|b| b.is_ascii_graphic() && b != b'"' && b != b'\\')
        };
        if !self.scopes.iter().all(token) {
            return Err(wrong("`scopes` is a list of words without spaces"));
        }
        let passes_through: Option<Vec<String>> =
            self.passes_through.iter().map(|text| origin(text)).collect();
        Ok(Provider {
            name,
            // As it was written: the provider's own spelling counts, a slash at the end too.
            issuer: if issuer.as_str().trim_end_matches('/') == self.issuer.trim_end_matches('/') {
                self.issuer.clone()
            } else {
                return Err(wrong(
                    "`issuer` must be written as browsers would: small letters, no port that goes without saying",
                ));
            },
            client_id: self.client_id.clone(),
            scopes: self.scopes.clone(),
            labels: self.labels().ok_or_else(|| {
                wrong("`label` is a text of 1 to 40 characters, or a table with one for each language")
            })?,
            logo: None,
            passes_through: passes_through.ok_or_else(|| {
                wrong("`passes_through` is a list of origins such as https://login.example")
            })?,
        })
    }

    fn labels(&self) -> Option<BTreeMap<String, String>> {
        let labels: BTreeMap<String, String> = match &self.label {
            Label::One(label) => [("en".to_owned(), label.clone())].into(),
            Label::PerLanguage(labels) => labels.clone(),
        };
        let good = |label: &String| {
            !label.trim().is_empty()
                && label.chars().nth(LONGEST_LABEL).is_none()
                && !label.contains(char::is_control)
        };
        (!labels.is_empty() && labels.values().all(good)).then_some(labels)
    }
}

/// With TLS, or on this machine.
fn safe(url: &Url) -> bool {
    let loopback = match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(ip)) => ip.is_loopback(),
        Some(Host::Ipv6(ip)) => ip.is_loopback(),
        None => false,
    };
    url.host().is_some() && (url.scheme() == "https" || url.scheme() == "http" && loopback)
}

fn origin(text: &str) -> Option<String> {
    let url = Url::parse(text).ok().filter(safe)?;
    (url.path() == "/" && url.query().is_none()).then(|| url.origin().ascii_serialization())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(more: &str) -> Result<Provider, String> {
        let text = format!(
            "name = \"state-id\"\nissuer = \"https://id.example/realm\"\nclient_id = \"portal\"\nsecret_file = \"s\"\n{more}"
        );
        let mut table: toml::Table = toml::from_str(&text).map_err(|e| e.to_string())?;
        if !table.contains_key("label") {
            table.insert("label".to_owned(), "State ID".into());
        }
        let setting: ProviderSetting = table.try_into().map_err(|e: toml::de::Error| e.to_string())?;
        setting.check().map_err(|e| e.to_string())
    }

    #[test]
    fn a_provider_needs_little_and_asks_for_name_and_address() {
        let provider = read("").unwrap();
        assert_eq!(provider.issuer, "https://id.example/realm");
        assert_eq!(provider.scopes, ["openid", "profile", "email"]);
        assert_eq!(provider.label("es"), "State ID");
        let both = read("label = { en = \"State ID\", es = \"Identidad estatal\" }").unwrap();
        assert_eq!(both.label("es"), "Identidad estatal");
    }

    #[test]
    fn what_it_leads_through_is_read_as_origins() {
        let provider = read("passes_through = [\"https://Login.example/\"]").unwrap();
        assert_eq!(provider.passes_through, ["https://login.example"]);
        for bad in ["https://login.example/path", "http://login.example", "*", "https://a;script-src *"] {
            let told = read(&format!("passes_through = [\"{bad}\"]")).unwrap_err();
            assert!(told.contains("passes_through"), "{bad}: {told}");
        }
    }

    #[test]
    fn what_cannot_be_used_is_named_with_the_provider_that_has_it() {
        for (more, named) in [
            ("label = \"\"", "`label`"),
            ("label = {}", "`label`"),
            ("scopes = [\"a b\"]", "`scopes`"),
            ("surprise = 1", "surprise"),
        ] {
            let told = read(more).unwrap_err();
            assert!(told.contains(named), "{more}: {told}");
        }
        let of = |issuer: &str| ProviderSetting {
            name: "state-id".to_owned(),
            issuer: issuer.to_owned(),
            client_id: "portal".to_owned(),
            secret_file: PathBuf::from("s"),
            scopes: usual_scopes(),
            label: Label::One("State ID".to_owned()),
            logo: None,
            passes_through: Vec::new(),
        };
        for good in
            ["https://id.example", "https://id.example/", "http://127.0.0.1:9/op", "http://localhost:9"]
        {
            assert_eq!(of(good).check().unwrap().issuer, good);
        }
        for bad in [
            "http://id.example",
            "id.example",
            "https://id.example?x",
            "https://ID.example",
            "https://id.example:443",
        ] {
            assert!(of(bad).check().unwrap_err().to_string().contains("`issuer`"), "{bad}");
        }
    }
}
