//! What is done because time has passed.

pub mod deliver_webhooks;
pub mod purge;
pub mod record_closed;
