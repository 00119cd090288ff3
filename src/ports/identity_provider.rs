//! Speaking to a provider. The real one is `providers::OidcProvider`; tests of the real one bring their own provider.

use std::fmt;

use chrono::{DateTime, Utc};
use futures_core::future::BoxFuture;
use url::Url;
use zeroize::Zeroizing;

use crate::domain::provider::{Profile, Provider, Trouble};

/// What ties a sign-in's answer to its question. Does not print.
#[derive(Clone)]
pub struct Asked {
    /// Comes back in the address.
    pub state: Zeroizing<String>,
    /// Comes back in the ID token.
    pub nonce: Zeroizing<String>,
    /// The proof that who exchanges the code is who asked for it (PKCE); only its hash leaves this program before.
    pub verifier: Zeroizing<String>,
}

impl fmt::Debug for Asked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Asked(…)")
    }
}

/// What the browser brought back from a provider. Does not print.
pub struct Brought {
    /// `code`; else `error`.
    pub code: Result<Zeroizing<String>, String>,
    /// `iss` (RFC 9207).
    pub iss: Option<String>,
}

impl fmt::Debug for Brought {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Brought(…)")
    }
}

/// Somebody whom a provider has vouched for. Does not print.
pub struct Proven {
    /// `sub`.
    pub subject: String,
    /// What the ID token says of her.
    pub profile: Profile,
    /// The ID token, for signing out there.
    pub id_token: Zeroizing<String>,
    /// Opens what else the provider says of her.
    pub access_token: Zeroizing<String>,
}

impl fmt::Debug for Proven {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Proven(…)")
    }
}

/// A provider. Every call ends in bounded time, and whatever goes wrong is a [`Trouble`].
pub trait IdentityProvider: Send + Sync + fmt::Debug {
    /// How its operator describes it.
    fn about(&self) -> &Provider;

    /// Learns of its endpoints and keys what is not known yet, or not any more. Nothing is asked while it is fresh.
    fn learn(&self) -> BoxFuture<'_, Result<(), Trouble>>;

    /// The origins that a form which leads to its sign-in may be sent on to, as far as it is known now.
    fn sign_in_origins(&self) -> Vec<String>;

    /// The origin of its sign-out, where it has one.
    fn sign_out_origin(&self) -> Option<String>;

    /// Where the browser goes to sign in, in this language.
    fn begin<'a>(&'a self, asked: Asked, language: &'a str) -> BoxFuture<'a, Result<Url, Trouble>>;

    /// Whom it vouches for. `now` is everybody's time.
    fn prove(
        &self,
        brought: Brought,
        asked: Asked,
        now: DateTime<Utc>,
    ) -> BoxFuture<'_, Result<Proven, Trouble>>;

    /// What else it says of her, beside the ID token.
    fn profile<'a>(&'a self, proven: &'a Proven) -> BoxFuture<'a, Result<Profile, Trouble>>;

    /// Where the browser goes to sign out, where the provider offers that; `state` comes back.
    fn sign_out(&self, id_token: &str, state: &str) -> Option<Url>;
}
