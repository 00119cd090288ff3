//! Paper: the letter, the app's own entry for a short address, and who is told that a letter is due.

mod due;
mod entry;

use patient_connect::domain::slug::Slug;
use serde_json::{Value, json};

use crate::support::{Clinic, Letter, databases, spawn};

/// A clinic whose app has an entry of its own.
async fn at_harbour(portal: &crate::support::TestPortal) -> Clinic {
    portal.another_app(|app| app.slug = Slug::parse("harbour").ok()).await
}

async fn letter(clinic: &Clinic, letter: &Letter, more: Value) -> (u16, String) {
    let mut body = json!({ "identity_code": letter.code });
    body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    clinic.send("POST", "/letters", &body).await
}

#[actix_web::test]
async fn a_letter_has_all_that_she_needs_and_no_secret() {
    for database in databases() {
        let portal = spawn(database).await;
        let clinic = at_harbour(&portal).await;
        let invited = clinic.invite("violet harbour").await;
        let (status, html) = letter(&clinic, &invited, json!({})).await;
        assert_eq!(status, 200, "{html}");
        let address = format!("{}/at/harbour", portal.base.trim_start_matches("http://"));
        for part in ["<svg", &invited.code, &invited.link, &address, "3 chances", "Use your code before"] {
            assert!(html.contains(part), "{part} in {html}");
        }
        for secret in ["violet", "Which", "Emma", "Juliett"] {
            assert!(!html.contains(secret), "{secret}");
        }
        for foreign in ["<script", "src=\"http", "url(", "@import", "<link"] {
            assert!(!html.contains(foreign), "{foreign}: it stands alone");
        }
        let (_, arabic) =
            letter(&clinic, &invited, json!({ "language": "ar", "large_print": true, "spelled": true }))
                .await;
        assert!(arabic.contains("<html lang=\"ar\" dir=\"rtl\" class=\"large\">"), "{arabic}");
        let first = invited.code.chars().next().unwrap();
        assert!(arabic.contains(&format!("<b>{first}</b>")), "its letters one by one");
    }
}

#[actix_web::test]
async fn a_letter_is_refused_for_a_code_that_leads_nowhere_or_is_anothers() {
    for database in databases() {
        let portal = spawn(database).await;
        let clinic = portal.clinic();
        let invited = clinic.invite("violet harbour").await;
        let other = at_harbour(&portal).await;
        assert_eq!(letter(&other, &invited, json!({})).await.0, 404, "another app's");
        let wrong = |code: &str| json!({ "identity_code": code });
        for (code, status) in [("", 422), ("JKYZ", 422), ("JKYZ-QNMN-VHRX-ZGNR-GZNH", 404)] {
            assert_eq!(clinic.send("POST", "/letters", &wrong(code)).await.0, status, "{code}");
        }
        assert_eq!(letter(&clinic, &invited, json!({ "language": "xx" })).await.0, 422);
        assert_eq!(letter(&clinic, &invited, json!({ "size": "A4" })).await.0, 400);
        let mut stranger = portal.browser();
        stranger.open(&invited.link).await;
        stranger.is("question", 200);
        for guess in ["one", "two", "three"] {
            stranger.answer(guess).await;
            assert!([422, 410].contains(&stranger.status), "{guess}: {} {}", stranger.status, stranger.html);
        }
        let (status, problem) = letter(&clinic, &invited, json!({})).await;
        assert!(status == 409 && problem.contains("code_not_usable"), "{status} {problem}");
    }
}

#[actix_web::test]
async fn a_letter_is_in_the_language_that_the_app_chose_for_the_patient() {
    let portal = spawn(crate::support::Database::Sqlite).await;
    let clinic = portal.clinic();
    let made = json!({
        "external_id": "patient-vi", "friendly_name": "Khám bệnh", "question": "Which word did we agree on?",
        "answer": "violet harbour", "language": "vi",
    });
    let made = clinic.call("POST", "/connect-requests", Some(made)).await.1;
    let body = json!({ "identity_code": made["identity_code"] });
    let (status, html) = clinic.send("POST", "/letters", &body).await;
    assert_eq!(status, 200);
    assert!(html.contains("<html lang=\"vi\" dir=\"ltr\">"), "{html}");
}
