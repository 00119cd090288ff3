//! The audit log's lines: what happened, by whom, from which network. A line holds no name, answer, code or address of a
//! patient; a person is a pseudonym, and one about an app is another in each app's lines.

use std::{
    net::{IpAddr, Ipv6Addr},
    sync::Arc,
};

use chrono::{DateTime, SecondsFormat, Utc};
use ipnet::IpNet;
use serde::Serialize;
use uuid::Uuid;

use super::{account::AccountEvent, event::EventKind};

/// Who acts, as the door knows it that was gone through.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum By {
    /// The portal itself: a job, or the sandbox.
    #[default]
    Portal,
    /// Somebody who is not signed in.
    Someone,
    /// Who is signed in.
    Person(Uuid),
    /// An app, with the last letters of its key, or the thumbprint of its certificate.
    App {
        /// Its id.
        id: Uuid,
        /// The key's hint, as lists of keys show it.
        key: String,
    },
    /// A command of the operator's: its words without its arguments.
    Command(Arc<str>),
}

/// Who acts, and from where.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Origin {
    /// Who.
    pub by: By,
    /// The client's address, of which a line keeps the network alone.
    pub address: Option<IpAddr>,
}

/// What is written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deed {
    /// Something of an account, as its own history has it.
    Account(AccountEvent),
    /// An account was made.
    AccountMade,
    /// An account was deleted.
    AccountDeleted,
    /// A code for a forgotten password was asked for.
    RecoveryAsked,
    /// Something of a connect request: a decision, a lock, a report, a re-arm.
    Request(EventKind),
    /// A connect request was made by a command.
    RequestCreated,
    /// A connect request was deleted by a command.
    RequestDeleted,
    /// An invitation was sent again by a command.
    InvitationSent,
    /// An app was registered.
    AppCreated,
    /// An app's definition was changed.
    AppChanged,
    /// An app was switched on.
    AppEnabled,
    /// An app was switched off.
    AppDisabled,
    /// An app signed in to the XML platform with a certificate.
    AppSignedIn,
    /// An API key was made.
    KeyMade,
    /// An API key was ended.
    KeyRevoked,
    /// A certificate was added.
    CertificateAdded,
    /// A certificate was removed.
    CertificateRemoved,
    /// A secret for callbacks was made.
    WebhookSecretMade,
    /// A brand was stored, and is worn.
    BrandStored,
    /// An earlier brand is worn again.
    BrandRestored,
    /// A brand was taken off.
    BrandTakenOff,
    /// What had its time was deleted by a command.
    Purged,
    /// A new pepper was made, and is known beside those that are there.
    PepperMade,
    /// Another pepper is written with.
    PepperWrittenWith,
    /// The older peppers were dropped.
    PepperDropped,
    /// The installation was moved into this database.
    Moved,
    /// The installation was put back from a backup.
    Restored,
}

impl Deed {
    /// What of an account is written down. Decisions are not: they are written where they are taken, app by app.
    pub fn of_account(event: AccountEvent) -> Option<Self> {
        match event {
            AccountEvent::Connected | AccountEvent::Disconnected | AccountEvent::GivenUp => None,
            event => Some(Deed::Account(event)),
        }
    }

    /// The word that a line has.
    pub fn as_str(self) -> &'static str {
        match self {
            Deed::Account(event) => event.as_str(),
            Deed::AccountMade => "account_made",
            Deed::AccountDeleted => "account_deleted",
            Deed::RecoveryAsked => "recovery_asked",
            Deed::Request(kind) => kind.as_str(),
            Deed::RequestCreated => "request_created",
            Deed::RequestDeleted => "request_deleted",
            Deed::InvitationSent => "invitation_sent",
            Deed::AppCreated => "app_created",
            Deed::AppChanged => "app_changed",
            Deed::AppEnabled => "app_enabled",
            Deed::AppDisabled => "app_disabled",
            Deed::AppSignedIn => "app_signed_in",
            Deed::KeyMade => "key_made",
            Deed::KeyRevoked => "key_revoked",
            Deed::CertificateAdded => "certificate_added",
            Deed::CertificateRemoved => "certificate_removed",
            Deed::WebhookSecretMade => "webhook_secret_made",
            Deed::BrandStored => "brand_stored",
            Deed::BrandRestored => "brand_restored",
            Deed::BrandTakenOff => "brand_taken_off",
            Deed::Purged => "purged",
            Deed::PepperMade => "pepper_made",
            Deed::PepperWrittenWith => "pepper_written_with",
            Deed::PepperDropped => "pepper_dropped",
            Deed::Moved => "moved",
            Deed::Restored => "restored",
        }
    }

    /// Whether whoever does it has proved to be the account's person, also where nobody was signed in before: by a
    /// password, a passkey, a provider, or a link from her mail.
    fn proves_the_person(self) -> bool {
        !matches!(self, Deed::Account(AccountEvent::SignInFailed) | Deed::RecoveryAsked | Deed::Request(_))
    }
}

