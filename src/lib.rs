//! Patient Connect: a portal through which a patient connects a clinic's app to her health record.
//!
//! The map, in the direction in which the arrows go:
//!
//! - [`cli`] runs one command; [`config`] is the sole reader of settings.
//! - [`app`] puts the parts together into an HTTP service, the same one in production, sandbox and tests.
//! - [`installation`] is what its handlers share.
//! - [`portal`] (pages), [`api`] and [`platform`] (apps), [`sandbox`] (the demo's two sides) and [`jobs`] translate to and from
//! - [`actions`], one use case a file: load, ask the domain, save, say what came of it;
//! - [`domain`], the rules, pure;
//! - [`brands`]: a clinic's brand, read, checked and made ready for pages;
//! - [`store`], the database: the only place with SQL;
//! - [`ports`], [`keys`], [`hashing`], [`notifier`]: time and randomness, keyed hashes, slow hashes, who waits for news;
//! - [`listening`]: the sockets that the portal is reached at, with TLS or without;
//! - [`traces`]: what happens inside, for operators who collect it;
//! - [`owner_only`]: files that nobody else may read;
//! - [`passkeys`]: what a page asks a device for, and what the device answers;
//! - [`webhooks`] and [`providers`]: the connections on which callbacks go out and providers are spoken to; [`mail`]: how
//!   mails are written and leave.

pub mod actions;
pub mod api;
pub mod app;
pub mod brands;
pub mod cli;
pub mod config;
pub mod copy;
pub mod domain;
pub mod gallery;
pub mod hashing;
pub mod installation;
pub mod jobs;
pub mod keys;
pub mod letter;
pub mod listening;
pub mod mail;
pub mod metrics;
pub mod notifier;
pub mod owner_only;
pub mod passkeys;
pub mod platform;
pub mod portal;
pub mod ports;
pub mod providers;
pub mod sandbox;
pub mod store;
pub mod traces;
pub mod web;
pub mod webhooks;
