//! The one secret of an installation, the pepper, and what is derived from it. Codes, answers and API keys are
//! kept only as hashes keyed with it, so a copy of the database alone tells nothing.

use std::{fmt, fs, path::Path};

use data_encoding::BASE64URL_NOPAD;
use hmac::{Hmac, KeyInit, Mac};
use ring::aead::{Aad, CHACHA20_POLY1305, LessSafeKey, Nonce, UnboundKey};
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::{
    owner_only,
    ports::{Random, bytes},
};

/// What a keyed hash is for. Each purpose has a key of its own, so a hash of one kind never equals one of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Identity codes.
    IdentityCode,
    /// Secret answers, before Argon2id.
    SecretAnswer,
    /// Values tried as an answer, to know a repeated one.
    AnswerAttempt,
    /// Passwords, before Argon2id.
    Password,
    /// API keys.
    ApiKey,
    /// Session cookies.
    Session,
    /// Form tokens of visitors who have no session yet.
    Form,
    /// Proves that a key file and a database belong together.
    KeyCheck,
    /// Opaque cursors handed to apps.
    Cursor,
    /// Session tokens of the XML platform, and the shared secrets that belong to them.
    PlatformSession,
    /// The secrets that callbacks are signed with.
    WebhookSecret,
    /// Bodies sent with an `Idempotency-Key`, to know the same one again, and the answers kept for it.
    Idempotency,
    /// Mails that wait to be sent.
    Mail,
    /// Codes that are mailed to an address, and what waits for them.
    EmailCode,
    /// Browsers that an account knows, and the cookie that says so.
    Device,
    /// Whose tries at signing in are counted together.
    SignInTries,
    /// Sign-ins at a provider that are under way, and what is kept of one to sign out there.
    ProviderSignIn,
    /// Codes and links that mails bring for an account.
    Account,
    /// Codes and addresses of the requests that the portal mails.
    Invitation,
    /// Challenges for passkeys, and what belongs to them.
    Passkey,
    /// The audit log: its chain's key, where its lines come from, and the pseudonyms in them.
    Audit,
}

impl Purpose {
    const ALL: &[Purpose] = &[
        Purpose::IdentityCode,
        Purpose::SecretAnswer,
        Purpose::AnswerAttempt,
        Purpose::Password,
        Purpose::ApiKey,
        Purpose::Session,
        Purpose::Form,
        Purpose::KeyCheck,
        Purpose::Cursor,
        Purpose::PlatformSession,
        Purpose::WebhookSecret,
        Purpose::Idempotency,
        Purpose::Mail,
        Purpose::EmailCode,
        Purpose::Device,
        Purpose::SignInTries,
        Purpose::ProviderSignIn,
        Purpose::Account,
        Purpose::Invitation,
        Purpose::Passkey,
        Purpose::Audit,
    ];

    fn label(self) -> &'static [u8] {
        match self {
            Purpose::IdentityCode => b"identity code v1",
            Purpose::SecretAnswer => b"secret answer v1",
            Purpose::AnswerAttempt => b"answer attempt v1",
            Purpose::Password => b"password v1",
            Purpose::ApiKey => b"api key v1",
            Purpose::Session => b"session v1",
            Purpose::Form => b"form v1",
            Purpose::KeyCheck => b"key check v1",
            Purpose::Cursor => b"cursor v1",
            Purpose::PlatformSession => b"platform session v1",
            Purpose::WebhookSecret => b"webhook secret v1",
            Purpose::Idempotency => b"idempotency v1",
            Purpose::Mail => b"mail v1",
            Purpose::EmailCode => b"email code v1",
            Purpose::Device => b"device v1",
            Purpose::SignInTries => b"sign-in tries v1",
            Purpose::ProviderSignIn => b"provider sign-in v1",
            Purpose::Account => b"account v1",
            Purpose::Invitation => b"invitation v1",
            Purpose::Passkey => b"passkey v1",
            Purpose::Audit => b"audit v1",
        }
    }
}

