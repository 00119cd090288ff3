//! The documentation page: readable without script and without the network, and complete.

use std::collections::HashSet;

use patient_connect::api::problem::Code;
use regex::Regex;

use super::send;
use crate::support::{Database, spawn};

#[actix_web::test]
async fn the_page_loads_only_what_our_own_policy_allows_and_every_link_leads_somewhere() {
    let portal = spawn(Database::Sqlite).await;
    let page = send(&portal, "GET", "/api/docs", &[], b"").await;
    assert_eq!((page.status, page.header("content-type")), (200, Some("text/html; charset=utf-8")));
    assert!(
        page.header("content-security-policy").unwrap().starts_with("default-src 'none'; style-src 'self'")
    );
    assert!(page.header("set-cookie").is_none());
    for forbidden in ["<script", "<style", " style=", " onclick=", "<iframe", "http-equiv", "src=\"http"] {
        assert!(!page.body.contains(forbidden), "{forbidden}");
    }
    for (_, [file]) in
        Regex::new(r#"<link [^>]*href="([^"]+)""#).unwrap().captures_iter(&page.body).map(|c| c.extract())
    {
        assert!(file.starts_with("/static/"), "{file}");
        assert_eq!(send(&portal, "GET", file, &[], b"").await.status, 200, "{file}");
    }
    let ids: Vec<&str> = Regex::new(r#" id="([^"]+)""#)
        .unwrap()
        .captures_iter(&page.body)
        .map(|c| c.extract::<1>().1[0])
        .collect();
    assert_eq!(ids.iter().collect::<HashSet<_>>().len(), ids.len(), "each id once");
    for (_, [place]) in
        Regex::new(r##"href="#([^"]+)""##).unwrap().captures_iter(&page.body).map(|c| c.extract())
    {
        assert!(ids.contains(&place), "#{place} leads nowhere");
    }
    for (_, [of]) in
        Regex::new(r#"aria-labelledby="([^"]+)""#).unwrap().captures_iter(&page.body).map(|c| c.extract())
    {
        assert!(ids.contains(&of), "{of} labels nothing");
    }
    assert_eq!(page.body.matches("<h1").count(), 1);
    for landmark in ["<main", "<header", "<nav", "class=\"skip\" href=\"#main\"", "<html lang=\"en\">"] {
        assert!(page.body.contains(landmark), "{landmark}");
    }
}

#[actix_web::test]
async fn every_call_and_every_problem_has_its_place() {
    let portal = spawn(Database::Sqlite).await;
    let page = send(&portal, "GET", "/api/docs", &[], b"").await.body;
    for (method, path) in patient_connect::api::listed() {
        let line = format!("<span class=\"method\">{method}</span> <code>/api/v1{path}</code>");
        assert_eq!(page.matches(&line).count(), 1, "{line}");
    }
    for code in Code::ALL {
        let place = format!("id=\"problem-{}\"", code.as_str());
        assert!(page.contains(&place), "{place}");
        let answer = send(&portal, "GET", &code.type_uri(), &[], b"").await;
        let location = format!("/api/docs#problem-{}", code.as_str());
        assert_eq!((answer.status, answer.header("location")), (303, Some(location.as_str())));
    }
    assert_eq!(send(&portal, "GET", "/problems/nonsense", &[], b"").await.status, 404);
    let answer = send(&portal, "GET", "/api/v1/nothing", &[], b"").await;
    assert_eq!(answer.json()["type"], "/problems/not_found");
}