/// What a line is about besides what happened.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Concerns {
    /// The person's pseudonym.
    pub person: Option<String>,
    /// The app.
    pub app: Option<Uuid>,
    /// Which of its things, where there are several: a key's hint, a thumbprint, a version, the fields that changed.
    pub thing: Option<String>,
}

#[derive(Serialize)]
struct Written<'a> {
    at: String,
    what: &'static str,
    by: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    command: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    key: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    app: Option<Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    person: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    thing: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    network: Option<String>,
}

/// A line in its canonical form, one JSON object: what is stored, hashed and exported, letter for letter.
pub fn line(origin: &Origin, deed: Deed, concerns: &Concerns, at: DateTime<Utc>) -> String {
    let (by, command, key, acting) = match &origin.by {
        By::Portal => ("portal", None, None, None),
        By::Someone if concerns.person.is_some() && deed.proves_the_person() => ("person", None, None, None),
        By::Someone => ("someone", None, None, None),
        By::Person(_) => ("person", None, None, None),
        By::App { id, key } => ("app", None, Some(key.as_str()), Some(*id)),
        By::Command(words) => ("command", Some(&**words), None, None),
    };
    let written = Written {
        at: at.to_rfc3339_opts(SecondsFormat::Micros, true),
        what: deed.as_str(),
        by,
        command,
        key,
        app: concerns.app.or(acting),
        person: concerns.person.as_deref(),
        thing: concerns.thing.as_deref(),
        network: origin.address.map(network),
    };
    // A struct of texts: nothing in it fails.
    serde_json::to_string(&written).unwrap_or_default()
}

/// The network of an address: /24 of IPv4, /48 of IPv6, which is a street or a clinic and not a household.
fn network(address: IpAddr) -> String {
    let (address, prefix) = match address.to_canonical() {
        IpAddr::V6(Ipv6Addr::LOCALHOST) => (IpAddr::from([127, 0, 0, 1]), 24),
        v4 @ IpAddr::V4(_) => (v4, 24),
        v6 @ IpAddr::V6(_) => (v6, 48),
    };
    IpNet::new(address, prefix).map(|net| net.trunc().to_string()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at() -> DateTime<Utc> {
        DateTime::from_timestamp_micros(1_764_000_000_000_001).unwrap()
    }

    #[test]
    fn a_line_keeps_the_network_and_never_the_address() {
        for (address, kept) in [
            ("203.0.113.77", "203.0.113.0/24"),
            ("::ffff:203.0.113.77", "203.0.113.0/24"),
            ("2001:db8:1:2:3:4:5:6", "2001:db8:1::/48"),
            ("::1", "127.0.0.0/24"),
        ] {
            let origin = Origin { by: By::Someone, address: Some(address.parse().unwrap()) };
            let line = line(&origin, Deed::RecoveryAsked, &Concerns::default(), at());
            assert!(line.ends_with(&format!("\"network\":\"{kept}\"}}")), "{line}");
        }
    }

    #[test]
    fn a_line_says_who_did_what_and_when() {
        let app = Uuid::from_u128(7);
        let by = By::App { id: app, key: "ab12".to_owned() };
        let concerns = Concerns { person: Some("5f".to_owned()), ..Concerns::default() };
        let written = line(&Origin { by, address: None }, Deed::Request(EventKind::GivenUp), &concerns, at());
        assert_eq!(
            written,
            "{\"at\":\"2025-11-24T16:00:00.000001Z\",\"what\":\"given_up\",\"by\":\"app\",\"key\":\"ab12\",\
             \"app\":\"00000000-0000-0000-0000-000000000007\",\"person\":\"5f\"}"
        );
    }

    #[test]
    fn who_signs_in_acts_as_herself_and_who_fails_to_as_someone() {
        let origin = Origin { by: By::Someone, address: None };
        let concerns = Concerns { person: Some("5f".to_owned()), ..Concerns::default() };
        for (event, by) in [(AccountEvent::SignedIn, "person"), (AccountEvent::SignInFailed, "someone")] {
            let line = line(&origin, Deed::Account(event), &concerns, at());
            assert!(line.contains(&format!("\"by\":\"{by}\"")), "{line}");
        }
    }

    #[test]
    fn decisions_are_written_once() {
        assert_eq!(Deed::of_account(AccountEvent::Disconnected), None);
        assert_eq!(Deed::of_account(AccountEvent::SignedIn), Some(Deed::Account(AccountEvent::SignedIn)));
    }
}
