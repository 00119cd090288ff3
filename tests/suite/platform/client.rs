//! A client in every dialect that old libraries speak. It builds requests from text, makes its own keys, hashes and
//! signatures, and holds every answer against the rules that those libraries impose.

use std::{
    io::Write,
    sync::{Arc, Mutex, OnceLock},
};

use chrono::{DateTime, Utc};
use data_encoding::{BASE64, HEXUPPER};
use hmac::{Hmac, KeyInit, Mac};
use patient_connect::{
    actions::operator::apps,
    domain::application::App,
    ports::{MovableClock, Random, SystemRandom},
};
use regex::Regex;
use rsa::{
    pkcs1v15::SigningKey,
    pkcs8::EncodePrivateKey,
    rand_core::{TryCryptoRng, TryRng},
    signature::{SignatureEncoding, Signer},
};
use sha1::Sha1;
use sha2::{Digest, Sha256};

use crate::support::TestPortal;

/// The system's chance, for the generator of keys.
struct Chance;

impl TryRng for Chance {
    type Error = std::convert::Infallible;
    fn try_next_u32(&mut self) -> Result<u32, Self::Error> {
        Ok(u32::from_le_bytes(patient_connect::ports::bytes(&SystemRandom)))
    }
    fn try_next_u64(&mut self) -> Result<u64, Self::Error> {
        Ok(u64::from_le_bytes(patient_connect::ports::bytes(&SystemRandom)))
    }
    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Self::Error> {
        SystemRandom.fill(bytes);
        Ok(())
    }
}

impl TryCryptoRng for Chance {}

/// An app's key and its certificate.
pub struct TestKey {
    private: rsa::PrivateKey,
    pub pem: String,
    pub thumbprint: String,
}

impl TestKey {
    fn new(bits: usize, last_year: i32) -> Self {
        let private = rsa::PrivateKey::new(&mut Chance, bits).unwrap();
        let pkcs8 = private.to_pkcs8_der().unwrap().as_bytes().to_vec();
        let pair = rcgen::KeyPair::try_from(pkcs8).unwrap();
        let mut parameters = rcgen::CertificateParams::new(Vec::new()).unwrap();
        parameters.not_before = rcgen::date_time_ymd(2001, 1, 1);
        parameters.not_after = rcgen::date_time_ymd(last_year, 12, 31);
        let certificate = parameters.self_signed(&pair).unwrap();
        Self {
            private,
            pem: certificate.pem(),
            thumbprint: HEXUPPER.encode(&Sha1::digest(certificate.der())),
        }
    }

    fn sign(&self, algorithm: &str, message: &[u8]) -> Vec<u8> {
        match algorithm {
            "SHA1" => SigningKey::<Sha1>::new(self.private.clone()).sign(message).to_vec(),
            "SHA256" => SigningKey::<Sha256>::new(self.private.clone()).sign(message).to_vec(),
            other => panic!("{other}"),
        }
    }
}

/// The key that most tests use, made once.
pub fn key() -> &'static TestKey {
    static KEY: OnceLock<TestKey> = OnceLock::new();
    KEY.get_or_init(|| TestKey::new(2048, 2099))
}

/// A key that no app has registered.
pub fn other_key() -> &'static TestKey {
    static KEY: OnceLock<TestKey> = OnceLock::new();
    KEY.get_or_init(|| TestKey::new(2048, 2099))
}

/// A key whose certificate has expired.
pub fn expired_key() -> &'static TestKey {
    static KEY: OnceLock<TestKey> = OnceLock::new();
    KEY.get_or_init(|| TestKey::new(2048, 2020))
}

/// How a library writes its requests.
#[derive(Clone, Copy)]
pub struct Dialect {
    pub name: &'static str,
    pub path: &'static str,
    pub content_type: &'static str,
    /// Before the root, and after it.
    pub around: (&'static str, &'static str),
    pub prefix: &'static str,
    pub quote: char,
    /// White space between elements, on unauthenticated calls only.
    pub pretty: bool,
    pub cast: u32,
    pub signature: &'static str,
    pub hash: &'static str,
    pub mac: &'static str,
    /// Hash the `info` of unauthenticated calls too.
    pub always_hash: bool,
    pub lower_thumbprint: bool,
    pub base64: fn(&str) -> String,
    pub empty_info: &'static str,
    pub language: &'static str,
    pub time: fn(DateTime<Utc>) -> String,
    /// The same on unauthenticated calls.
    pub anonymous_time: fn(DateTime<Utc>) -> String,
    pub ttl: u32,
    pub text: fn(&str) -> String,
    /// Cannot leave the person out.
    pub always_person: bool,
    pub coding: Option<&'static str>,
}

