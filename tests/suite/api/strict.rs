//! "Every bad input gets a clear error in the form its sender reads, and changes nothing."

use patient_connect::web::limits::PerMinute;
use serde_json::json;

use super::{call, send};
use crate::support::{Database, databases, spawn, spawn_limited};

const GOOD: &str =
    r#"{"external_id":"p-1","friendly_name":"Emma","question":"Which word?","answer":"violet harbour"}"#;

fn with(field: &str, json_text: &str) -> Vec<u8> {
    let mut body: serde_json::Map<String, serde_json::Value> = serde_json::from_str(GOOD).unwrap();
    body.remove(field);
    let mut text = serde_json::to_string(&body).unwrap();
    text.pop();
    format!("{text},\"{field}\":{json_text}}}").into_bytes()
}

#[actix_web::test]
async fn a_body_is_read_strictly_and_its_mistakes_are_named() {
    // PostgreSQL refuses what SQLite would keep, so both are asked.
    for database in databases() {
        let portal = spawn(database).await;
        for (body, status, code, says) in [
            (b"".to_vec(), 400, "malformed", "syntax"),
            (b"{".to_vec(), 400, "malformed", "syntax"),
            (b"[]".to_vec(), 400, "malformed", ""),
            (b"null".to_vec(), 400, "malformed", "not a JSON object"),
            (b"\"text\"".to_vec(), 400, "malformed", "not a JSON object"),
            (format!("{GOOD}{GOOD}").into_bytes(), 400, "malformed", "syntax"),
            (format!("{GOOD} x").into_bytes(), 400, "malformed", "syntax"),
            (with("answers", "\"x\""), 400, "malformed", "unknown field 'answers'"),
            (with("Answer", "\"x\""), 400, "malformed", "unknown field 'Answer'"),
            (with("status", "\"authorized\""), 400, "malformed", "unknown field 'status'"),
            (b"{\"external_id\":\"p-1\"}".to_vec(), 400, "malformed", "missing field 'friendly_name'"),
            (
                format!("{},\"answer\":\"violet harbour\"}}", &GOOD[..GOOD.len() - 1]).into_bytes(),
                400,
                "malformed",
                "duplicate field 'answer'",
            ),
            (with("external_id", "7"), 400, "malformed", "'external_id' has the wrong type"),
            (with("friendly_name", "null"), 400, "malformed", "'friendly_name' has the wrong type"),
            (with("question", "true"), 400, "malformed", "'question' has the wrong type"),
            (with("answer", "123456"), 400, "malformed", "'answer' has the wrong type"),
            (with("answer", "[\"violet harbour\"]"), 400, "malformed", "'answer' has the wrong type"),
            (with("callback_url", "{}"), 400, "malformed", "'callback_url' has the wrong type"),
            (with("external_id", "\"\\ud83d\""), 400, "malformed", ""),
            (with("external_id", "\"\\udc00x\""), 400, "malformed", ""),
            (with("external_id", "\"a\\u0000b\""), 422, "invalid_external_id", "NUL"),
            (with("friendly_name", "\"a\\u0000b\""), 422, "invalid_friendly_name", "NUL"),
            (with("question", "\"Which\\u0000 word?\""), 422, "invalid_question", "NUL"),
            (with("external_id", &format!("\"{}\"", "é".repeat(256))), 422, "invalid_external_id", "255"),
            (with("question", &format!("\"{}\"", "é".repeat(1001))), 422, "invalid_question", "1000"),
            (with("answer", &format!("\"{}\"", "é".repeat(1001))), 422, "invalid_answer", "1000"),
        ] {
            let answer = call(&portal, "POST", "/connect-requests", &body).await;
            let shown = String::from_utf8_lossy(&body).into_owned();
            assert_eq!(answer.code(), (status, code.to_owned()), "{shown}: {}", answer.body);
            let detail = answer.json()["detail"].as_str().unwrap().to_owned();
            assert!(detail.contains(says), "{shown}: {detail}");
            assert!(
                !detail.contains("123456") && !detail.contains("violet"),
                "no value is repeated: {detail}"
            );
        }
        let mut latin_1 = with("friendly_name", "\"Ren#\"");
        let place = latin_1.iter().position(|b| *b == b'#').unwrap();
        latin_1[place] = 0xe9;
        let answer = call(&portal, "POST", "/connect-requests", &latin_1).await;
        assert_eq!(answer.code(), (400, "malformed".to_owned()));

        // A NUL in an answer never reaches the database, so it may be part of one; an emoji as two escapes is one.
        let odd = with("answer", "\"violet\\u0000 \\ud83e\\ude7a harbour\"");
        assert_eq!(call(&portal, "POST", "/connect-requests", &odd).await.status, 201);
        assert_eq!(portal.clinic().get("/connect-requests").await["items"].as_array().unwrap().len(), 1);
    }
}

