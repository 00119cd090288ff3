//! Mails: written in the transaction of what they tell, sent afterwards, at least once.

mod outbox;
mod ways;
