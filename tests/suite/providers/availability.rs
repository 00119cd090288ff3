//! Keys that change, and a provider that is away or slow.

use std::time::{Duration, Instant};

use serde_json::json;

use super::{browser, hostile::EMMA, hostile::Hostile, leave, portal, sign_in};
use crate::support::{Database, spawn_with_providers};

#[actix_web::test]
async fn a_rotated_key_is_fetched_at_once_and_made_up_ones_do_not_make_us_ask_again_and_again() {
    let (portal, provider) = portal().await;
    let mut patient = browser(&portal);
    patient.open("/sign-in").await;
    sign_in(&mut patient, &provider, &EMMA).await;
    patient.is("connections", 200);
    assert_eq!(provider.times_asked("/jwks"), 1);
    provider.rotate("two");
    let mut again = browser(&portal);
    again.open("/sign-in").await;
    sign_in(&mut again, &provider, &EMMA).await;
    again.is("connections", 200);
    assert_eq!(provider.times_asked("/jwks"), 2);
    for made_up in ["x", "y", "z"] {
        provider.next_token(move |header, _| header["kid"] = json!(made_up));
        let mut stranger = browser(&portal);
        stranger.open("/sign-in").await;
        sign_in(&mut stranger, &provider, &EMMA).await;
        stranger.is("provider", 422);
    }
    assert_eq!(provider.times_asked("/jwks"), 2, "no more than every half minute");
}

#[actix_web::test]
async fn a_key_that_was_replaced_under_its_old_name_is_fetched_too() {
    let (portal, provider) = portal().await;
    let mut patient = browser(&portal);
    patient.open("/sign-in").await;
    sign_in(&mut patient, &provider, &EMMA).await;
    provider.rotate("one");
    let mut again = browser(&portal);
    again.open("/sign-in").await;
    sign_in(&mut again, &provider, &EMMA).await;
    again.is("connections", 200);
}

#[actix_web::test]
async fn a_provider_that_is_away_leaves_the_other_ways_and_is_back_when_it_is_back() {
    let (portal, provider) = portal().await;
    provider.break_at("/.well-known/openid-configuration", 503);
    let letter = portal.clinic().invite("violet harbour").await;
    let at_sign_in = async || {
        let mut patient = browser(&portal);
        patient.open(&letter.link).await;
        patient.answer("violet harbour").await;
        patient.is("sign-in", 200);
        patient.submit("/sign-in/with/state-id", &[]).await;
        patient.is("provider", 503);
        patient.open("/sign-in").await;
        patient
    };
    let (mut by_password, mut patient) = (at_sign_in().await, at_sign_in().await);
    by_password.create_account().await;
    by_password.is("record", 200);
    provider.mend();
    // For a few seconds it is told at once that it was away; then it is asked again.
    patient.submit("/sign-in/with/state-id", &[]).await;
    patient.is("provider", 503);
    assert_eq!(provider.times_asked("/.well-known/openid-configuration"), 1);
    tokio::time::sleep(Duration::from_millis(5_200)).await;
    patient.open("/sign-in").await;
    sign_in(&mut patient, &provider, &EMMA).await;
    patient.is("record", 200);
}

#[actix_web::test]
async fn a_token_endpoint_that_fails_or_is_slow_is_told_and_costs_bounded_time() {
    let (portal, provider) = portal().await;
    for slow in [false, true] {
        let mut patient = browser(&portal);
        patient.open("/sign-in").await;
        leave(&mut patient).await;
        let back = provider.vouch(&patient, &EMMA);
        if slow {
            provider.be_slow_at("/token");
        } else {
            provider.break_at("/token", 502);
        }
        let started = Instant::now();
        patient.open(&back).await;
        patient.is("provider", 503);
        assert!(started.elapsed() < Duration::from_secs(20), "{:?}", started.elapsed());
        provider.mend();
    }
}

#[actix_web::test]
async fn a_slow_provider_keeps_no_page_waiting() {
    let provider = Hostile::start();
    provider.be_slow_at("/.well-known/openid-configuration");
    let portal = spawn_with_providers(Database::Sqlite, vec![provider.about("state-id")]).await;
    let mut patient = browser(&portal);
    let started = Instant::now();
    patient.open("/sign-in").await;
    patient.is("sign-in", 200);
    assert!(started.elapsed() < Duration::from_secs(5), "{:?}", started.elapsed());
    assert_eq!(provider.times_asked("/.well-known/openid-configuration"), 0);
}

#[actix_web::test]
async fn a_provider_that_says_it_is_another_or_leads_off_tls_is_not_used() {
    for (key, value) in [
        ("issuer", json!("https://id.evil.example")),
        ("token_endpoint", json!("http://id.evil.example/token")),
        ("end_session_endpoint", json!("http://id.evil.example/end")),
        ("token_endpoint", json!(null)),
    ] {
        let (portal, provider) = portal().await;
        provider.describe(key, value);
        let mut patient = browser(&portal);
        patient.open("/sign-in").await;
        patient.submit("/sign-in/with/state-id", &[]).await;
        patient.is("provider", 422);
    }
}

/// A browser follows a form's redirect only to where its page said, so the page is shown again with where it leads now.
#[actix_web::test]
async fn a_sign_in_page_elsewhere_is_foreseen_by_the_policy_before_she_is_sent_there() {
    let (portal, provider) = portal().await;
    provider.describe("authorization_endpoint", json!("https://login.example/authorize"));
    let mut patient = browser(&portal);
    patient.open("/sign-in").await;
    assert!(!patient.policy.contains("https://login.example"));
    patient.submit("/sign-in/with/state-id", &[]).await;
    patient.is("sign-in", 422);
    assert!(patient.policy.contains("form-action 'self' https://login.example;"), "{}", patient.policy);
    patient.submit("/sign-in/with/state-id", &[]).await;
    assert!(patient.elsewhere.starts_with("https://login.example/authorize?"), "{}", patient.elsewhere);
}
