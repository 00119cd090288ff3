//! What is known of a provider: its endpoints and its keys. Fetched when first needed and again after an hour; the old
//! is good until the new is there, so a provider that is away for a while keeps nobody from what needs no answer of it.
//! Its keys are fetched at once when a token names one that is not known, but not again and again: whoever brings
//! tokens with made-up names of keys makes us ask no more than every half minute.

use std::{
    sync::{Arc, RwLock},
    time::{Duration, Instant},
};

use openidconnect::{
    AdditionalProviderMetadata, EndSessionUrl, IssuerUrl, JsonWebKeySet, LogoutProviderMetadata,
    ProviderMetadata,
    core::{
        CoreAuthDisplay, CoreClaimName, CoreClaimType, CoreClientAuthMethod, CoreGrantType, CoreJsonWebKey,
        CoreJweContentEncryptionAlgorithm, CoreJweKeyManagementAlgorithm, CoreResponseMode, CoreResponseType,
        CoreSubjectIdentifierType,
    },
};
use serde::{Deserialize, Serialize};
use tokio::sync::Mutex;
use url::Url;

use super::http::Http;
use crate::domain::provider::Trouble;

/// How long what is known counts as fresh.
const FRESH: Duration = Duration::from_secs(3600);
/// How long after a failure it is not tried again: those who wait meanwhile are told at once.
const AFTER_FAILURE: Duration = Duration::from_secs(5);
/// How often keys may be fetched because a token named an unknown one.
const KEYS_AGAIN: Duration = Duration::from_secs(30);

/// What a provider says of itself beyond what the library knows.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(super) struct Beyond {
    /// RFC 9207: every answer names its issuer.
    #[serde(default)]
    authorization_response_iss_parameter_supported: Option<bool>,
}

impl AdditionalProviderMetadata for Beyond {}

pub(super) type Metadata = ProviderMetadata<
    LogoutProviderMetadata<Beyond>,
    CoreAuthDisplay,
    CoreClientAuthMethod,
    CoreClaimName,
    CoreClaimType,
    CoreGrantType,
    CoreJweContentEncryptionAlgorithm,
    CoreJweKeyManagementAlgorithm,
    CoreJsonWebKey,
    CoreResponseMode,
    CoreResponseType,
    CoreSubjectIdentifierType,
>;

/// Endpoints and keys, as of one moment.
pub(super) struct Known {
    pub(super) metadata: Metadata,
    at: Instant,
}

impl Known {
    /// Where patients sign in.
    pub(super) fn sign_in(&self) -> &Url {
        self.metadata.authorization_endpoint().url()
    }

    /// Where they sign out.
    pub(super) fn sign_out(&self) -> Option<&EndSessionUrl> {
        self.metadata.additional_metadata().end_session_endpoint.as_ref()
    }

    /// Whether every answer names its issuer.
    pub(super) fn names_itself(&self) -> bool {
        let beyond = &self.metadata.additional_metadata().additional_metadata;
        beyond.authorization_response_iss_parameter_supported == Some(true)
    }

    fn is_fresh(&self) -> bool {
        self.at.elapsed() < FRESH
    }
}

/// What was last tried, and when.
#[derive(Default)]
struct Tried {
    failed: Option<(Instant, Trouble)>,
    keys_again: Option<Instant>,
}

/// What is known, kept up to date by whoever needs it.
#[derive(Default)]
pub(super) struct Knowledge {
    known: RwLock<Option<Arc<Known>>>,
    /// Held while fetching, so that a crowd asks once.
    tried: Mutex<Tried>,
}

impl Knowledge {
    /// What is known, however old.
    pub(super) fn now(&self) -> Option<Arc<Known>> {
        self.known.read().expect("no holder of this lock panics").clone()
    }

    /// What is known, fetched if it must be.
    pub(super) async fn get(&self, http: &Http, issuer: &IssuerUrl) -> Result<Arc<Known>, Trouble> {
        if let Some(known) = self.now().filter(|known| known.is_fresh()) {
            return Ok(known);
        }
        let mut tried = self.tried.lock().await;
        let old = self.now();
        if let Some(known) = old.clone().filter(|known| known.is_fresh()) {
            return Ok(known);
        }
        if let Some((at, trouble)) = tried.failed
            && at.elapsed() < AFTER_FAILURE
        {
            return old.ok_or(trouble);
        }
        match self.fetch(http, issuer).await {
            Ok(known) => {
                tried.failed = None;
                Ok(known)
            }
            Err(trouble) => {
                tried.failed = Some((Instant::now(), trouble));
                old.ok_or(trouble)
            }
        }
    }

    /// The same with newer keys than those that were tried. `None` when there are none newer, and it is too soon to ask.
    pub(super) async fn newer_than(
        &self,
        used: &Arc<Known>,
        http: &Http,
        issuer: &IssuerUrl,
    ) -> Result<Option<Arc<Known>>, Trouble> {
        let mut tried = self.tried.lock().await;
        if let Some(newer) = self.now().filter(|now| !Arc::ptr_eq(now, used)) {
            return Ok(Some(newer));
        }
        if tried.keys_again.is_some_and(|at| at.elapsed() < KEYS_AGAIN) {
            return Ok(None);
        }
        tried.keys_again = Some(Instant::now());
        self.fetch(http, issuer).await.map(Some)
    }

    async fn fetch(&self, http: &Http, issuer: &IssuerUrl) -> Result<Arc<Known>, Trouble> {
        let metadata = Metadata::discover_async(issuer.clone(), http).await.map_err(|e| trouble(&e))?;
        check(&metadata, issuer)?;
        let known = Arc::new(Known { metadata, at: Instant::now() });
        *self.known.write().expect("no holder of this lock panics") = Some(known.clone());
        Ok(known)
    }
}

fn trouble<E: std::error::Error>(e: &openidconnect::DiscoveryError<E>) -> Trouble {
    use openidconnect::DiscoveryError as E;
    match e {
        E::Request(_) => Trouble::Away("its discovery document or its keys cannot be fetched"),
        E::Response(..) => {
            Trouble::Away("its discovery document is not where the issuer says, or is no JSON")
        }
        E::Parse(_) => Trouble::Refused("its discovery document or its keys cannot be read"),
        E::Validation(_) => Trouble::Refused("its discovery document names another issuer"),
        _ => Trouble::Refused("its discovery document cannot be used"),
    }
}

/// Every endpoint is reached as safely as the issuer, and there is one for what this program does.
fn check(metadata: &Metadata, issuer: &IssuerUrl) -> Result<(), Trouble> {
    let token = metadata.token_endpoint().ok_or(Trouble::Refused("it has no token endpoint"))?;
    let more = &metadata.additional_metadata().end_session_endpoint;
    let endpoints = [
        Some(metadata.authorization_endpoint().url()),
        Some(token.url()),
        Some(metadata.jwks_uri().url()),
        metadata.userinfo_endpoint().map(|endpoint| endpoint.url()),
        more.as_ref().map(|endpoint| endpoint.url()),
    ];
    let safe = |url: &Url| {
        // Without TLS only where the issuer has none, which is this machine.
        url.scheme() == "https" || (issuer.url().scheme() == "http" && url.host() == issuer.url().host())
    };
    if !endpoints.into_iter().flatten().all(safe) {
        return Err(Trouble::Refused("one of its endpoints is not reached by https"));
    }
    if metadata.jwks() == &JsonWebKeySet::default() {
        return Err(Trouble::Refused("it has no keys that can be used"));
    }
    Ok(())
}
