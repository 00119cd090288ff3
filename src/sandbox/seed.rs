//! The sample clinic, the sample patient and her first letters.

use anyhow::Context;
use chrono::TimeDelta;

use crate::{
    actions::{
        ActionError, Parts, apps,
        create_account::create_account,
        create_request::{Created, NewRequest, create_request},
    },
    domain::{
        app_file::AppFile, application::App, brand::Logo, email::Email, password::Password, person::Record,
        secret::Policy,
    },
    installation::Portal,
    sandbox::letters::Letter,
    store::records,
};

/// The sample clinic's app, as its operator would write it.
const APP_FILE: &str = include_str!("fabrikam.toml");
const LOGO: &[u8] = include_bytes!("fabrikam.svg");

/// Name, email address and password of the sample patient.
pub const PATIENT: (&str, &str, &str) = ("Pat Example", "pat@example.com", "violet harbour tuesday lantern");

/// The letters that wait for her.
const LETTERS: [(&str, &str, &str, &str); 4] = [
    ("patient-1001", "Emma’s visits", "What is the name of the street where you grew up?", "Lindenstraße"),
    ("patient-1002", "Your knee, Dr. Okafor", "Which word did we agree on at the desk?", "fred flintstone"),
    ("patient-1003", "Noah’s check-ups", "What are the last six letters on your visit slip?", "qwmzrt"),
    ("patient-1004", "Blood pressure diary", "Which town did you name when we last met?", "Blue Harbour"),
];

/// Makes the sample app, or brings it up to date.
pub async fn app(parts: &Parts) -> anyhow::Result<App> {
    let file = AppFile::parse(APP_FILE).map_err(|problems| {
        anyhow::anyhow!(problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))
    })?;
    let logo = Logo::from_bytes(LOGO.to_vec()).map_err(|p| anyhow::anyhow!("the sample logo {p}"))?;
    let app = file.into_app(parts.new_id(parts.now()), true, Some(logo), Vec::new());
    // Certificates that were registered with a sandbox whose data is kept stay.
    let wanted = apps::Wanted { app, has_id: true, lists_certificates: false };
    let applied = apps::apply_all(parts, &[wanted], false).await?;
    let plan = applied.ok().and_then(|mut plans| plans.pop());
    Ok(plan.context("one file with an id is clear")?.app)
}

/// The records that she holds: her own and her child's.
const RECORDS: [&str; 2] = ["Pat Example", "Emma Example"];

/// Makes the sample patient with her records, unless she is there.
pub async fn patient(parts: &Parts) -> anyhow::Result<()> {
    let (name, email, password) = PATIENT;
    let email = Email::parse(email).map_err(|p| anyhow::anyhow!(p.reason()))?;
    let password = Password::parse(password, &[name]).map_err(|p| anyhow::anyhow!(p.reason()))?;
    if let Some(person) = create_account(parts, name, &email, &password).await? {
        let now = parts.now();
        let mut tx = parts.db.write().await?;
        for (name, since) in RECORDS.into_iter().zip(0..) {
            let record = Record { id: parts.new_id(now), name: name.to_owned() };
            records::insert(&mut tx, &record, person, now + TimeDelta::microseconds(since)).await?;
        }
        tx.commit().await?;
    }
    Ok(())
}

/// Writes fresh letters. A sandbox whose data was kept has requests of before, but their codes were told once: so
/// their external IDs stay theirs, and the new ones are counted on.
pub async fn letters(portal: &Portal, app: &App) -> Result<Vec<Letter>, ActionError> {
    let mut letters = Vec::new();
    for (external_id, friendly_name, question, answer) in LETTERS {
        for round in 1.. {
            let external_id =
                if round == 1 { external_id.to_owned() } else { format!("{external_id}-{round}") };
            let new =
                NewRequest { external_id: &external_id, friendly_name, question, answer, callback_url: None };
            match write(portal, app, &new).await? {
                Ok(letter) => letters.push(letter),
                Err(Created::Duplicate) => continue,
                Err(_) => {}
            }
            break;
        }
    }
    Ok(letters)
}

/// Creates a request and writes its letter. `Err` says why it was refused.
pub async fn write(
    portal: &Portal,
    app: &App,
    new: &NewRequest<'_>,
) -> Result<Result<Letter, Created>, ActionError> {
    match create_request(&portal.parts, app, new, Policy::Strict).await? {
        Created::Done { request, code } => Ok(Ok(Letter {
            external_id: request.external_id,
            friendly_name: request.friendly_name,
            question: request.question,
            answer: new.answer.to_owned(),
            link: portal.link(&code.grouped()),
            identity_code: code.grouped(),
        })),
        refused => Ok(Err(refused)),
    }
}
