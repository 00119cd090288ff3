//! Providers: where an operator's patients already have an account, and sign in with it here, too (OpenID Connect).
//!
//! What lives here: how a provider is described, and what is taken over of what it says of a person. What must not:
//! speaking to one. Where to look next: `ports::IdentityProvider`.

use std::{collections::BTreeMap, fmt};

use super::{brand::Logo, email::Email, labels::PersonName};

/// The name of a provider in addresses and in the settings file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct ProviderName(String);

impl ProviderName {
    /// The most letters it may have.
    pub const MAX: usize = 32;

    /// Takes small letters, digits and dashes, beginning with a letter: what stands in an address as it is.
    pub fn parse(text: &str) -> Option<ProviderName> {
        let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
        let good = text.starts_with(|c: char| c.is_ascii_lowercase())
            && text.len() <= Self::MAX
            && text.bytes().all(plain);
        good.then(|| ProviderName(text.to_owned()))
    }

    /// The name itself.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ProviderName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A provider as its operator describes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Provider {
    /// Its name in addresses.
    pub name: ProviderName,
    /// Its issuer identifier, letter for letter as it says it itself.
    pub issuer: String,
    /// What it calls this portal.
    pub client_id: String,
    /// What is asked for, `openid` included.
    pub scopes: Vec<String>,
    /// What patients know it by, per language.
    pub labels: BTreeMap<String, String>,
    /// Its picture.
    pub logo: Option<Logo>,
    /// Origins that its sign-in leads through before it shows a page of its own.
    pub passes_through: Vec<String>,
}

impl Provider {
    /// What patients know it by: in their language, else in English, else in whichever there is.
    pub fn label(&self, language: &str) -> &str {
        let primary = language.split('-').next().unwrap_or_default();
        [language, primary, "en"]
            .iter()
            .find_map(|tag| self.labels.get(*tag))
            .or_else(|| self.labels.values().next())
            .map_or(self.name.as_str(), String::as_str)
    }

    /// What a person's credential is stored under: "issuer and subject" together, since a subject alone is anybody's.
    pub fn subject(&self, subject: &str) -> String {
        format!("{} {subject}", self.issuer)
    }
}

/// What a provider says of a person. Prints nothing of it.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Profile {
    /// `name`.
    pub name: Option<String>,
    /// `given_name`.
    pub given_name: Option<String>,
    /// `family_name`.
    pub family_name: Option<String>,
    /// `preferred_username`.
    pub username: Option<String>,
    /// `email`.
    pub email: Option<String>,
    /// `email_verified`.
    pub email_verified: bool,
}

impl fmt::Debug for Profile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Profile(…)")
    }
}

impl Profile {
    /// The address, where the provider says that she has proved it is hers.
    pub fn own_email(&self) -> Option<Email> {
        let email = self.email.as_deref().filter(|_| self.email_verified)?;
        Email::parse(email).ok()
    }

    /// What she is called. She can change it later, so a long one is cut and a strange one is left out.
    pub fn person_name(&self) -> Option<PersonName> {
        let both = match (&self.given_name, &self.family_name) {
            (Some(given), Some(family)) => Some(format!("{given} {family}")),
            (one, other) => one.clone().or_else(|| other.clone()),
        };
        [self.name.clone(), both, self.username.clone(), self.email.clone()].into_iter().flatten().find_map(
            |said| {
                let cut: String = said.trim().chars().take(PersonName::MAX).collect();
                PersonName::parse(&cut).ok()
            },
        )
    }

    /// Whether there is a name in it.
    pub fn is_named(&self) -> bool {
        self.name.is_some() || self.given_name.is_some() || self.family_name.is_some()
    }
}

