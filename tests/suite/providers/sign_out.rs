//! Signing out, here and there.

use serde_json::json;

use super::{browser, hostile::EMMA, hostile::query, portal, sign_in};

#[actix_web::test]
async fn signing_out_signs_out_at_the_provider_too_and_leads_back() {
    let (portal, provider) = portal().await;
    let mut patient = browser(&portal);
    patient.open("/sign-in").await;
    sign_in(&mut patient, &provider, &EMMA).await;
    patient.open("/connections").await;
    assert!(
        patient.policy.contains(&format!("form-action 'self' {};", provider.issuer)),
        "{}",
        patient.policy
    );
    patient.submit("/sign-out", &[]).await;
    assert!(patient.elsewhere.starts_with(&format!("{}/end?", provider.issuer)), "{}", patient.elsewhere);
    let asked = query(&patient.elsewhere);
    assert_eq!(asked["post_logout_redirect_uri"], format!("{}/sign-out/back", portal.base));
    assert_eq!(asked["id_token_hint"].split('.').count(), 3);
    patient.open(&format!("/sign-out/back?state={}", asked["state"])).await;
    patient.is("sign-in", 200);
    assert!(patient.html.contains("data-testid=\"notice\""), "she is told that she is signed out");
    patient.open("/connections").await;
    patient.is("sign-in", 200);
}

#[actix_web::test]
async fn not_you_signs_out_there_too_and_the_journey_stays_for_who_signs_in_next() {
    let (portal, provider) = portal().await;
    let clinic = portal.clinic();
    let (one, two) = (clinic.invite("violet harbour").await, clinic.invite("amber lantern").await);
    let mut patient = browser(&portal);
    patient.open(&one.link).await;
    patient.open(&two.link).await;
    let action = patient.path.clone();
    patient.submit(&action, &[("answer", "amber lantern")]).await;
    sign_in(&mut patient, &provider, &EMMA).await;
    patient.is("record", 200);
    let journey = regex::Regex::new(r#"name="journey" value="([^"]+)""#).unwrap();
    let journey = journey.captures(&patient.html).unwrap()[1].to_owned();
    patient.submit("/sign-out", &[("journey", &journey)]).await;
    let asked = query(&patient.elsewhere);
    patient.open(&format!("/sign-out/back?state={}", asked["state"])).await;
    patient.is("sign-in", 200);
    assert_eq!(patient.path, "/sign-in?journey=2");
    patient.create_account().await;
    patient.is("record", 200);
}

#[actix_web::test]
async fn a_provider_without_sign_out_and_a_sign_in_by_password_end_here() {
    let (portal, provider) = portal().await;
    provider.describe("end_session_endpoint", json!(null));
    let mut patient = browser(&portal);
    patient.open("/sign-in").await;
    sign_in(&mut patient, &provider, &EMMA).await;
    patient.submit("/sign-out", &[]).await;
    patient.is("sign-in", 200);
    patient.create_account().await;
    patient.is("connections", 200);
    patient.submit("/sign-out", &[]).await;
    patient.is("sign-in", 200);
}
