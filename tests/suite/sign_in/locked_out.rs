//! "Nobody can lock her out: wrong sign-ins from elsewhere do not keep her from her own browser."

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

use patient_connect::{actions::time::purge::purge, web::limits::PerMinute};

use super::{owner, sign_in, strangers};
use crate::support::{Browser, Database, databases, spawn, spawn_limited};

const WRONG: &str = "not the password that it is";

/// How many of these tries were checked (422) and how many refused (429); nothing else may come of them.
fn checked_and_refused(statuses: &[u16]) -> (usize, usize) {
    let count = |wanted| statuses.iter().filter(|status| **status == wanted).count();
    let (checked, refused) = (count(422), count(429));
    assert_eq!(checked + refused, statuses.len(), "{statuses:?}");
    (checked, refused)
}

/// One wrong try after the other at the rate that a network is allowed, until it is enough.
async fn try_until(mut stranger: Browser, email: String, enough: Arc<AtomicBool>) -> Vec<u16> {
    let mut statuses = Vec::new();
    stranger.open("/sign-in").await;
    let page = stranger.html.clone();
    while !enough.load(Ordering::Relaxed) {
        stranger.html.clone_from(&page);
        stranger.path = "/sign-in".to_owned();
        sign_in(&mut stranger, &email, WRONG, &[]).await;
        statuses.push(stranger.status);
        tokio::time::sleep(Duration::from_secs(3)).await;
    }
    statuses
}

#[actix_web::test]
async fn the_owner_signs_in_in_her_browser_while_two_hundred_networks_guess_at_her_password() {
    for database in databases() {
        let portal = spawn_limited(database, PerMinute::default()).await;
        let mut hers = portal.browser_at("203.0.113.7");
        let (email, password) = owner(&mut hers).await;
        let (until, enough) = (Instant::now() + Duration::from_secs(10), Arc::new(AtomicBool::new(false)));
        let guessing: Vec<_> = strangers(&portal, 200)
            .into_iter()
            .map(|stranger| tokio::spawn(try_until(stranger, email.clone(), enough.clone())))
            .collect();
        let mut times = 0;
        while times < 4 || Instant::now() < until {
            tokio::time::sleep(Duration::from_secs(2)).await;
            sign_in(&mut hers, &email, password, &[]).await;
            hers.is("connections", 200);
            hers.submit("/sign-out", &[]).await;
            times += 1;
        }
        enough.store(true, Ordering::Relaxed);
        let mut statuses = Vec::new();
        for task in guessing {
            statuses.extend(task.await.unwrap());
        }
        // In the first moment there are more than the queue of slow hashes has seats for.
        statuses.retain(|status| *status != 503);
        let (checked, refused) = checked_and_refused(&statuses);
        assert_eq!(checked, 20, "{database:?}: what the account allows strangers in an hour, together");
        assert!(refused > 20, "{database:?}: they went on and on, {refused} times");

        let mut fresh = portal.browser_at("192.0.2.1");
        sign_in(&mut fresh, &email, password, &[]).await;
        fresh.is("too-many-requests", 429);
        let wait: u64 = fresh.headers["retry-after"].to_str().unwrap().parse().unwrap();
        assert!((1..=3600).contains(&wait), "{wait}");
        portal.clock.advance(Duration::from_secs(wait));
        fresh.open("/sign-in").await;
        sign_in(&mut fresh, &email, password, &[]).await;
        fresh.is("connections", 200);
    }
}

#[actix_web::test]
async fn a_stranger_in_the_same_network_does_not_keep_her_out() {
    let portal = spawn_limited(Database::Sqlite, PerMinute::default()).await;
    let mut hers = portal.browser_at("203.0.113.7");
    let (email, password) = owner(&mut hers).await;
    let mut stranger = portal.browser_at("203.0.113.7");
    let mut statuses = Vec::new();
    for n in 0..25 {
        stranger.open("/sign-in").await;
        sign_in(&mut stranger, &format!("nobody-{n}@example.net"), WRONG, &[]).await;
        statuses.push(stranger.status);
    }
    let (_, refused) = checked_and_refused(&statuses);
    assert!(refused > 0, "the network has used up its tries");
    sign_in(&mut hers, &email, password, &[]).await;
    hers.is("connections", 200);
}

