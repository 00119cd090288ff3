//! Whose account it is: made at the first sign-in, hers at every later one, never joined by an address.

use super::{browser, hostile::EMMA, hostile::Who, leave, portal, portals, sign_in};

#[actix_web::test]
async fn a_first_sign_in_makes_an_account_and_the_journey_goes_on() {
    for (portal, provider) in portals().await {
        let letter = portal.clinic().invite("violet harbour").await;
        let mut patient = browser(&portal);
        patient.open(&letter.link).await;
        patient.answer("violet harbour").await;
        patient.is("sign-in", 200);
        assert!(patient.html.contains("data-testid=\"provider-state-id\""), "{}", patient.html);
        sign_in(&mut patient, &provider, &EMMA).await;
        patient.is("record", 200);
        assert!(patient.html.contains("Emma Berg"), "she is called what the provider calls her");
        patient.choose_new("Emma").await;
        patient.allow().await;
        patient.is("success", 200);
        assert_eq!(portal.clinic().authorized(None).await["items"].as_array().unwrap().len(), 1);
    }
}

#[actix_web::test]
async fn a_second_sign_in_is_the_same_person_also_in_another_browser_and_with_another_address() {
    for (portal, provider) in portals().await {
        let letter = portal.clinic().invite("violet harbour").await;
        let mut first = browser(&portal);
        first.open(&letter.link).await;
        first.answer("violet harbour").await;
        sign_in(&mut first, &provider, &EMMA).await;
        first.choose_new("Emma").await;
        first.allow().await;
        let mut second = browser(&portal);
        second.open("/sign-in?to=connections").await;
        sign_in(&mut second, &provider, &Who { email: Some("emma@new.example"), ..EMMA }).await;
        second.is("connections", 200);
        assert!(second.html.contains("Fabrikam"), "her connection is there");
        let mut other = browser(&portal);
        other.open("/sign-in").await;
        sign_in(&mut other, &provider, &Who { sub: "otto-9", email: None, ..EMMA }).await;
        other.is("connections", 200);
        assert!(!other.html.contains("Fabrikam"), "another subject is another person");
    }
}

#[actix_web::test]
async fn an_account_with_the_same_address_is_not_joined_and_another_can_be_made() {
    for (portal, provider) in portals().await {
        let mut owner = portal.browser();
        owner.open("/sign-in").await;
        let (email, _) = owner.create_account().await;
        let email: &'static str = email.leak();
        let her = Who { email: Some(email), ..EMMA };
        let mut patient = browser(&portal);
        patient.open("/sign-in").await;
        sign_in(&mut patient, &provider, &her).await;
        patient.is("provider", 409);
        patient.open("/connections").await;
        patient.is("sign-in", 200);
        sign_in(&mut patient, &provider, &her).await;
        assert!(
            patient.policy.contains(&format!("form-action 'self' {}", provider.issuer)),
            "{}",
            patient.policy
        );
        patient.submit("/sign-in/with/state-id", &[]).await;
        let back = provider.vouch(&patient, &her);
        patient.open(&back).await;
        patient.is("connections", 200);
        assert!(patient.html.contains("Emma Berg"), "an account of her own");
        // The address stays with the account that has it.
        let mut again = browser(&portal);
        again.open("/sign-in").await;
        sign_in(&mut again, &provider, &her).await;
        again.is("connections", 200);
    }
}

#[actix_web::test]
async fn an_address_that_the_provider_has_not_verified_tells_nobody_whether_it_has_an_account() {
    let (portal, provider) = portal().await;
    let mut owner = portal.browser();
    owner.open("/sign-in").await;
    let (email, _) = owner.create_account().await;
    let mut stranger = browser(&portal);
    stranger.open("/sign-in").await;
    sign_in(&mut stranger, &provider, &Who { email: Some(email.leak()), verified: false, ..EMMA }).await;
    stranger.is("connections", 200);
}

#[actix_web::test]
async fn who_is_signed_in_adds_a_provider_to_her_account_and_takes_it_away_again() {
    for (portal, provider) in portals().await {
        let mut patient = browser(&portal);
        patient.open("/account/providers").await;
        patient.is("sign-in", 200);
        patient.create_account().await;
        patient.open("/account/providers").await;
        patient.is("account-providers", 200);
        patient.submit("/account/providers/state-id", &[]).await;
        let back = provider.vouch(&patient, &EMMA);
        patient.open(&back).await;
        patient.is("account-providers", 200);
        assert!(patient.html.contains("remove-provider-state-id"), "{}", patient.html);
        // It opens the same account elsewhere.
        let mut elsewhere = browser(&portal);
        elsewhere.open("/sign-in").await;
        sign_in(&mut elsewhere, &provider, &EMMA).await;
        elsewhere.is("connections", 200);
        assert!(elsewhere.html.contains("Pat Example"), "the account that she had");
        // Nobody else can add it to his.
        let mut other = browser(&portal);
        other.open("/sign-in").await;
        other.create_account().await;
        other.open("/account/providers").await;
        other.submit("/account/providers/state-id", &[]).await;
        let back = provider.vouch(&other, &EMMA);
        other.open(&back).await;
        other.is("provider", 409);
        patient.open("/account/providers").await;
        patient.submit("/account/providers/state-id", &[]).await;
        patient.is("account-providers", 200);
        assert!(patient.html.contains("add-provider-state-id"), "{}", patient.html);
    }
}

#[actix_web::test]
async fn the_only_way_to_sign_in_stays() {
    let (portal, provider) = portal().await;
    let mut patient = browser(&portal);
    patient.open("/sign-in").await;
    sign_in(&mut patient, &provider, &EMMA).await;
    patient.open("/account/providers").await;
    assert!(!patient.html.contains("remove-provider-state-id"));
    let page = patient.html.replace("</main>", "<form action=\"/account/providers/state-id\"></form></main>");
    patient.html = page;
    patient.submit("/account/providers/state-id", &[]).await;
    patient.is("account-providers", 403);
    let mut again = browser(&portal);
    again.open("/sign-in").await;
    sign_in(&mut again, &provider, &EMMA).await;
    again.is("connections", 200);
    assert!(again.html.contains("Emma Berg"));
}

#[actix_web::test]
async fn a_letter_in_another_tab_waits_for_its_own_sign_in() {
    let (portal, provider) = portal().await;
    let clinic = portal.clinic();
    let (one, two) = (clinic.invite("violet harbour").await, clinic.invite("amber lantern").await);
    let mut patient = browser(&portal);
    patient.open(&one.link).await;
    patient.answer("violet harbour").await;
    leave(&mut patient).await;
    let first = provider.vouch(&patient, &EMMA);
    patient.open(&two.link).await;
    let action = patient.path.clone();
    patient.submit(&action, &[("answer", "amber lantern")]).await;
    patient.is("sign-in", 200);
    patient.open(&first).await;
    patient.is("record", 200);
    assert_eq!(patient.path, "/connect/record", "the first letter's journey, and not the second's");
}
