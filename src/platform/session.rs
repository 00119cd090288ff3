//! Signing in: CreateAuthenticatedSessionToken, version 1 (the client makes the secret) and 2 (the server does).
//!
//! The header of this call is not authenticated, and two libraries write a constant time into it ("do not enforce
//! `msg-time` on anonymous calls"), so its time says nothing: version 2 has a time in what is signed, version 1 has none.
//! What keeps either from being used twice is memory.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use data_encoding::BASE64;
use uuid::Uuid;
use zeroize::Zeroizing;

use super::{
    answer::{Answer, Xml},
    budget::Budget,
    envelope::{Caller, Envelope, guid},
    fault::{Code, Failure, Fault},
    proof::base64,
    time,
    xml::Element,
};
use crate::{
    actions::{
        Context,
        app::platform_session::{self, MacAlgorithm, SignIn, SignedMessage},
    },
    domain::{
        application::App,
        certificate::{Certificate, SignatureAlgorithm},
    },
    ports,
};

/// How far from now a signature of version 2 may have been made.
const SIGNED_WITHIN: TimeDelta = TimeDelta::hours(1);
/// The shortest secret that a client may make, in bytes. All known ones have 20 or more.
const SHORTEST_SECRET: usize = 16;
/// The longest, in characters of base64.
const LONGEST_SECRET: usize = 512;
/// The server's own secrets, in bytes.
const SECRET_BYTES: usize = 32;

/// What a client signed.
struct Credential<'e> {
    /// The ids that must be one.
    apps: [Uuid; 2],
    signature: Signature<'e>,
    /// The signed bytes as they stand.
    signed: &'e [u8],
    secret: Secret,
}

struct Signature<'e> {
    digest_method: &'e str,
    method: &'e str,
    thumbprint: &'e str,
    base64: &'e str,
}

/// Who makes the session's secret.
enum Secret {
    /// The client did.
    Given { algorithm: MacAlgorithm, key: Zeroizing<Vec<u8>> },
    /// The server shall.
    Wanted { algorithm: MacAlgorithm, signed_at: DateTime<Utc> },
}

impl Secret {
    /// The key itself, made where the server shall make it.
    fn into_key(self, context: &Context) -> (MacAlgorithm, Zeroizing<Vec<u8>>) {
        match self {
            Secret::Given { algorithm, key } => (algorithm, key),
            Secret::Wanted { algorithm, .. } => {
                (algorithm, Zeroizing::new(ports::bytes::<SECRET_BYTES>(&*context.random).to_vec()))
            }
        }
    }
}

/// An app that has proved who it is, by a message that may be accepted.
struct Proven<'e> {
    app: Arc<App>,
    credential: Credential<'e>,
    /// The signature's bytes.
    signature: Vec<u8>,
    accepted_until: DateTime<Utc>,
}

/// Makes a session for an app that proves who it is. A message that proves nothing, or has done so before, counts for
/// the address it came from; only a good new one counts for the app, so nobody else can use up what an app may do.
pub async fn sign_in(
    context: &Context,
    budget: &Budget<'_>,
    envelope: &Envelope<'_>,
    version: u32,
) -> Result<Answer, Failure> {
    let unproven = |failure| budget.unproven(failure);
    let proven = prove(context, envelope, version).await.map_err(unproven)?;
    let message = SignedMessage {
        signature: &proven.signature,
        accepted_until: proven.accepted_until,
        thumbprint: proven.credential.signature.thumbprint,
    };
    let (app_id, secret) = (proven.app.id, proven.credential.secret);
    let made = match platform_session::made_by(context, message).await? {
        SignIn::New => {
            budget.charge(app_id)?;
            let (algorithm, key) = secret.into_key(context);
            platform_session::create(context, app_id, algorithm, key, message).await?
        }
        earlier => {
            budget.charge_nobody()?;
            earlier
        }
    };
    match made {
        SignIn::Opened(opened) => Ok(answer(app_id, version, &opened)),
        SignIn::New | SignIn::Spent => {
            // 65 rather than 49: one library keeps what it signed until it reads 65 (or 7), and only then makes anew.
            let what = "This sign-in was used before: sign in with a new secret or signing-time.";
            Err(unproven(Fault::new(Code::SessionExpired, what).into()))
        }
    }
}

fn answer(app_id: Uuid, version: u32, opened: &platform_session::Opened) -> Answer {
    let mut xml = Xml::default();
    let attributes = [("app-id", &*app_id.to_string()), ("app-record-auth-action", "NoActionRequired")];
    xml.element_with("token", &attributes, opened.token.reveal());
    if version == 1 {
        return Answer::with("CreateAuthenticatedSessionToken", &xml);
    }
    xml.element("shared-secret", &Zeroizing::new(BASE64.encode(&opened.secret)));
    Answer::with("CreateAuthenticatedSessionToken2", &xml)
}

async fn prove<'e>(context: &Context, envelope: &Envelope<'e>, version: u32) -> Result<Proven<'e>, Failure> {
    let id = match envelope.header.caller {
        Caller::Anonymous(id) => id,
        Caller::Session { .. } => {
            return Err(
                Fault::new(Code::InvalidApp, "Signing in names the app in the header's app-id.").into()
            );
        }
    };
    let credential = read(envelope, version)?;
    let app = known_app(context, id).await?;
    if credential.apps != [id, id] {
        return Err(Fault::new(Code::InvalidApp, "The app's id is not the same everywhere.").into());
    }
    let now = context.clock.real();
    let (certificate, signature) = check_signature(&app, &credential, now)?;
    let accepted_until = match credential.secret {
        // Nothing but its certificate's end makes such a message too old.
        Secret::Given { .. } => certificate.not_after(),
        Secret::Wanted { signed_at, .. } => {
            if (now - signed_at).abs() > SIGNED_WITHIN {
                return Err(Fault::new(Code::RequestTimedOut, "signing-time is too far from now.").into());
            }
            signed_at + SIGNED_WITHIN
        }
    };
    Ok(Proven { app, credential, signature, accepted_until })
}

