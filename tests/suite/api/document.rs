//! The OpenAPI document says what the server does: every call is made, and what comes back is held against it.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::{Answer, connected, send};
use crate::support::{Database, TestPortal, spawn, spawn_with_mail};

struct Document(Value);

impl Document {
    async fn of(portal: &TestPortal) -> Self {
        let answer = send(portal, "GET", "/api/openapi.json", &[], b"").await;
        assert_eq!((answer.status, answer.header("content-type")), (200, Some("application/json")));
        Self(answer.json())
    }

    fn operations(&self) -> BTreeSet<(String, String)> {
        let mut all = BTreeSet::new();
        for (path, item) in self.0["paths"].as_object().unwrap() {
            for method in item.as_object().unwrap().keys() {
                all.insert((method.to_uppercase(), path.clone()));
            }
        }
        all
    }

    /// The operation that a request meant.
    fn operation(&self, method: &str, path: &str) -> (String, &Value) {
        let path = path.split('?').next().unwrap();
        let fits = |template: &str| {
            let (a, b): (Vec<_>, Vec<_>) = (template.split('/').collect(), path.split('/').collect());
            a.len() == b.len() && a.iter().zip(&b).all(|(t, p)| t.starts_with('{') || t == p)
        };
        let (template, item) = self.0["paths"].as_object().unwrap().iter().find(|(t, _)| fits(t)).unwrap();
        (template.clone(), &item[method.to_lowercase()])
    }

    #[track_caller]
    fn fits(&self, schema: &Value, value: &Value) {
        let whole = json!({
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "allOf": [schema], "components": self.0["components"],
        });
        let validator =
            jsonschema::draft202012::options().should_validate_formats(true).build(&whole).unwrap();
        let errors: Vec<String> =
            validator.iter_errors(value).map(|e| format!("{} {e}", e.instance_path())).collect();
        assert!(errors.is_empty(), "{value}\ndoes not fit {schema}:\n{errors:?}");
    }

    /// Fails unless the status, the content type, the body and the problem's code are declared.
    #[track_caller]
    fn declares(&self, method: &str, path: &str, answer: &Answer) {
        let (_, operation) = self.operation(method, path);
        let declared = &operation["responses"][answer.status.to_string()];
        assert!(declared.is_object(), "{method} {path} answers {} {}", answer.status, answer.body);
        let Some(content) = declared["content"].as_object() else {
            assert_eq!(answer.body, "", "{method} {path}");
            return;
        };
        let kind = answer.header("content-type").unwrap();
        // A page is a string: what stands on it is for other tests.
        if let Some(page) = kind.strip_suffix("; charset=utf-8") {
            assert_eq!(content[page]["schema"]["type"], "string", "{method} {path} answers {kind}");
            return;
        }
        let content = content.get(kind).unwrap_or_else(|| panic!("{method} {path} answers {kind}"));
        self.fits(&content["schema"], &answer.json());
        if answer.status >= 400 {
            let code = answer.code().1;
            assert!(content["examples"][&code].is_object(), "{method} {path} answers {code}");
        }
        // What is sent is described: a field that the document does not know is a mistake too.
        self.knows(&content["schema"], &answer.json());
    }

    #[track_caller]
    fn knows(&self, schema: &Value, value: &Value) {
        let schema = match schema["$ref"].as_str() {
            Some(name) => &self.0["components"]["schemas"][name.rsplit('/').next().unwrap()],
            None => schema,
        };
        match value {
            Value::Object(fields) => {
                for (name, value) in fields {
                    let property = &schema["properties"][name];
                    assert!(property.is_object(), "{name} is not described");
                    self.knows(property, value);
                }
            }
            Value::Array(items) => items.iter().for_each(|item| self.knows(&schema["items"], item)),
            _ => {}
        }
    }
}

fn with_callback(request: &Value, url: &str) -> Value {
    let mut request = request.clone();
    request["callback_url"] = json!(url);
    request
}

#[actix_web::test]
async fn the_document_lists_every_call_and_no_other() {
    let portal = spawn(Database::Sqlite).await;
    let document = Document::of(&portal).await;
    let served: BTreeSet<(String, String)> = patient_connect::api::listed()
        .into_iter()
        .map(|(method, path)| (method.to_string(), path.to_owned()))
        .collect();
    assert_eq!(document.operations(), served);
    assert_eq!(document.0["openapi"], "3.1.0");
    assert_eq!(document.0["servers"][0]["url"], patient_connect::api::BASE);
    assert_eq!(document.0["components"]["securitySchemes"]["api_key"]["scheme"], "bearer");
    let mut ids = BTreeSet::new();
    for item in document.0["paths"].as_object().unwrap().values() {
        for operation in item.as_object().unwrap().values() {
            assert!(ids.insert(operation["operationId"].as_str().unwrap().to_owned()), "each id once");
            assert!(!operation["summary"].as_str().unwrap().ends_with('.'));
            for (status, response) in operation["responses"].as_object().unwrap() {
                assert!(!response["description"].as_str().unwrap().is_empty(), "{status}");
            }
        }
    }
}

