//! What a provider, or somebody in its place, may send that signs nobody in.

use serde_json::json;

use super::{
    browser,
    hostile::{CLIENT, EMMA, Hostile, query},
    leave, portal, sign_in,
};
use crate::support::{Browser, TestPortal};

/// She comes back with what was changed, is refused, and is not signed in. Then all is well again.
#[track_caller]
fn refused_and_nobody_is_signed_in<'a>(
    portal: &'a TestPortal,
    provider: &'a Hostile,
    what: &'a str,
    change: impl FnOnce(&mut serde_json::Value, &mut serde_json::Value) + Send + 'static,
) -> impl Future<Output = ()> + 'a {
    provider.next_token(change);
    async move {
        let mut patient = browser(portal);
        patient.open("/sign-in").await;
        sign_in(&mut patient, provider, &EMMA).await;
        assert_eq!((patient.status, what), (422, what), "{}", patient.html);
        patient.is("provider", 422);
        nobody(&mut patient).await;
    }
}

async fn nobody(patient: &mut Browser) {
    patient.open("/connections").await;
    patient.is("sign-in", 200);
}

fn now() -> i64 {
    use patient_connect::ports::{Clock, SystemClock};
    SystemClock.now().timestamp()
}

#[actix_web::test]
async fn an_id_token_counts_only_as_it_should_be() {
    let (portal, provider) = portal().await;
    let it = (&portal, &provider);
    refused_and_nobody_is_signed_in(it.0, it.1, "nonce", |_, c| c["nonce"] = json!("another")).await;
    refused_and_nobody_is_signed_in(it.0, it.1, "no nonce", |_, c| {
        c.as_object_mut().unwrap().remove("nonce");
    })
    .await;
    refused_and_nobody_is_signed_in(it.0, it.1, "iss", |_, c| c["iss"] = json!("https://id.evil.example"))
        .await;
    refused_and_nobody_is_signed_in(it.0, it.1, "aud", |_, c| c["aud"] = json!("another portal")).await;
    refused_and_nobody_is_signed_in(it.0, it.1, "more aud", |_, c| c["aud"] = json!([CLIENT, "another"]))
        .await;
    refused_and_nobody_is_signed_in(it.0, it.1, "azp", |_, c| c["azp"] = json!("another portal")).await;
    refused_and_nobody_is_signed_in(it.0, it.1, "exp", |_, c| {
        (c["iat"], c["exp"]) = (json!(now() - 600), json!(now() - 61));
    })
    .await;
    refused_and_nobody_is_signed_in(it.0, it.1, "from the future", |_, c| c["iat"] = json!(now() + 90)).await;
    refused_and_nobody_is_signed_in(it.0, it.1, "alg none", |h, _| {
        h["alg"] = json!("none");
        h.as_object_mut().unwrap().remove("kid");
    })
    .await;
    refused_and_nobody_is_signed_in(it.0, it.1, "alg HS256", |h, _| {
        h["alg"] = json!("HS256");
        h.as_object_mut().unwrap().remove("kid");
    })
    .await;
    refused_and_nobody_is_signed_in(it.0, it.1, "at_hash", |_, c| {
        c["at_hash"] = json!("bm90IHRoaXMgb25lISE");
    })
    .await;
    refused_and_nobody_is_signed_in(it.0, it.1, "sub", |_, c| c["sub"] = json!("")).await;

    let mut patient = browser(&portal);
    patient.open("/sign-in").await;
    sign_in(&mut patient, &provider, &EMMA).await;
    patient.is("connections", 200);
}

#[actix_web::test]
async fn a_clock_that_is_a_little_off_keeps_nobody_out() {
    let (portal, provider) = portal().await;
    for seconds in [-50, 50] {
        provider.next_token(move |_, c| {
            (c["iat"], c["exp"]) = (json!(now() + seconds), json!(now() + seconds + 5));
        });
        let mut patient = browser(&portal);
        patient.open("/sign-in").await;
        sign_in(&mut patient, &provider, &EMMA).await;
        patient.is("connections", 200);
    }
}

#[actix_web::test]
async fn an_answer_of_another_issuer_or_of_none_is_not_exchanged() {
    let (portal, provider) = portal().await;
    for iss in [Some("https://id.evil.example"), None] {
        let mut patient = browser(&portal);
        patient.open("/sign-in").await;
        leave(&mut patient).await;
        let code = query(&provider.vouch(&patient, &EMMA))["code"].clone();
        let mut more = vec![("code", code.as_str())];
        more.extend(iss.map(|iss| ("iss", iss)));
        let back = provider.back(&patient, &more);
        patient.open(&back).await;
        patient.is("provider", 422);
        nobody(&mut patient).await;
    }
    assert_eq!(provider.times_asked("/token"), 0);
}

