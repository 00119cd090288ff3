//! The connections on which providers are spoken to (OpenID Connect Core, Discovery, RP-Initiated Logout, PKCE, RFC
//! 9207). Tokens are read and checked by the crate `openidconnect`; what it leaves to its user stands here: where
//! connections may go and how long they may take, which algorithms count, whose clock, when keys are fetched anew.
//!
//! Nothing that a provider sends gets into a log or an error: only what is wrong with it, in words of ours.

mod http;
mod known;
mod tokens;

use std::{fmt, sync::Arc};

use chrono::{DateTime, Utc};
use futures_core::future::BoxFuture;
use openidconnect::{
    ClientId, CsrfToken, IssuerUrl, LanguageTag, LogoutRequest, Nonce, PkceCodeChallenge, PkceCodeVerifier,
    PostLogoutRedirectUrl, RedirectUrl, Scope,
    core::{CoreAuthenticationFlow, CoreIdToken},
};
use url::Url;
use zeroize::Zeroizing;

use self::{
    http::Http,
    known::{Knowledge, Known},
};
use crate::{
    domain::provider::{Profile, Provider, Trouble},
    ports::{Asked, Brought, IdentityProvider, Proven},
};

/// A provider, spoken to over HTTP.
pub struct OidcProvider {
    about: Provider,
    secret: Zeroizing<String>,
    issuer: IssuerUrl,
    callback: RedirectUrl,
    signed_out: PostLogoutRedirectUrl,
    http: Http,
    knowledge: Knowledge,
}

impl fmt::Debug for OidcProvider {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "OidcProvider({})", self.about.name)
    }
}

/// Why a provider cannot be spoken to at all.
#[derive(Debug, thiserror::Error)]
pub enum Unusable {
    /// Its issuer is no address.
    #[error("its issuer is no address")]
    Issuer,
    /// The connection's cryptography cannot be set up.
    #[error("connections cannot be made: are the system's CA certificates there?")]
    Client,
}

/// Where a provider sends the browser back to after a sign-in: what is registered there as the redirect URI.
pub fn callback(base_url: &Url, about: &Provider) -> Url {
    at(base_url, &format!("/sign-in/callback/{}", about.name))
}

/// Where a provider sends the browser back to after a sign-out: what is registered there as such.
pub fn signed_out(base_url: &Url) -> Url {
    at(base_url, "/sign-out/back")
}

fn at(base_url: &Url, path: &str) -> Url {
    let mut url = base_url.clone();
    url.set_path(path);
    url
}

impl OidcProvider {
    /// A provider for the portal at this address. Nothing is sent before it is needed.
    pub fn new(about: Provider, secret: Zeroizing<String>, base_url: &Url) -> Result<Self, Unusable> {
        let issuer = IssuerUrl::new(about.issuer.clone()).map_err(|_| Unusable::Issuer)?;
        Ok(Self {
            callback: RedirectUrl::from_url(callback(base_url, &about)),
            signed_out: PostLogoutRedirectUrl::from_url(signed_out(base_url)),
            http: Http::new().map_err(|_| Unusable::Client)?,
            knowledge: Knowledge::default(),
            about,
            secret,
            issuer,
        })
    }

    async fn known(&self) -> Result<Arc<Known>, Trouble> {
        self.knowledge.get(&self.http, &self.issuer).await
    }

    async fn address_of_sign_in(&self, asked: Asked, language: &str) -> Result<Url, Trouble> {
        let known = self.known().await?;
        let client = tokens::client(self, &known);
        let verifier = PkceCodeVerifier::new(asked.verifier.to_string());
        let mut request = client
            .authorize_url(
                CoreAuthenticationFlow::AuthorizationCode,
                move || CsrfToken::new(asked.state.to_string()),
                move || Nonce::new(asked.nonce.to_string()),
            )
            .set_pkce_challenge(PkceCodeChallenge::from_code_verifier_sha256(&verifier))
            .add_ui_locale(LanguageTag::new(language.to_owned()));
        // `openid` is added by the library.
        for scope in self.about.scopes.iter().filter(|scope| *scope != "openid") {
            request = request.add_scope(Scope::new(scope.clone()));
        }
        Ok(request.url().0)
    }
}

impl IdentityProvider for OidcProvider {
    fn about(&self) -> &Provider {
        &self.about
    }

    fn learn(&self) -> BoxFuture<'_, Result<(), Trouble>> {
        Box::pin(async { self.known().await.map(|_| ()) })
    }

    fn sign_in_origins(&self) -> Vec<String> {
        let known = self.knowledge.now();
        let endpoint = known.as_ref().map_or(self.issuer.url(), |known| known.sign_in());
        let mut origins = vec![endpoint.origin().ascii_serialization()];
        origins.extend(self.about.passes_through.iter().cloned());
        origins.dedup();
        origins
    }

    fn sign_out_origin(&self) -> Option<String> {
        Some(self.knowledge.now()?.sign_out()?.url().origin().ascii_serialization())
    }

    fn begin<'a>(&'a self, asked: Asked, language: &'a str) -> BoxFuture<'a, Result<Url, Trouble>> {
        Box::pin(self.address_of_sign_in(asked, language))
    }

    fn prove(
        &self,
        brought: Brought,
        asked: Asked,
        now: DateTime<Utc>,
    ) -> BoxFuture<'_, Result<Proven, Trouble>> {
        Box::pin(tokens::prove(self, brought, asked, now))
    }

    fn profile<'a>(&'a self, proven: &'a Proven) -> BoxFuture<'a, Result<Profile, Trouble>> {
        Box::pin(tokens::profile(self, proven))
    }

    fn sign_out(&self, id_token: &str, state: &str) -> Option<Url> {
        let request = LogoutRequest::from(self.knowledge.now()?.sign_out()?.clone())
            .set_client_id(ClientId::new(self.about.client_id.clone()))
            .set_post_logout_redirect_uri(self.signed_out.clone())
            .set_state(CsrfToken::new(state.to_owned()));
        let hint: Option<CoreIdToken> = id_token.parse().ok();
        let request = match &hint {
            Some(hint) => request.set_id_token_hint(hint),
            None => request,
        };
        Some(request.http_get_url())
    }
}
