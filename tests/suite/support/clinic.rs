//! A clinic's program, which calls the API, and the file that describes its app.

use patient_connect::ports::{Random, SystemRandom};
use serde_json::{Value, json};

/// What `app apply` reads.
pub const APP_FILE: &str = r##"
id = "3f1c0a52-6c55-4d0c-9a8a-0f6f1f0f5a11"
name = "Fabrikam Visits"
organization = "Fabrikam Clinic"
methods = ["ConnectPackage"]
success_message = "You are now connected!"
contact = "Call +1 555 0100"

[[rule]]
name = "visits"
why = "So that your visit notes reach your record."
data_types = ["Encounter"]
access = ["create", "read"]
"##;

/// The id in [`APP_FILE`].
pub const APP_ID: &str = "3f1c0a52-6c55-4d0c-9a8a-0f6f1f0f5a11";

/// A clinic's program.
pub struct Clinic {
    http: reqwest::Client,
    base: String,
    pub key: String,
}

/// A letter to a patient.
#[derive(Debug, Clone)]
pub struct Letter {
    pub external_id: String,
    pub code: String,
    pub link: String,
    pub answer: String,
}

impl Clinic {
    pub fn new(base: &str, key: &str) -> Self {
        Self { http: reqwest::Client::new(), base: base.to_owned(), key: key.to_owned() }
    }

    pub async fn call(&self, method: &str, path: &str, body: Option<Value>) -> (u16, Value) {
        let url = format!("{}/api/v1{path}", self.base);
        let mut request = self.http.request(method.parse().unwrap(), url).bearer_auth(&self.key);
        if let Some(body) = body {
            request = request.json(&body);
        }
        let response = request.send().await.unwrap();
        let status = response.status().as_u16();
        let kind = response.headers().get("content-type").map(|v| v.to_str().unwrap().to_owned());
        let text = response.text().await.unwrap();
        if status >= 400 {
            assert_eq!(kind.as_deref(), Some("application/problem+json"), "{text}");
        }
        (status, serde_json::from_str(&text).unwrap_or(Value::Null))
    }

    /// The status and the text of an answer that may be no JSON.
    pub async fn send(&self, method: &str, path: &str, body: &Value) -> (u16, String) {
        let url = format!("{}/api/v1{path}", self.base);
        let request = self.http.request(method.parse().unwrap(), url).bearer_auth(&self.key).json(body);
        let response = request.send().await.unwrap();
        (response.status().as_u16(), response.text().await.unwrap())
    }

    pub async fn get(&self, path: &str) -> Value {
        let (status, body) = self.call("GET", path, None).await;
        assert_eq!(status, 200, "{path}: {body}");
        body
    }

    pub async fn invite(&self, answer: &str) -> Letter {
        let mut id = [0u8; 8];
        SystemRandom.fill(&mut id);
        let external_id = format!("patient-{}", u64::from_le_bytes(id));
        let body = json!({
            "external_id": external_id, "friendly_name": "Emma’s visits",
            "question": "Which word did we agree on?", "answer": answer,
        });
        self.invite_with(body).await
    }

    /// One whose answer is `violet harbour` and of which the app is called back.
    pub async fn invite_with_callback(&self, external_id: &str, callback_url: &str) -> Letter {
        let body = json!({
            "external_id": external_id, "friendly_name": "Emma’s visits",
            "question": "Which word did we agree on?", "answer": "violet harbour", "callback_url": callback_url,
        });
        self.invite_with(body).await
    }

    async fn invite_with(&self, request: Value) -> Letter {
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        let (external_id, answer) = (text(&request["external_id"]), text(&request["answer"]));
        let (status, body) = self.call("POST", "/connect-requests", Some(request)).await;
        assert_eq!(status, 201, "{body}");
        Letter { external_id, code: text(&body["identity_code"]), link: text(&body["link"]), answer }
    }

    pub async fn request(&self, letter: &Letter) -> Value {
        self.get(&format!("/connect-requests/{}", letter.external_id)).await
    }

    pub async fn authorized(&self, since: Option<&str>) -> Value {
        match since {
            Some(since) => self.get(&format!("/authorized-connect-requests?since={since}")).await,
            None => self.get("/authorized-connect-requests").await,
        }
    }
}
