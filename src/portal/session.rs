//! Browser sessions: an opaque cookie, everything else in our own database. With `session::kept`, the only place that names actix-session.
//!
//! A session begins when a code is accepted or someone signs in; a visitor without one costs no look-up. Its cookie is
//! replaced at sign-in and at sign-out; the old one opens nothing that belongs to a person. How long a browser keeps it
//! is decided in `cookie_life`.

mod kept;
mod proof;
pub(super) mod together;

pub use kept::Sessions;

use std::{borrow::Cow, collections::HashMap};

use actix_session::{
    Session as State, SessionExt, SessionMiddleware,
    config::{BrowserSession, CookieContentSecurity},
    storage::{SaveError, UpdateError},
};
use actix_web::{
    HttpRequest,
    cookie::{Cookie, CookieBuilder, Key, SameSite},
    error::InternalError,
};
use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::{
    actions::{Context, journey::sessions},
    domain::{
        browser::Browser,
        person::Person,
        retention::{Stay, sign_in_is_over},
    },
};

/// As sessions were first stored.
const ID: &str = "visit";
const FORM_TOKEN: &str = "form_token";
const PERSON: &str = "person";
const PERSON_NAME: &str = "person_name";
const SIGNED_IN_AT: &str = "signed_in_at";
/// When she proved once more that it is she, by her password.
const PROVEN_AT: &str = "proven_at";
/// Which provider signed her in, and the sealed text that signs her out there.
const PROVIDER: &str = "provider";
const TIMED_OUT: &str = "timed_out";
const STAY: &str = "stay";
const BROWSER: &str = "browser";
/// In which of her eras she signed in.
const ERA: &str = "sign_in_era";
const LANGUAGE: &str = "language";
/// What there is only while someone is signed in.
const OF_PERSON: [&str; 9] =
    [PERSON, PERSON_NAME, SIGNED_IN_AT, PROVEN_AT, STAY, PROVIDER, BROWSER, LANGUAGE, ERA];
/// Which proof of an address a code is typed for, which for a forgotten password, and what she said about the computer
/// before.
const PROOF: &str = "proof";
const RECOVERY: &str = "recovery";
const STAY_AFTER_PROOF: &str = "stay_after_proof";
/// In what a replaced cookie still finds.
const REPLACED: &str = "replaced";
/// By what her account knows this browser after a recovery, until she signs in.
const DEVICE: &str = "device";
/// Not stored in the state: put there when it is loaded.
const SEEN_AT: &str = "seen_at";
/// Nor is this: what the cookie is stored as.
const COOKIE: &str = "cookie";

fn json<T: serde::Serialize>(value: &T) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

/// The name of a cookie: under HTTPS with the prefix that ties it to this very host.
pub fn cookie_name(name: &'static str, secure: bool) -> Cow<'static, str> {
    if secure { format!("__Host-{name}").into() } else { name.into() }
}

/// A cookie of ours, which ends with the browser.
pub(super) fn cookie(name: &'static str, value: String, secure: bool) -> CookieBuilder<'static> {
    Cookie::build(cookie_name(name, secure), value)
        .path("/")
        .secure(secure)
        .http_only(true)
        .same_site(SameSite::Lax)
}

/// The middleware that loads and saves sessions.
pub fn middleware(context: Context, secure: bool) -> SessionMiddleware<Sessions> {
    // The value is random and means nothing, and only its keyed hash is stored; the signature that the middleware
    // demands adds nothing, so its key only has to stay the same.
    let key = Key::derive_from(context.keys.cookie_signature());
    SessionMiddleware::builder(Sessions(context), key)
        .cookie_name(cookie_name("session", secure).into_owned())
        .cookie_secure(secure)
        .cookie_http_only(true)
        .cookie_same_site(SameSite::Lax)
        .cookie_path("/".to_owned())
        .cookie_content_security(CookieContentSecurity::Signed)
        .session_lifecycle(BrowserSession::default())
        .build()
}

/// Whether this is the error of a session that could not be saved: what the page itself did is done by then.
pub(super) fn was_not_saved(error: &actix_web::Error) -> bool {
    error.as_error::<InternalError<SaveError>>().is_some()
        || error.as_error::<InternalError<UpdateError>>().is_some()
}

/// Someone who is signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedIn {
    /// Who.
    pub person_id: Uuid,
    /// What she is called.
    pub name: String,
}

/// The browser's session, typed.
#[derive(Clone)]
pub struct Session {
    state: State,
    now: DateTime<Utc>,
}

impl std::fmt::Debug for Session {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Session")
    }
}

impl Session {
    /// The session of a request, at a time.
    pub fn of(req: &HttpRequest, now: DateTime<Utc>) -> Self {
        Self { state: req.get_session(), now }
    }

    fn get<T: serde::de::DeserializeOwned>(&self, key: &str) -> Option<T> {
        self.state.get(key).ok().flatten()
    }

    fn set<T: serde::Serialize>(&self, key: &str, value: T) {
        // Only a value that cannot be written as JSON would fail, and these are texts and ids.
        let _ = self.state.insert(key, value);
    }

    /// What owns the journeys. `None`: a visitor without a session.
    pub fn id(&self) -> Option<Uuid> {
        self.get(ID)
    }

    /// When the session was last used, to the minute or so.
    pub fn seen_at(&self) -> Option<DateTime<Utc>> {
        self.get(SEEN_AT)
    }

    /// The synchronizer token of this session's forms.
    pub fn form_token(&self) -> Option<String> {
        self.get(FORM_TOKEN)
    }

