use std::{
    io::Write,
    sync::{Arc, Mutex},
};

use crate::support::{Database, spawn};

#[derive(Clone, Default)]
struct Listener(Arc<Mutex<Vec<u8>>>);

impl Write for Listener {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[actix_web::test]
async fn nothing_secret_or_personal_gets_into_the_log() {
    let woken = Listener::default();
    let writer = woken.clone();
    tracing_subscriber::fmt()
        // As much as an operator could ask for; the test's own HTTP client writes into the same log from `info` on.
        .with_env_filter("info,patient_connect=trace,actix_web=trace,actix_server=trace,sqlx=debug")
        .with_ansi(false)
        .with_writer(move || writer.clone())
        .init();
    let portal = spawn(Database::Sqlite).await;
    let clinic = portal.clinic();
    let letter = clinic.invite("violet harbour").await;
    let mut patient = portal.browser();
    patient.open(&letter.link).await;
    patient.answer("crimson lighthouse").await;
    patient.connect(&letter, "Emmeline Quimby").await;
    patient.open("/connections").await;
    clinic.authorized(None).await;

    let log = String::from_utf8_lossy(&woken.0.lock().unwrap()).into_owned();
    assert!(log.contains("route=\"/connect/question\""), "there is a log to listen to:\n{log}");
    let code = letter.code.replace('-', "");
    for secret in [
        "violet harbour",
        "violet+harbour",
        "crimson",
        &letter.code,
        &code,
        &letter.external_id,
        "Emmeline",
        "Pat Example",
        "@example.com",
        "tuesday",
        &portal.key,
        "Emma’s visits",
    ] {
        assert!(!log.contains(secret), "the log holds {secret}");
    }
}
