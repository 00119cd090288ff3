//! The least of a classic client: it signs in with a certificate's key and asks one thing. The suite's whole client
//! lives in `platform::client`; this one knows keys from files and needs no portal of the suite's own.

use data_encoding::BASE64;
use patient_connect::domain::certificate::Certificate;
use regex::Regex;
use rsa::{
    pkcs1v15::SigningKey,
    pkcs8::DecodePrivateKey,
    signature::{SignatureEncoding, Signer},
};
use sha1::Sha1;

use crate::platform::client::{hash, hmac};

/// A key made for these tests alone, and a certificate of it.
pub const KEY: &[u8] = include_bytes!("../fixtures/first-wave/app.key.der");
pub const PEM: &str = include_str!("../fixtures/first-wave/app.pem");

/// An app of that key at a portal.
pub struct Classic {
    http: reqwest::Client,
    base: String,
    app: String,
    thumbprint: String,
    /// Its own: the same message signs in once only.
    secret: [u8; 32],
}

impl Classic {
    pub fn new(base: &str, app: &str, pem: &str) -> Self {
        let thumbprint = Certificate::parse(pem.as_bytes()).unwrap().thumbprint();
        let http = reqwest::Client::new();
        let secret = patient_connect::ports::bytes(&patient_connect::ports::SystemRandom);
        Self { http, base: base.to_owned(), app: app.to_owned(), thumbprint, secret }
    }

    fn now() -> String {
        patient_connect::ports::Clock::now(&patient_connect::ports::SystemClock)
            .to_rfc3339_opts(chrono::SecondsFormat::Millis, true)
    }

    async fn send(&self, inner: &str) -> (u32, String) {
        let body = format!(
            "<wc-request:request xmlns:wc-request=\"urn:com.microsoft.wc.request\">{inner}</wc-request:request>"
        );
        let url = format!("{}/platform/wildcat.ashx", self.base);
        let sent = self.http.post(url).header("content-type", "text/xml").body(body).send().await.unwrap();
        let body = sent.text().await.unwrap();
        let code = Regex::new("<code>([0-9]+)</code>").unwrap();
        (code.captures(&body).unwrap_or_else(|| panic!("{body}"))[1].parse().unwrap(), body)
    }

    /// Signs in: the status and, with 0, the session's token.
    pub async fn sign_in(&self) -> (u32, Option<String>) {
        let content = format!(
            "<content><app-id>{}</app-id><shared-secret><hmac-alg algName=\"HMACSHA256\">{}</hmac-alg>\
             </shared-secret></content>",
            self.app,
            BASE64.encode(&self.secret)
        );
        let key = rsa::RsaPrivateKey::from_pkcs8_der(KEY).unwrap();
        let signature = SigningKey::<Sha1>::new(key).sign(content.as_bytes()).to_vec();
        let info = format!(
            "<info><auth-info><app-id>{app}</app-id><credential><appserver><sig digestMethod=\"SHA1\" \
             sigMethod=\"RSA-SHA1\" thumbprint=\"{}\">{}</sig>{content}</appserver></credential></auth-info></info>",
            self.thumbprint,
            BASE64.encode(&signature),
            app = self.app,
        );
        let header = format!(
            "<header><method>CreateAuthenticatedSessionToken</method><method-version>1</method-version>\
             <app-id>{}</app-id><msg-time>{}</msg-time><msg-ttl>1800</msg-ttl><version>test/1.0</version></header>",
            self.app,
            Self::now()
        );
        let (code, body) = self.send(&format!("{header}{info}")).await;
        let token = Regex::new("<token [^>]*>([^<]+)</token>").unwrap();
        (code, token.captures(&body).map(|found| found[1].to_owned()))
    }

    /// Asks for what was authorized, in that session: the status and the answer.
    pub async fn poll(&self, token: &str) -> (u32, String) {
        let info = "<info />";
        let header = format!(
            "<header><method>GetAuthorizedConnectRequests</method><method-version>1</method-version>\
             <auth-session><auth-token>{token}</auth-token></auth-session><msg-time>{}</msg-time>\
             <msg-ttl>1800</msg-ttl><version>test/1.0</version><info-hash><hash-data algName=\"SHA256\">{}</hash-data>\
             </info-hash></header>",
            Self::now(),
            hash("SHA256", info.as_bytes())
        );
        let mac = hmac("HMACSHA256", &self.secret, header.as_bytes());
        let auth = format!("<auth><hmac-data algName=\"HMACSHA256\">{mac}</hmac-data></auth>");
        self.send(&format!("{auth}{header}{info}")).await
    }
}

/// Another certificate of the same key, from the first to the second year.
pub fn certificate(first: i32, last: (i32, u8, u8)) -> String {
    let pair = rcgen::KeyPair::try_from(KEY).unwrap();
    let mut parameters = rcgen::CertificateParams::new(Vec::new()).unwrap();
    parameters.not_before = rcgen::date_time_ymd(first, 1, 1);
    parameters.not_after = rcgen::date_time_ymd(last.0, last.1, last.2);
    parameters.self_signed(&pair).unwrap().pem()
}