/// An app that may call.
pub async fn known_app(context: &Context, id: Uuid) -> Result<Arc<App>, Failure> {
    let found = platform_session::find_app(context, id).await?.filter(|app| app.enabled);
    found.ok_or_else(|| Fault::new(Code::InvalidApp, "The app is unknown or disabled.").into())
}

/// The certificate that a credential is signed with, and the signature's bytes.
fn check_signature(
    app: &App,
    credential: &Credential<'_>,
    now: DateTime<Utc>,
) -> Result<(Certificate, Vec<u8>), Fault> {
    let signature = &credential.signature;
    let algorithm = match (signature.digest_method, signature.method) {
        ("SHA1", "RSA-SHA1") => SignatureAlgorithm::Sha1,
        ("SHA256", "RSA-SHA256") => SignatureAlgorithm::Sha256,
        _ => return Err(unsupported("The signature's algorithms are not supported, or do not agree.")),
    };
    let certificate = app
        .certificates
        .iter()
        .filter_map(|pem| Certificate::parse(pem.as_bytes()).ok())
        .find(|certificate| certificate.has_thumbprint(signature.thumbprint.trim_ascii()))
        .ok_or_else(|| {
            Fault::new(Code::BadSig, "No certificate of this thumbprint is registered for the app.")
        })?;
    if !certificate.is_valid(now) {
        return Err(Fault::new(Code::BadCert, "The certificate has expired or is not valid yet."));
    }
    let bytes = base64(signature.base64)
        .filter(|bytes| certificate.signed(algorithm, credential.signed, bytes))
        .ok_or_else(|| Fault::new(Code::BadSig, "The signature is wrong."))?;
    Ok((certificate, bytes))
}

fn unsupported(what: &'static str) -> Fault {
    Fault::new(Code::InvalidSignatureAlgorithm, what)
}

fn read<'e>(envelope: &Envelope<'e>, version: u32) -> Result<Credential<'e>, Fault> {
    let mut children = envelope.info.children()?;
    let auth_info = children.required("auth-info")?;
    children.end()?;
    let mut children = auth_info.children()?;
    let outer = app_id(children.required("app-id")?)?;
    let credential = children.required("credential")?;
    children.end()?;

    let mut children = credential.children()?;
    let kind = children.any().ok_or_else(|| Fault::xml("<credential> is empty."))?;
    children.end()?;
    let ours = if version == 1 { "appserver" } else { "appserver2" };
    if kind.name != ours {
        let what = "This version of the method takes no such credential.";
        return Err(Fault::new(Code::InvalidCredentialType, what));
    }
    let mut children = kind.children()?;
    if version == 2 && children.optional("hmacSig").is_some() {
        let what = "Mobile apps may not use the ConnectPackage methods, so they cannot sign in.";
        return Err(Fault::new(Code::AccessDenied, what));
    }
    let sig = children.required("sig")?;
    let content = children.required("content")?;
    children.end()?;
    let attribute = |name| sig.attribute(name).ok_or_else(|| Fault::xml("An attribute of <sig> is missing."));
    let signature = Signature {
        digest_method: attribute("digestMethod")?,
        method: attribute("sigMethod")?,
        thumbprint: attribute("thumbprint")?,
        base64: sig.text()?,
    };

    let mut children = content.children()?;
    let inner = app_id(children.required("app-id")?)?;
    let secret = if version == 1 {
        given(children.optional("shared-secret"))?
    } else {
        wanted(children.required("hmac")?, children.required("signing-time")?)?
    };
    children.end()?;
    Ok(Credential { apps: [outer, inner], signature, signed: envelope.bytes(content), secret })
}

fn app_id(element: &Element<'_>) -> Result<Uuid, Fault> {
    Ok(guid(element)?.unwrap_or_default())
}

fn mac_algorithm(name: &str) -> Result<MacAlgorithm, Fault> {
    MacAlgorithm::parse(name).ok_or_else(|| unsupported("The HMAC's algorithm is not supported."))
}

fn given(element: Option<&Element<'_>>) -> Result<Secret, Fault> {
    let missing =
        || Fault::new(Code::MissingSharedSecret, "The shared secret is missing or shorter than 16 bytes.");
    let mut children = element.ok_or_else(missing)?.children()?;
    let hmac = children.optional("hmac-alg").ok_or_else(missing)?;
    children.end()?;
    let text = hmac.token()?;
    if text.len() > LONGEST_SECRET {
        return Err(Fault::xml("The shared secret is longer than 512 characters."));
    }
    let key = Zeroizing::new(base64(text).ok_or_else(|| Fault::xml("The shared secret is not base64."))?);
    if key.len() < SHORTEST_SECRET {
        return Err(missing());
    }
    let name = hmac.attribute("algName").ok_or_else(|| Fault::xml("algName is missing."))?;
    Ok(Secret::Given { algorithm: mac_algorithm(name)?, key })
}

fn wanted(hmac: &Element<'_>, signing_time: &Element<'_>) -> Result<Secret, Fault> {
    let signed_at =
        time::parse(signing_time.token()?).ok_or_else(|| Fault::xml("signing-time is not a time."))?;
    Ok(Secret::Wanted { algorithm: mac_algorithm(hmac.token()?)?, signed_at })
}