/// Why a key file could not be used.
#[derive(Debug, thiserror::Error)]
pub enum KeyFileError {
    /// It could not be read or made.
    #[error("the key file {0} cannot be used: {1}")]
    Io(String, #[source] std::io::Error),
    /// It does not hold a key.
    #[error("the key file {0} does not hold a key: put back the file that was made at the first start")]
    Malformed(String),
    /// Others than its owner may read it.
    #[error("the key file {0} can be read by others: run `chmod 600 {0}`")]
    TooOpen(String),
}

/// Keys derived from the pepper. Prints nothing of itself and is wiped when dropped.
pub struct Keys {
    derived: Vec<(Purpose, Hmac<Sha256>)>,
}

impl fmt::Debug for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Keys(…)")
    }
}

impl Keys {
    /// Derives the keys from a pepper of 32 bytes.
    pub fn derive(pepper: &[u8; 32]) -> Self {
        let derived = Purpose::ALL
            .iter()
            .map(|&purpose| {
                let mut mac = mac(pepper);
                mac.update(purpose.label());
                let key = Zeroizing::new(<[u8; 32]>::from(mac.finalize().into_bytes()));
                (purpose, self::mac(&key))
            })
            .collect();
        Self { derived }
    }

    /// Reads the pepper from `path`, or makes it there at the first start, readable by its owner only.
    pub fn open_or_create(path: &Path, random: &dyn Random) -> Result<Self, KeyFileError> {
        let name = path.display().to_string();
        let io = |e| KeyFileError::Io(name.clone(), e);
        match fs::read_to_string(path) {
            Ok(text) => {
                let text = Zeroizing::new(text);
                if owner_only::rights_of_others(path).map_err(io)?.is_some() {
                    return Err(KeyFileError::TooOpen(name));
                }
                let decoded = BASE64URL_NOPAD
                    .decode(text.trim().as_bytes())
                    .map_err(|_| KeyFileError::Malformed(name.clone()))?;
                let pepper = Zeroizing::new(
                    <[u8; 32]>::try_from(decoded.as_slice())
                        .map_err(|_| KeyFileError::Malformed(name.clone()))?,
                );
                Ok(Self::derive(&pepper))
            }
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => {
                let pepper = Zeroizing::new(bytes::<32>(random));
                let line = Zeroizing::new(BASE64URL_NOPAD.encode(&*pepper) + "\n");
                owner_only::write_new(path, line.as_bytes()).map_err(io)?;
                Ok(Self::derive(&pepper))
            }
            Err(e) => Err(io(e)),
        }
    }

    /// The keyed hash (HMAC-SHA-256) of the joined `parts`. Each part is preceded by its length, so that
    /// `("ab", "c")` and `("a", "bc")` differ.
    pub fn hash(&self, purpose: Purpose, parts: &[&[u8]]) -> [u8; 32] {
        let mac = self
            .derived
            .iter()
            .find(|(p, _)| *p == purpose)
            .map(|(_, mac)| mac.clone())
            .expect("every purpose has a key");
        joined(mac, parts)
    }

    /// The same with a key that is none of these: one that was drawn, and is kept sealed.
    pub fn hash_with(key: &[u8; 32], parts: &[&[u8]]) -> [u8; 32] {
        joined(mac(key), parts)
    }

    /// Encrypts a secret that must be read again (ChaCha20-Poly1305), bound to `context`: what it belongs to. Whoever
    /// has only the database cannot read it, nor move it to another row.
    pub fn seal(&self, purpose: Purpose, context: &[u8], random: &dyn Random, secret: &[u8]) -> Vec<u8> {
        let nonce = bytes::<NONCE_BYTES>(random);
        let mut sealed = secret.to_vec();
        self.sealing_key(purpose, context)
            .seal_in_place_append_tag(Nonce::assume_unique_for_key(nonce), Aad::empty(), &mut sealed)
            .expect("a secret is far shorter than the cipher's limit");
        [&nonce[..], &sealed].concat()
    }

    /// The same for what is handed out again and again: the same secret in the same context gives the same bytes, since
    /// the nonce is a keyed hash of it. Whoever compares two of them learns whether they hold the same, and nothing else.
    pub fn seal_same(&self, purpose: Purpose, context: &[u8], secret: &[u8]) -> Vec<u8> {
        struct Drawn([u8; 32]);
        impl Random for Drawn {
            fn fill(&self, bytes: &mut [u8]) {
                bytes.iter_mut().zip(self.0).for_each(|(byte, drawn)| *byte = drawn);
            }
        }
        self.seal(purpose, context, &Drawn(self.hash(purpose, &[b"nonce", context, secret])), secret)
    }

