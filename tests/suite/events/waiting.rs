//! Who waits for the log to go on, and who reads it while others write.

use std::{collections::HashSet, time::Duration};

use patient_connect::{
    domain::event::{Event, EventKind},
    notifier::SEATS,
    ports::{SystemRandom, bytes},
    store::events,
};

use super::{cursor, types};
use crate::support::{Clinic, Database, TestPortal, databases, spawn};

/// Far longer than anything here takes; shorter than the longest wait, so that who waited it out fails.
const PATIENCE: Duration = Duration::from_secs(40);

async fn guess_wrong(portal: &TestPortal, clinic: &Clinic) {
    let letter = clinic.invite("violet harbour").await;
    let mut patient = portal.browser();
    patient.open(&letter.link).await;
    patient.answer("golden").await;
}

#[actix_web::test]
async fn who_waits_is_answered_when_something_happens_here_or_on_another_node() {
    for database in databases() {
        let portal = spawn(database).await;
        let other = portal.beside(Duration::from_secs(3)).await;
        let start = portal.clinic().get("/events").await;
        for writer in [&portal, &other] {
            let clinic = portal.clinic();
            let path = format!("/events?wait=60&cursor={}", cursor(&start));
            let path = match types(&clinic.get(&path.replace("wait=60", "wait=0")).await).len() {
                0 => path,
                _ => format!("/events?wait=60&cursor={}", cursor(&clinic.get("/events").await)),
            };
            let waiting = tokio::spawn(async move { clinic.get(&path).await });
            // Long enough that the request waits, though nothing depends on it.
            tokio::time::sleep(Duration::from_millis(300)).await;
            assert!(!waiting.is_finished(), "there is nothing to tell yet");
            guess_wrong(writer, &writer.clinic()).await;
            let page = tokio::time::timeout(PATIENCE, waiting).await.expect("it was woken").unwrap();
            assert_eq!(types(&page)[0], "opened");
        }
        let clinic = portal.clinic();
        let page = clinic.get("/events").await;
        let at_once = tokio::time::timeout(PATIENCE, clinic.get("/events?wait=60")).await;
        assert_eq!(types(&at_once.expect("there is something")), types(&page));
        let empty = clinic.get(&format!("/events?wait=1&cursor={}", cursor(&page))).await;
        assert_eq!((types(&empty).len(), cursor(&empty)), (0, cursor(&page)));
    }
}

#[actix_web::test]
async fn waiting_holds_no_connection_and_ends_when_the_portal_stops() {
    let portal = spawn(Database::Sqlite).await;
    // Many more than there are connections to the database.
    let waiting: Vec<_> = (0..40)
        .map(|_| {
            let clinic = portal.clinic();
            tokio::spawn(async move { clinic.get("/events?wait=60").await })
        })
        .collect();
    while SEATS - portal.installation.context.notifier.free_seats() < 40 {
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    let letter = portal.clinic().invite("violet harbour").await;
    assert_eq!(portal.clinic().request(&letter).await["status"], "pending");
    portal.installation.context.notifier.close();
    for one in waiting {
        let page = tokio::time::timeout(PATIENCE, one).await.expect("it was sent away").unwrap();
        assert_eq!(types(&page).len(), 0);
    }
    assert_eq!(portal.installation.context.notifier.free_seats(), SEATS);
}

#[actix_web::test]
async fn when_all_seats_are_taken_the_next_is_answered_at_once() {
    let portal = spawn(Database::Sqlite).await;
    let _seats: Vec<_> = (0..SEATS).map(|_| portal.installation.context.notifier.seat().unwrap()).collect();
    let clinic = portal.clinic();
    let page = tokio::time::timeout(PATIENCE, clinic.get("/events?wait=60")).await.expect("at once");
    assert_eq!(types(&page).len(), 0);
}

/// Writers on two nodes whose clocks differ; each holds its place for a while, and some give up instead of
/// committing. A poller that passes its cursor on sees every event once, in order, and never a gap.
#[actix_web::test]
async fn a_poller_sees_every_event_once_in_order_and_without_a_gap_whoever_writes() {
    for database in databases() {
        let portal = spawn(database).await;
        let ahead = portal.beside(Duration::from_secs(90)).await;
        let mut writers = Vec::new();
        for n in 0..8_u32 {
            let node = if n % 2 == 0 { &portal } else { &ahead };
            let (context, app_id) = (node.installation.context.clone(), portal.app.id);
            writers.push(tokio::spawn(async move {
                let mut written = Vec::new();
                for round in 0..20_u32 {
                    let [before, within, fate, _] = bytes::<4>(&SystemRandom);
                    tokio::time::sleep(Duration::from_micros(u64::from(before) * 20)).await;
                    let name = format!("{n}-{round}");
                    let event = Event::of_request(EventKind::Declined, &name);
                    let mut tx = context.db.write().await.unwrap();
                    events::append(&mut tx, app_id, &event, context.now()).await.unwrap();
                    tokio::time::sleep(Duration::from_micros(u64::from(within) * 20)).await;
                    if fate < 220 {
                        tx.commit().await.unwrap();
                        context.notifier.notify(app_id);
                        written.push(name);
                    }
                }
                written
            }));
        }
        let clinics = [portal.clinic(), ahead.clinic()];
        let mut path = "/events?limit=7&wait=1".to_owned();
        let (mut seen, mut numbers) = (Vec::new(), Vec::new());
        for round in 0.. {
            let done = writers.iter().all(tokio::task::JoinHandle::is_finished);
            let page = clinics[round % 2].get(&path).await;
            for item in page["items"].as_array().unwrap() {
                seen.push(item["external_id"].as_str().unwrap().to_owned());
                numbers.push(item["seq"].as_i64().unwrap());
            }
            path = format!("/events?limit=7&wait=1&cursor={}", cursor(&page));
            if done && page["items"].as_array().unwrap().is_empty() {
                break;
            }
        }
        assert_eq!(
            numbers,
            (1..=numbers.len() as i64).collect::<Vec<_>>(),
            "no gap, no repetition, in order"
        );
        let mut expected = Vec::new();
        for writer in writers {
            expected.extend(writer.await.unwrap());
        }
        assert_eq!(seen.len(), expected.len());
        assert_eq!(seen.into_iter().collect::<HashSet<_>>(), expected.into_iter().collect::<HashSet<_>>());
    }
}
