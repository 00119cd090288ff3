//! Passkeys as browsers speak of them (Web Authentication): what a page asks a device for, and what the device answers.
//! The only file that names webauthn-rs. It keeps nothing: what belongs to a challenge is handed out and handed in again.

use anyhow::Context as _;
use serde::{Deserialize, Serialize};
use url::{Host, Url};
use uuid::Uuid;
use webauthn_rs::{
    Webauthn, WebauthnBuilder,
    prelude::{
        CreationChallengeResponse, DiscoverableAuthentication, Passkey, PasskeyRegistration,
        PublicKeyCredential, RegisterPublicKeyCredential,
    },
};

/// The service's own name: devices show it beside the address.
const SERVICE: &str = "Patient Connect";

/// Makes and checks passkeys for one address.
pub struct Passkeys(Webauthn);

impl std::fmt::Debug for Passkeys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Passkeys")
    }
}

/// What a page asks a device for.
#[derive(Debug)]
pub struct Asked {
    /// For the browser, as JSON.
    pub options: String,
    /// What the answer is checked with. Nothing in it is secret, but it must come back as it was.
    pub state: Vec<u8>,
}

/// A passkey that a device has made.
#[derive(Debug)]
pub struct Made {
    /// What the device knows it by.
    pub credential_id: Vec<u8>,
    /// Its public key, with what belongs to it.
    pub credential: String,
}

/// A device's answer, not checked yet, and which passkey it claims to be.
pub struct Answer {
    read: PublicKeyCredential,
    /// What the device knows the passkey by.
    pub credential_id: Vec<u8>,
    /// Whose it says that it is.
    pub person_id: Uuid,
}

impl std::fmt::Debug for Answer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Answer(…)")
    }
}

impl Passkeys {
    /// Those of the portal at this address. `None` where browsers make none: a passkey belongs to a domain, so there are
    /// none for an address of numbers, and none without TLS but on the machine itself.
    pub fn at(base_url: &Url) -> Option<Self> {
        let Some(Host::Domain(domain)) = base_url.host() else { return None };
        if base_url.scheme() != "https" && domain != "localhost" {
            return None;
        }
        let builder = WebauthnBuilder::new(domain, base_url).ok()?;
        Some(Self(builder.rp_name(SERVICE).build().ok()?))
    }

    /// Asks a device for a new one, which it keeps together with whose it is, so that nothing need be typed to use it.
    pub fn ask_for_new(
        &self,
        person_id: Uuid,
        account: &str,
        name: &str,
        present: &[Vec<u8>],
    ) -> anyhow::Result<Asked> {
        let (ask, state): (CreationChallengeResponse, PasskeyRegistration) =
            self.0.start_passkey_registration(person_id, account, name, Some(present.to_vec()))?;
        let mut options = serde_json::to_value(&ask.public_key).context("what a page asks a device for")?;
        options["authenticatorSelection"]["residentKey"] = "required".into();
        options["authenticatorSelection"]["requireResidentKey"] = true.into();
        asked(&options, &state)
    }

    /// Reads the answer to that. `None` where it is none, or not to this.
    pub fn made(&self, state: &[u8], answer: &str) -> Option<Made> {
        let state: PasskeyRegistration = serde_json::from_slice(state).ok()?;
        let answer: RegisterPublicKeyCredential = read(answer)?;
        let made = self.0.finish_passkey_registration(&answer, &state).ok()?;
        let credential = serde_json::to_string(&made).ok()?;
        Some(Made { credential_id: made.cred_id().to_vec(), credential })
    }

    /// Asks a device for any that it has for us.
    pub fn ask(&self) -> anyhow::Result<Asked> {
        let (ask, state) = self.0.start_discoverable_authentication()?;
        asked(&ask.public_key, &state)
    }

    /// Reads what a device answers to that. `None` where it is no answer.
    pub fn answer(&self, answer: &str) -> Option<Answer> {
        let read: PublicKeyCredential = read(answer)?;
        let (person_id, credential_id) = self.0.identify_discoverable_authentication(&read).ok()?;
        let credential_id = credential_id.to_vec();
        Some(Answer { read, credential_id, person_id })
    }

    /// Checks an answer against the passkey that it claims to be. Gives what is kept of the passkey from now on; `None`
    /// where it is another's, or answers something else, or the device did not make sure that it is she.
    pub fn check(&self, state: &[u8], answer: &Answer, credential: &str) -> Option<String> {
        let state: DiscoverableAuthentication = serde_json::from_slice(state).ok()?;
        let mut passkey: Passkey = serde_json::from_str(credential).ok()?;
        let result = self.0.finish_discoverable_authentication_v2(&answer.read, state, &passkey).ok()?;
        passkey.update_credential(&result)?;
        serde_json::to_string(&passkey).ok()
    }
}

/// The longest answer that is read: a device's own has about two thousand characters.
const LONGEST: usize = 16 * 1024;

fn read<T: for<'a> Deserialize<'a>>(answer: &str) -> Option<T> {
    if answer.len() > LONGEST {
        return None;
    }
    serde_json::from_str(answer).ok()
}

fn asked(options: &impl Serialize, state: &impl Serialize) -> anyhow::Result<Asked> {
    let options = serde_json::to_string(options).context("what a page asks a device for")?;
    Ok(Asked { options, state: serde_json::to_vec(state).context("what belongs to a challenge")? })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(url: &str) -> Option<Passkeys> {
        Passkeys::at(&Url::parse(url).unwrap())
    }

    #[test]
    fn there_are_passkeys_where_browsers_make_them() {
        for url in ["https://connect.example/", "https://connect.example:8443/", "http://localhost:8080/"] {
            assert!(at(url).is_some(), "{url}");
        }
        for url in
            ["http://127.0.0.1:8080/", "https://192.0.2.1/", "http://connect.example/", "https://[::1]/"]
        {
            assert!(at(url).is_none(), "{url}");
        }
    }

    #[test]
    fn a_device_is_asked_to_keep_whose_passkey_it_is_and_to_make_sure_that_it_is_she() {
        let portal = at("https://connect.example/").unwrap();
        let asked =
            portal.ask_for_new(Uuid::from_u128(7), "anna@example.org", "Anna", &[vec![1; 16]]).unwrap();
        let options: serde_json::Value = serde_json::from_str(&asked.options).unwrap();
        assert_eq!(options["rp"]["id"], "connect.example");
        assert_eq!(options["authenticatorSelection"]["residentKey"], "required");
        assert_eq!(options["authenticatorSelection"]["userVerification"], "required");
        assert_eq!(options["attestation"], "none");
        assert_eq!(options["excludeCredentials"].as_array().unwrap().len(), 1);
    }

    #[test]
    fn what_is_no_answer_is_nobodys() {
        let portal = at("https://connect.example/").unwrap();
        let asked = portal.ask().unwrap();
        for answer in ["", "{}", "null", "[1]", &"x".repeat(LONGEST + 1)] {
            assert!(portal.answer(answer).is_none());
            assert!(portal.made(&asked.state, answer).is_none());
        }
    }
}
