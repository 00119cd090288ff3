use std::{collections::BTreeSet, fs, net::TcpListener, path::Path, time::Duration};

use regex::Regex;

use super::Installation;
use crate::support::{Database, client_without_defaults, spawn};

/// Status and text of a page, asked for with these headers.
async fn asked(address: &str, headers: &[(&str, &str)]) -> (u16, String) {
    client_without_defaults();
    let mut request = reqwest::Client::new().get(address);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let answer = request.send().await.unwrap();
    (answer.status().as_u16(), answer.text().await.unwrap())
}

/// The counts, once a line of them has come.
async fn counts_with(address: &str, line: &str) -> String {
    for _ in 0..200 {
        let (_, text) = asked(address, &[]).await;
        if text.contains(line) {
            return text;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("{line} did not come: {}", asked(address, &[]).await.1);
}

#[actix_web::test]
async fn counts_are_read_on_this_machine_and_not_through_a_proxy_on_it() {
    let portal = spawn(Database::Sqlite).await;
    let page = format!("{}/metrics", portal.base);
    let (status, text) = asked(&page, &[]).await;
    assert_eq!(status, 200);
    assert!(text.contains("# TYPE patient_connect_hashes_waiting gauge\n"), "{text}");
    for header in
        ["x-forwarded-for", "x-forwarded-proto", "forwarded", "x-real-ip", "via", "cf-connecting-ip"]
    {
        let (status, text) = asked(&page, &[(header, "203.0.113.9")]).await;
        assert_eq!(status, 404, "{header}");
        assert!(!text.contains("patient_connect"), "{header}");
        assert_eq!(asked(&page, &[(header, "127.0.0.1")]).await.0, 404, "{header}");
    }
}

#[actix_web::test]
async fn a_patients_way_is_counted_by_routes_and_steps_and_nothing_of_her_is_in_it() {
    let portal = spawn(Database::Sqlite).await;
    let letter = portal.clinic().invite("violet harbour").await;
    let mut browser = portal.browser();
    browser.open(&letter.link).await;
    browser.answer("orange pier").await;
    browser.answer(&letter.answer).await;
    let (email, _) = browser.create_account().await;
    browser.choose_new("Wilhelmina").await;
    browser.allow().await;
    browser.open("/a/path/that/Zenobia/made/up").await;
    let (_, text) = asked(&format!("{}/metrics", portal.base), &[]).await;
    for line in [
        "patient_connect_steps_total{step=\"question\",went=\"entered\"} 1\n",
        "patient_connect_steps_total{step=\"question\",went=\"left\"} 1\n",
        "patient_connect_steps_total{step=\"authorize\",went=\"left\"} 1\n",
        "patient_connect_steps_total{step=\"success\",went=\"entered\"} 1\n",
        "patient_connect_answers_total{outcome=\"wrong\"} 1\n",
        "patient_connect_answers_total{outcome=\"right\"} 1\n",
        "patient_connect_http_requests_total{method=\"POST\",route=\"/connect/question\",status=\"4xx\",code=\"422\"} 1\n",
        "patient_connect_http_request_seconds_count{route=\"/api/v1/connect-requests\"} 1\n",
        "patient_connect_hashes_waiting 0\n",
    ] {
        assert!(text.contains(line), "{line} is not in\n{text}");
    }
    let hers = [&email, "Wilhelmina", "Zenobia", "violet", "orange", &letter.code, &letter.external_id];
    for hers in hers {
        assert!(!text.contains(hers), "{hers} stands in\n{text}");
    }
}

#[actix_web::test]
async fn with_a_listener_of_their_own_counts_are_there_and_nowhere_else() {
    let it = Installation::with_app();
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let listen = format!("127.0.0.1:{port}");
    let (_running, base) = it.serve_with(&[("PATIENT_CONNECT_METRICS_LISTEN", &listen)]).await;
    assert_eq!(asked(&format!("{base}/metrics"), &[]).await.0, 404);
    let own = |path: &str| format!("http://{listen}{path}");
    let text = counts_with(&own("/metrics"), "patient_connect_audited_total{what=\"app_created\"} 1\n").await;
    assert!(text.contains("patient_connect_job_panics_total{job=\"audit\"} 0\n"), "{text}");
    let text =
        counts_with(&own("/metrics"), "patient_connect_waiting_oldest_seconds{outbox=\"mails\"} 0").await;
    assert!(text.contains("patient_connect_job_turns_total{job=\"measure\",outcome=\"done\"}"), "{text}");
    assert_eq!(asked(&own("/readyz"), &[]).await.0, 200);
    assert_eq!(asked(&own("/connect"), &[]).await.0, 404, "no page is there");
}

#[actix_web::test]
async fn an_operator_may_show_the_counts_to_everybody() {
    let it = Installation::with_app();
    let (_running, base) = it.serve_with(&[("PATIENT_CONNECT_METRICS_PUBLIC", "true")]).await;
    let far = [("x-forwarded-for", "203.0.113.9")];
    assert_eq!(asked(&format!("{base}/metrics"), &far).await.0, 200);
}

/// The rules and the dashboard would be silent about a count that there is not.
#[test]
fn alerts_and_dashboard_ask_for_counts_that_there_are() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let registered = fs::read_to_string(root.join("src/metrics.rs")).unwrap();
    let asked = Regex::new("patient_connect_([a-z_]+)").unwrap();
    let mut names = BTreeSet::new();
    for file in ["alerts.yml", "dashboard.json"] {
        let text = fs::read_to_string(root.join("ops/monitoring").join(file)).unwrap();
        names.extend(asked.captures_iter(&text).map(|found| found[1].to_owned()));
    }
    assert!(names.len() > 10, "{names:?}");
    for name in names {
        let own = name.trim_end_matches("_total").trim_end_matches("_bucket");
        assert!(registered.contains(&format!("\"{own}\"")), "nobody counts patient_connect_{name}");
    }
}
