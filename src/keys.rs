//! The one secret of an installation, the pepper, and what is derived from it. Codes, answers and API keys are
//! kept only as hashes keyed with it, so a copy of the database alone tells nothing.
//!
//! While one pepper takes the place of another, both are known (decision 48). What is stored for a look-up, or to be compared,
//! is made by [`Keys::hashes`], which gives one hash a pepper: who holds them cannot look under one alone.

mod file;
mod hashes;

use std::{fmt, path::Path};

use hmac::{Hmac, KeyInit, Mac};
use ring::aead::{Aad, CHACHA20_POLY1305, LessSafeKey, Nonce, UnboundKey};
use sha2::Sha256;
use zeroize::Zeroizing;

pub use self::{
    file::{KeyFile, KeyFileError, Mark, PEPPER_BYTES, Pepper},
    hashes::{Hash, Hashes, Secrets},
};
use crate::ports::{Random, bytes};

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

/// How many bytes name a pepper: what is hashed or sealed with one that has a mark begins with them, so that what still
/// needs an older one can be counted. In a hash they take the place of as many of its 32: 208 bits stay.
pub const NAME_BYTES: usize = 6;

/// What names a pepper, without telling it.
pub type Name = [u8; NAME_BYTES];

/// What is derived from one pepper.
struct Line {
    mark: Mark,
    /// `None`: the pepper of the first start, whose hashes name nothing.
    name: Option<Name>,
    derived: Vec<(Purpose, Hmac<Sha256>)>,
}

impl Line {
    fn of(pepper: &Pepper) -> Self {
        let of_purpose = |label: &[u8]| {
            let mut mac = mac(&pepper.bytes);
            mac.update(label);
            Zeroizing::new(<[u8; 32]>::from(mac.finalize().into_bytes()))
        };
        let name = of_purpose(b"name v1");
        let named = pepper.mark != Mark::FIRST;
        Self {
            mark: pepper.mark,
            name: named.then(|| std::array::from_fn(|n| name[n])),
            derived: Purpose::ALL
                .iter()
                .map(|&purpose| (purpose, mac(&of_purpose(purpose.label()))))
                .collect(),
        }
    }

    fn hash(&self, purpose: Purpose, parts: &[&[u8]]) -> Hash {
        let mac = self
            .derived
            .iter()
            .find(|(p, _)| *p == purpose)
            .map(|(_, mac)| mac.clone())
            .expect("every purpose has a key");
        joined(mac, parts)
    }

    /// The same, named: for what is stored.
    fn named_hash(&self, purpose: Purpose, parts: &[&[u8]]) -> Hash {
        let mut hash = self.hash(purpose, parts);
        if let Some(name) = &self.name {
            hash[..NAME_BYTES].copy_from_slice(name);
        }
        hash
    }

    /// Every purpose and context has a key of its own, so a random nonce never meets itself.
    fn sealing_key(&self, purpose: Purpose, context: &[u8]) -> LessSafeKey {
        let key = Zeroizing::new(self.hash(purpose, &[b"seal", context]));
        LessSafeKey::new(UnboundKey::new(&CHACHA20_POLY1305, &*key).expect("the key has the cipher's length"))
    }

    fn open(&self, purpose: Purpose, context: &[u8], sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
        let sealed = match &self.name {
            Some(name) => sealed.strip_prefix(name)?,
            None => sealed,
        };
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
}

/// Keys derived from the peppers of a key file. Prints nothing of itself and is wiped when dropped.
pub struct Keys {
    /// The oldest first.
    lines: Vec<Line>,
    /// Which of them is written with.
    first: usize,
    cookies: Zeroizing<[u8; 32]>,
}

impl fmt::Debug for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Keys(…)")
    }
}

impl Keys {
    /// Derives the keys from the pepper of a first start.
    pub fn derive(pepper: &[u8; PEPPER_BYTES]) -> Self {
        Self::of(&KeyFile::new(pepper))
    }

    /// Derives the keys from a key file.
    pub fn of(file: &KeyFile) -> Self {
        let mut lines: Vec<Line> = file.peppers().iter().map(Line::of).collect();
        lines.sort_by_key(|line| line.mark);
        let first = lines
            .iter()
            .position(|line| line.mark == file.written_with())
            .expect("the first pepper is among them");
        let cookies = match file.cookies() {
            Some(cookies) => *cookies,
            None => lines[first].hash(Purpose::Session, &[b"cookie signature"]),
        };
        Self { lines, first, cookies: Zeroizing::new(cookies) }
    }

    /// Reads the key file at `path`, or makes it there at the first start, readable by its owner only.
    pub fn open_or_create(path: &Path, random: &dyn Random) -> Result<Self, KeyFileError> {
        KeyFile::open_or_create(path, random).map(|file| Self::of(&file))
    }

    fn first(&self) -> &Line {
        &self.lines[self.first]
    }

    /// Whether several peppers are known: another node may write with another one.
    pub fn are_several(&self) -> bool {
        self.lines.len() > 1
    }

    /// What names the pepper that is written with; `None` for that of the first start.
    pub fn name(&self) -> Option<&Name> {
        self.first().name.as_ref()
    }

    /// The mark of the pepper that is written with.
    pub fn written_with(&self) -> Mark {
        self.first().mark
    }

