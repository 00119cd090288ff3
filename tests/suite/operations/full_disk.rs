//! The disk is full, or refuses what is written: everybody is told to come back, nothing is lost, and when there is room
//! again everything works, without a restart.

use std::{
    fs::{self, File},
    io::Write,
    path::{Path, PathBuf},
    process::Command,
    time::{Duration, Instant},
};

use serde_json::json;

use super::{Installation, PROGRAM};
use crate::support::{APP_FILE, APP_ID, Browser, Clinic, Process, client_without_defaults};

/// "Within five seconds of having room everything works."
const HEALED_WITHIN: Duration = Duration::from_secs(5);

/// An installation with an app, and its key.
fn with_key(it: &Installation) -> String {
    let file = it.file("app.toml", APP_FILE);
    it.run(&["app", "apply", &file]).with(0);
    it.run(&["app", "key", "new", APP_ID]).with(0).out.trim().to_owned()
}

/// Status and `Retry-After` of what `/readyz` answers.
async fn readiness(base: &str) -> (u16, bool) {
    let answer = reqwest::get(format!("{base}/readyz")).await.unwrap();
    (answer.status().as_u16(), answer.headers().contains_key("retry-after"))
}

async fn create(clinic: &Clinic, external_id: &str) -> u16 {
    let body = json!({ "external_id": external_id, "friendly_name": "Emma’s visits",
        "question": "Which word did we agree on?", "answer": "violet harbour" });
    let (status, answer) = clinic.call("POST", "/connect-requests", Some(body)).await;
    assert!(status != 503 || answer["code"] == "unavailable", "{answer}");
    status
}