fn plain(base64: &str) -> String {
    base64.to_owned()
}

fn broken(base64: &str) -> String {
    base64.as_bytes().chunks(76).map(|line| String::from_utf8_lossy(line).into_owned() + "\n").collect()
}

fn indented(base64: &str) -> String {
    format!("\n            {base64}\n        ")
}

fn raw(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

fn numeric(text: &str) -> String {
    raw(text).chars().map(|c| if c.is_ascii() { c.to_string() } else { format!("&#{};", c as u32) }).collect()
}

fn net_time(at: DateTime<Utc>) -> String {
    let text = at.format("%Y-%m-%dT%H:%M:%S%.3f").to_string();
    format!("{}Z", text.trim_end_matches('0').trim_end_matches('.'))
}

fn bare_time(at: DateTime<Utc>) -> String {
    at.format("%Y-%m-%dT%H:%M:%S").to_string()
}

fn ruby_time(at: DateTime<Utc>) -> String {
    (at + chrono::TimeDelta::hours(2)).format("%Y-%m-%dT%H:%M:%S+02:00").to_string()
}

fn micros_time(at: DateTime<Utc>) -> String {
    at.format("%Y-%m-%dT%H:%M:%S%.6f").to_string()
}

fn pyhv_time(at: DateTime<Utc>) -> String {
    at.format("%Y-%m-%dT%H:%M:%S%.6f+00:00").to_string()
}

/// The minutes hold the month.
fn pyo_time(at: DateTime<Utc>) -> String {
    at.format("%Y-%m-%dT%H:%m:%S").to_string()
}

fn pyo_anonymous(_: DateTime<Utc>) -> String {
    "2008-06-21T03:13:50.750-04:00".to_owned()
}

fn basic_time(_: DateTime<Utc>) -> String {
    "2010-01-01T00:00:00Z".to_owned()
}

pub const NET: Dialect = Dialect {
    name: "NET",
    path: "/platform/wildcat.ashx",
    content_type: "text/xml",
    around: ("", ""),
    prefix: "wc-request",
    quote: '"',
    pretty: false,
    cast: 2,
    signature: "SHA1",
    hash: "SHA256",
    mac: "HMACSHA256",
    always_hash: false,
    lower_thumbprint: false,
    base64: plain,
    empty_info: "<info />",
    language: "<culture-code>en-US</culture-code>",
    time: net_time,
    anonymous_time: net_time,
    ttl: 1800,
    text: raw,
    always_person: false,
    coding: None,
};

/// All of them.
pub fn dialects() -> Vec<Dialect> {
    vec![
        NET,
        Dialect { name: "NET, gzip", coding: Some("gzip"), language: "<culture-code />", ..NET },
        Dialect {
            name: "NET, deflate",
            coding: Some("deflate"),
            signature: "SHA256",
            path: "/Platform/Wildcat.ashx",
            ..NET
        },
        Dialect { name: "NET, SHA-1", hash: "SHA1", mac: "HMACSHA1", ..NET },
        Dialect { name: "NETSTD", always_hash: true, content_type: "text/xml; charset=utf-8", ..NET },
        Dialect {
            name: "JAVA",
            cast: 1,
            lower_thumbprint: true,
            empty_info: "<info/>",
            language: "<language>en</language><country>US</country>",
            time: bare_time,
            anonymous_time: bare_time,
            ttl: 29_100,
            ..NET
        },
        Dialect {
            name: "RUBY",
            cast: 1,
            hash: "SHA1",
            mac: "HMACSHA1",
            quote: '\'',
            lower_thumbprint: true,
            empty_info: "<info/>",
            language: "<language>en</language><country>US</country>",
            time: ruby_time,
            anonymous_time: ruby_time,
            ttl: 29_100,
            ..NET
        },
        Dialect {
            name: "PHP",
            cast: 1,
            hash: "SHA1",
            mac: "HMACSHA1",
            content_type: "application/x-www-form-urlencoded",
            around: ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "\n"),
            empty_info: "<info></info>",
            language: "<language>en</language><country>US</country>",
            time: bare_time,
            anonymous_time: bare_time,
            ttl: 29_100,
            always_person: true,
            ..NET
        },
        Dialect {
            name: "PY-S",
            base64: indented,
            empty_info: "<info></info>",
            language: "<language>en</language><country>US</country>",
            time: micros_time,
            anonymous_time: micros_time,
            ..NET
        },
        Dialect {
            name: "PY-O",
            cast: 1,
            hash: "SHA1",
            mac: "HMACSHA1",
            base64: broken,
            empty_info: "<info/>",
            language: "<language>en</language><country>US</country>",
            time: pyo_time,
            anonymous_time: pyo_anonymous,
            ttl: 36_000,
            ..NET
        },
        Dialect {
            name: "PYHV",
            hash: "SHA1",
            always_hash: true,
            base64: broken,
            empty_info: "<info/>",
            language: "<language>en</language><country>US</country>",
            time: pyhv_time,
            anonymous_time: pyhv_time,
            ttl: 3_600,
            text: numeric,
            path: "/wildcat.ashx",
            ..NET
        },
        Dialect {
            name: "RUBY-BASIC",
            cast: 1,
            hash: "SHA1",
            mac: "HMACSHA1",
            path: "//platform//wildcat.ashx",
            around: ("    ", ""),
            prefix: "any",
            pretty: true,
            empty_info: "<info/>",
            language: "<language>en</language><country>US</country>",
            time: bare_time,
            anonymous_time: basic_time,
            ttl: 36_000,
            ..NET
        },
    ]
}

