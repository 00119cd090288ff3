//! Where sessions are kept: in our database, for the middleware that loads and saves them.

use std::collections::HashMap;

use actix_session::storage::{LoadError, SaveError, SessionKey, SessionStore, UpdateError};
use actix_web::cookie::time::Duration;
use chrono::{DateTime, Utc};
use data_encoding::BASE64URL_NOPAD;

use super::{BROWSER, COOKIE, ERA, ID, OF_PERSON, PERSON, SEEN_AT, SIGNED_IN_AT, STAY, json, together};
use crate::{
    actions::{
        ActionError, Context,
        journey::sessions::{self, Holder, NewSession},
    },
    domain::retention::Stay,
    ports,
};
use uuid::Uuid;

/// Sessions in our database. The cookie's value is kept as a keyed hash only.
#[derive(Debug, Clone)]
pub struct Sessions(pub Context);

impl Sessions {
    async fn find(&self, key: &SessionKey) -> Result<Option<HashMap<String, String>>, anyhow::Error> {
        let cookie = sessions::hashes(&self.0, key.as_ref());
        let found = sessions::find(&self.0, &cookie, together::number()).await?;
        let Some((session, journey)) = found else { return Ok(None) };
        together::keep(journey);
        let mut state: HashMap<String, String> = serde_json::from_str(&session.state)?;
        if session.signed_out_at.is_some() {
            state = without_person(state);
        }
        state.insert(SEEN_AT.to_owned(), json(&session.seen_at));
        state.insert(COOKIE.to_owned(), json(&cookie));
        Ok(Some(state))
    }

    async fn insert(&self, state: HashMap<String, String>) -> Result<String, ActionError> {
        let key = BASE64URL_NOPAD.encode(&ports::bytes::<32>(&*self.0.random));
        let id = read(&state, ID).unwrap_or_else(|| ports::new_pseudonym(&*self.0.random));
        let cookie = sessions::hashes(&self.0, &key);
        let replaced = together::replaced();
        if !sessions::insert(&self.0, &cookie, new_session(id, state.clone()), replaced.as_ref()).await? {
            // Her sign-in was ended before its cookie was made: what the session knew without her stays.
            let of_nobody = new_session(id, without_person(state));
            sessions::insert(&self.0, &cookie, of_nobody, replaced.as_ref()).await?;
        }
        Ok(key)
    }
}

fn read<T: serde::de::DeserializeOwned>(state: &HashMap<String, String>, key: &str) -> Option<T> {
    state.get(key).and_then(|value| serde_json::from_str(value).ok())
}

/// Who is signed in, as it stands in the state.
fn holder(state: &HashMap<String, String>) -> Holder {
    match read(state, PERSON) {
        None => Holder::default(),
        person_id => Holder { person_id, browser: read(state, BROWSER), began_at: read(state, SIGNED_IN_AT) },
    }
}

/// Until when a session is kept although nobody uses it.
fn kept_until(state: &HashMap<String, String>) -> Option<DateTime<Utc>> {
    let stay: Stay = read(state, STAY).unwrap_or_default();
    read(state, SIGNED_IN_AT).and_then(|since| stay.kept_until(since))
}

fn new_session(id: Uuid, state: HashMap<String, String>) -> NewSession {
    NewSession {
        id,
        kept_until: kept_until(&state),
        holder: holder(&state),
        era: read(&state, ERA),
        state: stored(state),
    }
}

fn without_person(mut state: HashMap<String, String>) -> HashMap<String, String> {
    state.retain(|key, _| !OF_PERSON.contains(&key.as_str()));
    state
}

fn stored(mut state: HashMap<String, String>) -> String {
    for loaded in [SEEN_AT, COOKIE] {
        state.remove(loaded);
    }
    json(&state)
}

impl SessionStore for Sessions {
    async fn load(&self, key: &SessionKey) -> Result<Option<HashMap<String, String>>, LoadError> {
        // Boxed, as all that asks the database here: every request carries this future, and most do not need it.
        Box::pin(self.find(key)).await.map_err(LoadError::Other)
    }

    async fn save(&self, state: HashMap<String, String>, _: &Duration) -> Result<SessionKey, SaveError> {
        let key = Box::pin(self.insert(state)).await.map_err(|e| SaveError::Other(e.into()))?;
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
        let cookie = sessions::hashes(&self.0, key.as_ref());
        let holder = holder(&state);
        match Box::pin(sessions::save(&self.0, &cookie, &stored(state), &holder)).await {
            Ok(true) => Ok(key),
            Ok(false) => Err(UpdateError::Other(anyhow::anyhow!("the session ended meanwhile"))),
            Err(e) => Err(UpdateError::Other(e.into())),
        }
    }

    async fn update_ttl(&self, _: &SessionKey, _: &Duration) -> Result<(), anyhow::Error> {
        Ok(())
    }

    /// Not of a cookie that stays for a while, because the next one replaces it.
    async fn delete(&self, key: &SessionKey) -> Result<(), anyhow::Error> {
        if together::is_replacing() {
            return Ok(());
        }
        let cookie = sessions::hashes(&self.0, key.as_ref());
        Ok(Box::pin(sessions::delete(&self.0, &cookie)).await?)
    }
}
