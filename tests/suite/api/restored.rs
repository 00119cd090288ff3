//! An older copy of the database was put back. What an app kept of the log that was lost is recognised, also when the
//! new log has grown past it: nothing is passed by in silence.

use std::time::Duration;

use data_encoding::BASE64URL_NOPAD;
use patient_connect::{
    domain::event::{Event, EventKind},
    keys::Purpose,
    store::{Db, events},
};
use serde_json::Value;

use crate::support::{Clinic, Database, TestPortal, spawn};

async fn append(portal: &TestPortal, db: &Db, names: &[&str]) {
    for name in names {
        let mut tx = db.write().await.unwrap();
        let event = Event::of_request(EventKind::Declined, name);
        events::append(&mut tx, portal.app.id, &event, portal.now()).await.unwrap();
        tx.commit().await.unwrap();
    }
}

/// As they were written before they held a time.
fn old_cursor(portal: &TestPortal, seq: i64) -> String {
    let (number, app) = (seq.to_be_bytes(), portal.app.id);
    let mac =
        portal.installation.context.keys.hash_for_now(Purpose::Cursor, &[b"events", app.as_bytes(), &number]);
    BASE64URL_NOPAD.encode(&[&number[..], &mac[..16]].concat())
}

async fn read_up_to(clinic: &Clinic, limit: u32) -> String {
    clinic.get(&format!("/events?limit={limit}")).await["next_cursor"].as_str().unwrap().to_owned()
}

fn names(page: &Value) -> Vec<&str> {
    page["items"].as_array().unwrap().iter().map(|e| e["external_id"].as_str().unwrap()).collect()
}

#[track_caller]
fn is_ahead((status, body): (u16, Value)) {
    assert_eq!((status, body["code"].as_str()), (410, Some("cursor_ahead")), "{body}");
    assert!(body["detail"].as_str().unwrap().contains("Begin without a cursor"), "{body}");
}

#[actix_web::test]
async fn a_cursor_of_a_lost_log_is_refused_also_when_the_new_log_has_grown_past_it() {
    let portal = spawn(Database::Sqlite).await;
    let dir = tempfile::tempdir().unwrap();
    let copy = dir.path().join("older.db");
    let live = &portal.installation.context.db;
    append(&portal, live, &["kept"]).await;
    live.copy_to(&copy).await.unwrap();
    append(&portal, live, &["lost-1", "lost-2"]).await;
    let clinic = portal.clinic();
    let (kept, middle, end) =
        (read_up_to(&clinic, 1).await, read_up_to(&clinic, 2).await, read_up_to(&clinic, 3).await);

    let restored = Db::open_sqlite(&copy).await.unwrap();
    let clinic = Clinic::new(&portal.on_database(restored.clone()), &portal.key);
    for cursor in [&middle, &end, &old_cursor(&portal, 3)] {
        is_ahead(clinic.call("GET", &format!("/events?cursor={cursor}"), None).await);
        let path = format!("/events?wait=60&cursor={cursor}");
        let waiting = clinic.call("GET", &path, None);
        is_ahead(tokio::time::timeout(Duration::from_secs(30), waiting).await.expect("nobody waits for it"));
    }
    append(&portal, &restored, &["new-1", "new-2", "new-3"]).await;
    for cursor in [&middle, &end] {
        is_ahead(clinic.call("GET", &format!("/events?cursor={cursor}"), None).await);
    }

    let from_kept = clinic.get(&format!("/events?cursor={kept}")).await;
    assert_eq!(names(&from_kept), ["new-1", "new-2", "new-3"]);
    let from_old = clinic.get(&format!("/events?cursor={}", old_cursor(&portal, 1))).await;
    assert_eq!(names(&from_old), ["new-1", "new-2", "new-3"]);
    assert_eq!(names(&clinic.get("/events").await), ["kept", "new-1", "new-2", "new-3"]);
}

#[actix_web::test]
async fn a_log_that_is_lost_while_an_app_waits_at_its_end_ends_the_waiting() {
    let portal = spawn(Database::Sqlite).await;
    let db = &portal.installation.context.db;
    append(&portal, db, &["kept", "lost"]).await;
    let clinic = portal.clinic();
    let end = read_up_to(&clinic, 2).await;
    let waiting = async { clinic.call("GET", &format!("/events?wait=60&cursor={end}"), None).await };
    let lose = async {
        tokio::time::sleep(Duration::from_millis(500)).await;
        let Db::Sqlite { write, .. } = db else { panic!("this is SQLite") };
        sqlx::query("DELETE FROM events WHERE seq = 2")
            .execute(&mut *write.take().await.unwrap())
            .await
            .unwrap();
        sqlx::query("UPDATE app_feeds SET seq = 1").execute(&mut *write.take().await.unwrap()).await.unwrap();
        append(&portal, db, &["new-1", "new-2"]).await;
    };
    let (answer, ()) = tokio::time::timeout(Duration::from_secs(30), async { tokio::join!(waiting, lose) })
        .await
        .expect("it was answered");
    is_ahead(answer);
}

#[actix_web::test]
async fn a_since_of_a_lost_log_lists_everything_again_rather_than_nothing() {
    let portal = spawn(Database::Sqlite).await;
    let clinic = portal.clinic();
    let letter = clinic.invite("violet harbour").await;
    portal.browser().connect(&letter, "Emma").await;
    let future =
        (portal.now() + chrono::TimeDelta::hours(1)).to_rfc3339_opts(chrono::SecondsFormat::Micros, true);
    let list = clinic.authorized(Some(&future)).await;
    assert_eq!(names(&list), [letter.external_id]);
    let next = clinic.authorized(list["as_of"].as_str()).await;
    assert_eq!(names(&next), Vec::<&str>::new(), "from then on it goes on as ever");
}
