//! Callbacks: what a clinic's own receiver gets, when it gets it again, and whom nobody calls.

mod addresses;
mod delivery;
mod failures;
mod nodes;
mod secrets;

use std::sync::Arc;

use patient_connect::{
    actions::{
        operator::webhook_secrets,
        time::{deliver_webhooks::Callbacks, outbox::Outbox},
    },
    domain::webhook::CallbackPolicy,
    webhooks::HttpSender,
};
use serde_json::Value;

use crate::support::{Clinic, Letter, TestPortal};

/// This machine may be called, as in the sandbox.
pub fn sandbox() -> CallbackPolicy {
    CallbackPolicy { loopback: true, networks: Vec::new() }
}

pub fn outbox(portal: &TestPortal) -> Outbox<Callbacks> {
    outbox_with(portal, portal.installation.callback_policy.clone())
}

fn outbox_with(portal: &TestPortal, callback_policy: CallbackPolicy) -> Outbox<Callbacks> {
    let context = portal.installation.context.clone();
    let sender = HttpSender::new(callback_policy.clone(), context.clock.clone());
    Outbox::new(Callbacks::new(context, Arc::new(sender), callback_policy))
}

/// Sends all that is due now. Returns how many attempts that took.
pub async fn flush(outbox: &mut Outbox<Callbacks>) -> usize {
    let mut all = 0;
    loop {
        let started = outbox.turn().await.unwrap();
        outbox.all_done().await;
        all += started;
        if started == 0 {
            return all;
        }
    }
}

async fn guess(portal: &TestPortal, letter: &Letter, guesses: &[&str]) {
    let mut patient = portal.browser();
    patient.open(&letter.link).await;
    for guess in guesses {
        patient.answer(guess).await;
    }
}

async fn secrets(portal: &TestPortal) -> Vec<String> {
    let found = webhook_secrets::list(&portal.installation.context, portal.app.id).await.unwrap().unwrap();
    found.iter().map(|s| s.secret.reveal().to_string()).collect()
}

async fn deliveries(clinic: &Clinic) -> Vec<Value> {
    clinic.get("/deliveries").await["items"].as_array().unwrap().clone()
}
