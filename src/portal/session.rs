//! Browser sessions: an opaque cookie, everything else in our own database. The only file that names actix-session.
//!
//! A session begins when a code is accepted or someone signs in; a visitor without one costs no look-up. Its id is
//! renewed at sign-in and it is deleted at sign-out.

use std::collections::HashMap;

use actix_session::{
    Session, SessionExt, SessionMiddleware,
    config::{CookieContentSecurity, PersistentSession},
    storage::{LoadError, SaveError, SessionKey, SessionStore, UpdateError},
};
use actix_web::{
    HttpRequest,
    cookie::{Key, SameSite, time::Duration},
};
use chrono::{DateTime, Utc};
use data_encoding::BASE64URL_NOPAD;
use uuid::Uuid;

use crate::{
    actions::{JOURNEY_IDLE, Parts, SIGN_IN_IDLE, SIGN_IN_LONGEST},
    keys::Purpose,
    ports,
    store::{StoreError, sessions},
};

const VISIT: &str = "visit";
const FORM_TOKEN: &str = "form_token";
const PERSON: &str = "person";
const PERSON_NAME: &str = "person_name";
const SIGNED_IN_AT: &str = "signed_in_at";
const TIMED_OUT: &str = "timed_out";
/// Not stored in the state: put there when it is loaded.
const SEEN_AT: &str = "seen_at";

/// How long browsers keep the cookie. Whether it still opens anything is decided here, by when it was last used.
const COOKIE_DAYS: i64 = 30;

/// Sessions in our database. The cookie's value is kept as a keyed hash only.
#[derive(Debug, Clone)]
pub struct Sessions(pub Parts);

impl Sessions {
    fn hash(&self, key: &SessionKey) -> [u8; 32] {
        self.hash_str(key.as_ref())
    }

    fn hash_str(&self, key: &str) -> [u8; 32] {
        self.0.keys.hash(Purpose::Session, &[key.as_bytes()])
    }

    async fn find(&self, key: &SessionKey) -> Result<Option<HashMap<String, String>>, StoreError> {
        let mut tx = self.0.db.read().await?;
        let Some(session) = sessions::find(&mut tx, &self.hash(key), self.0.now() - JOURNEY_IDLE).await?
        else {
            return Ok(None);
        };
        let mut state: HashMap<String, String> =
            serde_json::from_str(&session.state).map_err(|_| StoreError::Unreadable("session"))?;
        state.insert(SEEN_AT.to_owned(), json(&session.seen_at));
        Ok(Some(state))
    }

    async fn insert(&self, state: HashMap<String, String>) -> Result<String, StoreError> {
        let key = BASE64URL_NOPAD.encode(&ports::bytes::<32>(&*self.0.random));
        let visit_id = state.get(VISIT).and_then(|v| serde_json::from_str(v).ok());
        let session = sessions::Session {
            visit_id: visit_id.unwrap_or_else(|| ports::new_pseudonym(&*self.0.random)),
            state: stored(state),
            seen_at: self.0.now(),
        };
        let mut tx = self.0.db.write().await?;
        sessions::insert(&mut tx, &self.hash_str(&key), &session).await?;
        tx.commit().await?;
        Ok(key)
    }

    async fn save_state(&self, key: &SessionKey, state: HashMap<String, String>) -> Result<bool, StoreError> {
        let mut tx = self.0.db.write().await?;
        let found = sessions::save(&mut tx, &self.hash(key), &stored(state), self.0.now()).await?;
        tx.commit().await?;
        Ok(found)
    }
}

fn json<T: serde::Serialize>(value: &T) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

fn stored(mut state: HashMap<String, String>) -> String {
    state.remove(SEEN_AT);
    json(&state)
}

impl SessionStore for Sessions {
    async fn load(&self, key: &SessionKey) -> Result<Option<HashMap<String, String>>, LoadError> {
        self.find(key).await.map_err(|e| LoadError::Other(e.into()))
    }

    async fn save(&self, state: HashMap<String, String>, _: &Duration) -> Result<SessionKey, SaveError> {
        let key = self.insert(state).await.map_err(|e| SaveError::Other(e.into()))?;
        key.try_into().map_err(|_| SaveError::Other(anyhow::anyhow!("a session key of ours is too long")))
    }

    /// Fails when the session was renewed or ended meanwhile: its cookie must not come back to life and replace the
    /// newer one.
    async fn update(
        &self,
        key: SessionKey,
        state: HashMap<String, String>,
        _: &Duration,
    ) -> Result<SessionKey, UpdateError> {
        match self.save_state(&key, state).await {
            Ok(true) => Ok(key),
            Ok(false) => Err(UpdateError::Other(anyhow::anyhow!("the session ended meanwhile"))),
            Err(e) => Err(UpdateError::Other(e.into())),
        }
    }

    async fn update_ttl(&self, _: &SessionKey, _: &Duration) -> Result<(), anyhow::Error> {
        Ok(())
    }

    async fn delete(&self, key: &SessionKey) -> Result<(), anyhow::Error> {
        let mut tx = self.0.db.write().await?;
        sessions::delete(&mut tx, &self.hash(key)).await?;
        tx.commit().await?;
        Ok(())
    }
}

