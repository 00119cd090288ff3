//! The schema of a request: `auth`, `header`, `info`, in this order, and the bytes of each as they stand.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::{
    fault::Fault,
    time,
    xml::{self, Element, Namespace},
};

/// A digest or a MAC, with the name of its algorithm.
#[derive(Debug, Clone, Copy)]
pub struct Proof<'e> {
    /// As the client calls it.
    pub algorithm: &'e str,
    /// Base64, white space included.
    pub base64: &'e str,
}

/// Who calls.
#[derive(Clone, PartialEq, Eq)]
pub enum Caller<'e> {
    /// Nobody who proves it: `app-id`.
    Anonymous(Uuid),
    /// An app with a session: `auth-session`.
    Session {
        /// `auth-token`.
        token: &'e str,
        /// Whether a signed-in user's token was sent. None is ever issued.
        user_token: bool,
        /// `offline-person-id`; the all-zero id counts as absent.
        person: Option<Uuid>,
    },
}

impl std::fmt::Debug for Caller<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Caller::Anonymous(app) => write!(f, "Anonymous({app})"),
            Caller::Session { .. } => f.write_str("Session(…)"),
        }
    }
}

/// What a request's header says.
#[derive(Debug)]
pub struct Header<'e> {
    /// The method's name, exact.
    pub method: &'e str,
    /// Its version; 1 when it is left out. `None` for a number that no version has.
    pub version: Option<u32>,
    /// `record-id`; the all-zero id counts as absent.
    pub record: Option<Uuid>,
    /// Who calls.
    pub caller: Caller<'e>,
    /// Whether the answer shall be transformed.
    pub final_xsl: bool,
    /// When the client wrote the message.
    pub time: DateTime<Utc>,
    /// For how many seconds after that it may be processed.
    pub ttl: u32,
    /// The hash of `info`.
    pub info_hash: Option<Proof<'e>>,
}

/// A request, read.
#[derive(Debug)]
pub struct Envelope<'e> {
    /// The HMAC of `header`.
    pub auth: Option<Proof<'e>>,
    /// What the header says.
    pub header: Header<'e>,
    /// The header's bytes as they stand.
    pub header_bytes: &'e [u8],
    /// The method's parameters.
    pub info: &'e Element<'e>,
    /// Their bytes as they stand.
    pub info_bytes: &'e [u8],
    text: &'e str,
}

impl<'e> Envelope<'e> {
    /// Reads the schema out of a parsed document and the text that it was parsed from.
    pub fn read(text: &'e str, root: &'e Element<'e>) -> Result<Self, Fault> {
        if root.name != "request" || root.namespace != Namespace::Request {
            return Err(Fault::xml("The root is not the platform's <request>."));
        }
        let mut parts = root.children()?;
        let auth = match parts.optional("auth") {
            None => None,
            Some(auth) => {
                let mut children = auth.children()?;
                let mac = proof(children.required("hmac-data")?)?;
                children.end()?;
                Some(mac)
            }
        };
        let header = parts.required("header")?;
        let info = parts.required("info")?;
        parts.end()?;
        let bytes = |of: &Element<'_>| text.as_bytes().get(of.span.clone()).unwrap_or_default();
        Ok(Self {
            auth,
            header: read_header(header)?,
            header_bytes: bytes(header),
            info,
            info_bytes: bytes(info),
            text,
        })
    }