/// From a portal that works, through one that cannot write, to one that works again.
async fn story(base: &str, key: &str, no_room: impl AsyncFn(), room: impl AsyncFn()) {
    let clinic = Clinic::new(base, key);
    let letter = clinic.invite("violet harbour").await;
    let mut asked = Browser::new(base);
    asked.open(&letter.link).await;
    asked.is("question", 200);
    for again in ["first", "second"] {
        no_room().await;
        tokio::time::sleep(Duration::from_millis(1_100)).await;
        assert_eq!(readiness(base).await, (503, true), "the {again} time");
        for n in 0..5 {
            assert_eq!(create(&clinic, &format!("{again}-{n}")).await, 503);
        }
        let mut patient = asked.clone();
        patient.answer("violet harbour").await;
        assert_eq!(patient.status, 503, "{}", patient.path);
        assert!(patient.headers.contains_key("retry-after"));
        let alive = reqwest::get(format!("{base}/healthz")).await.unwrap();
        assert_eq!(alive.status(), 200);

        room().await;
        let since = Instant::now();
        while readiness(base).await.0 != 200 {
            assert!(since.elapsed() < HEALED_WITHIN, "it is not ready again");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        // From here on nobody is told to come back.
        for n in 0..5 {
            assert_eq!(
                create(&clinic, &format!("{again}-{n}")).await,
                201,
                "refused before, nothing was done"
            );
        }
    }
    assert_eq!(clinic.request(&letter).await["attempts_left"], 3, "no chance was lost");
    asked.answer("violet harbour").await;
    asked.is("sign-in", 200);
    asked.create_account().await;
    asked.choose_new("Emma").await;
    asked.allow().await;
    asked.is("success", 200);
    assert_eq!(clinic.request(&letter).await["status"], "authorized");
}

/// Lets a process write nothing into any file from now on, or all it wants. Fails where the tool for it is missing.
fn let_write(process: &Process, most: &str) {
    let pid = process.id().to_string();
    let told = Command::new("prlimit").args(["--pid", &pid, &format!("--fsize={most}:")]).status();
    assert!(
        told.expect(
            "prlimit is not installed (Debian: apt-get install util-linux): a failing disk cannot be tried"
        )
        .success(),
        "prlimit refused"
    );
}

/// A portal that goes on where a write goes over the limit: without the trap the system would end it.
#[cfg(target_os = "linux")]
async fn serve_within_limits(it: &Installation) -> (Process, String) {
    let serve = it.program("sh", &["-c", "trap '' XFSZ; exec \"$0\" serve \"$@\"", PROGRAM]);
    it.serve_as(serve, &[]).await
}

#[cfg(target_os = "linux")]
#[actix_web::test]
async fn when_nothing_can_be_written_everybody_is_told_to_come_back_and_it_heals_by_itself() {
    client_without_defaults();
    let it = Installation::new();
    let key = with_key(&it);
    let (portal, base) = serve_within_limits(&it).await;
    story(&base, &key, async || let_write(&portal, "0"), async || let_write(&portal, "unlimited")).await;
}

/// Room for half of what a decision writes, in pages of SQLite's log and bytes.
const TOO_LITTLE: u64 = 20 * (4_096 + 24);

#[cfg(target_os = "linux")]
#[actix_web::test]
async fn ready_means_that_there_is_room_for_a_decision_and_not_only_for_a_little() {
    client_without_defaults();
    let it = Installation::new();
    let key = with_key(&it);
    let (portal, base) = serve_within_limits(&it).await;
    let letter = Clinic::new(&base, &key).invite("violet harbour").await;
    let mut patient = Browser::new(&base);
    patient.open(&letter.link).await;
    patient.answer("violet harbour").await;
    patient.create_account().await;
    patient.choose_new("Emma").await;
    patient.is("authorize", 200);
    let mut again = patient.clone();
    // What jobs still have to write of all this is written by then.
    tokio::time::sleep(Duration::from_secs(3)).await;
    let log = it.data().join("patient-connect.db-wal");
    let_write(&portal, &(fs::metadata(log).unwrap().len() + TOO_LITTLE).to_string());
    patient.allow().await;
    assert_eq!(patient.status, 503, "{}", patient.path);
    assert_eq!(readiness(&base).await, (503, true));

    let_write(&portal, "unlimited");
    let since = Instant::now();
    while readiness(&base).await.0 != 200 {
        assert!(since.elapsed() < HEALED_WITHIN, "it is not ready again");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    again.allow().await;
    again.is("success", 200);
}

/// Where the log is a file, a full disk takes it, too.
#[cfg(target_os = "linux")]
#[actix_web::test]
async fn a_log_that_cannot_be_written_ends_neither_the_portal_nor_a_call() {
    client_without_defaults();
    let it = Installation::new();
    let key = with_key(&it);
    let serve = it.program("sh", &["-c", "exec \"$0\" serve \"$@\" 2>/dev/full", PROGRAM]);
    let (_portal, base) = it.serve_as(serve, &[("PATIENT_CONNECT_LOG", "debug")]).await;
    assert_eq!(create(&Clinic::new(&base, &key), "logged").await, 201);
    assert_eq!(readiness(&base).await, (200, false));
}

/// A small disk of its own, which goes with the test.
struct SmallDisk(PathBuf);

impl SmallDisk {
    /// `None` where this user may mount nothing.
    fn at(place: &Path) -> Option<Self> {
        fs::create_dir_all(place).unwrap();
        let mounted = Command::new("mount")
            .args(["-t", "tmpfs", "-o", "size=12m,mode=700", "tmpfs"])
            .arg(place)
            .output()
            .is_ok_and(|ended| ended.status.success());
        mounted.then(|| Self(place.to_owned()))
    }

    fn ballast(&self) -> PathBuf {
        self.0.join("ballast")
    }

    /// Takes all the room that is left.
    fn fill(&self) {
        let mut ballast = File::create(self.ballast()).unwrap();
        while ballast.write_all(&[0; 4096]).is_ok() {}
    }

    fn free(&self) {
        fs::remove_file(self.ballast()).unwrap();
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _as_good_as_gone = Command::new("umount").arg("--lazy").arg(&self.0).status();
    }
}

#[cfg(target_os = "linux")]
#[actix_web::test]
async fn when_the_disk_is_full_everybody_is_told_to_come_back_and_it_heals_when_there_is_room() {
    client_without_defaults();
    let it = Installation::new();
    let Some(disk) = SmallDisk::at(&it.data()) else {
        eprintln!(
            "a disk that is really full was NOT tried: mounting a small one needs root (run the tests as root for it)"
        );
        return;
    };
    let key = with_key(&it);
    let (_portal, base) = it.serve().await;
    story(&base, &key, async || disk.fill(), async || disk.free()).await;
}
