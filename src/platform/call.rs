//! A call, from its text to its answer, in the order of checks that clients know: schema (3), method (5), session
//! (11, 8, 65), HMAC and info hash (4), time (49), app (6); what is left is the method's.

use chrono::TimeDelta;
use data_encoding::BASE64;
use hmac::{Hmac, KeyInit, Mac};
use sha1::Sha1;
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;
use url::Url;
use uuid::Uuid;

use super::{
    answer::Answer,
    envelope::{Caller, Envelope, Header, Proof},
    fault::{Code, Failure, Fault},
    methods::{self, Method},
    session,
    xml::Element,
};
use crate::{
    actions::{
        Parts,
        platform_session::{self, Found, MacAlgorithm},
    },
    domain::application::App,
};

/// "Cap the ttl."
const LONGEST_TTL: u32 = 36_000;
/// How far in the future a message may have been written: "at least 15 minutes"; one client writes the month into the
/// minutes, some write local time.
const AHEAD: TimeDelta = TimeDelta::hours(1);

/// A call whose sender is known, for the methods.
#[derive(Debug)]
pub struct Call<'e> {
    /// What the use cases need.
    pub parts: &'e Parts,
    /// The address that links begin with.
    pub base_url: &'e Url,
    /// The app that calls.
    pub app: App,
    /// The version of the method.
    pub version: u32,
    /// The method's parameters.
    pub info: &'e Element<'e>,
    /// Whether a signed-in user's token was sent.
    pub user_token: bool,
    /// The person for whom the app calls.
    pub person: Option<Uuid>,
    /// The record that the app means.
    pub record: Option<Uuid>,
}

/// Carries out what a request asks for.
pub async fn answer(parts: &Parts, base_url: &Url, envelope: &Envelope<'_>) -> Result<Answer, Failure> {
    let header = &envelope.header;
    let unknown = || Fault::new(Code::BadMethod, "The platform has no such method or version.");
    let version = header.version.ok_or_else(unknown)?;
    let method = Method::find(header.method, version).ok_or_else(unknown)?;
    if header.final_xsl {
        return Err(
            Fault::new(Code::InvalidTransform, "Answers are not transformed: leave final-xsl out.").into()
        );
    }
    if method == Method::SignIn {
        return session::sign_in(parts, envelope, version).await;
    }
    let (app, user_token, person) = match header.caller {
        Caller::Session { token, user_token, person } => {
            (authenticate(parts, envelope, token).await?, user_token, person)
        }
        Caller::Anonymous(id) if method.is_anonymous() => (session::known_app(parts, id).await?, false, None),
        Caller::Anonymous(_) => {
            return Err(Fault::new(Code::AccessDenied, "This method needs a session: sign in first.").into());
        }
    };
    if !app.enabled {
        return Err(Fault::new(Code::InvalidApp, "The app is disabled.").into());
    }
    if !method.is_anonymous() {
        app.may_use_connect_methods()?;
    }
    let call = Call {
        parts,
        base_url,
        app,
        version,
        info: envelope.info,
        user_token,
        person,
        record: header.record,
    };
    methods::run(method, &call).await
}

/// The app whose session this is, if it wrote the message, as it stands, and not too long ago.
async fn authenticate(parts: &Parts, envelope: &Envelope<'_>, token: &str) -> Result<App, Failure> {
    let session = match platform_session::find(parts, token).await? {
        Found::Session(session) => session,
        Found::Expired => {
            return Err(Fault::new(Code::SessionExpired, "The session has expired: sign in again.").into());
        }
        Found::Garbage => {
            return Err(
                Fault::new(Code::InvalidToken, "The session's token is none of this platform.").into()
            );
        }
    };
    let forged = |what| Fault::new(Code::BadSig, what);
    if !envelope
        .auth
        .is_some_and(|mac| is_mac(&mac, session.algorithm, &session.secret, envelope.header_bytes))
    {
        return Err(forged("The HMAC of the header is missing or wrong.").into());
    }
    if !envelope.header.info_hash.is_some_and(|hash| is_hash(&hash, envelope.info_bytes)) {
        return Err(forged("The hash of info is missing or wrong.").into());
    }
    check_time(parts, &envelope.header)?;
    Ok(session.app)
}

fn check_time(parts: &Parts, header: &Header<'_>) -> Result<(), Fault> {
    let now = parts.now();
    let ttl = TimeDelta::seconds(header.ttl.min(LONGEST_TTL).into());
    if now > header.time + ttl || header.time > now + AHEAD {
        return Err(Fault::new(
            Code::RequestTimedOut,
            "The message is too old, or its time is in the future.",
        ));
    }
    Ok(())
}

/// Base64 with whatever white space in and around it.
pub fn base64(text: &str) -> Option<Vec<u8>> {
    let packed: String = text.chars().filter(|c| !c.is_ascii_whitespace()).collect();
    BASE64.decode(packed.as_bytes()).ok()
}

/// Whether this is the hash of these bytes, by one of the two algorithms that there are.
pub fn is_hash(hash: &Proof<'_>, bytes: &[u8]) -> bool {
    let Some(claimed) = base64(hash.base64) else { return false };
    match hash.algorithm {
        "SHA256" => Sha256::digest(bytes).as_slice().ct_eq(&claimed).into(),
        "SHA1" => Sha1::digest(bytes).as_slice().ct_eq(&claimed).into(),
        _ => false,
    }
}

/// Whether this is the HMAC of these bytes, by the session's algorithm, which the message must name. In constant time.
pub fn is_mac(mac: &Proof<'_>, algorithm: MacAlgorithm, key: &[u8], bytes: &[u8]) -> bool {
    let Some(claimed) = base64(mac.base64) else { return false };
    if mac.algorithm != algorithm.as_str() {
        return false;
    }
    match algorithm {
        MacAlgorithm::HmacSha1 => Hmac::<Sha1>::new_from_slice(key)
            .is_ok_and(|hmac| hmac.chain_update(bytes).verify_slice(&claimed).is_ok()),
        MacAlgorithm::HmacSha256 => Hmac::<Sha256>::new_from_slice(key)
            .is_ok_and(|hmac| hmac.chain_update(bytes).verify_slice(&claimed).is_ok()),
    }
}
