//! Where all sequences are played: one portal, one clinic, people who have accounts and records there, and a count of
//! what happened.

use crate::{
    journeys::{
        people::{invite, somebody},
        tabs::Browser,
        truth::{Truth, ask_for},
    },
    support::{Clinic, Database, TestPortal, spawn},
};

/// Pairs of persons who take turns.
const PAIRS: usize = 12;
/// How many sequences share their letters: a letter that brought somebody here before is as good as a new one.
const SHARE: usize = 10;

/// What happened in all sequences together.
#[derive(Debug, Default)]
pub struct Counts {
    pub sequences: usize,
    pub moves: usize,
    pub both_tabs_at_authorize: usize,
    pub allows: usize,
    pub fresh: usize,
    pub other_record: usize,
    pub other_person: usize,
    pub other_rules: usize,
    pub forged: usize,
    pub refused: usize,
    pub authorizations: usize,
    pub authorizations_beside: usize,
}

/// Where all sequences are played: one portal, and people who have accounts there.
pub struct Hall {
    pub portal: TestPortal,
    clinic: Clinic,
    /// Every other one is like it.
    pub browser: Browser,
    pub truth: Truth,
    /// What the clinic asks for now.
    pub asking: usize,
    /// By name; the address follows from it.
    pub people: Vec<[String; 2]>,
    letters: [Option<String>; 2],
    pub counts: Counts,
}

impl Hall {
    pub async fn build() -> Self {
        let portal = spawn(Database::Sqlite).await;
        let clinic = portal.clinic();
        ask_for(&portal, 0).await;
        let mut people = Vec::new();
        for pair in 0..PAIRS {
            let names = [format!("Ada {pair:02}"), format!("Bo {pair:02}")];
            for name in &names {
                let records = ["first", "second"].map(|record| format!("{name} {record}"));
                somebody(&portal, name, &records.each_ref().map(String::as_str)).await;
            }
            people.push(names);
        }
        let truth = Truth::of(&portal).await;
        Self {
            browser: Browser::new(&portal.base),
            portal,
            clinic,
            truth,
            asking: 0,
            people,
            letters: [None, None],
            counts: Counts::default(),
        }
    }

    /// Begins a sequence: its number, and who is in it.
    pub fn begin(&mut self) -> (usize, [String; 2]) {
        let number = self.counts.sequences;
        self.counts.sequences += 1;
        if number.is_multiple_of(SHARE) {
            self.letters = [None, None];
        }
        (number, self.people[number % PAIRS].clone())
    }

    /// The link of a letter, which is written when it is needed first.
    pub async fn letter(&mut self, letter: usize) -> String {
        if self.letters[letter].is_none() {
            let name = format!("Visits {}-{letter}", self.counts.sequences);
            self.letters[letter] = Some(invite(&self.clinic, &name).await);
        }
        self.letters[letter].clone().unwrap_or_default()
    }
}