#[actix_web::test]
async fn an_answer_brought_twice_is_exchanged_once_even_where_the_provider_would_take_it_again() {
    let (portal, provider) = portal().await;
    provider.be_careless();
    let mut patient = browser(&portal);
    patient.open("/sign-in").await;
    leave(&mut patient).await;
    let back = provider.vouch(&patient, &EMMA);
    patient.open(&back).await;
    patient.is("connections", 200);
    patient.submit("/sign-out", &[]).await;
    patient.open(&back).await;
    patient.is("provider", 410);
    nobody(&mut patient).await;
    assert_eq!(provider.times_asked("/token"), 1);
}

#[actix_web::test]
async fn a_code_that_was_used_elsewhere_signs_nobody_in() {
    let (portal, provider) = portal().await;
    let mut patient = browser(&portal);
    patient.open("/sign-in").await;
    leave(&mut patient).await;
    let used = query(&provider.vouch(&patient, &EMMA))["code"].clone();
    let back = provider.back(&patient, &[("code", &used), ("iss", &provider.issuer)]);
    patient.open(&back).await;
    patient.is("connections", 200);
    // The used code under the state of a sign-in of his own.
    let mut thief = browser(&portal);
    thief.open("/sign-in").await;
    leave(&mut thief).await;
    let stolen = provider.back(&thief, &[("code", &used), ("iss", &provider.issuer)]);
    thief.open(&stolen).await;
    thief.is("provider", 422);
    nobody(&mut thief).await;
}

/// Somebody's own sign-in, brought to another's browser, would sign her in as him.
#[actix_web::test]
async fn an_answer_counts_only_in_the_browser_that_asked_and_only_for_a_while() {
    let (portal, provider) = portal().await;
    let mut stranger = browser(&portal);
    stranger.open("/sign-in").await;
    leave(&mut stranger).await;
    let his = provider.vouch(&stranger, &EMMA);
    let mut fresh = browser(&portal);
    fresh.open(&his).await;
    fresh.is("provider", 410);
    let letter = portal.clinic().invite("violet harbour").await;
    let mut patient = browser(&portal);
    patient.open(&letter.link).await;
    patient.open(&his).await;
    patient.is("provider", 410);
    nobody(&mut patient).await;
    assert_eq!(provider.times_asked("/token"), 0);
    // It is still his; but not after half an hour.
    portal.clock.advance(std::time::Duration::from_secs(31 * 60));
    stranger.open(&his).await;
    stranger.is("provider", 410);
    assert_eq!(provider.times_asked("/token"), 0);
}

#[actix_web::test]
async fn who_changes_her_mind_there_is_back_at_the_sign_in_of_her_journey() {
    let (portal, provider) = portal().await;
    let letter = portal.clinic().invite("violet harbour").await;
    let mut patient = browser(&portal);
    patient.open(&letter.link).await;
    patient.answer("violet harbour").await;
    leave(&mut patient).await;
    let back = provider.back(&patient, &[("error", "access_denied"), ("iss", &provider.issuer)]);
    patient.open(&back).await;
    patient.is("provider", 200);
    assert!(!patient.html.contains("access_denied") && !patient.html.contains("state="), "{}", patient.html);
    assert!(patient.html.contains("href=\"/sign-in\" data-testid=\"continue\""), "{}", patient.html);
    patient.open("/sign-in").await;
    patient.is("sign-in", 200);
    patient.create_account().await;
    patient.is("record", 200);
}

#[actix_web::test]
async fn a_form_for_a_provider_needs_its_page_and_a_provider_that_is_there() {
    let (portal, provider) = portal().await;
    let mut patient = browser(&portal);
    patient.open("/sign-in").await;
    assert!(
        patient.policy.contains(&format!("form-action 'self' {};", provider.issuer)),
        "{}",
        patient.policy
    );
    patient.submit("/sign-in/with/nobody", &[]).await;
    patient.is("not-found", 404);
    patient.submit("/sign-in/with/state-id", &[("csrf_token", "x")]).await;
    patient.is("sign-in", 403);
    patient.submit("/sign-in/with/state-id", &[("seal", "x")]).await;
    patient.is("sign-in", 422);
    patient.open("/help").await;
    assert!(patient.policy.contains("form-action 'self';"), "no other page may: {}", patient.policy);
}
