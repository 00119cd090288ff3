//! The whole way in a language of another script, with a clinic whose texts are in it: not one English word, not one
//! page that is written from the wrong side.

use regex::Regex;
use serde_json::json;

use super::speaks;
use crate::support::{Browser, databases, spawn_with_mail};

/// The names on the pages, which are the same in every language.
const NAMES: &[&str] =
    &["Fabrikam", "Clinic", "Visits", "Patient", "Connect", "help", "example", "JavaScript", "WCAG", "AA"];

/// The Latin words that a page says, without the names of the other languages and what the patient typed.
fn latin(html: &str) -> Vec<String> {
    let unseen =
        Regex::new(r"(?s)<(style|script|svg)\b.*?</(style|script|svg)>|<button[^>]* lang=.*?</button>")
            .unwrap();
    let tag = Regex::new(r"(?s)<[^>]*>").unwrap();
    let code = Regex::new(r"[A-Z]{4}(-[A-Z]{4}){4}|[\w.+-]+@[\w.-]+|https?://\S+").unwrap();
    let text = tag.replace_all(&unseen.replace_all(html, ""), "\n").into_owned();
    let text = code.replace_all(&text, "");
    let word = Regex::new(r"[A-Za-z]{2,}").unwrap();
    let words = word.find_iter(&text).map(|found| found.as_str().to_owned());
    words.filter(|word| !NAMES.contains(&word.as_str())).collect()
}

#[track_caller]
fn page(patient: &Browser, name: &str, status: u16, tag: &str, dir: &str) {
    patient.is(name, status);
    speaks(patient, tag);
    assert!(patient.html.contains(&format!("<html lang=\"{tag}\" dir=\"{dir}\">")), "{name}: {dir}");
    assert_eq!(latin(&patient.html), [""; 0], "{name} in {tag}");
}

#[actix_web::test]
async fn a_patient_goes_from_the_link_to_the_last_page_without_an_english_word() {
    for database in databases() {
        for (tag, dir, friendly, question) in [
            ("ar", "rtl", "زيارات سلمى", "ما الكلمة التي اتفقنا عليها؟"),
            ("he", "rtl", "הביקורים של נועה", "על איזו מילה הסכמנו?"),
            ("zh-Hans", "ltr", "小雨的就诊", "我们约定了哪个词？"),
        ] {
            let (portal, mailbox) = spawn_with_mail(database).await;
            let request = json!({
                "external_id": "patient-1", "friendly_name": friendly, "question": question,
                "answer": "violet harbour", "language": tag,
            });
            let (status, made) = portal.clinic().call("POST", "/connect-requests", Some(request)).await;
            assert_eq!(status, 201, "{made}");
            let mut patient = portal.browser();
            let on = |patient: &Browser, name: &str, status: u16| page(patient, name, status, tag, dir);
            patient.open(made["link"].as_str().unwrap()).await;
            on(&patient, "question", 200);
            patient.answer("").await;
            on(&patient, "question", 422);
            patient.answer("violet harbour").await;
            on(&patient, "sign-in", 200);
            patient.open(&patient.path.replace("/sign-in", "/create-account")).await;
            on(&patient, "create-account", 200);
            let email = format!("{tag}@example.com").to_lowercase();
            let fields =
                [("name", "مريم"), ("email", &email), ("password", "violet harbour tuesday lantern")];
            patient.submit(&patient.path.clone(), &fields).await;
            on(&patient, "verify-email", 200);
            let mail = mailbox.newest(&email).await;
            assert_eq!(mail.language, tag);
            assert_eq!(latin(&mail.html), [""; 0], "the mail in {tag}");
            patient.submit(&patient.path.clone(), &[("email_code", &mail.codes[0])]).await;
            on(&patient, "record", 200);
            patient.choose_new("مريم").await;
            on(&patient, "authorize", 200);
            patient.allow().await;
            on(&patient, "success", 200);
        }
    }
}