    /// Reads what [`Keys::seal`] wrote. `None` when it was sealed with other keys, for another purpose or context, or
    /// was changed.
    pub fn open(&self, purpose: Purpose, context: &[u8], sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
        let (nonce, sealed) = sealed.split_first_chunk::<NONCE_BYTES>()?;
        let mut opened = Zeroizing::new(sealed.to_vec());
        let length = self
            .sealing_key(purpose, context)
            .open_in_place(Nonce::assume_unique_for_key(*nonce), Aad::empty(), &mut opened)
            .ok()?
            .len();
        opened.truncate(length);
        Some(opened)
    }

    /// Every purpose and context has a key of its own, so a random nonce never meets itself.
    fn sealing_key(&self, purpose: Purpose, context: &[u8]) -> LessSafeKey {
        let key = Zeroizing::new(self.hash(purpose, &[b"seal", context]));
        LessSafeKey::new(UnboundKey::new(&CHACHA20_POLY1305, &*key).expect("the key has the cipher's length"))
    }
}

const NONCE_BYTES: usize = 12;

fn joined(mut mac: Hmac<Sha256>, parts: &[&[u8]]) -> [u8; 32] {
    for part in parts {
        mac.update(&(part.len() as u64).to_le_bytes());
        mac.update(part);
    }
    mac.finalize().into_bytes().into()
}

fn mac(key: &[u8; 32]) -> Hmac<Sha256> {
    Hmac::new_from_slice(key).expect("HMAC takes keys of any length")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ports::SeededRandom;

    #[test]
    fn a_key_file_is_made_once_for_its_owner_only_and_read_again() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("pepper.key");
        let first = Keys::open_or_create(&path, &SeededRandom::new(1)).unwrap();
        let again = Keys::open_or_create(&path, &SeededRandom::new(2)).unwrap();
        assert_eq!(first.hash(Purpose::Form, &[b"x"]), again.hash(Purpose::Form, &[b"x"]));
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
            fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
            assert!(matches!(
                Keys::open_or_create(&path, &SeededRandom::new(1)),
                Err(KeyFileError::TooOpen(_))
            ));
        }
    }

    #[test]
    fn a_damaged_key_file_is_refused_instead_of_replaced() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("pepper.key");
        owner_only::write_new(&path, b"too short").unwrap();
        assert!(matches!(
            Keys::open_or_create(&path, &SeededRandom::new(1)),
            Err(KeyFileError::Malformed(_))
        ));
    }

    #[test]
    fn purposes_and_part_boundaries_give_different_hashes() {
        let keys = Keys::derive(&[7; 32]);
        assert_ne!(keys.hash(Purpose::Form, &[b"x"]), keys.hash(Purpose::ApiKey, &[b"x"]));
        assert_ne!(keys.hash(Purpose::Form, &[b"ab", b"c"]), keys.hash(Purpose::Form, &[b"a", b"bc"]));
        assert_eq!(format!("{keys:?}"), "Keys(…)");
    }

    #[test]
    fn a_sealed_secret_opens_only_where_it_belongs() {
        let keys = Keys::derive(&[7; 32]);
        let sealed = keys.seal(Purpose::WebhookSecret, b"app 1", &SeededRandom::new(1), b"secret");
        assert!(!sealed.windows(6).any(|window| window == b"secret"));
        let opened = keys.open(Purpose::WebhookSecret, b"app 1", &sealed).unwrap();
        assert_eq!(&**opened, b"secret");
        assert!(keys.open(Purpose::WebhookSecret, b"app 2", &sealed).is_none());
        assert!(keys.open(Purpose::PlatformSession, b"app 1", &sealed).is_none());
        assert!(Keys::derive(&[8; 32]).open(Purpose::WebhookSecret, b"app 1", &sealed).is_none());
        for at in 0..sealed.len() {
            let mut changed = sealed.clone();
            changed[at] ^= 1;
            assert!(keys.open(Purpose::WebhookSecret, b"app 1", &changed).is_none());
        }
        assert!(keys.open(Purpose::WebhookSecret, b"app 1", b"short").is_none());
    }
}
