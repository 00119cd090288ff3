//! Creating an account cannot be used to hold up the portal.

use std::{
    future::{Future, poll_fn},
    pin::pin,
    rc::Rc,
    task::Poll,
};

use patient_connect::{actions::journey::choose_password::Estimates, web::limits::PerMinute};

use crate::support::{Database, spawn, spawn_limited};

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
    let (estimates, password) = (Estimates::default(), leet());
    // Done on this thread, an estimate would be there whenever it is first asked for. Done elsewhere it is not, unless this
    // thread stood still meanwhile.
    for _ in 0..20 {
        let mut estimate = pin!(estimates.choose(&password, &["Pat", "pat@example.net"]));
        if poll_fn(|task| Poll::Ready(estimate.as_mut().poll(task))).await.is_pending() {
            assert!(estimate.await.is_ok());
            return;
        }
    }
    panic!("each estimate kept the thread until it was done");
}

#[actix_web::test]
async fn pages_are_answered_while_strangers_sign_up_with_passwords_that_are_slow_to_estimate() {
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
    let mut reader = portal.browser();
    while sending.iter().any(|task| !task.is_finished()) {
        reader.open("/help").await;
        reader.is("help", 200);
    }
    for task in sending {
        assert_eq!(task.await.unwrap(), 200, "there are places for so many");
    }
}

#[actix_web::test]
async fn estimates_are_bounded_and_who_finds_no_place_is_told_to_come_back() {
    // Places of its own, since whoever signs up in another test finds none in those of the process meanwhile.
    let (estimates, password) = (Rc::new(Estimates::default()), leet());
    let tasks: Vec<_> = (0..400)
        .map(|_| {
            let (estimates, password) = (estimates.clone(), password.clone());
            actix_web::rt::spawn(async move {
                estimates.choose(&password, &["Pat", "pat@example.net"]).await.is_err()
            })
        })
        .collect();
    let mut turned_away = 0;
    for task in tasks {
        turned_away += u32::from(task.await.unwrap());
    }
    assert!(turned_away > 0, "four hundred at once do not all fit");
    assert!(
        estimates.choose("violet harbour tuesday", &["Pat"]).await.unwrap().is_ok(),
        "and later all is well"
    );
}
