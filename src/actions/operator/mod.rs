//! What the operator of an installation does.

pub mod apps;
pub mod readiness;
pub mod webhook_secrets;