#[actix_web::test]
async fn parameters_are_read_strictly_and_their_mistakes_are_named() {
    for database in databases() {
        let portal = spawn(database).await;
        let far_cursor = data_encoding::BASE64URL_NOPAD.encode(b"9000000000000000000 0");
        for (path, status, code, says) in [
            ("/connect-requests?colour=blue", 400, "malformed", "unknown parameter 'colour'"),
            ("/connect-requests?limit=5&limit=6", 400, "malformed", "duplicate parameter 'limit'"),
            ("/connect-requests?limit=0", 400, "malformed", "1 to 500"),
            ("/connect-requests?limit=501", 400, "malformed", "1 to 500"),
            ("/connect-requests?limit=ten", 400, "malformed", "1 to 500"),
            ("/connect-requests?limit=", 400, "malformed", "1 to 500"),
            ("/connect-requests?status=Pending", 400, "malformed", "status is"),
            ("/connect-requests?cursor=nonsense", 400, "malformed", "cursor"),
            ("/connect-requests?cursor=%00", 400, "malformed", "cursor"),
            ("/connect-requests/p-1?verbose=1", 400, "malformed", "no parameters"),
            ("/authorized-connect-requests?Since=2026-11-24T00:00:00Z", 400, "malformed", "'Since'"),
            ("/authorized-connect-requests?since=yesterday", 422, "invalid_since", "RFC 3339"),
            ("/authorized-connect-requests?since=2026-11-24", 422, "invalid_since", "RFC 3339"),
            ("/authorized-connect-requests?since=2026-11-24T00:00:00", 422, "invalid_since", "zone"),
            ("/authorized-connect-requests?since=2026-02-30T00:00:00Z", 422, "invalid_since", ""),
            ("/authorized-connect-requests?since=9999-12-31T23:59:59-12:00", 422, "invalid_since", ""),
            ("/authorized-connect-requests?since=%00", 422, "invalid_since", ""),
            (&format!("/authorized-connect-requests?cursor={far_cursor}"), 400, "malformed", "cursor"),
            ("/connect-requests/%FF", 400, "malformed", "UTF-8"),
            ("/connect-requests/%2", 400, "malformed", "percent"),
            ("/connect-requests/a%00b", 404, "not_found", ""),
            ("/connect-requests/p-1/", 404, "not_found", ""),
            ("/connect-requests/", 404, "not_found", ""),
            ("/Connect-Requests", 404, "not_found", ""),
            ("", 404, "not_found", ""),
            ("/connect-requests/..%2F..%2Fconnections", 404, "not_found", ""),
        ] {
            let answer = call(&portal, "GET", path, b"").await;
            assert_eq!(answer.code(), (status, code.to_owned()), "{path}: {}", answer.body);
            assert!(answer.json()["detail"].as_str().unwrap().contains(says), "{path}: {}", answer.body);
        }
        for good in [
            "/connect-requests?status=&cursor=&limit=1",
            "/authorized-connect-requests?since=",
            "/authorized-connect-requests?since=0001-01-01T00:00:00Z",
            "/authorized-connect-requests?since=9999-12-31T23:59:59.999999999Z",
            "/authorized-connect-requests?since=2026-11-24T00:00:00+01:00",
            "/authorized-connect-requests?since=2026-11-24T00:00:00%2B01:00",
        ] {
            assert_eq!(call(&portal, "GET", good, b"").await.status, 200, "{good}");
        }
    }
}

