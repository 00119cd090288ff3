//! A client in every dialect that old libraries speak. It builds requests from text, makes its own keys, hashes and
//! signatures, and holds every answer against the rules that those libraries impose.

mod dialect;
mod keys;
mod reply;
mod sign_in;

pub use self::{
    dialect::{Dialect, NET, dialects},
    keys::{TestKey, expired_key, key, other_key},
    reply::{Reply, read},
};

use std::{
    io::Write,
    sync::{Arc, Mutex},
};

use chrono::{DateTime, Utc};
use data_encoding::BASE64;
use hmac::{Hmac, KeyInit, Mac};
use patient_connect::{actions::operator::apps, domain::application::App, ports::MovableClock};
use regex::Regex;
use sha1::Sha1;
use sha2::{Digest, Sha256};

use crate::support::TestPortal;

/// For whom a call is made.
#[derive(Clone, Copy, Default)]
pub struct For<'a> {
    pub person: Option<&'a str>,
    pub record: Option<&'a str>,
}

pub const NOBODY: For<'static> = For { person: None, record: None };
const ZERO: &str = "00000000-0000-0000-0000-000000000000";

/// What a session is.
#[derive(Clone)]
pub struct Session {
    pub token: String,
    pub secret: Vec<u8>,
    pub mac: &'static str,
}

/// A client of one app.
#[derive(Clone)]
pub struct Client {
    http: reqwest::Client,
    pub base: String,
    pub app: String,
    pub key: &'static TestKey,
    pub dialect: Dialect,
    pub clock: Arc<MovableClock>,
    pub session: Option<Session>,
    /// What no refusal may repeat.
    hidden: Arc<Mutex<Vec<String>>>,
}

/// Registers the test's key with the portal's app and gives a client of it.
pub async fn client(portal: &TestPortal, dialect: Dialect) -> Client {
    let mut app = portal.app.clone();
    app.certificates = vec![other_key_pem_first(), key().pem.clone()];
    apps::apply(&portal.installation.context, &app).await.unwrap();
    client_of(portal, dialect, &app)
}

/// An app may have several certificates; the thumbprint selects.
fn other_key_pem_first() -> String {
    include_str!("../rsa.pem").to_owned()
}

pub fn client_of(portal: &TestPortal, dialect: Dialect, app: &App) -> Client {
    Client {
        http: reqwest::Client::new(),
        base: portal.base.clone(),
        app: app.id.to_string(),
        key: key(),
        dialect,
        clock: portal.clock.clone(),
        session: None,
        hidden: Arc::default(),
    }
}

/// Another clinic's app with the same key, changed before it is registered.
pub async fn another_client(portal: &TestPortal, change: impl FnOnce(&mut App)) -> Client {
    let mut made = None;
    portal
        .another_app(|app| {
            app.certificates = vec![key().pem.clone()];
            change(app);
            made = Some(app.clone());
        })
        .await;
    client_of(portal, NET, &made.unwrap())
}

pub fn hash(algorithm: &str, bytes: &[u8]) -> String {
    match algorithm {
        "SHA1" => BASE64.encode(&Sha1::digest(bytes)),
        "SHA256" => BASE64.encode(&Sha256::digest(bytes)),
        other => panic!("{other}"),
    }
}

pub fn hmac(algorithm: &str, key: &[u8], bytes: &[u8]) -> String {
    match algorithm {
        "HMACSHA1" => BASE64
            .encode(&Hmac::<Sha1>::new_from_slice(key).unwrap().chain_update(bytes).finalize().into_bytes()),
        "HMACSHA256" => BASE64.encode(
            &Hmac::<Sha256>::new_from_slice(key).unwrap().chain_update(bytes).finalize().into_bytes(),
        ),
        other => panic!("{other}"),
    }
}

pub fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