    /// The marks of all peppers that are known, the oldest first, each with the keyed hash by which a database knows it.
    pub fn checks(&self) -> Vec<(Mark, Hash)> {
        self.lines.iter().map(|line| (line.mark, line.hash(Purpose::KeyCheck, &[]))).collect()
    }

    /// What session cookies are signed with. It proves nothing (their value is random, and only its hash is stored), and
    /// stays the same whatever the pepper is.
    pub fn cookie_signature(&self) -> &[u8; 32] {
        &self.cookies
    }

    /// The keyed hashes (HMAC-SHA-256) of the joined `parts`, one a pepper: for what is stored and looked up or compared.
    /// Each part is preceded by its length, so that `("ab", "c")` and `("a", "bc")` differ. Under a pepper with a mark they
    /// begin with its name.
    pub fn hashes(&self, purpose: Purpose, parts: &[&[u8]]) -> Hashes {
        self.each(|line| line.named_hash(purpose, parts))
    }

    /// The same without names, for what is handed out and comes back, and is stored nowhere.
    pub fn proofs(&self, purpose: Purpose, parts: &[&[u8]]) -> Hashes {
        self.each(|line| line.hash(purpose, parts))
    }

    fn each(&self, hash: impl Fn(&Line) -> Hash) -> Hashes {
        let of = |lines: &[Line]| lines.iter().map(&hash).collect();
        Hashes::new(hash(self.first()), of(&self.lines[..self.first]), of(&self.lines[self.first + 1..]))
    }

    /// A keyed hash that is another one as soon as another pepper is written with: for what is only counted, or written
    /// down, and neither looked up nor compared.
    pub fn hash_for_now(&self, purpose: Purpose, parts: &[&[u8]]) -> Hash {
        self.first().hash(purpose, parts)
    }

    /// The keyed hash under the pepper that another one, which was stored, is under.
    pub fn hash_beside(&self, stored: &Hash, purpose: Purpose, parts: &[&[u8]]) -> Hash {
        let named = |line: &&Line| line.name.is_some_and(|name| stored.starts_with(&name));
        let line =
            self.lines.iter().find(named).or_else(|| self.lines.iter().find(|line| line.name.is_none()));
        line.unwrap_or(self.first()).hash(purpose, parts)
    }

    /// What of a secret goes into a slow hash, under each pepper.
    pub fn secrets(&self, purpose: Purpose, parts: &[&[u8]]) -> Secrets {
        let under = |line: &Line| (line.mark, Zeroizing::new(line.hash(purpose, parts)));
        Secrets::new(self.written_with(), self.lines.iter().map(under).collect())
    }

    /// A keyed hash with a key that is none of these: one that was drawn, and is kept sealed.
    pub fn hash_with(key: &[u8; 32], parts: &[&[u8]]) -> Hash {
        joined(mac(key), parts)
    }

    /// Encrypts a secret that must be read again (ChaCha20-Poly1305), bound to `context`: what it belongs to. Whoever
    /// has only the database cannot read it, nor move it to another row. The name of a pepper that has a mark stands in front.
    pub fn seal(&self, purpose: Purpose, context: &[u8], random: &dyn Random, secret: &[u8]) -> Vec<u8> {
        let line = self.first();
        let nonce = bytes::<NONCE_BYTES>(random);
        let mut sealed = secret.to_vec();
        line.sealing_key(purpose, context)
            .seal_in_place_append_tag(Nonce::assume_unique_for_key(nonce), Aad::empty(), &mut sealed)
            .expect("a secret is far shorter than the cipher's limit");
        let name: &[u8] = line.name.as_ref().map_or(&[], |name| name);
        [name, &nonce, &sealed].concat()
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
        let drawn = Drawn(self.hash_for_now(purpose, &[b"nonce", context, secret]));
        self.seal(purpose, context, &drawn, secret)
    }

    /// Reads what [`Keys::seal`] wrote, with whichever pepper. `None` when it was sealed with other keys, for another purpose
    /// or context, or was changed.
    pub fn open(&self, purpose: Purpose, context: &[u8], sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
        // The newest first: what has its name can be under no other.
        self.lines.iter().rev().find_map(|line| line.open(purpose, context, sealed))
    }

    /// Seals anew what is under an older pepper than the one that is written with. `Ok(None)` where it need not be, `Err`
    /// where it cannot be read.
    pub fn seal_anew(
        &self,
        purpose: Purpose,
        context: &[u8],
        random: &dyn Random,
        sealed: &[u8],
    ) -> Result<Option<Vec<u8>>, Unreadable> {
        let opened = |lines: &[Line]| lines.iter().rev().find_map(|line| line.open(purpose, context, sealed));
        if opened(&self.lines[self.first..]).is_some() {
            return Ok(None);
        }
        let secret = opened(&self.lines[..self.first]).ok_or(Unreadable)?;
        Ok(Some(self.seal(purpose, context, random, &secret)))
    }
}

/// What was sealed is under no pepper of the key file, belongs elsewhere, or was changed.
#[derive(Debug, PartialEq, Eq)]
pub struct Unreadable;

const NONCE_BYTES: usize = 12;

fn joined(mut mac: Hmac<Sha256>, parts: &[&[u8]]) -> Hash {
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
mod tests;
