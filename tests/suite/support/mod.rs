//! What the stories stand on: a real portal on a real socket ([`app`]) with a [`database`] of its own, a [`browser`] and a
//! [`clinic`] to try it with, a [`receiver`] of callbacks, a [`mailbox`], a [`line`] to the database that can break, and
//! the program as a [`process`].

mod app;
mod browser;
mod clinic;
mod crashes;
mod database;
mod line;
mod mailbox;
mod process;
mod receiver;
mod smtp;

pub use self::{
    app::{
        PROVIDER_SECRET, TestPortal, spawn, spawn_limited, spawn_with, spawn_with_mail,
        spawn_with_mail_and_providers, spawn_with_mail_limited, spawn_with_providers,
    },
    browser::Browser,
    clinic::{APP_FILE, APP_ID, Clinic, Letter},
    database::{Database, databases, new_postgres},
    line::{behind_a_line, line_to},
    mailbox::TestMailbox,
    process::{Process, program, run},
    receiver::{Received, Receiver, tls_receiver},
    smtp::{At, Does, SmtpServer},
};

/// The tests' HTTP client is built without a cryptography of its own choice: names it, once per process.
pub fn client_without_defaults() {
    let _already = rustls::crypto::ring::default_provider().install_default();
}
