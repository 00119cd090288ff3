//! The account pages of a person whom a provider signs in: she has no password, and maybe no address.

use serde_json::json;

use super::{browser, hostile::EMMA, hostile::Who, portal, portals, sign_in};
use crate::accounts::{history, is_signed_in, text};

/// Without an address.
const NAMELESS: Who = Who { email: None, ..EMMA };

#[actix_web::test]
async fn her_account_pages_ask_for_no_password_and_no_address_that_she_does_not_have() {
    for (portal, provider) in portals().await {
        let mut patient = browser(&portal);
        patient.open("/sign-in?to=account").await;
        sign_in(&mut patient, &provider, &NAMELESS).await;
        patient.open("/account").await;
        patient.is("account", 200);
        for (link, there) in [("providers", true), ("password", false), ("email", false), ("delete", true)] {
            assert_eq!(patient.html.contains(&format!("href=\"/account/{link}\"")), there, "{link}");
        }
        for page in ["password", "email"] {
            let path = format!("/account/{page}");
            patient.open(&path).await;
            patient.is(&format!("account-{page}"), 200);
            assert!(text(&patient.html).contains("You sign in with an account from elsewhere"));
            assert!(!patient.html.contains(&format!("action=\"{path}\"")));
            patient
                .submit(&path, &[("current_password", "x"), ("password", "x"), ("email", "a@b.example")])
                .await;
            assert!([200, 403, 422].contains(&patient.status), "{page}: {}", patient.status);
        }
        patient.open("/account/name").await;
        patient.submit("/account/name", &[("name", "Emma the Second")]).await;
        patient.is("account", 200);
        patient.open("/account/export").await;
        patient.submit("/account/export/file", &[]).await;
        let data: serde_json::Value = serde_json::from_str(&patient.html).unwrap();
        let way = &data["ways_to_sign_in"][0];
        assert_eq!(way["kind"], "provider");
        assert_eq!(way["provider_account"], format!("{} emma-7", provider.issuer));
        assert_eq!(data["account"]["email"], json!(null));
        assert!(!patient.html.contains("eyJ"), "no token: {}", patient.html);
    }
}

#[actix_web::test]
async fn she_deletes_her_account_by_typing_her_name_and_the_next_sign_in_makes_a_new_one() {
    for (portal, provider) in portals().await {
        let mut patient = browser(&portal);
        patient.open("/sign-in").await;
        sign_in(&mut patient, &provider, &NAMELESS).await;
        patient.open("/account/delete").await;
        assert!(text(&patient.html).contains("To confirm, type your name"));
        for typed in ["", "emma@mail.example", "Somebody"] {
            patient.submit("/account/delete", &[("email", typed)]).await;
            patient.is("account-delete", 422);
        }
        patient.submit("/account/delete", &[("email", " Emma Berg ")]).await;
        patient.is("account-deleted", 200);
        assert!(!is_signed_in(&mut patient).await);
        let mut again = browser(&portal);
        again.open("/sign-in").await;
        sign_in(&mut again, &provider, &NAMELESS).await;
        assert_eq!(history(&mut again).await, ["You signed in"], "nothing is left of the one before");
    }
}

#[actix_web::test]
async fn a_way_to_sign_in_that_is_added_or_taken_away_stands_in_the_history() {
    let (portal, provider) = portal().await;
    let mut patient = browser(&portal);
    patient.open("/sign-in").await;
    patient.create_account().await;
    patient.open("/account/providers").await;
    patient.submit("/account/providers/state-id", &[]).await;
    let back = provider.vouch(&patient, &EMMA);
    patient.open(&back).await;
    patient.submit("/account/providers/state-id", &[]).await;
    patient.is("account-providers", 200);
    let lines = history(&mut patient).await;
    assert_eq!(lines[..2], ["You took a way to sign in away", "You added a way to sign in"]);
}
