use crate::support::{Database, databases, spawn};

#[actix_web::test]
async fn three_wrong_answers_lock_and_nothing_else_costs_a_chance() {
    for database in databases() {
        let portal = spawn(database).await;
        let clinic = portal.clinic();
        let letter = clinic.invite("violet harbour").await;
        let mut patient = portal.browser();
        patient.open(&letter.link).await;
        patient.answer("").await;
        patient.is("question", 422);
        assert_eq!(clinic.request(&letter).await["attempts_left"], 3, "empty costs none");
        patient.answer("one").await;
        patient.answer("one").await;
        patient.answer("ONE").await;
        patient.is("question", 422);
        assert_eq!(clinic.request(&letter).await["attempts_left"], 2, "the same value again costs none");
        patient.answer("two").await;
        assert_eq!(clinic.request(&letter).await["attempts_left"], 1);
        patient.open(&letter.link).await;
        let http = reqwest::Client::new();
        http.head(&letter.link).send().await.unwrap();
        assert_eq!(clinic.request(&letter).await["attempts_left"], 1, "GET and HEAD cost none");
        patient.answer("three").await;
        patient.is("locked", 410);
        patient.answer("violet harbour").await;
        patient.is("locked", 410);
        let request = clinic.request(&letter).await;
        assert_eq!((request["status"].as_str(), &request["attempts_left"]), (Some("locked"), &0.into()));
        let (status, _) =
            clinic.call("DELETE", &format!("/connect-requests/{}", letter.external_id), None).await;
        assert_eq!(status, 204);
        patient.open(&letter.link).await;
        patient.is("withdrawn", 410);
    }
}

#[actix_web::test]
async fn a_right_answer_gives_the_chances_back() {
    let portal = spawn(Database::Sqlite).await;
    let clinic = portal.clinic();
    let letter = clinic.invite("violet harbour").await;
    let mut patient = portal.browser();
    patient.open(&letter.link).await;
    patient.answer("one").await;
    patient.answer("two").await;
    patient.answer("Violet HARBOUR").await;
    patient.is("sign-in", 200);
    assert_eq!(clinic.request(&letter).await["attempts_left"], 3);
}

#[actix_web::test]
async fn a_hundred_guesses_at_once_get_three_checks() {
    for database in databases() {
        let portal = spawn(database).await;
        let clinic = portal.clinic();
        let letter = clinic.invite("violet harbour").await;
        let mut first = portal.browser();
        first.open(&letter.link).await;
        let guesses: Vec<_> = (0..100)
            .map(|n| {
                let mut browser = first.clone();
                tokio::spawn(async move {
                    browser.answer(&format!("guess {n}")).await;
                    browser.status
                })
            })
            .collect();
        let mut refused = 0;
        for guess in guesses {
            let status = guess.await.unwrap();
            assert!([410, 422, 503].contains(&status), "{status}");
            refused += u32::from(status != 422);
        }
        assert!(refused >= 97);
        assert_eq!(clinic.request(&letter).await["attempts_left"], 0);
        let mut tx = portal.installation.context.db.read().await.unwrap();
        let log = patient_connect::store::events::list(&mut tx, portal.app.id, 0, 1000).await.unwrap();
        let count = |kind: &str| log.iter().filter(|(_, e)| e.kind.as_str() == kind).count();
        assert_eq!((count("wrong_answer"), count("locked")), (3, 1), "exactly three were checked");
    }
}

#[actix_web::test]
async fn answers_match_by_case_folding_and_spaces_count() {
    let portal = spawn(Database::Sqlite).await;
    let clinic = portal.clinic();
    for (set, given, right) in [
        ("Lange Straße", "LANGE STRASSE", true),
        ("Fred Flint", "fred flint", true),
        ("Fred Flint", "fred  flint", false),
        ("Fred Flint", " Fred Flint", false),
        ("Fred Flint ", "Fred Flint", false),
    ] {
        let letter = clinic.invite(set).await;
        let mut patient = portal.browser();
        patient.open(&letter.link).await;
        patient.answer(given).await;
        patient.is(if right { "sign-in" } else { "question" }, if right { 200 } else { 422 });
    }
}
