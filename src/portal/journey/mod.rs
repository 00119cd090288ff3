//! The steps of the way, a file each: what its page shows, what its form sends. [`gate`] stands before each of them.

pub mod authorize;
pub mod code;
pub mod declined;
pub mod entry;
pub(in crate::portal) mod gate;
pub mod question;
pub mod record;
pub mod report;
pub mod success;
