use std::time::{Duration, Instant};

use patient_connect::store::{Db, Tx, connect_requests, events};

use crate::support::{Browser, Clinic, Database, TestPortal, behind_a_line, databases, spawn};

/// "A frozen or unreachable node costs others at most ten seconds."
const MOST: Duration = Duration::from_secs(10);

/// A patient before the page on which she decides.
async fn about_to_decide(portal: &TestPortal) -> Browser {
    let letter = portal.clinic().invite("violet harbour").await;
    let mut patient = portal.browser();
    patient.open(&letter.link).await;
    patient.answer(&letter.answer).await;
    patient.create_account().await;
    patient.choose_new("Emma").await;
    patient.is("authorize", 200);
    patient
}

/// Decides, and comes back as long as she is told to. Gives how often she was, after how long she was answered at the
/// latest, and how long it took altogether.
async fn decide(page: &Browser) -> (u32, Duration, Duration) {
    let (began, mut told, mut longest) = (Instant::now(), 0, Duration::ZERO);
    loop {
        let (mut patient, asked) = (page.clone(), Instant::now());
        patient.allow().await;
        longest = longest.max(asked.elapsed());
        if patient.status != 503 {
            patient.is("success", 200);
            return (told, longest, began.elapsed());
        }
        assert!(patient.headers.contains_key("retry-after"));
        told += 1;
        assert!(began.elapsed() < MOST * 2, "it does not end");
    }
}

#[actix_web::test]
async fn a_node_that_stands_still_in_the_middle_of_a_write_costs_the_others_ten_seconds_at_most() {
    if !databases().contains(&Database::Postgres) {
        return;
    }
    let portal = spawn(Database::Postgres).await;
    let began = Instant::now();
    let patient = about_to_decide(&portal).await;
    // What the machine itself takes, which may have other work.
    let usual = began.elapsed();
    let frozen = portal.beside(Duration::ZERO).await;
    let mut tx = frozen.installation.context.db.write().await.unwrap();
    // The one row that whatever happens to this app waits for. From here on the node does nothing more.
    events::lock(&mut tx, portal.app.id).await.unwrap();
    let (told, longest, took) = decide(&patient).await;
    assert!(told >= 1, "she was told to come back");
    assert!(longest < Duration::from_secs(6) + usual, "she was told after {longest:?}");
    assert!(took < MOST + usual, "{took:?}");
    // When the node goes on, it is told that it has lost; and works again.
    let lost = match events::lock(&mut tx, portal.app.id).await {
        Err(e) => Err(e),
        Ok(()) => tx.commit().await,
    };
    assert!(lost.is_err(), "what it had begun is undone");
    let again = frozen.installation.context.db.write().await.unwrap();
    drop(again);
    let page = about_to_decide(&frozen).await;
    assert_eq!(decide(&page).await.0, 0);
}

#[actix_web::test]
async fn a_row_that_somebody_else_holds_for_minutes_is_a_reason_to_come_back_and_nothing_was_done() {
    if !databases().contains(&Database::Postgres) {
        return;
    }
    let portal = spawn(Database::Postgres).await;
    let letter = portal.clinic().invite("violet harbour").await;
    let Db::Postgres { pool, .. } = &portal.installation.context.db else { panic!("this is PostgreSQL") };
    // Not a node of ours: nothing takes the row from it.
    let mut other = pool.acquire().await.unwrap().detach();
    for statement in [
        "SET idle_in_transaction_session_timeout = 0",
        "BEGIN",
        "UPDATE connect_requests SET version = version",
    ] {
        sqlx::query(statement).execute(&mut other).await.unwrap();
    }
    let mut patient = portal.browser();
    patient.open(&letter.link).await;
    patient.is("question", 200);
    let (page, asked) = (patient.clone(), Instant::now());
    patient.answer("something wrong").await;
    assert_eq!(patient.status, 503);
    assert!(asked.elapsed() < MOST, "{:?}", asked.elapsed());
    drop(other);
    tokio::time::sleep(Duration::from_millis(200)).await;
    assert_eq!(portal.clinic().request(&letter).await["attempts_left"], 3, "nothing was charged");
    patient = page;
    patient.answer("violet harbour").await;
    patient.is("sign-in", 200);
}

/// What one transaction sees of a request, so that a database that is asked is one that answers.
async fn finds_nothing(tx: &mut Tx) -> bool {
    connect_requests::find(tx, uuid::Uuid::nil()).await.is_ok_and(|found| found.is_none())
}

#[actix_web::test]
async fn a_connection_whose_transaction_was_undone_by_the_database_is_not_used_again() {
    for database in databases() {
        let portal = spawn(database).await;
        let db = &portal.installation.context.db;
        for _ in 0..3 {
            let mut tx = db.write().await.unwrap();
            // As the database does by itself when its disk is full, behind the back of whoever began the transaction.
            match &mut tx {
                Tx::Sqlite(t) => sqlx::query("ROLLBACK").execute(&mut **t).await.map(|_| ()),
                Tx::Postgres(t) => sqlx::query("ROLLBACK").execute(&mut **t).await.map(|_| ()),
            }
            .unwrap();
            drop(tx);
            let mut tx = db.write().await.unwrap();
            assert!(finds_nothing(&mut tx).await);
            tx.commit().await.unwrap();
        }
    }
}

#[actix_web::test]
async fn while_the_database_stands_still_everybody_is_told_to_come_back_and_afterwards_it_works_at_once() {
    if !databases().contains(&Database::Postgres) {
        return;
    }
    let portal = spawn(Database::Postgres).await;
    let (line, base) = behind_a_line(&portal).await;
    let clinic = Clinic::new(&base, &portal.key);
    let letter = clinic.invite("violet harbour").await;
    let mut patient = Browser::new(&base);
    patient.open(&letter.link).await;
    patient.is("question", 200);

    line.hold(true);
    let asked = Instant::now();
    let ready = async { reqwest::get(format!("{base}/readyz")).await.unwrap().status().as_u16() };
    let told = async {
        let mut again = patient.clone();
        again.answer("violet harbour").await;
        assert!(again.headers.contains_key("retry-after"));
        again.status
    };
    let created = async { clinic.call("GET", "/connect-requests", None).await.0 };
    assert_eq!(tokio::join!(ready, told, created), (503, 503, 503));
    assert!(asked.elapsed() < Duration::from_secs(30), "{:?}", asked.elapsed());

    line.hold(false);
    let since = Instant::now();
    while reqwest::get(format!("{base}/readyz")).await.unwrap().status() != 200 {
        assert!(since.elapsed() < Duration::from_secs(5), "it is not ready again");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    patient.answer("violet harbour").await;
    patient.is("sign-in", 200);
}
