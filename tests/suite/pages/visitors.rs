//! The code page of a visitor who brings no cookie has a way of its own: it is the same page.

use std::collections::BTreeMap;

use reqwest::header;

use crate::support::{Database, TestPortal, spawn};

/// A cookie of somebody else's: whoever sends one goes the longer way.
const OF_SOMEBODY_ELSE: &str = "clinic=1";

/// What stands between two texts, which must be there.
fn between<'a>(text: &'a str, before: &str, after: &str) -> &'a str {
    let (_, rest) = text.split_once(before).unwrap_or_else(|| panic!("{before} is not in {text}"));
    rest.split_once(after).unwrap().0
}

/// Status, headers and page, without the time and the token; and the form's cookie with its token.
async fn asked(
    portal: &TestPortal,
    cookies: Option<&str>,
    languages: &str,
) -> ((u16, BTreeMap<String, String>, String), (String, String)) {
    let request = reqwest::Client::new()
        .get(format!("{}/connect", portal.base))
        .header(header::ACCEPT_LANGUAGE, languages);
    let request = cookies.into_iter().fold(request, |request, it| request.header(header::COOKIE, it));
    let answer = request.send().await.unwrap();
    let status = answer.status().as_u16();
    let headers = answer.headers().iter().filter(|(name, _)| *name != header::DATE);
    let mut headers: BTreeMap<String, String> =
        headers.map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned())).collect();
    let page = answer.text().await.unwrap();
    let token = between(&page, "name=\"csrf_token\" value=\"", "\"").to_owned();
    let cookie = between(&headers["set-cookie"], "form=", ";").to_owned();
    headers.insert("set-cookie".to_owned(), headers["set-cookie"].replace(&cookie, "…"));
    ((status, headers, page.replace(&token, "…")), (cookie, token))
}

#[actix_web::test]
async fn a_visitor_gets_the_page_that_whoever_brings_a_cookie_gets() {
    let portal = spawn(Database::Sqlite).await;
    // The first times in a language it is one way for both.
    for _ in 0..4 {
        for languages in ["en", "ar", "de-CH, zh;q=0.5", ""] {
            let (page, (cookie, token)) = asked(&portal, None, languages).await;
            let (other, (other_cookie, other_token)) =
                asked(&portal, Some(OF_SOMEBODY_ELSE), languages).await;
            assert_eq!(page.0, 200);
            assert_eq!(page, other, "{languages}");
            assert!(cookie != other_cookie && token != other_token, "each has a token of her own");
        }
    }
}

#[actix_web::test]
async fn the_token_of_a_visitors_form_goes_with_its_cookie_alone() {
    let portal = spawn(Database::Sqlite).await;
    for _ in 0..4 {
        let (_, (cookie, token)) = asked(&portal, None, "en").await;
        let (_, (cookie_of_another, _)) = asked(&portal, None, "en").await;
        let send = |cookie: String| {
            let form = [("csrf_token", token.clone()), ("identity_code", "JKYZ".to_owned())];
            let request = reqwest::Client::new().post(format!("{}/connect", portal.base)).form(&form);
            request.header(header::COOKIE, format!("form={cookie}")).send()
        };
        let page = send(cookie).await.unwrap().text().await.unwrap();
        assert!(page.contains("value=\"JKYZ\"") && page.contains("identity_code-error"), "{page}");
        let stale = send(cookie_of_another).await.unwrap().text().await.unwrap();
        assert!(!stale.contains("identity_code-error"), "{stale}");
    }
}

fn entered(portal: &TestPortal) -> u64 {
    let text = portal.installation.site.metrics.text(0, 0);
    let line = "patient_connect_steps_total{step=\"code\",went=\"entered\"} ";
    text.lines().find_map(|l| l.strip_prefix(line)).map_or(0, |count| count.parse().unwrap())
}

#[actix_web::test]
async fn a_visitors_page_is_counted_as_any_other() {
    let portal = spawn(Database::Sqlite).await;
    for n in 1..=6 {
        asked(&portal, None, "en").await;
        assert_eq!(entered(&portal), 2 * n - 1);
        asked(&portal, Some(OF_SOMEBODY_ELSE), "en").await;
        assert_eq!(entered(&portal), 2 * n);
    }
    let text = portal.installation.site.metrics.text(0, 0);
    let line = "patient_connect_http_requests_total{method=\"GET\",route=\"/connect\",status=\"2xx\",code=\"200\"} 12\n";
    assert!(text.contains(line), "{text}");
}
