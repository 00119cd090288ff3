//! "A clinic's texts exist per language; where one is missing, the nearest is shown and marked with its `lang`."

use patient_connect::domain::{app_file::AppFile, application::App};
use serde_json::{Value, json};

use crate::support::{Browser, Clinic, Database, Letter, TestPortal, databases, spawn};

/// An app whose texts are in English and Spanish.
const FILE: &str = r#"
name = "Tailspin Care"
organization = "Tailspin Clinic"
methods = ["ConnectPackage"]
slug = "tailspin"
time_zone = "America/Chicago"

[success_message]
en = "You are now connected!"
es = "¡Ya está conectado!"

[contact]
phone = "+1 (555) 010-0"
email = "help@tailspin.example"
hours = { en = "Monday to Friday, 8 to 18", es = "De lunes a viernes, de 8 a 18" }

[return_link]
label = { en = "Back to Tailspin", es = "Volver a Tailspin" }
url = "https://tailspin.example/"

[[rule]]
name = "visits-rw"
title = { en = "Your visits", es = "Sus visitas" }
why = { en = "So that your visit notes reach your record.", es = "Para que sus notas lleguen a su expediente." }
data_types = ["Encounter", "CarePlan", "Tailspin score"]
access = ["create", "read"]
"#;

fn app() -> App {
    let file = AppFile::parse(FILE).unwrap();
    file.into_app(
        patient_connect::ports::new_pseudonym(&patient_connect::ports::SystemRandom),
        true,
        None,
        vec![],
    )
}

async fn clinic(portal: &TestPortal) -> Clinic {
    portal.another_app(|known| *known = App { id: known.id, ..app() }).await
}

async fn invite(clinic: &Clinic, language: &str) -> Letter {
    let external_id = format!("patient-{language}");
    let request = json!({
        "external_id": external_id, "friendly_name": "Emma’s visits", "question": "Which word did we agree on?",
        "answer": "violet harbour", "language": language,
    });
    let (status, body) = clinic.call("POST", "/connect-requests", Some(request)).await;
    assert_eq!(status, 201, "{body}");
    let text = |name: &str| body[name].as_str().unwrap().to_owned();
    Letter {
        external_id,
        code: text("identity_code"),
        link: text("link"),
        answer: "violet harbour".to_owned(),
    }
}

async fn to_authorize(portal: &TestPortal, letter: &Letter) -> Browser {
    let mut patient = portal.browser();
    patient.open(&letter.link).await;
    patient.answer("violet harbour").await;
    patient.create_account().await;
    patient.choose_new("Emma").await;
    patient.is("authorize", 200);
    patient
}

#[track_caller]
fn shows(browser: &Browser, parts: &[&str]) {
    for part in parts {
        assert!(browser.html.contains(part), "{} shows {part}: {}", browser.path, browser.html);
    }
}

#[actix_web::test]
async fn a_patient_reads_titles_reasons_and_one_sentence_in_her_own_language() {
    for database in databases() {
        let portal = spawn(database).await;
        let clinic = clinic(&portal).await;
        let mut patient = to_authorize(&portal, &invite(&clinic, "es").await).await;
        let sentence = "La aplicación puede agregar y leer esta información: visitas médicas, planes de cuidados y \
                        <bdi>Tailspin score</bdi>.";
        let rule =
            ["<bdi>Sus visitas</bdi>", "<bdi>Para que sus notas lleguen a su expediente.</bdi>", sentence];
        shows(&patient, &rule);
        assert!(!patient.html.contains("visits-rw"), "no internal name");
        patient.allow().await;
        patient.is("success", 200);
        shows(&patient, &rule);
        shows(&patient, &["¡Ya está conectado!", "<bdi>Volver a Tailspin</bdi>"]);
        patient.open("/connections").await;
        patient.submit("/language", &[("language", "es"), ("return_to", "/connections")]).await;
        shows(&patient, &rule);
        let disconnect = patient.html.split("href=\"").find(|part| part.contains("/disconnect\"")).unwrap();
        let disconnect = disconnect.split('"').next().unwrap().to_owned();
        patient.open(&disconnect).await;
        patient.is("disconnect", 200);
        shows(&patient, &rule);
        patient.open("/account/export").await;
        shows(&patient, &rule);
    }
}

#[actix_web::test]
async fn a_text_in_another_language_is_marked_as_one() {
    let portal = spawn(Database::Sqlite).await;
    let clinic = clinic(&portal).await;
    let mut patient = to_authorize(&portal, &invite(&clinic, "ar").await).await;
    shows(
        &patient,
        &[
            "dir=\"rtl\"",
            "<bdi lang=\"en\">Your visits</bdi>",
            "<bdi lang=\"en\">So that your visit notes reach your record.</bdi>",
            "<bdi lang=\"en\">Monday to Friday, 8 to 18</bdi>",
        ],
    );
    patient.allow().await;
    shows(
        &patient,
        &["lang=\"en\"><p>You are now connected!</p>", "<bdi lang=\"en\">Back to Tailspin</bdi>"],
    );
}

#[actix_web::test]
async fn a_phone_can_call_the_clinic_and_the_way_back_says_that_it_leaves() {
    let portal = spawn(Database::Sqlite).await;
    let clinic = clinic(&portal).await;
    let letter = invite(&clinic, "en").await;
    let mut patient = portal.browser();
    patient.open(&letter.link).await;
    let calls = [
        "<a href=\"tel:+15550100\" dir=\"ltr\"><bdi>+1 (555) 010-0</bdi></a>",
        "<a href=\"mailto:help@tailspin.example\" dir=\"ltr\">",
    ];
    shows(&patient, &calls);
    for wrong in ["one wrong", "two wrong", "three wrong"] {
        patient.answer(wrong).await;
    }
    patient.is("locked", 410);
    shows(&patient, &calls);
    assert_eq!(patient.html.matches("data-testid=\"clinic-contact\"").count(), 1);

    let mut other = to_authorize(&portal, &invite(&clinic, "en-GB").await).await;
    other.submit("/connect/authorize", &[("decision", "decline")]).await;
    other.is("declined", 200);
    let link = "<a href=\"https://tailspin.example/\" rel=\"noreferrer\" data-testid=\"return-link\">";
    shows(&other, &[link, "Back to Tailspin", "This opens another website."]);
}

#[actix_web::test]
async fn the_apps_side_reads_a_title_beside_the_fields_that_it_had() {
    let portal = spawn(Database::Sqlite).await;
    let clinic = clinic(&portal).await;
    let mut patient = to_authorize(&portal, &invite(&clinic, "es").await).await;
    patient.allow().await;
    let item = clinic.authorized(None).await["items"][0].clone();
    let id = |name: &str| item[name].as_str().unwrap().to_owned();
    let path = format!("/persons/{}/records/{}/authorization", id("person_id"), id("record_id"));
    let rule: Value = clinic.get(&path).await["rules"][0].clone();
    assert_eq!(
        rule,
        json!({
            "name": "visits-rw", "title": "Your visits", "why": "So that your visit notes reach your record.",
            "data_types": ["Encounter", "CarePlan", "Tailspin score"], "access": ["create", "read"], "optional": false,
        })
    );
}
