//! The classic platform when there is much to list, the machine is slow, or the database goes away: "misses nothing"
//! all the same, and nobody is told that nothing was done.

use std::{collections::HashSet, time::Duration};

use patient_connect::{
    actions::app::poll_authorized::{MOST, Pickup, TooMany, poll_authorized},
    store::Db,
};

use super::client::{NET, NOBODY, client};
use crate::support::{Browser, Database, Letter, TestPortal, behind_a_line, databases, spawn};

fn names(pickups: &[Pickup]) -> Vec<String> {
    pickups.iter().map(|p| p.external_id.clone()).collect()
}

/// The patient connects, on a thread of her own, while the answer is being written.
fn connect_meanwhile(portal: &TestPortal, letter: &Letter) {
    let (base, letter) = (portal.base.clone(), letter.clone());
    let patient = std::thread::spawn(move || {
        actix_web::rt::System::new()
            .block_on(async move { Browser::new(&base).connect(&letter, "Emma").await });
    });
    patient.join().unwrap();
}

/// On several threads: one of them waits for the patient, and the others return connections to the pool meanwhile.
#[tokio::test(flavor = "multi_thread")]
async fn a_patient_who_connects_while_a_slow_answer_is_written_is_in_it_or_in_the_next() {
    for database in databases() {
        let portal = spawn(database).await;
        let letter = portal.clinic().invite("violet harbour").await;
        let (context, app) = (&portal.installation.context, portal.connect_app());
        let mut seen = Vec::new();
        let mut pages = 0;
        let write = |page: &[Pickup]| {
            pages += 1;
            if pages == 1 {
                portal.clock.advance(Duration::from_secs(5));
                tokio::task::block_in_place(|| connect_meanwhile(&portal, &letter));
                portal.clock.advance(Duration::from_secs(5));
            }
            seen.extend(names(page));
        };
        poll_authorized(context, &app, None, MOST, write).await.unwrap().unwrap();
        // The time at which the app has the answer: its next since.
        let since = portal.now();
        poll_authorized(context, &app, Some(since), MOST, |page| seen.extend(names(page)))
            .await
            .unwrap()
            .unwrap();
        assert_eq!(seen, [letter.external_id]);
    }
}

#[actix_web::test]
async fn a_machine_that_is_never_in_time_says_so_instead_of_missing_somebody() {
    let portal = spawn(Database::Sqlite).await;
    let late = |_: &[Pickup]| portal.clock.advance(Duration::from_secs(60));
    let polled = poll_authorized(&portal.installation.context, &portal.connect_app(), None, MOST, late).await;
    assert!(polled.is_err_and(|e| e.is_temporary()));
}

#[actix_web::test]
async fn only_what_no_machine_could_carry_is_refused() {
    let portal = spawn(Database::Sqlite).await;
    for _ in 0..2 {
        let letter = portal.clinic().invite("violet harbour").await;
        portal.browser().connect(&letter, "Emma").await;
    }
    let (context, app) = (&portal.installation.context, portal.connect_app());
    for (most, expected) in [(1, Err(TooMany)), (2, Ok(()))] {
        assert_eq!(poll_authorized(context, &app, None, most, |_| ()).await.unwrap(), expected);
    }
}

/// The first's request and pickup, copied.
async fn copy_pickups(portal: &TestPortal, count: i64) {
    const REQUESTS: &str = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < $1) \
        INSERT INTO connect_requests (id, app_id, external_id, code_hash, friendly_name, question, answer_hash, \
        attempts_left, attempts_allowed, created_at, expires_at, last_authorized_at, version) \
        SELECT CAST(printf('%016d', i) AS BLOB), app_id, 'copy-' || i, randomblob(32), friendly_name, question, \
        answer_hash, attempts_left, attempts_allowed, created_at, expires_at, last_authorized_at, version \
        FROM connect_requests JOIN n";
    const PICKUPS: &str = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < $1) \
        INSERT INTO pickups (request_id, authorization_id, app_id, authorized_at, seq) \
        SELECT CAST(printf('%016d', i) AS BLOB), authorization_id, app_id, \
        substr(authorized_at, 1, 11) || printf('00:00:00.%06d+00:00', i), seq FROM pickups JOIN n";
    let Db::Sqlite { write, .. } = &portal.installation.context.db else { panic!("this is SQLite") };
    for text in [REQUESTS, PICKUPS] {
        sqlx::query(text).bind(count).execute(&mut *write.take().await.unwrap()).await.unwrap();
    }
}

#[actix_web::test]
async fn an_app_with_more_than_twenty_thousand_patients_gets_them_all() {
    let portal = spawn(Database::Sqlite).await;
    let letter = portal.clinic().invite("violet harbour").await;
    portal.browser().connect(&letter, "Emma").await;
    copy_pickups(&portal, 20_000).await;
    let mut clinic = client(&portal, NET).await;
    clinic.sign_in().await;
    let list = clinic.call("GetAuthorizedConnectRequests", "", NOBODY).await.ok();
    let listed: HashSet<String> = list.all("external-id").into_iter().collect();
    assert_eq!(listed.len(), 20_001);
    assert!(listed.contains(&letter.external_id) && listed.contains("copy-20000"));
}

/// Without 503: a client that sees one may send the same bytes again.
#[actix_web::test]
async fn a_call_whose_commit_was_not_answered_is_not_said_to_have_done_nothing() {
    if !databases().contains(&Database::Postgres) {
        return;
    }
    let portal = spawn(Database::Postgres).await;
    let mut clinic = client(&portal, NET).await;
    clinic.sign_in().await;
    let (line, base) = behind_a_line(&portal).await;
    let direct = std::mem::replace(&mut clinic.base, base);
    line.break_at(1, false);
    let request = clinic.new_request("Emma", "Which word?", "gray", "p-1");
    let reply = clinic.call("CreateConnectRequest", &request, NOBODY).await.is(1);
    let message = reply.one("message");
    assert!(!message.contains("nothing was done") && message.contains("Ask what is there"), "{message}");
    clinic.base = direct;
    clinic.call("CreateConnectRequest", &request, NOBODY).await.is(79);
}
