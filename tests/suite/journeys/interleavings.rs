//! No sequence of pages, Backs and sends authorizes what the last shown page did not show.
//!
//! Random sequences over two tabs of one browser and two further browsers, two persons with several records each, one
//! or two letters, and a clinic that changes what it asks for meanwhile. What must hold of each move is in `case`;
//! this file says which moves there are, and how often which is made.
//!
//! `PATIENT_CONNECT_SEQUENCES` asks for more of them than usual.

mod case;
mod hall;
mod shown;

use std::cell::RefCell;

use proptest::{
    prelude::*,
    test_runner::{Config, TestRunner},
};

use super::truth::ASKINGS;
use hall::{Counts, Hall};

/// How many sequences are played usually.
const USUALLY: u32 = 500;

/// The most moves of a sequence.
const LONGEST: usize = 25;

/// Tabs 0 and 1 are one browser's; 2 and 3 are browsers of their own.
pub const TABS: usize = 4;

/// How far a tab has come before the moves begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Goal {
    Nothing,
    Question,
    SignIn,
    Record,
    Authorize,
}

/// Where a tab starts.
#[derive(Debug, Clone, Copy)]
pub struct Start {
    pub goal: Goal,
    pub letter: usize,
    pub choice: usize,
}

/// One thing that somebody does. What the page in the tab has no form or link for is not done.
#[derive(Debug, Clone, Copy)]
pub enum Move {
    /// The link of a letter.
    Open {
        tab: usize,
        letter: usize,
    },
    /// What the page asks for: the right answer, a sign-in, a record; or the link, where it asks for nothing.
    GoOn {
        tab: usize,
        choice: usize,
    },
    /// From what would be allowed back to the records, by the page's own link.
    AnotherRecord {
        tab: usize,
    },
    NotYou {
        tab: usize,
    },
    SignOut {
        tab: usize,
    },
    Allow {
        tab: usize,
        ticks: usize,
        how: How,
    },
    Decline {
        tab: usize,
    },
    Back {
        tab: usize,
    },
    Reload {
        tab: usize,
    },
    /// The clinic asks for something else.
    Ask {
        asking: usize,
    },
}

/// How the form behind Allow is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    AsShown,
    /// As it stands, but with the form token that the browser was given last.
    WithTheNewestToken,
    /// Without the hidden fields that this mask chooses among those that say what the page showed.
    Without {
        seals: usize,
    },
    /// With the seal of another page of this sequence.
    WithTheSealOf {
        page: usize,
    },
}

/// All that happens.
#[derive(Debug, Clone)]
pub struct Sequence {
    pub starts: [Start; TABS],
    pub moves: Vec<Move>,
}

fn start(weights: [u32; 5]) -> impl Strategy<Value = Start> {
    let [nothing, question, sign_in, record, authorize] = weights;
    let goal = prop_oneof![
        nothing => Just(Goal::Nothing),
        question => Just(Goal::Question),
        sign_in => Just(Goal::SignIn),
        record => Just(Goal::Record),
        authorize => Just(Goal::Authorize),
    ];
    (goal, prop_oneof![3 => Just(0usize), 1 => Just(1usize)], 0usize..6)
        .prop_map(|(goal, letter, choice)| Start { goal, letter, choice })
}

fn any_tab() -> impl Strategy<Value = usize> {
    prop_oneof![4 => Just(0usize), 4 => Just(1usize), 1 => Just(2usize), 1 => Just(3usize)]
}

fn allow() -> impl Strategy<Value = Move> {
    let how = prop_oneof![
        6 => Just(How::AsShown),
        3 => Just(How::WithTheNewestToken),
        2 => (1usize..4).prop_map(|seals| How::Without { seals }),
        2 => (0usize..8).prop_map(|page| How::WithTheSealOf { page }),
    ];
    (any_tab(), 0usize..4, how).prop_map(|(tab, ticks, how)| Move::Allow { tab, ticks, how })
}

fn any_move() -> impl Strategy<Value = Move> {
    let tab = any_tab;
    prop_oneof![
        1 => (tab(), 0usize..2).prop_map(|(tab, letter)| Move::Open { tab, letter }),
        4 => (tab(), 0usize..6).prop_map(|(tab, choice)| Move::GoOn { tab, choice }),
        1 => tab().prop_map(|tab| Move::AnotherRecord { tab }),
        1 => tab().prop_map(|tab| Move::NotYou { tab }),
        1 => tab().prop_map(|tab| Move::SignOut { tab }),
        1 => tab().prop_map(|tab| Move::Decline { tab }),
        4 => tab().prop_map(|tab| Move::Back { tab }),
        1 => tab().prop_map(|tab| Move::Reload { tab }),
        2 => (0usize..ASKINGS.len()).prop_map(|asking| Move::Ask { asking }),
    ]
}

