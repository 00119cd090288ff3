use crate::support::{databases, spawn};

#[actix_web::test]
async fn the_whole_way_leads_from_the_link_to_the_success_message_and_the_app_learns_of_it() {
    for database in databases() {
        let portal = spawn(database).await;
        let clinic = portal.clinic();
        let letter = clinic.invite("violet harbour").await;
        let mut patient = portal.browser();
        patient.connect(&letter, "Emma").await;
        assert!(patient.html.contains("You are now connected!"));
        let with_code = patient.visited.iter().filter(|path| path.contains("packageid")).count();
        assert_eq!(with_code, 1, "the code is in the first address only: {:?}", patient.visited);

        let list = clinic.authorized(None).await;
        assert_eq!(list["items"].as_array().unwrap().len(), 1);
        assert_eq!(list["items"][0]["external_id"], letter.external_id.as_str());
        assert_eq!(clinic.request(&letter).await["status"], "authorized");
        let (status, _) =
            clinic.call("DELETE", &format!("/connect-requests/{}", letter.external_id), None).await;
        assert_eq!(status, 409, "an authorized request is not deleted");
    }
}

#[actix_web::test]
async fn disconnecting_and_connecting_again_gives_the_same_ids_and_a_second_record_stands_beside_the_first() {
    for database in databases() {
        let portal = spawn(database).await;
        let clinic = portal.clinic();
        let letter = clinic.invite("violet harbour").await;
        let mut patient = portal.browser();
        patient.connect(&letter, "Emma").await;
        let first = clinic.authorized(None).await["items"][0].clone();
        let path = format!(
            "/persons/{}/records/{}/authorization",
            first["person_id"].as_str().unwrap(),
            first["record_id"].as_str().unwrap()
        );
        assert_eq!(clinic.get(&path).await["active"], true);

        patient.disconnect().await;
        assert_eq!(clinic.get(&path).await["active"], false);
        assert!(clinic.authorized(None).await["items"].as_array().unwrap().is_empty());

        patient.open(&letter.link).await;
        patient.submit("/connect/question?journey=2", &[("answer", "VIOLET HARBOUR")]).await;
        patient.is("record", 200);
        let emma = patient.record_id("Emma");
        patient.submit("/connect/record?journey=2", &[("record", &emma)]).await;
        patient.submit("/connect/authorize?journey=2", &[("decision", "allow")]).await;
        patient.is("success", 200);
        let again = clinic.authorized(None).await["items"][0].clone();
        for id in ["person_id", "record_id", "app_specific_record_id"] {
            assert_eq!(first[id], again[id], "{id}");
        }

        patient.open(&letter.link).await;
        patient.submit("/connect/question?journey=3", &[("answer", "violet harbour")]).await;
        patient.submit("/connect/record?journey=3", &[("record", "new"), ("new_record_name", "Noah")]).await;
        patient.submit("/connect/authorize?journey=3", &[("decision", "allow")]).await;
        patient.is("success", 200);
        let both = clinic.authorized(None).await;
        let both = both["items"].as_array().unwrap();
        assert_eq!(both.len(), 2, "the app is told of both");
        assert_ne!(both[0]["record_id"], both[1]["record_id"]);
        assert_eq!(both[0]["person_id"], both[1]["person_id"]);

        let stranger = portal.another_app(|_| {}).await;
        let (status, _) = stranger.call("GET", &path, None).await;
        assert_eq!(status, 404, "another app's ids are as if they did not exist");
        assert!(stranger.authorized(None).await["items"].as_array().unwrap().is_empty());
    }
}

#[actix_web::test]
async fn declining_shares_nothing_and_the_code_brings_her_back() {
    let portal = spawn(crate::support::Database::Sqlite).await;
    let clinic = portal.clinic();
    let letter = clinic.invite("violet harbour").await;
    let mut patient = portal.browser();
    patient.open(&letter.link).await;
    patient.answer("violet harbour").await;
    patient.create_account().await;
    patient.choose_new("Emma").await;
    patient.submit("/connect/authorize", &[("decision", "decline")]).await;
    patient.is("declined", 200);
    assert!(clinic.authorized(None).await["items"].as_array().unwrap().is_empty());
    assert_eq!(clinic.request(&letter).await["status"], "pending");
    patient.open(&letter.link).await;
    patient.is("question", 200);
}

#[actix_web::test]
async fn two_letters_in_two_tabs_never_mix() {
    let portal = spawn(crate::support::Database::Sqlite).await;
    let clinic = portal.clinic();
    let (emma, noah) = (clinic.invite("violet harbour").await, clinic.invite("golden meadow").await);
    let mut one = portal.browser();
    one.open(&emma.link).await;
    let mut two = one.clone();
    two.open(&noah.link).await;
    assert_eq!(two.path, "/connect/question?journey=2");
    // The older tab's form acts on its own request, though the newer one was opened last.
    one.answer("violet harbour").await;
    one.is("sign-in", 200);
    two.submit("/connect/question?journey=2", &[("answer", "violet harbour")]).await;
    two.is("question", 422);
    assert_eq!(clinic.request(&emma).await["attempts_left"], 3);
    assert_eq!(clinic.request(&noah).await["attempts_left"], 2);
    one.create_account().await;
    one.choose_new("Emma").await;
    one.allow().await;
    one.is("success", 200);
    two.open("/connect/question?journey=2").await;
    two.is("question", 200);
    assert_eq!(clinic.request(&noah).await["status"], "pending");
}

#[actix_web::test]
async fn a_sign_in_that_ended_comes_back_to_the_same_step_and_signing_out_ends_it_for_good() {
    let portal = spawn(crate::support::Database::Sqlite).await;
    let letter = portal.clinic().invite("violet harbour").await;
    let mut patient = portal.browser();
    patient.open(&letter.link).await;
    patient.answer("violet harbour").await;
    let (email, password) = patient.create_account().await;
    patient.choose_new("Emma").await;
    patient.is("authorize", 200);
    portal.clock.advance(std::time::Duration::from_secs(31 * 60));
    patient.open("/connect/authorize").await;
    patient.is("sign-in", 200);
    patient.submit("/sign-in", &[("email", &email), ("password", "something else entirely")]).await;
    patient.is("sign-in", 422);
    patient.submit("/sign-in", &[("email", &email), ("password", password)]).await;
    patient.is("authorize", 200);
    patient.submit("/sign-out", &[("journey", "")]).await;
    patient.is("sign-in", 200);
    patient.open("/connections").await;
    patient.is("sign-in", 200);
    patient.open("/connect/authorize").await;
    patient.is("code", 200);
}

#[actix_web::test]
async fn a_form_without_its_token_changes_nothing_and_keeps_what_was_typed() {
    let portal = spawn(crate::support::Database::Sqlite).await;
    let letter = portal.clinic().invite("violet harbour").await;
    let mut patient = portal.browser();
    patient.open("/connect").await;
    patient.submit("/connect", &[("identity_code", &letter.code), ("csrf_token", "stale")]).await;
    patient.is("code", 403);
    assert!(patient.html.contains(&letter.code), "what was typed is kept");
    patient.submit("/connect", &[("identity_code", &letter.code)]).await;
    patient.is("question", 200);
}
