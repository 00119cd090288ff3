//! How a client gets a session: a signed credential, and the token that is given for it.

use data_encoding::BASE64;
use patient_connect::ports::SystemRandom;
use regex::Regex;

use super::{Client, Reply, Session};

impl Client {
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
}