/// What may come between a page in the other tab and its Allow.
fn meanwhile(tab: usize) -> impl Strategy<Value = Vec<Move>> {
    let another_record =
        (0usize..6).prop_map(move |choice| vec![Move::AnotherRecord { tab }, Move::GoOn { tab, choice }]);
    let another_person = (0usize..6, 0usize..6).prop_map(move |(person, choice)| {
        let (sign_in, pick) = (Move::GoOn { tab, choice: person }, Move::GoOn { tab, choice });
        vec![Move::AnotherRecord { tab }, Move::NotYou { tab }, sign_in, pick]
    });
    let asked = (0usize..ASKINGS.len()).prop_map(|asking| vec![Move::Ask { asking }]);
    prop_oneof![4 => another_record, 3 => another_person, 2 => asked]
}

/// What is done in one go. Moves that are drawn one by one seldom come to what is worth trying.
fn errand() -> impl Strategy<Value = Vec<Move>> {
    let go_on = (any_tab(), 0usize..6).prop_map(|(tab, choice)| vec![Move::GoOn { tab, choice }; 4]);
    let surprise = (0usize..2, allow()).prop_flat_map(|(tab, allow)| {
        meanwhile(tab).prop_map(move |mut moves| {
            if let Move::Allow { ticks, how, .. } = allow {
                moves.push(Move::Allow { tab: 1 - tab, ticks, how });
            }
            moves
        })
    });
    prop_oneof![
        // Never drawn: what a move is tried to be replaced by when a sequence is made shorter.
        0 => Just(Vec::new()),
        5 => any_move().prop_map(|it| vec![it]),
        4 => allow().prop_map(|it| vec![it]),
        2 => any_tab().prop_flat_map(meanwhile),
        3 => surprise,
        1 => go_on,
    ]
}

fn sequences() -> impl Strategy<Value = Sequence> {
    let starts = [
        start([1, 1, 1, 1, 12]).boxed(),
        start([1, 1, 1, 4, 8]).boxed(),
        start([8, 1, 0, 1, 4]).boxed(),
        start([16, 1, 0, 1, 4]).boxed(),
    ];
    let moves = prop::collection::vec(errand(), 6..=10).prop_map(|errands| {
        let mut moves = errands.concat();
        moves.truncate(LONGEST);
        moves
    });
    (starts, moves).prop_map(|(starts, moves)| Sequence { starts, moves })
}

/// A run in which nothing much happened proves nothing.
fn happened_often(counts: &Counts) {
    let sequences = counts.sequences;
    for (what, count, at_least) in [
        ("both tabs stood before Allow", counts.both_tabs_at_authorize, sequences / 4),
        ("Allow", counts.allows, sequences / 2),
        ("Allow that nothing came between", counts.fresh, sequences / 10),
        ("Allow after another record was picked", counts.other_record, sequences / 20),
        ("Allow after another person signed in", counts.other_person, sequences / 50),
        ("Allow after the clinic asked for something else", counts.other_rules, sequences / 20),
        ("Allow without a seal or with another's", counts.forged, sequences / 5),
        ("Allow that was refused", counts.refused, sequences / 5),
        ("authorization", counts.authorizations, sequences / 4),
        ("authorization in a browser beside", counts.authorizations_beside, sequences / 200),
    ] {
        assert!(count >= at_least, "{what}: {count} times in {sequences} sequences, and not {at_least}");
    }
}

#[test]
fn no_sequence_of_pages_backs_and_sends_authorizes_what_the_last_shown_page_did_not_show() {
    let asked = std::env::var("PATIENT_CONNECT_SEQUENCES").ok();
    let cases = asked.map_or(USUALLY, |n| n.parse().expect("a number of sequences"));
    let config = Config {
        cases,
        failure_persistence: None,
        max_shrink_iters: 1_000,
        max_shrink_time: 120_000,
        ..Config::default()
    };
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let hall = RefCell::new(runtime.block_on(Hall::build()));
    let outcome = TestRunner::new(config).run(&sequences(), |sequence| {
        let mut hall = hall.borrow_mut();
        runtime.block_on(case::play(&mut hall, &sequence)).map_err(TestCaseError::fail)
    });
    let counts = &hall.borrow().counts;
    println!("{counts:#?}");
    match outcome {
        Ok(()) => happened_often(counts),
        Err(proptest::test_runner::TestError::Fail(why, _)) => panic!("the shortest that was found: {why}"),
        Err(aborted) => panic!("{aborted}"),
    }
}
