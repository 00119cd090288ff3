//! Mails are kept in memory, to be looked at: the sandbox's mailbox.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex},
};

use chrono::{DateTime, Utc};
use futures_core::future::BoxFuture;

use super::{Way, compose::Composed};
use crate::{domain::mail::MailOutcome, ports::Clock};

/// The most mails that are kept: the oldest go.
const MOST: usize = 10_000;

/// A mail that has arrived.
#[derive(Debug, Clone)]
pub struct KeptMail {
    /// What arrived.
    pub mail: Composed,
    /// When.
    pub at: DateTime<Utc>,
    /// Its number, from 1.
    pub number: usize,
}

/// A mailbox for every address. Clones are the same mailbox.
#[derive(Clone)]
pub struct Mailbox {
    clock: Arc<dyn Clock>,
    kept: Arc<Mutex<(usize, VecDeque<KeptMail>)>>,
}

impl std::fmt::Debug for Mailbox {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Mailbox")
    }
}

impl Mailbox {
    /// An empty one.
    pub fn new(clock: Arc<dyn Clock>) -> Self {
        Self { clock, kept: Arc::default() }
    }

    /// What has arrived for an address, or for all, the newest first.
    pub fn list(&self, to: Option<&str>) -> Vec<KeptMail> {
        let kept = self.kept.lock().expect("no holder of this lock panics");
        let wanted = |one: &&KeptMail| to.is_none_or(|to| one.mail.to.eq_ignore_ascii_case(to.trim()));
        kept.1.iter().rev().filter(wanted).cloned().collect()
    }

    /// One mail by its number.
    pub fn find(&self, number: usize) -> Option<KeptMail> {
        let kept = self.kept.lock().expect("no holder of this lock panics");
        kept.1.iter().find(|one| one.number == number).cloned()
    }
}

impl Way for Mailbox {
    fn hand_over(&self, mail: Composed) -> BoxFuture<'_, MailOutcome> {
        Box::pin(async move {
            let mut kept = self.kept.lock().expect("no holder of this lock panics");
            kept.0 += 1;
            let number = kept.0;
            kept.1.push_back(KeptMail { mail, at: self.clock.now(), number });
            if kept.1.len() > MOST {
                kept.1.pop_front();
            }
            MailOutcome::Sent
        })
    }
}
