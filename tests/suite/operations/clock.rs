use std::{fs, os::unix::fs::PermissionsExt};

use serde_json::{Value, json};

use super::{Installation, PROGRAM};
use crate::support::{Clinic, Process, client_without_defaults};

fn sandbox(it: &Installation) -> (Process, Value) {
    let mut command = it.program(PROGRAM, &["demo", "--json", "--port", "0", "--data"]);
    command.arg(it.data());
    Process::announced(&mut command)
}

async fn advance(told: &Value, seconds: u64) -> chrono::DateTime<chrono::Utc> {
    let url = format!("{}/_demo/clock", told["base_url"].as_str().unwrap());
    let sent = reqwest::Client::new().post(url).json(&json!({ "advance_seconds": seconds })).send();
    let answer = sent.await.unwrap();
    assert!(answer.status().is_success());
    answer.json::<Value>().await.unwrap()["now"].as_str().unwrap().parse().unwrap()
}

fn clinic(told: &Value) -> Clinic {
    Clinic::new(told["base_url"].as_str().unwrap(), told["app"]["api_key"].as_str().unwrap())
}

#[actix_web::test]
async fn a_sandbox_whose_data_is_kept_goes_on_at_the_time_to_which_it_was_moved() {
    client_without_defaults();
    let it = Installation::new();
    let (mut first, told) = sandbox(&it);
    advance(&told, 20 * 86_400).await;
    let moved = advance(&told, 9 * 86_400).await;
    let old = told["connect_requests"][0]["external_id"].as_str().unwrap().to_owned();
    let path = format!("/connect-requests/{old}");
    assert_eq!(clinic(&told).get(&path).await["status"], "expired");
    first.kill();

    let (mut second, told) = sandbox(&it);
    let now = advance(&told, 0).await;
    assert!(now >= moved && now < moved + chrono::TimeDelta::hours(1), "{now} goes on from {moved}");
    assert_eq!(clinic(&told).get(&path).await["status"], "expired", "it does not become younger");
    let file = it.data().join("clock.json");
    assert_eq!(fs::read_to_string(&file).unwrap(), "{\"ahead_seconds\":2505600}\n");
    assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    second.kill();

    fs::write(&file, "{").unwrap();
    let ended = it.run(&["demo", "--port", "0"]).with(1);
    assert!(ended.err.contains("clock.json cannot be read: remove it"), "{}", ended.err);
}
