//! "I did not expect this": nothing is mailed any more, until the clinic re-arms the code.

use serde_json::json;

use super::{
    INVITATION, PAT, REMINDER, by_mail, invitation, invited, pass, post::start, rearm, send_again, subjects,
};
use crate::support::{Database, Letter, TestPortal, databases};

/// The holder of the letter says that she did not expect it.
pub(super) async fn report(portal: &TestPortal, letter: &Letter) {
    let mut patient = portal.browser();
    patient.open(&letter.link).await;
    patient.is("question", 200);
    patient.open("/connect/report").await;
    patient.submit("/connect/report", &[]).await;
    patient.is("frozen", 410);
}

#[actix_web::test]
async fn a_reported_request_is_not_reminded_of_until_it_is_rearmed() {
    for database in databases() {
        let (portal, post) = start(database).await;
        let clinic = portal.clinic();
        let letter = invited(&clinic, &by_mail("patient-1", true)).await;
        post.deliver().await;
        report(&portal, &letter).await;
        pass(&portal, 7).await;
        let (status, problem) = send_again(&clinic, &letter, json!({})).await;
        assert_eq!((status, problem["code"].as_str()), (409, Some("code_not_usable")));
        assert_eq!(subjects(&post).await, [INVITATION]);
        assert_eq!(invitation(&clinic, &letter).await["state"], "sent", "it was");
        rearm(&clinic, &letter).await;
        pass(&portal, 0).await;
        assert_eq!(subjects(&post).await, [INVITATION, REMINDER]);
        assert_eq!(send_again(&clinic, &letter, json!({})).await.0, 202);
        assert_eq!(post.newest(PAT).await.codes, [letter.code]);
    }
}

#[actix_web::test]
async fn a_mail_that_waits_goes_when_its_request_is_reported_and_is_sent_after_the_rearm() {
    for database in databases() {
        let (portal, post) = start(database).await;
        let clinic = portal.clinic();
        let letter = invited(&clinic, &by_mail("patient-1", true)).await;
        report(&portal, &letter).await;
        assert!(post.arrived(PAT).await.is_empty());
        let told = invitation(&clinic, &letter).await;
        assert_eq!((&told["state"], &told["failure"]), (&json!("failed"), &json!("frozen")));
        rearm(&clinic, &letter).await;
        assert_eq!(invitation(&clinic, &letter).await["state"], "queued");
        assert_eq!(subjects(&post).await, [INVITATION]);
        let told = invitation(&clinic, &letter).await;
        assert_eq!((&told["state"], told.get("failure")), (&json!("sent"), None));
        pass(&portal, 7).await;
        assert_eq!(subjects(&post).await, [INVITATION, REMINDER]);
    }
}

#[actix_web::test]
async fn a_reminder_that_waits_goes_when_its_request_is_reported() {
    let (portal, post) = start(Database::Sqlite).await;
    let clinic = portal.clinic();
    let letter = invited(&clinic, &by_mail("patient-1", true)).await;
    post.deliver().await;
    pass(&portal, 7).await;
    report(&portal, &letter).await;
    assert_eq!(subjects(&post).await, [INVITATION]);
}

#[actix_web::test]
async fn a_locked_code_is_not_mailed_and_its_invitation_goes_when_it_is_rearmed() {
    let (portal, post) = start(Database::Sqlite).await;
    let clinic = portal.clinic();
    let letter = invited(&clinic, &by_mail("patient-1", true)).await;
    let mut patient = portal.browser();
    patient.open(&letter.link).await;
    for wrong in ["one wrong", "two wrong", "three wrong"] {
        patient.answer(wrong).await;
    }
    assert!(post.arrived(PAT).await.is_empty());
    assert_eq!(invitation(&clinic, &letter).await["failure"], "locked");
    let (status, problem) = send_again(&clinic, &letter, json!({})).await;
    assert_eq!((status, problem["code"].as_str()), (409, Some("code_not_usable")));
    rearm(&clinic, &letter).await;
    assert_eq!(subjects(&post).await, [INVITATION]);
}