#[actix_web::test]
async fn strangers_on_two_nodes_at_once_share_what_the_account_allows_them() {
    for database in databases() {
        let portal = spawn(database).await;
        let beside = portal.beside(Duration::ZERO).await;
        let (email, _) = owner(&mut portal.browser()).await;
        let mut guessing = Vec::new();
        for mut stranger in strangers(&portal, 25).into_iter().chain(strangers(&beside, 25)) {
            let email = email.clone();
            guessing.push(tokio::spawn(async move {
                sign_in(&mut stranger, &email, WRONG, &[]).await;
                stranger.status
            }));
        }
        let mut statuses = Vec::new();
        for task in guessing {
            statuses.push(task.await.unwrap());
        }
        assert_eq!(checked_and_refused(&statuses), (20, 30), "{database:?}");
    }
}

#[actix_web::test]
async fn her_browser_has_ten_tries_of_its_own_and_then_counts_like_any_other() {
    let portal = spawn(Database::Sqlite).await;
    let mut hers = portal.browser();
    let (email, password) = owner(&mut hers).await;
    let mut statuses = Vec::new();
    for _ in 0..32 {
        hers.open("/sign-in").await;
        sign_in(&mut hers, &email, WRONG, &[]).await;
        statuses.push(hers.status);
    }
    assert_eq!(checked_and_refused(&statuses), (10 + 20, 2));
    portal.clock.advance(Duration::from_secs(3600));
    for _ in 0..9 {
        hers.open("/sign-in").await;
        sign_in(&mut hers, &email, WRONG, &[]).await;
    }
    sign_in(&mut hers, &email, password, &[]).await;
    hers.is("connections", 200);
    hers.submit("/sign-out", &[]).await;
    for _ in 0..10 {
        sign_in(&mut hers, &email, WRONG, &[]).await;
        hers.is("sign-in", 422);
    }
    // What strangers have used up in the hour before is forgotten; what she has in this one, an hour later.
    for hour in ["this", "the next"] {
        assert_eq!(purge(&portal.installation.context).await.unwrap().sign_in_tries, 1, "{hour}");
        assert_eq!(purge(&portal.installation.context).await.unwrap().sign_in_tries, 0, "{hour}");
        portal.clock.advance(Duration::from_secs(3600));
    }
}

#[actix_web::test]
async fn an_address_without_an_account_is_refused_like_one_that_has_one() {
    let portal = spawn(Database::Sqlite).await;
    let (email, _) = owner(&mut portal.browser()).await;
    let token = regex::Regex::new(r#"value="[^"]*""#).unwrap();
    let mut pages = Vec::new();
    for email in [email.as_str(), "nobody@example.net"] {
        let mut stranger = portal.browser();
        let mut statuses = Vec::new();
        for _ in 0..22 {
            stranger.open("/sign-in").await;
            sign_in(&mut stranger, email, WRONG, &[]).await;
            statuses.push(stranger.status);
        }
        assert_eq!(checked_and_refused(&statuses), (20, 2));
        pages.push(token.replace_all(&stranger.html, "").into_owned());
    }
    assert_eq!(pages[0], pages[1]);
}

#[actix_web::test]
async fn the_cookie_by_which_a_browser_is_known_names_nobody_and_cannot_be_made_up() {
    let portal = spawn(Database::Sqlite).await;
    let mut hers = portal.browser();
    let (email, password) = owner(&mut hers).await;
    let first = hers.cookies["device"].clone();
    for said in ["HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=34560000"] {
        assert!(first.contains(said), "{said}: {first}");
    }
    assert!(!first.contains(email.split('@').next().unwrap()));
    sign_in(&mut hers, &email, password, &[]).await;
    assert_ne!(hers.cookies["device"], first, "sealed anew");

    // Someone else's cookie, and one that was changed, make no browser known.
    let mut other = portal.browser_at("192.0.2.9");
    owner(&mut other).await;
    for _ in 0..20 {
        other.open("/sign-in").await;
        sign_in(&mut other, &email, WRONG, &[]).await;
        other.is("sign-in", 422);
    }
    other.open("/sign-in").await;
    sign_in(&mut other, &email, WRONG, &[]).await;
    other.is("too-many-requests", 429);
    let mut forged = hers.clone();
    let value = hers.cookies["device"].replacen("device=", "device=A", 1);
    forged.cookies.insert("device".to_owned(), value);
    let mut forged = forged.reopened();
    sign_in(&mut forged, &email, password, &[]).await;
    forged.is("too-many-requests", 429);
}
