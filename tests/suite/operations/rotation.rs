//! `keys rotate`, as an operator runs it: what it says, what it refuses, and that nobody notices.

use std::{
    fs,
    path::{Path, PathBuf},
    time::Duration,
};

use sqlx::Connection;

use super::{Ended, Installation, PATIENCE, PROGRAM, empty_postgres, ended};
use crate::support::{APP_ID, Browser, Clinic, Letter, Process};

async fn stopped(mut portal: Process) {
    portal.terminate();
    portal.ended_within(PATIENCE).await.expect("it ends");
}

fn key_file(it: &Installation) -> PathBuf {
    it.data().join("pepper.key")
}

fn marks(path: &Path) -> Vec<String> {
    let text = fs::read_to_string(path).unwrap();
    text.lines().map(|line| line.split_once(':').map_or("", |(mark, _)| mark).to_owned()).collect()
}

fn furnished() -> (Installation, String) {
    let it = Installation::with_app();
    let key = it.run(&["app", "key", "new", APP_ID]).with(0).out.trim().to_owned();
    (it, key)
}

fn peppers_of(doctor: &Ended) -> String {
    let line = doctor.out.lines().find(|line| line.contains("peppers: ")).expect("doctor tells of them");
    line.split_once("peppers: ").unwrap().1.to_owned()
}

#[actix_web::test]
async fn a_clinic_changes_its_pepper_with_the_portal_stopped_for_a_moment_and_nobody_notices() {
    let (it, key) = furnished();
    assert_eq!(peppers_of(&it.run(&["doctor"]).with(0)), "one");
    let (portal, base) = it.serve().await;
    let clinic = Clinic::new(&base, &key);
    let (typed, in_a_drawer) = (clinic.invite("violet harbour").await, clinic.invite("violet harbour").await);
    let mut patient = Browser::new(&base);
    patient.open(&typed.link).await;
    patient.answer("violet harbour").await;
    patient.is("sign-in", 200);
    let mut connected = Browser::new(&base);
    connected.connect(&clinic.invite("violet harbour").await, "Emma").await;

    let refused = it.run(&["keys", "rotate"]).with(4).err;
    assert!(refused.contains("the portal is running"), "{refused}");
    assert_eq!(marks(&key_file(&it)), [""]);
    it.run(&["keys", "drop"]).with(4);
    stopped(portal).await;
    let before = fs::read(key_file(&it)).unwrap();
    let said = it.run(&["keys", "rotate"]).with(0);
    assert!(said.out.contains("pepper 2 is written with"), "{said:?}");
    assert_eq!(marks(&key_file(&it)), ["2", "", "cookies"]);
    let after = fs::read(key_file(&it)).unwrap();

    let (portal, base) = it.serve().await;
    let clinic = Clinic::new(&base, &key);
    let (mut patient, mut connected) = (patient.at(&base), connected.at(&base));
    patient.create_account().await;
    patient.choose_new("Noah").await;
    patient.allow().await;
    patient.is("success", 200);
    connected.open("/connections").await;
    assert!(connected.html.contains("Emma"), "she is signed in");
    assert_eq!(clinic.request(&typed).await["status"], "authorized");
    let mut late = Browser::new(&base);
    late.open(&format!("/connect?packageid={}", in_a_drawer.code)).await;
    late.is("question", 200);
    let listed = it.run(&["keys", "list", "--json"]).with(0).json();
    assert_eq!(listed["peppers"][0]["state"], "written with");
    assert_eq!(listed["peppers"][1]["state"], "older");
    let needed = &listed["older_needed_by"];
    assert_eq!(
        (&needed["passwords"], &needed["api_keys"]),
        (&1.into(), &serde_json::Value::Null),
        "{listed}"
    );
    assert!(peppers_of(&it.run(&["doctor"]).with(0)).contains("an older one is still needed by "));
    it.run(&["audit", "verify"]).with(0);

    stopped(portal).await;
    refused_with_another_file(&it, [before, after]);
    dropped(&it, &key, &in_a_drawer.code).await;
}

/// Neither the file of before fits now, nor one from which somebody took the old line.
fn refused_with_another_file(it: &Installation, [before, after]: [Vec<u8>; 2]) {
    for wrong in [before, after.split(|byte| *byte == b'\n').next().unwrap().to_vec()] {
        fs::write(key_file(it), wrong).unwrap();
        let refused = it.run(&["app", "list"]).with(1).err;
        assert!(refused.contains("the key file"), "{refused}");
    }
    fs::write(key_file(it), after).unwrap();
}

