//! Whom nobody calls.

use patient_connect::domain::webhook::CallbackPolicy;
use serde_json::{Value, json};

use super::{deliveries, flush, guess, outbox, outbox_with, sandbox};
use crate::support::{Database, Receiver, spawn, spawn_with};

#[actix_web::test]
async fn a_redirect_is_a_failure_and_is_not_followed() {
    let portal = spawn_with(Database::Sqlite, sandbox()).await;
    let clinic = portal.clinic();
    let (receiver, elsewhere) = (Receiver::start().await, Receiver::start().await);
    for (n, status) in ["301 Moved", "302 Found", "303 Other", "307 There", "308 There"].iter().enumerate() {
        receiver.answer(&format!("{status}\r\nlocation: {}", elsewhere.url()));
        let letter = clinic.invite_with_callback(&format!("p-{n}"), &receiver.url()).await;
        guess(&portal, &letter, &["violet harbour"]).await;
        flush(&mut outbox(&portal)).await;
        let line = &deliveries(&clinic).await[0];
        assert_eq!(line["state"], "pending");
        assert_eq!(line["attempts"][0]["status"], status[..3].parse::<i64>().unwrap());
    }
    assert_eq!(*elsewhere.connections.lock().unwrap(), 0);
}

#[actix_web::test]
async fn nobody_inside_the_house_is_called_whatever_a_name_leads_to() {
    let portal = spawn(Database::Sqlite).await;
    let clinic = portal.clinic();
    let receiver = Receiver::start().await;
    // A name that passes by its text and leads to this machine.
    let named = clinic.invite_with_callback("p-1", &format!("https://localhost:{}/", receiver.port)).await;
    guess(&portal, &named, &["violet harbour"]).await;
    flush(&mut outbox(&portal)).await;
    let line = &deliveries(&clinic).await[0];
    assert_eq!(
        (line["attempts"][0]["failure"].as_str(), &line["attempts"][0]["status"]),
        (Some("refused_address"), &Value::Null)
    );

    let nowhere = clinic.invite_with_callback("p-2", "https://no-such-host.invalid/").await;
    guess(&portal, &nowhere, &["violet harbour"]).await;
    flush(&mut outbox(&portal)).await;
    assert_eq!(deliveries(&clinic).await[0]["attempts"][0]["failure"], "no_such_host");

    // Addresses that were taken when more was allowed.
    let loose = spawn_with(Database::Sqlite, sandbox()).await;
    let clinic = loose.clinic();
    for (n, url) in [
        format!("http://127.0.0.1:{}/", receiver.port),
        format!("http://localhost:{}/", receiver.port),
        format!("https://127.0.0.1:{}/", receiver.port),
    ]
    .iter()
    .enumerate()
    {
        let letter = clinic.invite_with_callback(&format!("p-{n}"), url).await;
        guess(&loose, &letter, &["violet harbour"]).await;
        flush(&mut outbox_with(&loose, CallbackPolicy::default())).await;
        assert_eq!(deliveries(&clinic).await[0]["attempts"][0]["failure"], "refused_address", "{url}");
    }
    assert_eq!(*receiver.connections.lock().unwrap(), 0, "no connection was made");
}

#[actix_web::test]
async fn a_clinics_own_network_may_be_called_when_its_operator_says_so_but_not_without_tls() {
    let house = CallbackPolicy { loopback: false, networks: vec!["127.0.0.0/8".parse().unwrap()] };
    let portal = spawn_with(Database::Sqlite, house).await;
    let clinic = portal.clinic();
    let receiver = Receiver::start().await;
    let letter = clinic.invite_with_callback("p-1", &format!("https://127.0.0.1:{}/", receiver.port)).await;
    guess(&portal, &letter, &["violet harbour"]).await;
    flush(&mut outbox(&portal)).await;
    assert_eq!(deliveries(&clinic).await[0]["attempts"][0]["failure"], "tls", "it does not speak TLS");
    assert_eq!(receiver.received().len(), 0, "nothing was said in the clear");
    assert_eq!(*receiver.connections.lock().unwrap(), 1);
}

#[actix_web::test]
async fn an_address_that_cannot_be_called_is_refused_at_once() {
    let portal = spawn(Database::Sqlite).await;
    let clinic = portal.clinic();
    let long = format!("https://app.example/{}", "x".repeat(2_048));
    for url in [
        "",
        "app.example",
        "http://app.example/",
        "http://127.0.0.1:8080/",
        "https://user:word@app.example/",
        "https://app.example/#x",
        "https://10.0.0.1/",
        "https://169.254.169.254/latest/meta-data",
        "https://[::1]/",
        "https://[::ffff:10.0.0.1]/",
        "https://0x7f.0.0.1/",
        &long,
    ] {
        let body = json!({
            "external_id": "p-1", "friendly_name": "Emma", "question": "Which word?",
            "answer": "violet harbour", "callback_url": url,
        });
        let (status, body) = clinic.call("POST", "/connect-requests", Some(body)).await;
        assert_eq!((status, body["code"].as_str()), (422, Some("invalid_callback_url")), "{url}");
        assert!(!body.to_string().contains("word@"), "an error repeats no secret");
    }
    assert_eq!(clinic.get("/connect-requests").await["items"], json!([]), "nothing was changed");
}
