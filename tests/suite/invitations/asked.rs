//! An app asks the portal to mail: what arrives, and what is refused.

use serde_json::{Value, json};

use super::{DAY, INVITATION, PAT, SENDER, by_mail, invitation, invited, post::start};
use crate::support::{Database, databases, spawn};

#[actix_web::test]
async fn a_patient_is_mailed_her_invitation_and_its_link_leads_to_success() {
    for database in databases() {
        let (portal, post) = start(database).await;
        let clinic = portal.clinic();
        let (status, body) =
            clinic.call("POST", "/connect-requests", Some(by_mail("patient-1", false))).await;
        assert_eq!(status, 201);
        let queued = json!({ "state": "queued", "sent_at": null, "reminders_sent": 0 });
        assert_eq!(body["invitation"], queued);
        let path = "/connect-requests/patient-1";
        assert_eq!(clinic.get(path).await["invitation"], queued, "nothing waits for the mail server");

        let mail = post.newest(PAT).await;
        let sent = clinic.get(path).await;
        assert_eq!(sent["invitation"]["state"], "sent");
        assert!(sent["invitation"]["sent_at"].as_str().unwrap().starts_with("20"), "{sent}");
        assert_eq!(clinic.get("/connect-requests").await["items"][0], sent, "the list says the same");

        let (code, link) = (body["identity_code"].as_str().unwrap(), body["link"].as_str().unwrap());
        assert_eq!((mail.subject.as_str(), mail.language.as_str()), (INVITATION, "en"));
        assert_eq!(
            (mail.links.as_slice(), mail.codes.as_slice()),
            ([link.to_owned()].as_slice(), [code.to_owned()].as_slice())
        );
        for part in [&mail.text, &mail.html] {
            for said in [
                "Fabrikam Clinic",
                "Fabrikam Visits",
                code,
                link,
                SENDER,
                &portal.base,
                "I did not expect this",
            ] {
                assert!(part.contains(said), "{said} in {part}");
            }
            for secret in ["violet", "Which word", "Emma"] {
                assert!(!part.contains(secret), "{secret} in {part}");
            }
        }

        let mut patient = portal.browser();
        patient.open(&mail.links[0]).await;
        patient.is("question", 200);
        patient.answer("violet harbour").await;
        patient.create_account().await;
        patient.choose_new("Emma").await;
        patient.allow().await;
        patient.is("success", 200);
    }
}

#[actix_web::test]
async fn a_request_without_an_address_is_the_apps_own_to_send() {
    let (portal, post) = start(Database::Sqlite).await;
    let clinic = portal.clinic();
    let letter = clinic.invite("violet harbour").await;
    let request = clinic.request(&letter).await;
    assert!(request.get("invitation").is_none() && request["language"].is_null(), "{request}");
    assert!(post.arrived(PAT).await.is_empty());
}

#[actix_web::test]
async fn what_cannot_be_mailed_is_refused_and_changes_nothing() {
    let (portal, post) = start(Database::Sqlite).await;
    let clinic = portal.clinic();
    let with = |name: &str, value: Value| {
        let mut request = by_mail("patient-1", false);
        request[name] = value;
        request
    };
    let without_address = json!({
        "external_id": "patient-1", "friendly_name": "Emma", "question": "Which word?", "answer": "violet harbour",
        "reminders": true,
    });
    for (request, status, code) in [
        (with("send_to", json!("pat")), 422, "invalid_send_to"),
        (with("send_to", json!("")), 422, "invalid_send_to"),
        (with("send_to", json!("a@b.example,c@d.example")), 422, "invalid_send_to"),
        (with("language", json!("tlh")), 422, "invalid_language"),
        (with("language", json!("")), 422, "invalid_language"),
        (with("reminders", json!("yes")), 400, "malformed"),
        (without_address, 400, "malformed"),
    ] {
        let (answered, problem) = clinic.call("POST", "/connect-requests", Some(request.clone())).await;
        assert_eq!((answered, problem["code"].as_str()), (status, Some(code)), "{request}");
    }
    assert_eq!(clinic.get("/connect-requests").await["items"], json!([]));
    assert!(post.arrived(PAT).await.is_empty());
}

#[actix_web::test]
async fn a_portal_without_a_mail_server_says_so_and_pretends_nothing() {
    let portal = spawn(Database::Sqlite).await;
    let clinic = portal.clinic();
    let (status, problem) = clinic.call("POST", "/connect-requests", Some(by_mail("patient-1", true))).await;
    assert_eq!((status, problem["code"].as_str()), (409, Some("mail_not_set_up")));
    assert_eq!(clinic.get("/connect-requests").await["items"], json!([]));
}

#[actix_web::test]
async fn an_app_that_asks_twice_with_one_key_has_one_mail_sent() {
    for database in databases() {
        let (portal, post) = start(database).await;
        let http = reqwest::Client::new();
        let call = async |path: &str, key: &str, body: &Value| {
            let url = format!("{}/api/v1{path}", portal.base);
            let sent =
                http.post(url).bearer_auth(&portal.key).header("idempotency-key", key).json(body).send();
            let answer = sent.await.unwrap();
            let replayed = answer.headers().contains_key("idempotency-replayed");
            (answer.status().as_u16(), replayed, answer.json::<Value>().await.unwrap())
        };
        let request = by_mail("patient-1", false);
        let (status, replayed, first) = call("/connect-requests", "one", &request).await;
        assert_eq!((status, replayed), (201, false));
        assert_eq!(call("/connect-requests", "one", &request).await, (201, true, first));
        assert_eq!(post.arrived(PAT).await.len(), 1);

        let path = "/connect-requests/patient-1/invitation";
        let (status, replayed, first) = call(path, "two", &json!({})).await;
        assert_eq!((status, replayed, &first["invitation"]["state"]), (202, false, &json!("queued")));
        assert_eq!(call(path, "two", &json!({})).await, (202, true, first));
        assert_eq!(post.arrived(PAT).await.len(), 2);
        let (status, _, problem) = call(path, "two", &json!({ "language": "es" })).await;
        assert_eq!((status, &problem["code"]), (422, &json!("idempotency_key_reused")));
    }
}

#[actix_web::test]
async fn a_deleted_request_takes_its_mails_with_it() {
    for database in databases() {
        let (portal, post) = start(database).await;
        let clinic = portal.clinic();
        let letter = invited(&clinic, &by_mail("patient-1", true)).await;
        assert_eq!(invitation(&clinic, &letter).await["state"], "queued");
        let (status, _) = clinic.call("DELETE", "/connect-requests/patient-1", None).await;
        assert_eq!(status, 204);
        portal.clock.advance(std::time::Duration::from_secs(DAY));
        assert!(post.arrived(PAT).await.is_empty());
        super::kept::nothing_is_left(&portal).await;
    }
}