    /// The bytes of an element of this request as they stand.
    pub fn bytes(&self, of: &Element<'_>) -> &'e [u8] {
        self.text.as_bytes().get(of.span.clone()).unwrap_or_default()
    }
}

fn proof<'e>(element: &'e Element<'_>) -> Result<Proof<'e>, Fault> {
    let algorithm = element.attribute("algName").ok_or_else(|| Fault::xml("algName is missing."))?;
    Ok(Proof { algorithm, base64: element.text()? })
}

fn read_header<'e>(header: &'e Element<'e>) -> Result<Header<'e>, Fault> {
    let mut children = header.children()?;
    let method = children.required("method")?.text()?;
    let version = match children.optional("method-version") {
        None => Some(1),
        Some(version) => integer(version)?,
    };
    // Impersonation is not for apps.
    if let Some(target) = children.optional("target-person-id") {
        guid(target)?;
    }
    let record = children.optional("record-id").map(guid_if_any).transpose()?.flatten();
    let caller = match children.optional("app-id") {
        Some(app) => Caller::Anonymous(guid(app)?.unwrap_or_default()),
        None => session(children.required("auth-session")?)?,
    };
    for ignored in ["language", "country", "culture-code"] {
        if let Some(element) = children.optional(ignored) {
            element.text()?;
        }
    }
    let final_xsl = children.optional("final-xsl").is_some();
    let time = time::parse(children.required("msg-time")?.token()?)
        .ok_or_else(|| Fault::xml("msg-time is not a time."))?;
    let ttl = integer(children.required("msg-ttl")?)?.ok_or_else(|| Fault::xml("msg-ttl is negative."))?;
    if children.required("version")?.text()?.is_empty() {
        return Err(Fault::xml("version is empty."));
    }
    let info_hash = match children.optional("info-hash") {
        None => None,
        Some(hash) => {
            let mut inner = hash.children()?;
            let found = proof(inner.required("hash-data")?)?;
            inner.end()?;
            Some(found)
        }
    };
    children.end()?;
    Ok(Header { method, version, record, caller, final_xsl, time, ttl, info_hash })
}

fn session<'e>(session: &'e Element<'e>) -> Result<Caller<'e>, Fault> {
    let mut children = session.children()?;
    let token = children.required("auth-token")?.token()?;
    let user_token = match children.optional("user-auth-token") {
        None => false,
        Some(user) => !user.text()?.is_empty(),
    };
    let person = match children.optional("offline-person-info") {
        Some(info) if !user_token => {
            let mut inner = info.children()?;
            let person = guid_if_any(inner.required("offline-person-id")?)?;
            inner.end()?;
            person
        }
        Some(_) => return Err(Fault::xml("A session is for one person at most.")),
        None => None,
    };
    children.end()?;
    Ok(Caller::Session { token, user_token, person })
}

/// An id in its one form, `8-4-4-4-12` hexadecimal digits. "Treat the all-zero GUID as absent everywhere."
pub fn guid(element: &Element<'_>) -> Result<Option<Uuid>, Fault> {
    let text = element.token()?;
    let bad = || Fault::xml(format!("<{}> is not a GUID.", known(element)));
    if text.len() != 36 {
        return Err(bad());
    }
    let id = Uuid::try_parse(text).map_err(|_| bad())?;
    Ok(Some(id).filter(|id| !id.is_nil()))
}

/// The same where one client, which cannot leave the element out, may have nothing to put into it.
fn guid_if_any(element: &Element<'_>) -> Result<Option<Uuid>, Fault> {
    if element.token()?.is_empty() { Ok(None) } else { guid(element) }
}

/// The element's name, for messages: only names that a schema led to come here, so nothing of the sender's is told.
fn known<'a>(element: &Element<'a>) -> &'a str {
    element.name
}

/// An integer. `None` when it is negative; one that is too large for anything is cut.
pub fn integer(element: &Element<'_>) -> Result<Option<u32>, Fault> {
    let text = element.token()?;
    let (negative, digits) = match text.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return Err(Fault::xml(format!("<{}> is not an integer.", known(element))));
    }
    let negative = negative && digits.bytes().any(|b| b != b'0');
    Ok((!negative).then(|| digits.parse().unwrap_or(u32::MAX)))
}

/// Reads a request's text: its elements, then its schema. What the fuzz targets are given.
pub fn check(body: &[u8]) -> Result<(), Fault> {
    let text = xml::text(body)?;
    let root = xml::parse(text)?;
    Envelope::read(text, &root).map(|_| ())
}
