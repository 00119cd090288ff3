//! Creating an account cannot be used to hold up the portal.

use std::{
    future::{Future, poll_fn},
    pin::pin,
    task::Poll,
    time::{Duration, Instant},
};

use patient_connect::{actions::journey::choose_password::choose_password, web::limits::PerMinute};

use crate::support::{Database, TestPortal, spawn, spawn_limited};

/// A hundred characters that can each be read as several letters: the most that the estimate can be made to do.
fn leet() -> String {
    "4@8({[<3690!1|705$+7%2".chars().cycle().take(100).collect()
}

#[actix_web::test]
async fn a_sign_up_is_charged_before_anything_about_it_is_checked() {
    let limits = PerMinute { create_account: 2, ..PerMinute::default() };
    let portal = spawn_limited(Database::Sqlite, limits).await;
    let mut stranger = portal.browser();
    stranger.open("/create-account").await;
    let fields = [("name", ""), ("email", "nobody"), ("password", "")];
    for _ in 0..2 {
        stranger.submit("/create-account", &fields).await;
        stranger.is("create-account", 422);
    }
    let page = stranger.html.clone();
    stranger.submit("/create-account", &fields).await;
    stranger.is("too-many-requests", 429);
    stranger.html = page;
    let leet = leet();
    let fields = [("name", "Pat"), ("email", "pat@example.net"), ("password", leet.as_str())];
    stranger.submit("/create-account", &fields).await;
    stranger.is("too-many-requests", 429);
}

#[actix_web::test]
async fn the_thread_that_serves_pages_goes_on_while_a_password_is_estimated() {
    let password = leet();
    // Done on this thread, an estimate would be there whenever it is first asked for. Done elsewhere it is not, unless this
    // thread stood still meanwhile.
    let mut kept_the_thread = 0;
    for _ in 0..1000 {
        let mut estimate = pin!(choose_password(&password, &["Pat", "pat@example.net"]));
        match poll_fn(|task| Poll::Ready(estimate.as_mut().poll(task))).await {
            Poll::Pending => {
                let _estimated = estimate.await;
                return;
            }
            Poll::Ready(Ok(_)) => {
                kept_the_thread += 1;
                assert!(kept_the_thread < 20, "each estimate kept the thread until it was done");
            }
            // Another test has all the places just now.
            Poll::Ready(Err(_)) => tokio::time::sleep(Duration::from_millis(20)).await,
        }
    }
    panic!("there was never a place for an estimate");
}

/// Reads a page again and again, as long as it is to go on.
async fn pages_a_second(portal: &TestPortal, go_on: &dyn Fn(Duration) -> bool) -> f64 {
    let mut reader = portal.browser();
    let (mut pages, started) = (0u32, Instant::now());
    while go_on(started.elapsed()) {
        reader.open("/help").await;
        reader.is("help", 200);
        pages += 1;
    }
    f64::from(pages) / started.elapsed().as_secs_f64()
}

#[actix_web::test]
async fn passwords_that_are_slow_to_estimate_do_not_hold_up_pages() {
    let portal = spawn(Database::Sqlite).await;
    let password = leet();
    let mut sending = Vec::new();
    for n in 0..8 {
        let mut stranger = portal.browser();
        stranger.open("/create-account").await;
        let password = password.clone();
        sending.push(tokio::spawn(async move {
            let email = format!("stranger-{n}@example.net");
            let fields = [("name", "Pat"), ("email", email.as_str()), ("password", password.as_str())];
            stranger.submit("/create-account", &fields).await;
            stranger.status
        }));
    }
    // Compared with how fast pages are served when nobody signs up, not with a clock.
    let disturbed = pages_a_second(&portal, &|since| {
        sending.iter().any(|task| !task.is_finished()) && since < Duration::from_secs(60)
    })
    .await;
    for task in sending {
        let status = task.await.unwrap();
        assert!([200, 422, 503].contains(&status), "{status}");
    }
    let quiet = pages_a_second(&portal, &|since| since < Duration::from_secs(1)).await;
    assert!(disturbed > quiet / 10.0, "{disturbed} pages a second were served meanwhile, {quiet} later");
}

#[actix_web::test]
async fn estimates_are_bounded_and_who_finds_no_place_is_told_to_come_back() {
    let password = leet();
    let tasks: Vec<_> = (0..400)
        .map(|_| {
            let password = password.clone();
            actix_web::rt::spawn(async move {
                choose_password(&password, &["Pat", "pat@example.net"]).await.is_err()
            })
        })
        .collect();
    let mut turned_away = 0;
    for task in tasks {
        turned_away += u32::from(task.await.unwrap());
    }
    assert!(turned_away > 0, "four hundred at once do not all fit");
    assert!(
        choose_password("violet harbour tuesday", &["Pat"]).await.unwrap().is_ok(),
        "and later all is well"
    );
}
