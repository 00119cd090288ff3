//! What the stories stand on: a real portal on a real socket with a database of its own ([`app`]), a [`browser`] and a
//! [`clinic`] to try it with, a [`receiver`] of callbacks, a [`mailbox`], and the program as a [`process`].

mod app;
mod browser;
mod clinic;
mod crashes;
mod mailbox;
mod process;
mod receiver;

pub use self::{
    app::{
        Database, TestPortal, databases, spawn, spawn_limited, spawn_with, spawn_with_mail,
        spawn_with_mail_limited,
    },
    browser::Browser,
    clinic::{APP_FILE, APP_ID, Clinic, Letter},
    mailbox::TestMailbox,
    process::{Process, program, run},
    receiver::{Received, Receiver, tls_receiver},
};

/// The tests' HTTP client is built without a cryptography of its own choice: names it, once per process.
pub fn client_without_defaults() {
    let _already = rustls::crypto::ring::default_provider().install_default();
}
