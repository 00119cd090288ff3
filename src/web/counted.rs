//! What was counted since the start, of what is limited for all nodes together, and what of it is new.

use std::{
    collections::HashMap,
    sync::{Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

/// How long nothing must be counted until its number is forgotten, and begins anew: longer than anything is limited for.
const IDLE: Duration = Duration::from_secs(7200);

/// What is limited for all nodes of an installation together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Shared {
    /// Calls of an app, by its id.
    Api,
    /// Codes that are mailed to an address, by a hash of it.
    Mail,
    /// The same by who asks for them.
    MailFrom,
}

impl Shared {
    /// As nodes write it.
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Shared::Api => "api",
            Shared::Mail => "mail",
            Shared::MailFrom => "mail_from",
        }
    }

    /// As a node wrote it.
    pub(super) fn parse(text: &str) -> Option<Shared> {
        [Shared::Api, Shared::Mail, Shared::MailFrom].into_iter().find(|shared| shared.as_str() == text)
    }
}

#[derive(Debug)]
struct Number {
    counted: u64,
    told: u64,
    last: Instant,
}

/// The numbers of one process.
#[derive(Debug, Default)]
pub(super) struct Counted(Mutex<Numbers>);

/// By what, and whose.
type Numbers = HashMap<Shared, HashMap<Vec<u8>, Number>>;

impl Counted {
    fn numbers(&self) -> MutexGuard<'_, Numbers> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn add(&self, shared: Shared, key: &[u8]) {
        let last = Instant::now();
        let mut numbers = self.numbers();
        let of = numbers.entry(shared).or_default();
        match of.get_mut(key) {
            Some(number) => {
                number.counted += 1;
                number.last = last;
            }
            None => {
                of.insert(key.to_vec(), Number { counted: 1, told: 0, last });
            }
        }
    }

    /// What has changed since this was last asked.
    pub(super) fn take(&self) -> Vec<(Shared, Vec<u8>, u64)> {
        let mut numbers = self.numbers();
        let all = numbers.iter_mut().flat_map(|(shared, of)| of.iter_mut().map(|it| (*shared, it)));
        all.filter(|(_, (_, number))| number.told != number.counted)
            .map(|(shared, (key, number))| {
                number.told = number.counted;
                (shared, key.clone(), number.counted)
            })
            .collect()
    }

    pub(super) fn forget_idle(&self) {
        for of in self.numbers().values_mut() {
            of.retain(|_, number| number.last.elapsed() < IDLE);
        }
    }
}
