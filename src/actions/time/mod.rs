//! What is done because time has passed.

pub mod deliver_mails;
pub mod deliver_webhooks;
mod due;
pub mod letters_due;
pub mod outbox;
pub mod purge;
pub mod record_closed;
pub mod remind;
pub mod seal_anew;
pub mod share_counts;
