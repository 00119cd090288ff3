//! "Known and unknown addresses answer alike in status, words, time and number of mails sent."
//!
//! `PATIENT_CONNECT_TEST_ALIKE` says how many of each of the four kinds there are: 250 make a thousand.

use std::{
    collections::BTreeMap,
    time::{Duration, Instant},
};

use regex::Regex;

use super::{PASSWORD, account, new_address};
use crate::support::{Browser, Database, TestMailbox, TestPortal, spawn_with_mail};

/// How many go at once.
const AT_ONCE: usize = 4;

fn of_each_kind() -> usize {
    std::env::var("PATIENT_CONNECT_TEST_ALIKE").ok().and_then(|n| n.parse().ok()).unwrap_or(20)
}

/// A page without what is another in every browser.
fn without_tokens(html: &str, email: &str) -> String {
    let hidden = Regex::new(r#"(<input type="hidden" name="[^"]+" value=")[^"]*"#).unwrap();
    hidden.replace_all(&html.replace(email, "ADDRESS"), "${1}TOKEN").into_owned()
}

/// What somebody saw, and how long it took until she was sent on.
struct Seen {
    pages: Vec<(u16, String, String)>,
    took: Duration,
}

/// One way: the form, a wrong code, and another mail.
async fn go(mut browser: Browser, kind: &'static str, email: String) -> Seen {
    let (form, field): (&str, _) = match kind {
        "sign-up" => ("/create-account", "email_code"),
        _ => ("/recover", "recovery_code"),
    };
    browser.open(form).await;
    let fields = [("name", "Pat Example"), ("email", email.as_str()), ("password", PASSWORD)];
    let started = Instant::now();
    browser.submit(form, if kind == "sign-up" { &fields } else { &fields[1..2] }).await;
    let took = started.elapsed();
    let mut pages = Vec::new();
    let mut look = |browser: &Browser| {
        pages.push((browser.status, browser.path.clone(), without_tokens(&browser.html, &email)));
    };
    look(&browser);
    let wrong = if kind == "sign-up" { "918273" } else { "91827364" };
    browser.submit(&browser.path.clone(), &[(field, wrong)]).await;
    look(&browser);
    browser.submit(&browser.path.clone(), &[("resend", "yes")]).await;
    look(&browser);
    Seen { pages, took }
}

/// Runs all of one kind, those with an account and those without by turns, and gives what each of them saw.
async fn all(
    portal: &TestPortal,
    kind: &'static str,
    known: &[String],
    unknown: &[String],
) -> (Vec<Seen>, Vec<Seen>) {
    let turns: Vec<String> = known.iter().zip(unknown).flat_map(|(a, b)| [a.clone(), b.clone()]).collect();
    let mut seen = (Vec::new(), Vec::new());
    for (n, batch) in turns.chunks(AT_ONCE).enumerate() {
        // Whoever is first in a batch is first in the queue, too: by turns.
        let batch: Vec<(usize, String)> = batch.iter().cloned().enumerate().collect();
        let order: Vec<_> = if n % 2 == 0 { batch } else { batch.into_iter().rev().collect() };
        let tasks: Vec<_> = order
            .into_iter()
            .map(|(place, email)| (place, tokio::spawn(go(portal.browser(), kind, email))))
            .collect();
        for (place, task) in tasks {
            let one = task.await.unwrap();
            if place % 2 == 0 { seen.0.push(one) } else { seen.1.push(one) }
        }
    }
    seen
}

fn percentile(seen: &[Seen], percent: usize) -> Duration {
    let mut took: Vec<Duration> = seen.iter().map(|one| one.took).collect();
    took.sort_unstable();
    took[(took.len() - 1) * percent / 100]
}

/// Mails to each of these, by how many got so many.
async fn counts(mailbox: &TestMailbox, before: &BTreeMap<String, usize>, emails: &[String]) -> Vec<usize> {
    let all = mailbox.all().await;
    let of = |email: &String| all.iter().filter(|kept| kept.mail.to == *email).count();
    emails.iter().map(|email| of(email) - before.get(email).copied().unwrap_or(0)).collect()
}

#[actix_web::test]
async fn nobody_learns_from_a_page_or_its_time_whether_an_address_has_an_account() {
    let (portal, mailbox) = spawn_with_mail(Database::Sqlite).await;
    let count = of_each_kind();
    let mut known = Vec::new();
    for _ in 0..count {
        known.push(account(portal.browser(), &mailbox).await);
    }
    let everything = mailbox.all().await;
    let before: BTreeMap<String, usize> = known
        .iter()
        .map(|email| (email.clone(), everything.iter().filter(|kept| kept.mail.to == *email).count()))
        .collect();
    for (round, kind) in ["sign-up", "recover"].into_iter().enumerate() {
        let unknown: Vec<String> = (0..count).map(|_| new_address()).collect();
        let (of_known, of_unknown) = all(&portal, kind, &known, &unknown).await;
        let first = &of_known[0].pages;
        assert_eq!(first.iter().map(|(status, ..)| *status).collect::<Vec<_>>(), [200, 422, 200]);
        for one in of_known.iter().chain(&of_unknown) {
            assert!(one.pages == *first, "{kind}: the same pages, byte for byte but for tokens");
        }
        for (who, seen) in [("known", &of_known), ("unknown", &of_unknown)] {
            let [low, middle, high] = [10, 50, 90].map(|percent| percentile(seen, percent));
            eprintln!("{kind}, {count} {who}: median {middle:?}, from {low:?} to {high:?}");
        }
        assert!(percentile(&of_known, 10) <= percentile(&of_unknown, 90), "{kind}: the times overlap");
        assert!(percentile(&of_unknown, 10) <= percentile(&of_known, 90), "{kind}: the times overlap");
        // The first mail was not sent before the second took its place, so each has one.
        let (to_known, to_unknown) =
            (counts(&mailbox, &before, &known).await, counts(&mailbox, &before, &unknown).await);
        assert_eq!(to_unknown, vec![1; count], "{kind}");
        assert_eq!(to_known, vec![round + 1; count], "{kind}");
    }
}