pub fn deflate(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

/// A request in its parts, so that a test can spoil one of them before they are put together.
#[derive(Clone)]
pub struct Context {
    pub auth: String,
    pub header: String,
    pub info: String,
    pub session: Option<Session>,
}

impl Client {
    pub fn hide(&self, text: &str) {
        self.hidden.lock().unwrap().push(text.to_owned());
    }

    fn now(&self) -> DateTime<Utc> {
        use patient_connect::ports::Clock;
        self.clock.real()
    }

    /// Wraps what a method takes into `info`.
    pub fn info(&self, content: &str) -> String {
        if content.is_empty() {
            self.dialect.empty_info.to_owned()
        } else {
            format!("<info>{content}</info>")
        }
    }

    fn attribute(&self, name: &str, value: &str) -> String {
        format!("{name}={q}{value}{q}", q = self.dialect.quote)
    }

    /// Puts the root around.
    pub fn envelope(&self, inner: &str) -> String {
        let d = &self.dialect;
        let namespace = self.attribute(&format!("xmlns:{}", d.prefix), "urn:com.microsoft.wc.request");
        format!("{}<{p}:request {namespace}>{inner}</{p}:request>{}", d.around.0, d.around.1, p = d.prefix)
    }

    /// An unauthenticated request.
    pub fn anonymous(&self, method: &str, version: u32, info: &str) -> String {
        let d = &self.dialect;
        let (hash_element, gap) = (self.info_hash(info), if d.pretty { "\n      " } else { "" });
        let hash_element = if d.always_hash { hash_element } else { String::new() };
        let header = [
            format!("<method>{method}</method>"),
            format!("<method-version>{version}</method-version>"),
            format!("<app-id>{}</app-id>", self.app),
            d.language.to_owned(),
            format!("<msg-time>{}</msg-time>", (d.anonymous_time)(self.now())),
            format!("<msg-ttl>{}</msg-ttl>", d.ttl),
            "<version>test/1.0</version>".to_owned(),
            hash_element,
        ]
        .join(gap);
        self.envelope(&format!("{gap}<header>{gap}{header}{gap}</header>{gap}{info}{gap}"))
    }

    fn info_hash(&self, info: &str) -> String {
        let hash = hash(self.dialect.hash, info.as_bytes());
        let algorithm = self.attribute("algName", self.dialect.hash);
        format!("<info-hash><hash-data {algorithm}>{hash}</hash-data></info-hash>")
    }

    /// The parts of an authenticated request, rightly made.
    pub fn context(&self, method: &str, version: u32, info: &str, who: For<'_>) -> Context {
        let d = &self.dialect;
        let session = self.session.clone().expect("signed in");
        let record = who.record.map_or(String::new(), |id| format!("<record-id>{id}</record-id>"));
        let person = who.person.or(d.always_person.then_some(ZERO)).map_or(String::new(), |id| {
            format!("<offline-person-info><offline-person-id>{id}</offline-person-id></offline-person-info>")
        });
        let header = format!(
            "<header><method>{method}</method><method-version>{version}</method-version>{record}\
             <auth-session><auth-token>{}</auth-token>{person}</auth-session>{}<msg-time>{}</msg-time>\
             <msg-ttl>{}</msg-ttl><version>test/1.0</version>{}</header>",
            session.token,
            d.language,
            (d.time)(self.now()),
            d.ttl,
            self.info_hash(info),
        );
        self.sign(header, info, session)
    }

    /// Authenticates a header.
    pub fn sign(&self, header: String, info: &str, session: Session) -> Context {
        let mac = hmac(session.mac, &session.secret, header.as_bytes());
        let algorithm = self.attribute("algName", session.mac);
        let auth = format!("<auth><hmac-data {algorithm}>{mac}</hmac-data></auth>");
        Context { auth, header, info: info.to_owned(), session: Some(session) }
    }

    pub fn join(&self, context: &Context) -> String {
        self.envelope(&format!("{}{}{}", context.auth, context.header, context.info))
    }

    /// Calls a method of version 1 with a session.
    pub async fn call(&self, method: &str, content: &str, who: For<'_>) -> Reply {
        let context = self.context(method, 1, &self.info(content), who);
        self.send(&self.join(&context)).await
    }

    /// Sends a request as this dialect does.
    pub async fn send(&self, text: &str) -> Reply {
        let body = match self.dialect.coding {
            Some("gzip") => gzip(text.as_bytes()),
            Some("deflate") => deflate(text.as_bytes()),
            _ => text.as_bytes().to_vec(),
        };
        self.send_bytes(body, self.dialect.coding).await
    }

    pub async fn send_bytes(&self, body: Vec<u8>, coding: Option<&str>) -> Reply {
        let url = format!("{}{}", self.base, self.dialect.path);
        let mut request = self.http.post(url).header("content-type", self.dialect.content_type).body(body);
        if let Some(coding) = coding {
            request = request.header("content-encoding", coding);
        }
        self.take(request).await
    }

    /// Any request, whose answer must have the form that clients read.
    pub async fn take(&self, request: reqwest::RequestBuilder) -> Reply {
        let response = request.send().await.unwrap();
        assert_eq!(response.status().as_u16(), 200, "200 for every answer");
        let header = |name: &str| response.headers().get(name).map(|v| v.to_str().unwrap().to_owned());
        assert_eq!(header("content-type").as_deref(), Some("text/xml; charset=utf-8"));
        let id = header("wc_responseid").expect("an id for logs");
        assert!(Regex::new("^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$").unwrap().is_match(&id), "{id}");
        assert!(header("content-encoding").is_none(), "not asked for");
        let body = response.text().await.unwrap();
        let reply = read(&body);
        if reply.code != 0 {
            for hidden in self.hidden.lock().unwrap().iter() {
                assert!(!body.contains(hidden), "a refusal repeats nothing secret: {body}");
            }
        }
        reply
    }

    /// What CreateConnectRequest takes.
    pub fn new_request(&self, friendly: &str, question: &str, answer: &str, external_id: &str) -> String {
        let text = self.dialect.text;
        format!(
            "<friendly-name>{}</friendly-name><question>{}</question><answer>{}</answer><external-id>{}</external-id>",
            text(friendly),
            text(question),
            text(answer),
            text(external_id)
        )
    }

    /// Creates a request and gives its code.
    pub async fn create(&self, answer: &str, external_id: &str) -> String {
        self.hide(answer);
        let content = self.new_request("Zoë’s <visits> & more", "Fav colör?", answer, external_id);
        let reply = self.call("CreateConnectRequest", &content, NOBODY).await.ok().of("CreateConnectRequest");
        let code = reply.one("identity-code");
        assert!(Regex::new("^([B-Z]{4}-){4}[B-Z]{4}$").unwrap().is_match(&code));
        self.hide(&code);
        code
    }
}
