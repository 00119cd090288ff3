//! What a provider vouches with: the answer in the address, the code, the tokens.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use openidconnect::{
    AccessToken, AccessTokenHash, AuthType, AuthorizationCode, ClaimsVerificationError, ClientId,
    ClientSecret, EmptyAdditionalClaims, EndpointMaybeSet, EndpointNotSet, EndpointSet, LocalizedClaim,
    Nonce, OAuth2TokenResponse, PkceCodeVerifier, RequestTokenError, SignatureVerificationError,
    StandardClaims, SubjectIdentifier, TokenResponse, UserInfoError,
    core::{
        CoreClient, CoreClientAuthMethod, CoreErrorResponseType, CoreGenderClaim, CoreIdTokenClaims,
        CoreJwsSigningAlgorithm as Algorithm, CoreTokenResponse, CoreUserInfoClaims,
    },
};
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

use super::{OidcProvider, known::Known};
use crate::{
    domain::provider::{Profile, Trouble},
    ports::{Asked, Brought, Proven},
};

/// How far a provider's clock may be off.
const SKEW: TimeDelta = TimeDelta::seconds(60);

/// The longest ID token that is kept for signing out.
const LONGEST_TOKEN: usize = 8 * 1024;

/// Signatures with a key that only the provider has. Not among them: `none`, and the HMACs, whose key is the client's
/// secret.
const ALGORITHMS: [Algorithm; 9] = [
    Algorithm::RsaSsaPkcs1V15Sha256,
    Algorithm::RsaSsaPkcs1V15Sha384,
    Algorithm::RsaSsaPkcs1V15Sha512,
    Algorithm::RsaSsaPssSha256,
    Algorithm::RsaSsaPssSha384,
    Algorithm::RsaSsaPssSha512,
    Algorithm::EcdsaP256Sha256,
    Algorithm::EcdsaP384Sha384,
    Algorithm::EdDsa,
];

type Client = CoreClient<
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointMaybeSet,
    EndpointMaybeSet,
>;

/// The library's client.
pub(super) fn client(provider: &OidcProvider, known: &Known) -> Client {
    let methods = known.metadata.token_endpoint_auth_methods_supported();
    let basic = methods.is_none_or(|methods| {
        methods.contains(&CoreClientAuthMethod::ClientSecretBasic)
            || !methods.contains(&CoreClientAuthMethod::ClientSecretPost)
    });
    let client = CoreClient::from_provider_metadata(
        known.metadata.clone(),
        ClientId::new(provider.about.client_id.clone()),
        Some(ClientSecret::new(provider.secret.to_string())),
    );
    client.set_redirect_uri(provider.callback.clone()).set_auth_type(if basic {
        AuthType::BasicAuth
    } else {
        AuthType::RequestBody
    })
}

/// Whom the provider vouches for.
pub(super) async fn prove(
    provider: &OidcProvider,
    brought: Brought,
    asked: Asked,
    now: DateTime<Utc>,
) -> Result<Proven, Trouble> {
    // Before anything else: an answer of another provider goes to no endpoint of this one.
    let from_it = |iss: &str| bool::from(iss.as_bytes().ct_eq(provider.about.issuer.as_bytes()));
    if brought.iss.as_deref().is_some_and(|iss| !from_it(iss)) {
        return Err(Trouble::Refused("the answer names another issuer"));
    }
    let code = brought.code.map_err(|error| Trouble::of_error(&error))?;
    let known = provider.known().await?;
    if known.names_itself() && brought.iss.is_none() {
        return Err(Trouble::Refused("the answer does not name its issuer"));
    }
    let tokens = exchange(provider, &known, &code, &asked).await?;
    let claims = match verified(provider, &known, &tokens, &asked, now) {
        Err(Unverified::UnknownKey) => {
            let newer = provider.knowledge.newer_than(&known, &provider.http, &provider.issuer).await?;
            let newer = newer.ok_or(Trouble::Refused("the ID token is signed with an unknown key"))?;
            verified(provider, &newer, &tokens, &asked, now)
        }
        checked => checked,
    };
    let claims = claims.map_err(Unverified::trouble)?;
    let id_token = tokens.id_token().map(ToString::to_string).filter(|text| text.len() <= LONGEST_TOKEN);
    Ok(Proven {
        subject: claims.subject().to_string(),
        profile: of_token(&claims),
        id_token: Zeroizing::new(id_token.unwrap_or_default()),
        access_token: Zeroizing::new(tokens.access_token().secret().clone()),
    })
}

async fn exchange(
    provider: &OidcProvider,
    known: &Arc<Known>,
    code: &str,
    asked: &Asked,
) -> Result<CoreTokenResponse, Trouble> {
    let client = client(provider, known);
    let request = client
        .exchange_code(AuthorizationCode::new(code.to_owned()))
        .map_err(|_| Trouble::Refused("it has no token endpoint"))?
        .set_pkce_verifier(PkceCodeVerifier::new(asked.verifier.to_string()));
    request.request_async(&provider.http).await.map_err(|e| match e {
        RequestTokenError::ServerResponse(said) => match said.error() {
            CoreErrorResponseType::InvalidGrant => Trouble::Refused("it does not accept the code"),
            CoreErrorResponseType::InvalidClient => {
                Trouble::Refused("it does not accept the client id or the client secret")
            }
            _ => Trouble::Refused("its token endpoint refused"),
        },
        RequestTokenError::Request(_) => Trouble::Away("its token endpoint did not answer"),
        RequestTokenError::Parse(..) => Trouble::Refused("its tokens cannot be read"),
        RequestTokenError::Other(_) => {
            Trouble::Away("its token endpoint answered with nothing that can be read")
        }
    })
}

