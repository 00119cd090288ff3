//! What an operator had before goes on working: keys, certificates, codes in the mail, passwords, commands.

use std::{fs, io::Read, os::unix::fs::PermissionsExt};

use patient_connect::owner_only;
use serde_json::Value;

use super::{
    Installation,
    classic::{Classic, PEM},
};
use crate::support::{APP_ID, Browser, Clinic};

const DATABASE: &[u8] = include_bytes!("../fixtures/first-wave/patient-connect.db.gz");
const PEPPER: &[u8] = include_bytes!("../fixtures/first-wave/pepper.key");
const FACTS: &str = include_str!("../fixtures/first-wave/facts.json");

/// The fixture does not grow old: its request waits as long as the settings allow.
const LONG: [(&str, &str); 2] =
    [("PATIENT_CONNECT_PENDING_DAYS", "3650"), ("PATIENT_CONNECT_AUTHORIZED_DAYS", "3650")];

pub(super) fn first_wave() -> (Installation, Value) {
    let it = Installation::new();
    owner_only::make_directory(&it.data()).unwrap();
    let mut database = Vec::new();
    flate2::read::GzDecoder::new(DATABASE).read_to_end(&mut database).unwrap();
    fs::write(it.database(), database).unwrap();
    // As that version made it under the usual umask.
    fs::set_permissions(it.database(), fs::Permissions::from_mode(0o644)).unwrap();
    owner_only::write_new(&it.data().join("pepper.key"), PEPPER).unwrap();
    (it, serde_json::from_str(FACTS).unwrap())
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}

/// Without the two files beside a database by which SQLite lets readers and a writer know of each other.
fn names_in(folder: &std::path::Path) -> Vec<String> {
    let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> =
        names.filter(|name| !name.ends_with("-shm") && !name.ends_with("-wal")).collect();
    names.sort();
    names
}

#[test]
fn an_upgrade_is_rehearsed_on_a_copy_and_the_database_stays_byte_for_byte_as_it_was() {
    let (it, _) = first_wave();
    let (before, files) = (fs::read(it.database()).unwrap(), names_in(&it.data()));
    let said = it.run(&["upgrade-check"]).with(0).out;
    for line in ["migrations to apply", "none lost", "ok     integrity", "brands: none is worn"] {
        assert!(said.contains(line), "{line} in {said}");
    }
    assert!(fs::read(it.database()).unwrap() == before, "not a byte has changed");
    assert_eq!(names_in(&it.data()), files, "nothing is left beside it");
    it.run(&["migrate"]).with(0);
    assert!(it.run(&["upgrade-check"]).with(0).out.contains("nothing to change"));
}

#[test]
fn a_database_that_this_version_cannot_take_is_told_before_it_is_touched() {
    let (it, _) = first_wave();
    let mut broken = fs::read(it.database()).unwrap();
    // Behind the first pages, which say what tables there are.
    let (at, end) = (broken.len() / 2, broken.len());
    broken[at..end].fill(0x5a);
    fs::write(it.database(), &broken).unwrap();
    it.run(&["upgrade-check"]).with(1);
    assert!(fs::read(it.database()).unwrap() == broken);
    let nothing = Installation::new();
    assert!(nothing.run(&["upgrade-check"]).with(1).err.contains("no database"));
    let elsewhere = it.file("postgres.toml", "database_url = \"postgres://nobody@localhost:1/none\"");
    assert!(it.run(&["upgrade-check", "--config", &elsewhere]).with(1).err.contains("--on-copy"));
}

#[actix_web::test]
async fn an_installation_of_the_first_wave_goes_on_where_it_was() {
    let (it, facts) = first_wave();
    assert!(it.run(&["app", "list"]).with(1).err.contains("run `patient-connect migrate`"));
    it.run(&["migrate"]).with(0);
    let (_portal, base) = it.serve_with(&LONG).await;

    // The app's key, and what it knows.
    let clinic = Clinic::new(&base, text(&facts["key"]));
    assert_eq!(clinic.get("/connect-requests/p-pending").await["status"], "pending");
    assert_eq!(clinic.authorized(None).await["items"], Value::from(vec![facts["listed"].clone()]));

    // The link in the letter, the answer, the account with its password and record.
    let mut patient = Browser::new(&base);
    let code = text(&facts["pending"]["identity_code"]);
    patient.open(&format!("/redirect.aspx?target=CONNECT&targetqs=packageid%3d{code}")).await;
    patient.is("question", 200);
    patient.open(&format!("/connect?packageid={code}")).await;
    patient.answer(text(&facts["pending"]["answer"])).await;
    patient.is("sign-in", 200);
    let at = patient.path.clone();
    let account = [("email", text(&facts["email"])), ("password", text(&facts["password"]))];
    patient.submit(&at, &account).await;
    patient.is("record", 200);
    let record = patient.record_id(text(&facts["record"]));
    patient.submit("/connect/record", &[("record", &record)]).await;
    patient.allow().await;
    patient.is("success", 200);
    let items = clinic.authorized(None).await["items"].clone();
    assert_eq!(items.as_array().unwrap().len(), 2);
    for id in ["person_id", "record_id"] {
        assert_eq!(items[0][id], items[1][id], "the pseudonyms stay");
    }

    // The certificate.
    let classic = Classic::new(&base, APP_ID, PEM);
    let (code, token) = classic.sign_in().await;
    assert_eq!(code, 0);
    let (code, polled) = classic.poll(&token.unwrap()).await;
    assert_eq!(code, 0);
    assert!(polled.contains("p-pending") && polled.contains("p-authorized"), "{polled}");
}

#[test]
fn the_commands_of_the_first_wave_work_on_its_installation() {
    let (it, facts) = first_wave();
    it.run(&["migrate"]).with(0);
    assert!(it.run(&["app", "list"]).with(0).out.contains("Fabrikam Visits"));
    let shown = it.run(&["app", "show", APP_ID, "--json"]).with(0).json();
    let hint = shown["keys"][0]["hint"].as_str().unwrap();
    assert!(text(&facts["key"]).ends_with(hint), "{shown}");
    assert_eq!(shown["certificates"].as_array().unwrap().len(), 1);
    let secret = it.run(&["app", "webhook-secret", "show", APP_ID]).with(0).out;
    assert_eq!(secret.trim(), text(&facts["webhook_secret"]));
    assert!(it.run(&["request", "show", "p-authorized"]).with(0).out.contains("authorized"));
    it.run(&["app", "deliveries", APP_ID]).with(0);
    it.run(&["app", "key", "new", APP_ID, "--overlap", "24"]).with(0);
    it.run(&["app", "disable", APP_ID]).with(0);
    it.run(&["app", "enable", APP_ID]).with(0);
    let new = [
        "--external-id",
        "p-new",
        "--friendly-name",
        "n",
        "--question",
        "Which word?",
        "--answer",
        "lantern",
    ];
    it.run(&[&["request", "create"][..], &new].concat()).with(0);
    it.run(&["request", "delete", "p-new"]).with(0);
    it.run(&["purge"]).with(0);
    let copy = it.path("copy.db");
    it.run(&["backup", copy.to_str().unwrap()]).with(0);
    // That version left the database readable; the doctor says so.
    let told = it.run(&["doctor"]).with(1).out;
    assert_eq!(told.matches("WRONG").count(), told.matches("chmod 600").count(), "{told}");
}
