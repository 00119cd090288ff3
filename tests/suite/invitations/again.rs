//! "POST …/invitation: sent again."

use serde_json::json;

use super::{
    INVITATION, PAT, REMINDER, by_mail, invitation, invited, pass, post::start, send_again, subjects,
};
use crate::support::{Database, databases, spawn};

#[actix_web::test]
async fn an_app_has_the_invitation_sent_again_to_another_address_and_in_another_language() {
    for database in databases() {
        let (portal, post) = start(database).await;
        let clinic = portal.clinic();
        let letter = invited(&clinic, &by_mail("patient-1", true)).await;
        post.deliver().await;
        let (status, request) = send_again(&clinic, &letter, json!({})).await;
        assert_eq!((status, &request["invitation"]["state"]), (202, &json!("queued")));
        assert_eq!(post.newest(PAT).await.codes, std::slice::from_ref(&letter.code), "the same code");
        assert_eq!(subjects(&post).await, [INVITATION, INVITATION]);

        let other = json!({ "send_to": "Patricia@example.org", "language": "es" });
        let (status, request) = send_again(&clinic, &letter, other).await;
        assert_eq!((status, &request["language"]), (202, &json!("es")));
        let mail = post.newest("patricia@example.org").await;
        assert_eq!((mail.to.as_str(), mail.language.as_str()), ("Patricia@example.org", "es"));
        assert_eq!(mail.subject, "Una invitación de Fabrikam Clinic");
        // Reminders go there, too, and in that language.
        pass(&portal, 7).await;
        let reminder = post.newest("patricia@example.org").await;
        assert_eq!(
            (reminder.subject.as_str(), reminder.codes[0].as_str()),
            ("Un recordatorio de Fabrikam Clinic", letter.code.as_str())
        );
        assert_eq!(subjects(&post).await.len(), 2, "nothing more to the first");
    }
}

#[actix_web::test]
async fn what_still_waits_is_dropped_when_the_invitation_is_sent_again() {
    let (portal, post) = start(Database::Sqlite).await;
    let clinic = portal.clinic();
    let letter = invited(&clinic, &by_mail("patient-1", false)).await;
    let (status, _) = send_again(&clinic, &letter, json!({ "send_to": "other@example.org" })).await;
    assert_eq!(status, 202);
    assert_eq!(post.arrived("other@example.org").await.len(), 1);
    assert!(post.arrived(PAT).await.is_empty(), "not to the address that was wrong");
}

#[actix_web::test]
async fn reminders_are_counted_from_when_it_was_sent_again() {
    let (portal, post) = start(Database::Sqlite).await;
    let clinic = portal.clinic();
    let letter = invited(&clinic, &by_mail("patient-1", true)).await;
    post.deliver().await;
    pass(&portal, 6).await;
    assert_eq!(send_again(&clinic, &letter, json!({})).await.0, 202);
    post.deliver().await;
    pass(&portal, 6).await;
    assert_eq!(subjects(&post).await, [INVITATION, INVITATION], "not a day after");
    pass(&portal, 1).await;
    assert_eq!(subjects(&post).await, [INVITATION, INVITATION, REMINDER]);
}

#[actix_web::test]
async fn a_code_that_the_portal_never_mailed_or_has_forgotten_cannot_be_sent() {
    for database in databases() {
        let (portal, post) = start(database).await;
        let clinic = portal.clinic();
        let own = clinic.invite("violet harbour").await;
        let picked_up = invited(&clinic, &by_mail("picked-up", true)).await;
        let expired = invited(&clinic, &by_mail("expired", true)).await;
        post.deliver().await;
        portal.browser().connect(&picked_up, "Emma").await;
        portal.advance_days(28);
        for letter in [&own, &picked_up, &expired] {
            let (status, problem) = send_again(&clinic, letter, json!({})).await;
            assert_eq!(
                (status, problem["code"].as_str()),
                (409, Some("code_not_kept")),
                "{}",
                letter.external_id
            );
        }
        assert_eq!(subjects(&post).await.len(), 2);
    }
    let portal = spawn(Database::Sqlite).await;
    let own = portal.clinic().invite("violet harbour").await;
    let (status, problem) = send_again(&portal.clinic(), &own, json!({})).await;
    assert_eq!(
        (status, problem["code"].as_str()),
        (409, Some("code_not_kept")),
        "also without a mail server"
    );
}

#[actix_web::test]
async fn what_cannot_be_sent_again_is_refused_and_changes_nothing() {
    let (portal, post) = start(Database::Sqlite).await;
    let clinic = portal.clinic();
    let letter = invited(&clinic, &by_mail("patient-1", false)).await;
    post.deliver().await;
    let before = invitation(&clinic, &letter).await;
    for (body, status, code) in [
        (json!({ "send_to": "pat" }), 422, "invalid_send_to"),
        (json!({ "language": "tlh" }), 422, "invalid_language"),
        (json!({ "sent_to": "pat@example.com" }), 400, "malformed"),
    ] {
        let (answered, problem) = send_again(&clinic, &letter, body).await;
        assert_eq!((answered, problem["code"].as_str()), (status, Some(code)));
    }
    assert_eq!(invitation(&clinic, &letter).await, before);
    let nobody = crate::support::Letter { external_id: "nobody".to_owned(), ..letter.clone() };
    assert_eq!(send_again(&clinic, &nobody, json!({})).await.0, 404);
    let another = portal.another_app(|_| {}).await;
    assert_eq!(send_again(&another, &letter, json!({})).await.0, 404, "another app's is nobody's");
    assert_eq!(subjects(&post).await.len(), 1);
}