/// Why a provider's answer signs nobody in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// It cannot be reached, or says that it cannot do it now. Why, for the operator.
    Away(&'static str),
    /// What it sent is not right. What is wrong with it, for the operator: never what was sent.
    Refused(&'static str),
    /// She chose not to, there.
    Cancelled,
}

impl Trouble {
    /// Reads the `error` of an answer (RFC 6749, 4.1.2.1, and OpenID Connect Core 3.1.2.6).
    pub fn of_error(code: &str) -> Trouble {
        match code {
            "access_denied"
            | "login_required"
            | "consent_required"
            | "interaction_required"
            | "account_selection_required" => Trouble::Cancelled,
            "server_error" | "temporarily_unavailable" => Trouble::Away("it says that it cannot do it now"),
            "unauthorized_client" => Trouble::Refused("it does not allow this client to sign people in"),
            "invalid_scope" => Trouble::Refused("it does not know one of the scopes"),
            "invalid_request" => Trouble::Refused("it could not read the request"),
            _ => Trouble::Refused("it answered with an error"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn provider(labels: &[(&str, &str)]) -> Provider {
        Provider {
            name: ProviderName::parse("state-id").unwrap(),
            issuer: "https://id.example".to_owned(),
            client_id: "portal".to_owned(),
            scopes: vec!["openid".to_owned()],
            labels: labels.iter().map(|(tag, label)| ((*tag).to_owned(), (*label).to_owned())).collect(),
            logo: None,
            passes_through: Vec::new(),
        }
    }

    #[test]
    fn a_name_stands_in_an_address_as_it_is() {
        for good in ["a", "state-id", "clinic2"] {
            assert_eq!(ProviderName::parse(good).unwrap().as_str(), good);
        }
        for bad in ["", "State", "2go", "-a", "a b", "a/b", "é", &"a".repeat(33)] {
            assert_eq!(ProviderName::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_label_is_said_in_her_language_or_the_nearest() {
        let both = provider(&[("en", "State ID"), ("es", "Identidad estatal")]);
        assert_eq!(both.label("es"), "Identidad estatal");
        assert_eq!(both.label("es-MX"), "Identidad estatal");
        assert_eq!(both.label("fr"), "State ID");
        assert_eq!(provider(&[("de", "Ausweis")]).label("en"), "Ausweis");
        assert_eq!(provider(&[]).label("en"), "state-id");
    }

    #[test]
    fn the_same_subject_at_two_providers_is_two_people() {
        let one = provider(&[]);
        let other = Provider { issuer: "https://id.example/2".to_owned(), ..one.clone() };
        assert_ne!(one.subject("7"), other.subject("7"));
    }

    #[test]
    fn only_an_address_that_the_provider_has_verified_counts() {
        let said = Profile { email: Some("emma@example.org".to_owned()), ..Profile::default() };
        assert!(said.own_email().is_none());
        let verified = Profile { email_verified: true, ..said };
        assert_eq!(verified.own_email().unwrap().as_str(), "emma@example.org");
        let nonsense = Profile { email: Some("emma".to_owned()), ..verified };
        assert!(nonsense.own_email().is_none());
    }

    #[test]
    fn she_is_called_what_the_provider_calls_her_as_far_as_that_is_a_name() {
        let name = |profile: Profile| profile.person_name().map(|name| name.as_str().to_owned());
        let emma = Profile {
            name: Some(" Emma Berg ".to_owned()),
            username: Some("eb7".to_owned()),
            ..Profile::default()
        };
        assert_eq!(name(emma.clone()).unwrap(), "Emma Berg");
        let parts = Profile {
            name: Some("\n".to_owned()),
            given_name: Some("Emma".to_owned()),
            family_name: Some("Berg".to_owned()),
            ..emma
        };
        assert_eq!(name(parts).unwrap(), "Emma Berg");
        assert_eq!(name(Profile { name: Some("x".repeat(500)), ..Profile::default() }).unwrap().len(), 200);
        assert_eq!(name(Profile::default()), None);
        assert_eq!(format!("{:?}", Profile::default()), "Profile(…)");
    }

    #[test]
    fn an_error_says_whether_she_chose_it_or_it_may_pass() {
        assert_eq!(Trouble::of_error("access_denied"), Trouble::Cancelled);
        assert!(matches!(Trouble::of_error("temporarily_unavailable"), Trouble::Away(_)));
        assert!(matches!(Trouble::of_error("anything else"), Trouble::Refused(_)));
    }
}