/// The name of a cookie: under HTTPS with the prefix that ties it to this very host.
pub fn cookie_name(name: &str, secure: bool) -> String {
    if secure { format!("__Host-{name}") } else { name.to_owned() }
}

/// The middleware that loads and saves sessions.
pub fn middleware(parts: Parts, secure: bool) -> SessionMiddleware<Sessions> {
    // The value is random and means nothing, and only its keyed hash is stored; the signature that the middleware
    // demands adds nothing, so its key only has to stay the same.
    let signing = parts.keys.hash(Purpose::Session, &[b"cookie signature"]);
    let key = Key::derive_from(&signing);
    SessionMiddleware::builder(Sessions(parts), key)
        .cookie_name(cookie_name("session", secure))
        .cookie_secure(secure)
        .cookie_http_only(true)
        .cookie_same_site(SameSite::Lax)
        .cookie_path("/".to_owned())
        .cookie_content_security(CookieContentSecurity::Signed)
        .session_lifecycle(PersistentSession::default().session_ttl(Duration::days(COOKIE_DAYS)))
        .build()
}

/// Someone who is signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedIn {
    /// Who.
    pub person_id: Uuid,
    /// What she is called.
    pub name: String,
}

/// The visitor's session, typed.
#[derive(Clone)]
pub struct Visit {
    session: Session,
    now: DateTime<Utc>,
}

impl std::fmt::Debug for Visit {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Visit")
    }
}

impl Visit {
    /// The session of a request, at a time.
    pub fn of(req: &HttpRequest, now: DateTime<Utc>) -> Self {
        Self { session: req.get_session(), now }
    }

    fn get<T: serde::de::DeserializeOwned>(&self, key: &str) -> Option<T> {
        self.session.get(key).ok().flatten()
    }

    fn set<T: serde::Serialize>(&self, key: &str, value: T) {
        // Only a value that cannot be written as JSON would fail, and these are texts and ids.
        let _ = self.session.insert(key, value);
    }

    /// What owns the journeys. `None`: a visitor without a session.
    pub fn id(&self) -> Option<Uuid> {
        self.get(VISIT)
    }

    /// When the session was last used, to the minute or so.
    pub fn seen_at(&self) -> Option<DateTime<Utc>> {
        self.get(SEEN_AT)
    }

    /// The synchronizer token of this session's forms.
    pub fn form_token(&self) -> Option<String> {
        self.get(FORM_TOKEN)
    }

    /// Makes the visitor's session, or keeps the one she has.
    pub fn begin(&self, visit_id: Uuid, form_token: impl FnOnce() -> String) {
        if self.id() != Some(visit_id) {
            self.set(VISIT, visit_id);
        }
        if self.form_token().is_none() {
            self.set(FORM_TOKEN, form_token());
        }
    }

    /// Who is signed in: "the sign-in itself ends sooner (30 minutes)", of not being used, and after twelve hours
    /// in any case.
    pub fn signed_in(&self) -> Option<SignedIn> {
        let person_id = self.get(PERSON)?;
        if self.sign_in_is_over() {
            return None;
        }
        Some(SignedIn { person_id, name: self.get(PERSON_NAME).unwrap_or_default() })
    }

    fn sign_in_is_over(&self) -> bool {
        let idle = self.seen_at().is_none_or(|seen| self.now - seen >= SIGN_IN_IDLE);
        let old =
            self.get::<DateTime<Utc>>(SIGNED_IN_AT).is_none_or(|since| self.now - since >= SIGN_IN_LONGEST);
        // A session that was made or renewed by this very request has not been seen before.
        (idle && self.seen_at().is_some()) || old
    }

    /// Takes an ended sign-in out of the session, so that later use of the session does not bring it back. Returns
    /// true when it did.
    pub fn end_stale_sign_in(&self) -> bool {
        let stale = self.get::<Uuid>(PERSON).is_some() && self.sign_in_is_over();
        if stale {
            self.forget_person();
            self.set(TIMED_OUT, true);
        }
        stale
    }

    /// True after a sign-in ended for not being used, until someone signs in again.
    pub fn timed_out(&self) -> bool {
        self.get(TIMED_OUT).unwrap_or(false)
    }

    fn forget_person(&self) {
        for key in [PERSON, PERSON_NAME, SIGNED_IN_AT] {
            self.session.remove(key);
        }
    }

    /// Someone signed in: a new cookie, so that one that was known before opens nothing.
    pub fn sign_in(&self, who: &SignedIn) {
        self.set(PERSON, who.person_id);
        self.set(PERSON_NAME, &who.name);
        self.set(SIGNED_IN_AT, self.now);
        self.session.remove(TIMED_OUT);
        self.session.renew();
    }

    /// "Not you?": the person is signed out, her visit's journeys stay for who signs in next.
    pub fn sign_out_of_journey(&self) {
        self.forget_person();
        self.session.renew();
    }

    /// Signs out: the session is deleted.
    pub fn end(&self) {
        self.session.purge();
    }
}