async fn dropped(it: &Installation, key: &str, in_a_drawer: &str) {
    let refused = it.run(&["keys", "drop"]).with(4).err;
    assert!(refused.contains("needed by") && refused.contains("--let-go"), "{refused}");
    let said = it.run(&["keys", "drop", "--let-go"]).with(0).out;
    assert!(said.contains("1 password"), "{said}");
    assert_eq!(marks(&key_file(it)), ["2", "cookies"]);
    assert_eq!(peppers_of(&it.run(&["doctor"]).with(0)), "one");
    it.run(&["keys", "drop"]).with(4);
    let (portal, base) = it.serve().await;
    assert_eq!(Clinic::new(&base, key).call("GET", "/connect-requests", None).await.0, 200);
    let mut late = Browser::new(&base);
    late.open(&format!("/connect?packageid={in_a_drawer}")).await;
    late.is("question", 200);
    stopped(portal).await;
    it.run(&["audit", "verify"]).with(0);
    let log = it.run(&["audit", "export"]).with(0).out;
    for what in ["pepper_written_with", "pepper_dropped"] {
        assert_eq!(log.lines().filter(|line| line.contains(what)).count(), 1, "{what} in {log}");
    }
}

#[test]
fn where_nothing_is_yet_nothing_is_made() {
    let it = Installation::new();
    for command in [&["keys", "rotate"][..], &["keys", "list"], &["keys", "drop"]] {
        assert!(it.run(command).with(4).err.contains("there is no installation yet"));
    }
    assert!(!it.data().exists());
}

#[test]
fn a_pepper_may_be_changed_again_before_the_old_ones_are_dropped() {
    let (it, key) = furnished();
    for mark in ["2", "3"] {
        let said = it.run(&["keys", "rotate"]).with(0).out;
        assert!(said.contains(&format!("pepper {mark} is written with")), "{said}");
    }
    assert_eq!(marks(&key_file(&it)), ["3", "2", "", "cookies"]);
    it.run(&["app", "show", APP_ID]).with(0);
    let needed = it.run(&["keys", "list"]).with(0).out;
    assert!(needed.contains("1 API key"), "{needed}");
    it.run(&["keys", "drop", "--let-go"]).with(0);
    assert_eq!(marks(&key_file(&it)), ["3", "cookies"]);
    assert!(!key.is_empty());
    it.run(&["audit", "verify"]).with(0);
}

#[test]
fn a_backup_of_before_is_restored_with_the_key_file_of_after_until_the_old_pepper_is_dropped() {
    let (it, _) = furnished();
    let copy = it.path("copy.db").to_str().unwrap().to_owned();
    it.run(&["backup", &copy]).with(0);
    let old = it.file("old.key", fs::read(key_file(&it)).unwrap());
    it.run(&["keys", "rotate"]).with(0);
    let new = key_file(&it).to_str().unwrap().to_owned();
    let other = Installation::new();
    other.run(&["restore", &copy, "--key", &new]).with(0);
    assert!(other.run(&["app", "list"]).with(0).out.contains("Fabrikam Visits"));
    it.run(&["keys", "drop", "--let-go"]).with(0);
    let other = Installation::new();
    assert!(other.run(&["restore", &copy, "--key", &new]).with(1).err.contains("is not the one"));
    std::process::Command::new("chmod").args(["600", &old]).status().unwrap();
    other.run(&["restore", &copy, "--key", &old]).with(0);
}

/// A node on PostgreSQL with a key file of its own.
struct Node {
    it: Installation,
    url: String,
}

impl Node {
    fn with(url: &str, key_file: &Path) -> Self {
        let it = Installation::new();
        let node = Self { it, url: url.to_owned() };
        node.take(key_file);
        node
    }

    fn key_file(&self) -> PathBuf {
        self.it.path("pepper.key")
    }

    /// The operator copies a key file to this node.
    fn take(&self, key_file: &Path) {
        fs::copy(key_file, self.key_file()).unwrap();
    }