/// Method, path, body and the status of the answer.
type Call = (&'static str, String, Value, u16);

fn call(method: &'static str, path: &str, body: &Value, status: u16) -> Call {
    (method, path.to_owned(), body.clone(), status)
}

fn new_request(id: &str, question: &str, answer: &str) -> Value {
    let friendly_name = if id == "p-7" { " " } else { "Emma" };
    json!({ "external_id": id, "friendly_name": friendly_name, "question": question, "answer": answer })
}

fn about_requests(authorized: &str) -> Vec<Call> {
    let new = new_request;
    let good = new("p-1", "Which word?", "violet harbour");
    let mine = format!("/connect-requests/{authorized}");
    let none = Value::Null;
    let with = |name: &str, value: Value| {
        let mut request = new("p-4", "Which word?", "violet harbour");
        request[name] = value;
        request
    };
    let unsafe_url =
        with_callback(&new("p-6", "Which word?", "violet harbour"), "http://clinic.example/hook");
    vec![
        call("POST", "/connect-requests", &good, 201),
        call("POST", "/connect-requests", &good, 409),
        call("POST", "/connect-requests", &json!({}), 400),
        call("POST", "/connect-requests", &new("p-2", "", "violet harbour"), 422),
        call("POST", "/connect-requests", &new("p-2", "Which word?", "gray"), 422),
        call("POST", "/connect-requests", &new("", "Which word?", "violet harbour"), 422),
        call("POST", "/connect-requests", &new("p-7", "Which word?", "violet harbour"), 422),
        call("POST", "/connect-requests", &new(&"x".repeat(70_000), "Which word?", "violet harbour"), 413),
        call("POST", "/connect-requests", &unsafe_url, 422),
        call("GET", "/connect-requests", &none, 200),
        call("GET", "/connect-requests?limit=1&status=pending", &none, 200),
        call("GET", "/connect-requests?limit=x", &none, 400),
        call("GET", "/connect-requests/p-1", &none, 200),
        call("GET", &mine, &none, 200),
        call("GET", "/connect-requests/nobody", &none, 404),
        call("PATCH", "/connect-requests/p-1", &json!({ "external_id": "p-9" }), 200),
        call("PATCH", "/connect-requests/p-1", &json!({ "external_id": "p-9" }), 404),
        call("PATCH", "/connect-requests/p-9", &json!({ "external_id": "" }), 422),
        call("PATCH", "/connect-requests/p-9", &json!({ "external_id": authorized }), 409),
        call("PATCH", "/connect-requests/p-9", &json!({ "external_id": 7 }), 400),
        call("POST", "/connect-requests/p-9/rearm", &json!({ "reason": "She called" }), 409),
        call("POST", "/connect-requests/p-9/rearm", &json!({ "reason": " " }), 422),
        call("POST", "/connect-requests/p-9/rearm", &json!({}), 400),
        call("POST", "/connect-requests/nobody/rearm", &json!({ "reason": "She called" }), 404),
        call("POST", "/connect-requests/p-9/invitation", &json!({}), 409),
        call("POST", "/connect-requests", &with("language", json!("tlh")), 422),
        call("POST", "/connect-requests", &with("send_to", json!("pat")), 422),
        call("POST", "/connect-requests", &with("send_to", json!("pat@example.com")), 201),
        call("GET", "/connect-requests/p-4", &none, 200),
        call("GET", "/connect-requests", &none, 200),
        call("POST", "/connect-requests/p-4/invitation", &json!({ "language": "es" }), 202),
        call("POST", "/connect-requests/p-4/invitation", &json!({ "send_to": "pat@example.com" }), 202),
        call("POST", "/connect-requests/p-4/invitation", &json!({ "send_to": "pat" }), 422),
        call("POST", "/connect-requests/p-4/invitation", &json!({ "to": "pat" }), 400),
        call("POST", "/connect-requests/nobody/invitation", &json!({}), 404),
        call("DELETE", "/connect-requests/p-9", &none, 204),
        call("DELETE", "/connect-requests/p-9", &none, 404),
        call("DELETE", &mine, &none, 409),
    ]
}

fn about_what_was_authorized(emma: &str, noah: &str) -> Vec<Call> {
    let nobody = format!("/persons/{0}/records/{0}", uuid::Uuid::nil());
    let none = Value::Null;
    vec![
        call("GET", "/events", &none, 200),
        call("GET", "/events?limit=1&wait=0", &none, 200),
        call("GET", "/events?wait=61", &none, 400),
        call("GET", "/events?cursor=x", &none, 400),
        call("GET", "/deliveries", &none, 200),
        call("GET", "/deliveries?external_id=p-5&limit=1", &none, 200),
        call("GET", "/deliveries?external_id=%00", &none, 200),
        call("GET", "/deliveries?cursor=x", &none, 400),
        call("GET", "/authorized-connect-requests", &none, 200),
        call("GET", "/authorized-connect-requests?limit=1", &none, 200),
        call("GET", "/authorized-connect-requests?since=x", &none, 422),
        call("GET", &format!("{emma}/authorization"), &none, 200),
        call("GET", &format!("{nobody}/authorization"), &none, 404),
        call("PUT", &format!("{emma}/alternate-ids/mrn-7"), &none, 204),
        call("PUT", &format!("{noah}/alternate-ids/mrn-7"), &none, 409),
        call("PUT", &format!("{noah}/alternate-ids/%20"), &none, 422),
        call("PUT", &format!("{nobody}/alternate-ids/mrn-7"), &none, 404),
        call("GET", &format!("{emma}/alternate-ids"), &none, 200),
        call("GET", &format!("{nobody}/alternate-ids"), &none, 404),
        call("GET", "/alternate-ids/mrn-7", &none, 200),
        call("GET", "/alternate-ids/nobody", &none, 404),
        call("GET", "/alternate-ids/%20", &none, 422),
        call("DELETE", &format!("{emma}/alternate-ids/mrn-7"), &none, 204),
        call("DELETE", &format!("{emma}/alternate-ids/mrn-7"), &none, 404),
        call("DELETE", &format!("{noah}/authorization"), &none, 204),
        call("DELETE", &format!("{nobody}/authorization"), &none, 404),
        call("GET", &format!("{noah}/authorization"), &none, 200),
    ]
}

fn about_letters(code: &str) -> [Call; 3] {
    [
        call("POST", "/letters", &json!({ "identity_code": code, "language": "ar" }), 200),
        call("POST", "/letters", &json!({ "identity_code": "JKYZ" }), 422),
        call("POST", "/letters", &json!({ "identity_code": "JKYZ-QNMN-VHRX-ZGNR-GZNH" }), 404),
    ]
}

#[actix_web::test]
async fn every_call_answers_as_the_document_says() {
    let (portal, _mailbox) = spawn_with_mail(Database::Sqlite).await;
    let document = Document::of(&portal).await;
    let clinic = portal.clinic();
    let (mut patient, letter, emma) = connected(&portal, &clinic).await;
    let (_, _, noah) = connected(&portal, &clinic).await;
    let mobile =
        portal.another_app(|app| app.kind = patient_connect::domain::application::AppKind::Mobile).await;
    let told =
        with_callback(&new_request("p-5", "Which word?", "violet harbour"), "https://clinic.example/hook");
    let answer = super::call(&portal, "POST", "/connect-requests", told.to_string().as_bytes()).await;
    let mut stranger = portal.browser();
    stranger.open(answer.json()["link"].as_str().unwrap()).await;
    stranger.answer("wrong harbour").await;
    let mut called = BTreeSet::new();
    let requests = about_requests(&letter.external_id);
    let calls =
        [&requests[..], &about_letters(&letter.code), &about_what_was_authorized(&emma, &noah)].concat();
    for (method, path, body, status) in &calls {
        let (method, status) = (*method, *status);
        let text = if body.is_null() { String::new() } else { body.to_string() };
        let (template, operation) = document.operation(method, path);
        let schema = &operation["requestBody"]["content"]["application/json"]["schema"];
        assert_eq!(
            schema.is_object(),
            !body.is_null(),
            "{method} {path}: a body is declared when there is one"
        );
        if status < 300 && !body.is_null() {
            document.fits(schema, body);
        }
        let full = format!("/api/v1{path}");
        let with = |key: &str| [("authorization", format!("Bearer {key}"))];
        let strange = |key: &str| with(key).map(|(name, value)| (name, value)).to_vec();
        let as_app = async |key: &str| {
            let headers = strange(key);
            let headers: Vec<(&str, &str)> = headers.iter().map(|(n, v)| (*n, v.as_str())).collect();
            send(&portal, method, &full, &headers, text.as_bytes()).await
        };
        if called.insert((method.to_owned(), template)) {
            for (key, status) in [("pc_unknown", 401), (mobile.key.as_str(), 403)] {
                let answer = as_app(key).await;
                assert_eq!(answer.status, status, "{method} {path}: {}", answer.body);
                document.declares(method, path, &answer);
            }
        }
        let answer = as_app(&portal.key).await;
        assert_eq!(answer.status, status, "{method} {path}: {}", answer.body);
        document.declares(method, path, &answer);
    }
    assert_eq!(called, document.operations(), "every operation was called");

    patient.disconnect().await;
    let path = format!("{emma}/authorization");
    let answer = super::call(&portal, "GET", &path, b"").await;
    assert_eq!(answer.json()["active"], false);
    document.declares("GET", &path, &answer);
}
