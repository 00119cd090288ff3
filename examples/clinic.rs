//! A clinic's program: its two jobs, against the JSON API.
//!
//! ```sh
//! export PATIENT_CONNECT_URL=https://connect.clinic.example PATIENT_CONNECT_API_KEY=pc_…
//! cargo run --example clinic -- create patient-1001 "Emma’s visits" "Which word did we agree on?" "violet harbour"
//! cargo run --example clinic -- poll connected.state
//! ```
//!
//! `create` prints what the patient is told. `poll`, run every few minutes, appends who has connected since the last
//! time to `connected.state.tsv`. It keeps the time to ask from only when all of that is stored: when it is stopped in
//! between, it lists a patient twice rather than never.

use std::{env, fs, io::Write};

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

#[tokio::main]
async fn main() -> Result<()> {
    rustls::crypto::ring::default_provider().install_default().ok();
    let words: Vec<String> = env::args().skip(1).collect();
    match words.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["create", external_id, friendly_name, question, answer] => {
            create(external_id, friendly_name, question, answer).await
        }
        ["poll", state] => poll(state).await,
        _ => bail!("create EXTERNAL_ID FRIENDLY_NAME QUESTION ANSWER, or poll STATE_FILE"),
    }
}

/// Creates a connect request and says what to tell the patient.
async fn create(external_id: &str, friendly_name: &str, question: &str, answer: &str) -> Result<()> {
    let new = json!({
        "external_id": external_id, "friendly_name": friendly_name, "question": question, "answer": answer,
    });
    let created = answer_of(call("POST", "/connect-requests")?.json(&new)).await?;
    println!("Open {}", created["link"].as_str().context("a link")?);
    println!("or type the code {}", created["identity_code"].as_str().context("a code")?);
    println!("until {}. You will be asked: {question}", created["expires_at"].as_str().context("a time")?);
    Ok(())
}

/// Asks who was authorized since the last time, and stores their IDs.
async fn poll(state: &str) -> Result<()> {
    let since = fs::read_to_string(state).unwrap_or_default();
    let mut connected = fs::OpenOptions::new().create(true).append(true).open(format!("{state}.tsv"))?;
    let mut query = vec![("since", since.trim().to_owned())];
    let as_of = loop {
        let page = answer_of(call("GET", "/authorized-connect-requests")?.query(&query)).await?;
        for item in page["items"].as_array().context("a list")? {
            let [external_id, person_id, record_id] =
                ["external_id", "person_id", "record_id"].map(|name| item[name].as_str().unwrap_or_default());
            writeln!(connected, "{external_id}\t{person_id}\t{record_id}")?;
            println!("{external_id} is connected: person {person_id}, record {record_id}");
        }
        match page["next_cursor"].as_str() {
            Some(cursor) => query = vec![("cursor", cursor.to_owned())],
            None => break page["as_of"].as_str().context("a time")?.to_owned(),
        }
    };
    connected.sync_all()?;
    fs::write(format!("{state}.new"), as_of)?;
    fs::rename(format!("{state}.new"), state)?;
    Ok(())
}

fn call(method: &str, path: &str) -> Result<reqwest::RequestBuilder> {
    let url = env::var("PATIENT_CONNECT_URL").context("PATIENT_CONNECT_URL is not set")?;
    let key = env::var("PATIENT_CONNECT_API_KEY").context("PATIENT_CONNECT_API_KEY is not set")?;
    let url = format!("{}/api/v1{path}", url.trim_end_matches('/'));
    Ok(reqwest::Client::new().request(method.parse()?, url).bearer_auth(key))
}

async fn answer_of(request: reqwest::RequestBuilder) -> Result<Value> {
    let response = request.send().await?;
    let (status, body) = (response.status(), response.json::<Value>().await?);
    if !status.is_success() {
        bail!("{status} {}: {}", body["code"], body["detail"].as_str().unwrap_or_default());
    }
    Ok(body)
}
