//! The rules, pure: no clock, no randomness, no database, no HTTP, no HTML. Time and random bytes come in as arguments.
//! What happens in which order is in `actions`.

pub mod account;
pub mod app_change;
pub mod app_file;
pub mod application;
pub mod authorization;
pub mod brand;
pub mod browser;
pub mod certificate;
pub mod chances;
pub mod connect_request;
pub mod email;
pub mod email_code;
pub mod event;
pub mod guesses;
pub mod identity_code;
pub mod invisible;
pub mod invitation;
pub mod journey;
pub mod labels;
pub mod mail;
pub mod markup;
pub mod outbox;
pub mod passkey;
pub mod password;
pub mod person;
pub mod provider;
pub mod rearm;
pub mod retention;
pub mod secret;
pub mod step;
pub mod webhook;
