//! The old pepper is dropped when nothing needs it, and not before.

use std::time::Duration;

use patient_connect::actions::{
    operator::{
        apps, key_check,
        peppers::{Needs, forget_older, hindered, needed},
    },
    time::purge::purge,
};

use super::{Nodes, nodes, way_to};
use crate::support::{TestPortal, databases};

/// Their kinds, in order.
async fn still_needed(node: &TestPortal) -> Vec<(Needs, i64)> {
    let context = &node.installation.context;
    needed(&context.db, &context.keys, context.now()).await.unwrap().into_iter().collect()
}

#[actix_web::test]
async fn what_needs_the_old_pepper_is_counted_and_gets_less_as_it_is_used() {
    for database in databases() {
        let Nodes { before, written, .. } = nodes(database).await;
        let context = &before.installation.context;
        let unused = apps::new_key(context, before.app.id, None).await.unwrap().unwrap();
        let typed = before.clinic().invite("violet harbour").await;
        before.clinic().invite("violet harbour").await;
        let mut patient = before.browser();
        patient.connect(&before.clinic().invite("violet harbour").await, "Emma").await;
        assert_eq!(still_needed(&before).await, [], "it is not the one to be asked");
        let wanted = [
            (Needs::Requests, 3),
            (Needs::ApiKeys, 2),
            (Needs::Passwords, 1),
            // At sign-in a session gets another cookie; the old one leads on for a while.
            (Needs::Sessions, 2),
        ];
        let found: Vec<_> = still_needed(&written)
            .await
            .into_iter()
            .filter(|(needs, _)| !matches!(needs, Needs::AuditLines | Needs::Sealed))
            .collect();
        assert_eq!(found, wanted, "{database:?}");

        assert_eq!(written.clinic().request(&typed).await["status"], "pending");
        let mut other = written.browser();
        other.open(&way_to(&typed)).await;
        other.answer(&typed.answer).await;
        let mut patient = written.before_it(&patient);
        patient.open("/connections").await;
        hindered(&written.installation.context).await.unwrap();
        let left = [(Needs::Requests, 2), (Needs::ApiKeys, 1), (Needs::Passwords, 1), (Needs::Sessions, 1)];
        assert_eq!(still_needed(&written).await, left, "{database:?}");
        // What is let go: a key that nobody uses ends.
        forget_older(&written.installation.context).await.unwrap();
        let app = apps::find_by_key(&written.installation.context, unused.reveal()).await.unwrap();
        assert!(app.is_none());
        assert_eq!(written.clinic().request(&typed).await["status"], "pending");
        assert!(!still_needed(&written).await.iter().any(|(needs, _)| *needs == Needs::ApiKeys));
    }
}

#[actix_web::test]
async fn it_is_kept_for_a_month_and_until_retention_has_had_its_turn_and_then_nothing_hinders() {
    for database in databases() {
        let Nodes { before, written, dropped, .. } = nodes(database).await;
        let began = &before.installation.context;
        key_check::remember(&began.db, &began.keys, began.now()).await.unwrap();
        let letter = before.clinic().invite("violet harbour").await;
        let context = &written.installation.context;
        key_check::remember(&context.db, &context.keys, context.now()).await.unwrap();
        // The app's key is used, and its request is not.
        assert_eq!(written.clinic().request(&letter).await["status"], "pending");
        let hinders = hindered(context).await.unwrap();
        assert!(hinders.until.is_some() && hinders.may_be_let_go(), "{hinders:?}");
        assert_eq!(hinders.needed, [(Needs::Requests, 1)].into());
        written.clock.advance(Duration::from_secs(32 * 86_400));
        let hinders = hindered(context).await.unwrap();
        assert_eq!((hinders.until, hinders.needed.len()), (None, 1), "{database:?}");
        // It expired after 28 days, is purged 90 later, and its code forgotten after another 90.
        for days in [90, 91] {
            written.clock.advance(Duration::from_secs(days * 86_400));
            purge(context).await.unwrap();
        }
        let hinders = hindered(context).await.unwrap();
        assert!(hinders.is_nothing(), "{database:?}: {hinders:?}");
        forget_older(context).await.unwrap();
        let known = key_check::known(&context.db).await.unwrap();
        assert!(known.fits(&dropped.installation.context.keys) && known.fits(&context.keys));
        assert!(!known.fits(&began.keys), "a node that was never restarted cannot be, now");
    }
}

#[actix_web::test]
async fn a_key_file_without_a_pepper_that_something_was_written_with_is_refused() {
    for database in databases() {
        let Nodes { before, known, written, dropped } = nodes(database).await;
        let of = |node: &TestPortal| node.installation.context.clone();
        let remembered = async |node: &TestPortal| {
            let context = of(node);
            key_check::remember(&context.db, &context.keys, context.now()).await.unwrap()
        };
        for node in [&before, &known, &written, &dropped] {
            assert!(
                remembered(&before).await.fits(&of(node).keys) == (node.base != dropped.base),
                "{database:?}"
            );
        }
        assert!(remembered(&written).await.fits(&of(&known).keys), "restarted in any order");
        let now = remembered(&written).await;
        assert!(now.fits(&of(&written).keys));
        assert!(!now.fits(&of(&before).keys), "it cannot read what the others write");
        assert!(!now.fits(&of(&dropped).keys), "it was not dropped");
        let another = super::with_new(&before.key_file).newest_first();
        let another = before.with_key_file(&another).await;
        assert!(!now.fits(&of(&another).keys), "another node's new pepper of the same number");
    }
}
