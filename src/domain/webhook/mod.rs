//! Callbacks in the form of Standard Webhooks 1.0: which addresses may be called (`address`), what is sent and how it
//! is signed (`message`), and when it is tried again (`schedule`).
//!
//! What lives here: the rules, pure. What must not: resolving names, connecting, keeping the outbox. Where to look
//! next: `actions::time::deliver_webhooks` for the order of steps, `webhooks` for the connection.

mod address;
mod message;
mod schedule;

pub use self::{
    address::{CallbackPolicy, CallbackProblem, CallbackUrl, MAX_URL, is_public},
    message::{SECRET_BYTES, Secret, body, message_id, message_type, signature},
    schedule::{DeliveryState, Failure, LONGEST_RETRY_AFTER, Outcome, Verdict, judge},
};