/// Why an ID token does not count.
enum Unverified {
    /// It may be signed with a key that is not known yet.
    UnknownKey,
    /// It will never do.
    Wrong(&'static str),
}

impl Unverified {
    fn trouble(self) -> Trouble {
        Trouble::Refused(match self {
            Unverified::UnknownKey => "the ID token is not signed with one of its keys",
            Unverified::Wrong(what) => what,
        })
    }

    fn of(e: &ClaimsVerificationError) -> Self {
        use ClaimsVerificationError as E;
        use SignatureVerificationError as S;
        Unverified::Wrong(match e {
            E::SignatureVerification(S::NoMatchingKey | S::CryptoError(_)) => return Unverified::UnknownKey,
            E::SignatureVerification(S::DisallowedAlg(_)) => {
                "the ID token is signed with an algorithm that does not count"
            }
            E::SignatureVerification(_) => "the ID token's signature cannot be checked",
            E::Expired(_) => "the ID token has expired, or is from the future",
            E::InvalidAudience(_) => "the ID token is for somebody else",
            E::InvalidIssuer(_) => "the ID token is of another issuer",
            E::InvalidNonce(_) => "the ID token has another nonce",
            _ => "the ID token does not count",
        })
    }
}

fn verified(
    provider: &OidcProvider,
    known: &Known,
    tokens: &CoreTokenResponse,
    asked: &Asked,
    now: DateTime<Utc>,
) -> Result<CoreIdTokenClaims, Unverified> {
    let client = client(provider, known);
    let offered = known.metadata.id_token_signing_alg_values_supported();
    let verifier = client
        .id_token_verifier()
        .set_allowed_algs(ALGORITHMS.into_iter().filter(|algorithm| offered.contains(algorithm)))
        .set_time_fn(move || now - SKEW)
        .set_issue_time_verifier_fn(move |issued| {
            if issued <= now + SKEW { Ok(()) } else { Err("from the future".to_owned()) }
        });
    let token = tokens.id_token().ok_or(Unverified::Wrong("there is no ID token"))?;
    let nonce = Nonce::new(asked.nonce.to_string());
    let claims = token.claims(&verifier, &nonce).map_err(|e| Unverified::of(&e))?;
    if claims.authorized_party().is_some_and(|party| **party != provider.about.client_id) {
        return Err(Unverified::Wrong("the ID token is for another party"));
    }
    if let Some(expected) = claims.access_token_hash() {
        let unknown = |_| Unverified::Wrong("the ID token's signature cannot be checked");
        let algorithm = token.signing_alg().map_err(unknown)?;
        let key = token.signing_key(&verifier).map_err(unknown)?;
        let actual = AccessTokenHash::from_token(tokens.access_token(), algorithm, key)
            .map_err(|_| Unverified::Wrong("the access token cannot be checked"))?;
        if actual != *expected {
            return Err(Unverified::Wrong("the access token belongs to another ID token"));
        }
    }
    let subject = claims.subject().as_str();
    if subject.is_empty() || subject.len() > 255 || subject.contains(char::is_control) {
        return Err(Unverified::Wrong("the ID token's subject is none"));
    }
    Ok(claims.clone())
}

/// What else the provider says of her.
pub(super) async fn profile(provider: &OidcProvider, proven: &Proven) -> Result<Profile, Trouble> {
    let known = provider.known().await?;
    if proven.profile.is_named() && proven.profile.email.is_some() {
        return Ok(proven.profile.clone());
    }
    let client = client(provider, &known);
    let subject = SubjectIdentifier::new(proven.subject.clone());
    let Ok(request) = client.user_info(AccessToken::new(proven.access_token.to_string()), Some(subject))
    else {
        return Ok(proven.profile.clone());
    };
    let claims: CoreUserInfoClaims = request.request_async(&provider.http).await.map_err(|e| match e {
        UserInfoError::Request(_) => Trouble::Away("its user info endpoint did not answer"),
        _ => Trouble::Refused("what its user info endpoint answers does not count"),
    })?;
    let _: &EmptyAdditionalClaims = claims.additional_claims();
    Ok(of_claims(claims.standard_claims()))
}

fn of_token(claims: &CoreIdTokenClaims) -> Profile {
    Profile {
        name: first(claims.name()),
        given_name: first(claims.given_name()),
        family_name: first(claims.family_name()),
        username: claims.preferred_username().map(|name| name.to_string()),
        email: claims.email().map(|email| email.to_string()),
        email_verified: claims.email_verified() == Some(true),
    }
}

fn of_claims(claims: &StandardClaims<CoreGenderClaim>) -> Profile {
    Profile {
        name: first(claims.name()),
        given_name: first(claims.given_name()),
        family_name: first(claims.family_name()),
        username: claims.preferred_username().map(|name| name.to_string()),
        email: claims.email().map(|email| email.to_string()),
        email_verified: claims.email_verified() == Some(true),
    }
}

/// A claim that may come in several languages: the one without, else any.
fn first<T: std::ops::Deref<Target = String> + Clone>(claim: Option<&LocalizedClaim<T>>) -> Option<String> {
    let claim = claim?;
    let found = claim.get(None).or_else(|| claim.iter().next().map(|(_, value)| value));
    found.map(|value| value.to_string())
}