    /// Makes the session, or keeps the one that is there.
    pub(super) fn begin(&self, id: Uuid, form_token: String) {
        if self.id() != Some(id) {
            self.set(ID, id);
        }
        if self.form_token().is_none() {
            self.set(FORM_TOKEN, form_token);
        }
    }

    /// What she said about the computer when she signed in.
    pub fn stay(&self) -> Stay {
        self.get(STAY).unwrap_or_default()
    }

    /// Whether someone is, or was until now, signed in who said that the computer is shared.
    pub(super) fn is_of_shared_computer(&self) -> bool {
        self.stay() == Stay::Shared && self.get::<Uuid>(PERSON).is_some()
    }

    /// Who is signed in: "the sign-in itself ends sooner (30 minutes)", of not being used, and after twelve hours
    /// in any case; later where she asked to stay signed in.
    pub fn signed_in(&self) -> Option<SignedIn> {
        let person_id = self.get(PERSON)?;
        if self.sign_in_is_over() {
            return None;
        }
        Some(SignedIn { person_id, name: self.get(PERSON_NAME).unwrap_or_default() })
    }

    /// When she who is signed in has proved last that it is she.
    pub(super) fn proven_at(&self) -> DateTime<Utc> {
        let signed_in_at = self.get::<DateTime<Utc>>(SIGNED_IN_AT);
        self.get(PROVEN_AT).max(signed_in_at).unwrap_or(DateTime::UNIX_EPOCH)
    }

    /// She has proved once more that it is she.
    pub(super) fn prove_again(&self) {
        self.set(PROVEN_AT, self.now);
    }

    fn sign_in_is_over(&self) -> bool {
        let since = self.get::<DateTime<Utc>>(SIGNED_IN_AT);
        since.is_none_or(|since| sign_in_is_over(self.stay(), since, self.seen_at(), self.now))
    }

    /// Takes an ended sign-in out of the session, so that later use of the session does not bring it back. Returns
    /// true when it did.
    pub(super) fn end_stale_sign_in(&self) -> bool {
        let stale = self.get::<Uuid>(PERSON).is_some() && self.sign_in_is_over();
        if stale {
            let was_kept = self.stay() == Stay::Kept;
            self.forget_person();
            self.set(TIMED_OUT, !was_kept);
        }
        stale
    }

    /// Forgets all that was, as if the browser had never been here.
    pub(super) fn start_over(&self) {
        together::replace_no_more();
        self.state.clear();
        self.state.renew();
    }

    /// True after a sign-in ended for not being used, until someone signs in again.
    pub fn timed_out(&self) -> bool {
        self.get(TIMED_OUT).unwrap_or(false)
    }

    /// Notes that a provider signed her in, with the sealed text that signs her out there.
    pub(super) fn came_with(&self, provider: &str, sealed: &str) {
        self.set(PROVIDER, (provider, sealed));
    }

    /// The provider that signed her in, and that text.
    pub(super) fn provider(&self) -> Option<(String, String)> {
        self.get(PROVIDER)
    }

    fn forget_person(&self) {
        for key in OF_PERSON {
            self.state.remove(key);
        }
    }

    /// Prepares the session for a new cookie. The old one stays for half an hour and knows the journeys, their forms'
    /// token, what waits for a code, and nobody: when the answer with the new cookie is lost, or the form was sent twice,
    /// the same form sent again leads on.
    pub(super) fn replace_cookie(&self) {
        let Some(cookie) = self.get::<sessions::CookieHashes>(COOKIE) else { return };
        let keep = [ID, FORM_TOKEN, PROOF, STAY_AFTER_PROOF];
        let mut left: HashMap<String, String> =
            self.state.entries().iter().filter(|(key, _)| keep.contains(&key.as_str())).map(owned).collect();
        left.insert(REPLACED.to_owned(), json(&true));
        together::replace(sessions::Replaced { cookie, left_behind: json(&left) });
    }

    /// Someone signed in: a new cookie and a new form token, so that what was known before opens nothing.
    pub(super) fn sign_in(&self, who: &Person, browser: Browser, stay: Stay, form_token: String) {
        self.set(PERSON, who.id);
        self.set(PERSON_NAME, &who.name);
        self.set(ERA, who.era);
        self.set(BROWSER, browser.as_text());
        self.set(SIGNED_IN_AT, self.now);
        self.set(STAY, stay);
        self.set(FORM_TOKEN, form_token);
        for key in [TIMED_OUT, REPLACED, PROVEN_AT, PROVIDER, PROOF, RECOVERY, STAY_AFTER_PROOF, DEVICE] {
            self.state.remove(key);
        }
        self.state.renew();
    }

    /// What she is called has changed.
    pub(super) fn rename(&self, name: &str) {
        self.set(PERSON_NAME, name);
    }

    /// The language that she who is signed in has chosen for herself.
    pub fn language(&self) -> Option<String> {
        self.signed_in().and_then(|_| self.get(LANGUAGE))
    }

    /// She reads this language from now on.
    pub(super) fn read_in(&self, language: &str) {
        self.set(LANGUAGE, language);
    }

    /// "Not you?": the person is signed out, the session's journeys stay for who signs in next.
    pub(super) fn sign_out_of_journey(&self, form_token: String) {
        self.forget_person();
        self.set(FORM_TOKEN, form_token);
        self.state.renew();
    }

    /// Forgets the session in this browser.
    pub(super) fn end(&self) {
        together::replace_no_more();
        self.state.purge();
    }
}

fn owned((key, value): (&String, &String)) -> (String, String) {
    (key.clone(), value.clone())
}
