//! The database goes away while a page's step is being saved: nobody says that nothing was done, and going back shows
//! what is true.

use crate::support::{Browser, Database, behind_a_line, databases, spawn};

#[actix_web::test]
async fn a_patient_whose_step_may_have_been_saved_is_told_so_and_finds_out_by_going_back() {
    if !databases().contains(&Database::Postgres) {
        return;
    }
    let portal = spawn(Database::Postgres).await;
    let clinic = portal.clinic();
    let letter = clinic.invite("violet harbour").await;
    let (line, base) = behind_a_line(&portal).await;
    let mut patient = Browser::new(&base);
    patient.open(letter.link.strip_prefix(&portal.base).unwrap()).await;
    patient.answer(&letter.answer).await;
    patient.create_account().await;
    patient.is("record", 200);
    patient.choose_new("Emma").await;
    patient.is("authorize", 200);
    let back = patient.path.clone();

    line.break_at(1, false);
    patient.allow().await;
    patient.is("try-again-later", 503);
    assert!(patient.html.contains("we do not know if this step was saved"), "{}", patient.html);
    for claim in ["othing was", "cannot do this", "Your code still works"] {
        assert!(!patient.html.contains(claim), "{claim}");
    }
    assert_eq!(clinic.authorized(None).await["items"].as_array().unwrap().len(), 1, "it was saved");
    patient.open(&back).await;
    patient.is("success", 200);
}

/// Whichever of its writes is lost, the journey's or the session's.
#[actix_web::test]
async fn a_link_whose_step_may_have_been_saved_leads_to_a_page_and_leaves_no_code_in_the_address() {
    if !databases().contains(&Database::Postgres) {
        return;
    }
    let portal = spawn(Database::Postgres).await;
    let letter = portal.clinic().invite("violet harbour").await;
    let link = letter.link.strip_prefix(&portal.base).unwrap();
    let (line, base) = behind_a_line(&portal).await;
    for write in 1..=3 {
        line.break_at(write, false);
        let mut patient = Browser::new(&base);
        patient.open(link).await;
        assert!(patient.html.contains("data-testid=\"page-"), "{write}: {} {}", patient.status, patient.html);
        assert!(!patient.path.contains("packageid"), "{write}: {}", patient.path);
        // A line that was not cut yet is cut by the next that writes.
        patient.open(link).await;
        patient.open(link).await;
        patient.is("question", 200);
    }
}