/// For whom a call is made.
#[derive(Clone, Copy, Default)]
pub struct For<'a> {
    pub person: Option<&'a str>,
    pub record: Option<&'a str>,
}

pub const NOBODY: For<'static> = For { person: None, record: None };
const ZERO: &str = "00000000-0000-0000-0000-000000000000";

/// An answer that has passed every rule.
#[derive(Clone, PartialEq, Eq)]
pub struct Reply {
    pub code: u32,
    pub body: String,
}

impl std::fmt::Debug for Reply {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.body)
    }
}

impl Reply {
    /// Every text between these tags (which may have attributes).
    pub fn all(&self, name: &str) -> Vec<String> {
        let found = Regex::new(&format!("<{name}(?: [^>]*)?>([^<]*)</{name}>")).unwrap();
        found.captures_iter(&self.body).map(|c| c[1].to_owned()).collect()
    }

    #[track_caller]
    pub fn one(&self, name: &str) -> String {
        let all = self.all(name);
        assert_eq!(all.len(), 1, "one {name} in {self:?}");
        all[0].clone()
    }

    /// Every value of an attribute.
    pub fn attributes(&self, name: &str) -> Vec<String> {
        let found = Regex::new(&format!(" {name}=\"([^\"]*)\"")).unwrap();
        found.captures_iter(&self.body).map(|c| c[1].to_owned()).collect()
    }

    /// Fails unless it is in this method's namespace.
    #[track_caller]
    pub fn of(self, method: &str) -> Self {
        let start = format!("<wc:info xmlns:wc=\"urn:com.microsoft.wc.methods.response.{method}\">");
        assert!(self.body.contains(&start), "{method}: {self:?}");
        self
    }

    #[track_caller]
    pub fn ok(self) -> Self {
        assert_eq!(self.code, 0, "{self:?}");
        self
    }