#[actix_web::test]
async fn external_ids_may_have_any_letters() {
    let portal = spawn(Database::Sqlite).await;
    for (sent, meant) in [
        ("a%2Fb", "a/b"),
        ("a%252Fb", "a%2Fb"),
        ("100%25", "100%"),
        ("..", ".."),
        ("%20x%20", " x "),
        ("%F0%9F%A9%BA", "🩺"),
    ] {
        let new = json!({
            "external_id": meant, "friendly_name": "Emma", "question": "Which word?", "answer": "violet harbour",
        });
        let new = new.to_string();
        assert_eq!(call(&portal, "POST", "/connect-requests", new.as_bytes()).await.status, 201, "{meant}");
        let path = format!("/connect-requests/{sent}");
        assert_eq!(call(&portal, "GET", &path, b"").await.json()["external_id"], meant);
        let renamed = json!({ "external_id": format!("{meant}!") }).to_string();
        let answer = call(&portal, "PATCH", &path, renamed.as_bytes()).await;
        assert_eq!(answer.json()["external_id"], format!("{meant}!"), "{meant}");
        assert_eq!(call(&portal, "DELETE", &format!("{path}%21"), b"").await.status, 204, "{meant}");
    }
    assert_eq!(portal.clinic().get("/connect-requests").await, json!({ "items": [], "next_cursor": null }));
}

#[actix_web::test]
async fn other_methods_are_told_which_ones_there_are() {
    let portal = spawn(Database::Sqlite).await;
    for (method, path, allow) in [
        ("PUT", "/connect-requests", "GET, HEAD, POST"),
        ("POST", "/connect-requests/p-1", "DELETE, GET, HEAD, PATCH"),
        ("DELETE", "/authorized-connect-requests", "GET, HEAD"),
        ("OPTIONS", "/connect-requests", "GET, HEAD, POST"),
        ("POST", "/alternate-ids/x", "GET, HEAD"),
    ] {
        let answer = call(&portal, method, path, b"").await;
        assert_eq!(answer.code(), (405, "method_not_allowed".to_owned()), "{method} {path}");
        assert_eq!(answer.header("allow"), Some(allow), "{method} {path}");
    }
    let head = call(&portal, "HEAD", "/connect-requests", b"").await;
    assert_eq!((head.status, head.body.as_str()), (200, ""));
    assert_eq!(head.header("content-type"), Some("application/json"));
    for path in ["/api", "/api/", "/api/v1", "/api/v2/connect-requests", "/api/docs/"] {
        let answer = send(&portal, "GET", path, &[], b"").await;
        assert_eq!(answer.code(), (404, "not_found".to_owned()), "{path}");
    }
}

#[actix_web::test]
async fn a_key_is_asked_for_in_the_way_that_clients_understand() {
    let portal = spawn(Database::Sqlite).await;
    let key = portal.key.clone();
    let path = "/api/v1/connect-requests";
    for authorization in [
        String::new(),
        "Bearer".to_owned(),
        "Bearer ".to_owned(),
        format!("Basic {key}"),
        format!("Bearer {key}x"),
        format!("Bearer pc_{}", "A".repeat(43)),
        format!("Bearer {}", "x".repeat(5_000)),
        key.clone(),
    ] {
        let answer = send(&portal, "GET", path, &[("authorization", &authorization)], b"").await;
        assert_eq!(answer.code(), (401, "unauthorized".to_owned()), "{authorization}");
        assert_eq!(answer.header("www-authenticate"), Some("Bearer realm=\"patient-connect\""));
        assert!(!answer.body.contains(&key));
    }
    assert_eq!(send(&portal, "GET", path, &[], b"").await.status, 401);
    let answer = send(&portal, "GET", path, &[("authorization", &format!("bearer {key}"))], b"").await;
    assert_eq!(answer.status, 200, "the scheme's name is read in any case");
}

#[actix_web::test]
async fn an_app_that_asks_too_often_is_told_how_long_to_wait_and_others_are_not_bothered() {
    let limits = PerMinute { api: 3, bad_key: 2, ..PerMinute::default() };
    let portal = spawn_limited(Database::Sqlite, limits).await;
    for _ in 0..3 {
        assert_eq!(call(&portal, "GET", "/connect-requests", b"").await.status, 200);
    }
    let answer = call(&portal, "GET", "/connect-requests", b"").await;
    assert_eq!(answer.code(), (429, "too_many_requests".to_owned()));
    let wait: u64 = answer.header("retry-after").unwrap().parse().unwrap();
    assert!((1..=20).contains(&wait), "{wait}");
    let other = portal.another_app(|_| {}).await;
    assert_eq!(other.call("GET", "/connect-requests", None).await.0, 200);

    let unknown = [("authorization", "Bearer pc_unknown")];
    for expected in [401, 401, 429, 429] {
        let answer = send(&portal, "GET", "/api/v1/connect-requests", &unknown, b"").await;
        assert_eq!(answer.status, expected);
    }
    assert_eq!(other.call("GET", "/connect-requests", None).await.0, 200, "a good key is not bothered");
}