    fn settings(&self) -> [(&'static str, String); 2] {
        [
            ("PATIENT_CONNECT_DATABASE_URL", self.url.clone()),
            ("PATIENT_CONNECT_KEY_FILE", self.key_file().to_str().unwrap().to_owned()),
        ]
    }

    fn run(&self, arguments: &[&str]) -> Ended {
        let mut program = self.it.program(PROGRAM, arguments);
        ended(program.arg("--data").arg(self.it.path("nothing")).envs(self.settings()))
    }

    async fn serve(&self) -> (Process, String) {
        let settings = self.settings();
        let settings: Vec<(&str, &str)> =
            settings.iter().map(|(name, value)| (*name, value.as_str())).collect();
        self.it.serve_with(&settings).await
    }
}

/// Nodes that were stopped are forgotten after two minutes.
async fn two_minutes_pass(url: &str) {
    let mut tables = sqlx::PgConnection::connect(url).await.unwrap();
    let age = "UPDATE shared_counts SET at = at - INTERVAL '3 minutes' WHERE kind = 'pepper'";
    sqlx::query(age).execute(&mut tables).await.unwrap();
    tables.close().await.unwrap();
}

/// Stops a node and starts it again, later than anybody takes it for the one that it was.
async fn restarted(node: &Node, process: Process) -> (Process, String) {
    stopped(process).await;
    two_minutes_pass(&node.url).await;
    let started = node.serve().await;
    // It says which peppers it knows as soon as its jobs run.
    tokio::time::sleep(Duration::from_secs(2)).await;
    started
}

/// Somebody who has to pick a record, with her letter.
async fn midway(base: &str, clinic: &Clinic) -> (Browser, Letter) {
    let letter = clinic.invite("violet harbour").await;
    let mut patient = Browser::new(base);
    patient.open(&letter.link).await;
    patient.answer("violet harbour").await;
    patient.create_account().await;
    patient.is("record", 200);
    (patient, letter)
}

#[actix_web::test]
async fn two_nodes_are_restarted_one_after_another_and_a_step_too_early_is_refused() {
    let Some(url) = empty_postgres().await else { return };
    let (it, key) = furnished();
    it.run(&["move", "--to", &url]).with(0);
    let (one, two) = (Node::with(&url, &key_file(&it)), Node::with(&url, &key_file(&it)));
    let ((first, base_one), (second, base_two)) = (one.serve().await, two.serve().await);
    tokio::time::sleep(Duration::from_secs(2)).await;
    let (mut patient, letter) = midway(&base_one, &Clinic::new(&base_one, &key)).await;

    let said = one.run(&["keys", "rotate"]).with(0);
    assert!(said.out.contains("pepper 2 is made, and not written with yet"), "{said:?}");
    assert_eq!(marks(&one.key_file()), ["", "2", "cookies"]);
    let early = one.run(&["keys", "rotate"]).with(4).err;
    assert!(early.contains("2 of 2 running nodes do not know pepper 2"), "{early}");
    assert_eq!(marks(&one.key_file()), ["", "2", "cookies"]);

    let (first, base_one) = restarted(&one, first).await;
    for base in [&base_one, &base_two, &base_one] {
        patient = patient.at(base);
        patient.open("/connect/record").await;
        patient.is("record", 200);
    }
    two.take(&one.key_file());
    let (second, base_two) = restarted(&two, second).await;
    assert!(peppers_of(&one.run(&["doctor"]).with(0)).contains("every node that runs knows it"));
    let said = one.run(&["keys", "rotate"]).with(0);
    assert!(said.out.contains("pepper 2 is written with"), "{said:?}");
    assert_eq!(marks(&one.key_file()), ["2", "", "cookies"]);

    // The first writes with it, and the second only knows it.
    let (first, base_one) = restarted(&one, first).await;
    let mut patient = patient.at(&base_one);
    patient.open("/connect/record").await;
    patient.choose_new("Emma").await;
    let mut patient = patient.at(&base_two);
    patient.allow().await;
    patient.is("success", 200);
    for base in [&base_one, &base_two, &base_one] {
        assert_eq!(Clinic::new(base, &key).request(&letter).await["status"], "authorized");
    }
    dropped_among_nodes(&one, &two, second, &key).await;
    let stale = Node::with(&url, &key_file(&it));
    assert!(
        stale.run(&["app", "list"]).with(1).err.contains("is not the one"),
        "it had the first file alone"
    );
    stopped(first).await;
    one.run(&["audit", "verify"]).with(0);
}

async fn dropped_among_nodes(one: &Node, two: &Node, second: Process, key: &str) {
    let mut tables = sqlx::PgConnection::connect(&one.url).await.unwrap();
    let speaks = "UPDATE shared_counts SET at = CURRENT_TIMESTAMP WHERE kind = 'pepper'";
    sqlx::query(speaks).execute(&mut tables).await.unwrap();
    tables.close().await.unwrap();
    let refused = one.run(&["keys", "drop", "--let-go"]).with(4).err;
    assert!(refused.contains("still write with it"), "{refused}");
    two.take(&one.key_file());
    let (second, base_two) = restarted(two, second).await;
    let said = one.run(&["keys", "drop", "--let-go"]).with(0);
    assert_eq!(marks(&one.key_file()), ["2", "cookies"], "{said:?}");
    // Until it is restarted, a node with the old pepper goes on.
    assert_eq!(Clinic::new(&base_two, key).call("GET", "/connect-requests", None).await.0, 200);
    stopped(second).await;
}