    #[track_caller]
    pub fn is(self, code: u32) -> Self {
        assert_eq!(self.code, code, "{self:?}");
        self
    }
}

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
    include_str!("rsa.pem").to_owned()
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

    /// What is signed, and the credential around it.
    pub fn credential(&self, content: &str) -> String {
        let d = &self.dialect;
        let kind = if d.cast == 1 { "appserver" } else { "appserver2" };
        let signature = (d.base64)(&BASE64.encode(&self.key.sign(d.signature, content.as_bytes())));
        let thumbprint =
            if d.lower_thumbprint { self.key.thumbprint.to_lowercase() } else { self.key.thumbprint.clone() };
        let sig = format!(
            "<sig {} {} {}>{signature}</sig>",
            self.attribute("digestMethod", d.signature),
            self.attribute("sigMethod", &format!("RSA-{}", d.signature)),
            self.attribute("thumbprint", &thumbprint),
        );
        format!("<{kind}>{sig}{content}</{kind}>")
    }

    pub fn content(&self, secret: &[u8]) -> String {
        let d = &self.dialect;
        if d.cast == 1 {
            let algorithm = self.attribute("algName", d.mac);
            let secret = (d.base64)(&BASE64.encode(secret));
            format!(
                "<content><app-id>{}</app-id><shared-secret><hmac-alg {algorithm}>{secret}</hmac-alg>\
                 </shared-secret></content>",
                self.app
            )
        } else {
            format!(
                "<content><app-id>{}</app-id><hmac>{}</hmac><signing-time>{}</signing-time></content>",
                self.app,
                d.mac,
                (d.time)(self.now())
            )
        }
    }

    pub fn auth_info(&self, credential: &str) -> String {
        let gap = if self.dialect.pretty { "\n        " } else { "" };
        format!(
            "<info>{gap}<auth-info>{gap}<app-id>{}</app-id>{gap}<credential>{credential}</credential>{gap}</auth-info>{gap}</info>",
            self.app
        )
    }

    pub async fn cast(&self, auth_info: &str) -> Reply {
        self.send(&self.anonymous("CreateAuthenticatedSessionToken", self.dialect.cast, auth_info)).await
    }

    /// Signs in and keeps the session.
    pub async fn sign_in(&mut self) -> Session {
        let mut secret: Vec<u8> = patient_connect::ports::bytes::<20>(&SystemRandom).to_vec();
        let info = self.auth_info(&self.credential(&self.content(&secret)));
        let reply = self.cast(&info).await.ok();
        let reply = if self.dialect.cast == 1 {
            let reply = reply.of("CreateAuthenticatedSessionToken");
            assert!(!reply.body.contains("shared-secret"));
            reply
        } else {
            let reply = reply.of("CreateAuthenticatedSessionToken2");
            secret = BASE64.decode(reply.one("shared-secret").as_bytes()).unwrap();
            assert!(reply.one("shared-secret").len() <= 255 && secret.len() == 32);
            reply
        };
        assert!(reply.body.contains(&format!(
            "<token app-id=\"{}\" app-record-auth-action=\"NoActionRequired\">",
            self.app
        )));
        let session = Session { token: reply.one("token"), secret, mac: self.dialect.mac };
        assert!(Regex::new("^ASAAA[A-Za-z0-9_-]{43,1000}$").unwrap().is_match(&session.token));
        self.hide(&session.token);
        self.session = Some(session.clone());
        session
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

/// Section 4 of the wire format, on every answer.
#[track_caller]
pub fn read(body: &str) -> Reply {
    let success = Regex::new(
        r#"(?s)^<response><status><code>0</code></status>(?:<wc:info xmlns:wc="urn:com\.microsoft\.wc\.methods\.response\.[A-Za-z0-9]+">.*</wc:info>)?</response>$"#,
    )
    .unwrap();
    let failure =
        Regex::new(r"^<response><status><code>([1-9][0-9]*)</code><error><message>[^<]+</message></error></status></response>$")
            .unwrap();
    assert_eq!(body.matches("<code>").count(), 1, "{body}");
    assert!(body.matches("<token").count() <= 1, "{body}");
    assert_eq!(body.matches("xmlns").count(), body.matches("<wc:info ").count(), "{body}");
    assert!(!Regex::new(r">\s+<").unwrap().is_match(body), "no insignificant white space: {body}");
    let guid = Regex::new("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}").unwrap();
    assert!(guid.find_iter(body).all(|found| found.as_str() == found.as_str().to_lowercase()), "{body}");
    let mut reader = quick_xml::Reader::from_str(body);
    while !matches!(reader.read_event().unwrap(), quick_xml::events::Event::Eof) {}
    let code = match failure.captures(body) {
        Some(found) => found[1].parse().unwrap(),
        None => {
            assert!(success.is_match(body), "{body}");
            0
        }
    };
    Reply { code, body: body.to_owned() }
}
