//! The clinic's tools, as a script uses them: what they print, what they change, and how they end.

use std::{
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::Arc,
};

use patient_connect::{
    actions::{Context, Rules, operator::apps},
    hashing::Hasher,
    keys::Keys,
    notifier::Notifier,
    ports::{MovableClock, SystemRandom},
    store::Db,
};
use serde_json::Value;

use crate::platform::client::{key, other_key};

/// How a command ended.
#[derive(Debug)]
struct Ended {
    code: i32,
    out: String,
    err: String,
}

impl Ended {
    #[track_caller]
    fn with(self, code: i32) -> Self {
        assert_eq!(self.code, code, "{self:?}");
        if code == 0 {
            assert_eq!(self.err, "", "a command that worked complains of nothing");
        } else {
            assert_eq!(self.out, "", "a failure is told on stderr");
            assert!(!self.err.trim().is_empty());
        }
        self
    }

    fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|e| panic!("{e}: {self:?}"))
    }

    /// The first column of the first line.
    fn first(&self) -> String {
        self.out.split(['\t', '\n']).next().unwrap().to_owned()
    }
}

/// An installation in a directory of its own.
struct Installation {
    dir: tempfile::TempDir,
}

const APP: &str = r##"
id = "3f1c0a52-6c55-4d0c-9a8a-0f6f1f0f5a11"
name = "Fabrikam Visits"
organization = "Fabrikam Clinic"
methods = ["ConnectPackage"]
success_message = "You are now connected!"
contact = "Call +1 555 0100"

[[rule]]
name = "visits"
why = "So that your visit notes reach your record."
data_types = ["Encounter"]
access = ["create", "read"]
"##;
const ID: &str = "3f1c0a52-6c55-4d0c-9a8a-0f6f1f0f5a11";
const NOBODY: &str = "00000000-0000-4000-8000-000000000001";

impl Installation {
    fn new() -> Self {
        Self { dir: tempfile::tempdir().unwrap() }
    }

    fn with_app() -> Self {
        let it = Self::new();
        let file = it.file("app.toml", APP);
        it.run(&["app", "apply", &file]).with(0);
        it
    }

    fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    fn file(&self, name: &str, text: &str) -> String {
        std::fs::write(self.path(name), text).unwrap();
        self.path(name).to_str().unwrap().to_owned()
    }

    fn data(&self) -> PathBuf {
        self.path("data")
    }

    fn run(&self, arguments: &[&str]) -> Ended {
        self.run_with(arguments, "")
    }

    fn run_with(&self, arguments: &[&str], input: &str) -> Ended {
        let mut command = Command::new(env!("CARGO_BIN_EXE_patient-connect"));
        for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("PATIENT_CONNECT_")) {
            command.env_remove(name);
        }
        let mut child = command
            .args(arguments)
            .arg("--data")
            .arg(self.data())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // A command that reads nothing may have closed its end already.
        let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
        let ended = child.wait_with_output().unwrap();
        Ended {
            code: ended.status.code().unwrap(),
            out: String::from_utf8(ended.stdout).unwrap(),
            err: String::from_utf8(ended.stderr).unwrap(),
        }
    }

    /// The same installation, as the library sees it, with a clock that can be moved.
    async fn context(&self) -> (Context, Arc<MovableClock>) {
        let clock = Arc::new(MovableClock::default());
        let context = Context {
            db: Db::open_sqlite(&self.data().join("patient-connect.db")).await.unwrap(),
            clock: clock.clone(),
            random: Arc::new(SystemRandom),
            keys: Arc::new(Keys::open_or_create(&self.data().join("pepper.key"), &SystemRandom).unwrap()),
            hasher: Hasher::start(),
            rules: Rules::default(),
            notifier: Notifier::default(),
        };
        (context, clock)
    }

    fn create(&self, external_id: &str, more: &[&str]) -> Ended {
        let all = [
            "request",
            "create",
            "--external-id",
            external_id,
            "--friendly-name",
            "Emma’s visits",
            "--question",
            "Which word did we agree on?",
            "--answer",
            "violet harbour",
        ];
        self.run(&[&all[..], more].concat())
    }
}

#[test]
fn applying_a_file_again_changes_nothing_and_says_so() {
    let it = Installation::new();
    let file = it.file("app.toml", APP);
    let first = it.run(&["app", "apply", &file]).with(0);
    assert!(first.out.starts_with(&format!("{ID}\tcreated\tFabrikam Visits\n")), "{}", first.out);
    let again = it.run(&["app", "apply", &file]).with(0);
    assert_eq!(again.out, format!("{ID}\tunchanged\tFabrikam Visits\n"));
    let list = it.run(&["app", "list", "--json"]).with(0).json();
    assert_eq!(list.as_array().unwrap().len(), 1);
    assert_eq!((list[0]["id"].as_str(), list[0]["enabled"].as_bool()), (Some(ID), Some(true)));
}

#[test]
fn a_dry_run_tells_each_field_and_changes_nothing() {
    let it = Installation::new();
    let file = it.file("app.toml", APP);
    let dry = it.run(&["app", "apply", "--dry-run", &file]).with(0);
    assert!(dry.out.starts_with(&format!("{ID}\twould be created\tFabrikam Visits\n")), "{}", dry.out);
    assert!(dry.out.contains("  contact: + \"Call +1 555 0100\"\n"), "{}", dry.out);
    assert_eq!(it.run(&["app", "list"]).with(0).out, "");

    it.run(&["app", "apply", &file]).with(0);
    let text = APP.replace("555 0100", "555 0199").replace("[\"create\", \"read\"]", "[\"create\"]");
    let file = it.file("app.toml", &text);
    let expected = [
        "  contact: \"Call +1 555 0100\" -> \"Call +1 555 0199\"",
        "  rule.visits.access: \"create, read\" -> \"create\"",
    ];
    let dry = it.run(&["app", "apply", "--dry-run", &file]).with(0);
    let lines: Vec<_> = dry.out.lines().collect();
    assert_eq!(lines[0], format!("{ID}\twould be updated\tFabrikam Visits"));
    assert_eq!(lines[1..], expected);
    let shown = it.run(&["app", "show", ID]).with(0).out;
    assert!(shown.contains("555 0100"), "nothing was changed");

    let json = it.run(&["app", "apply", "--dry-run", "--json", &file]).with(0).json();
    assert_eq!((json[0]["result"].as_str(), json[0]["dry_run"].as_bool()), (Some("updated"), Some(true)));
    assert_eq!(json[0]["changes"][0]["before"], "Call +1 555 0100");
    let done = it.run(&["app", "apply", &file]).with(0);
    assert_eq!(done.out.lines().collect::<Vec<_>>()[1..], expected);
    assert!(it.run(&["app", "show", ID]).with(0).out.contains("555 0199"));
}

#[test]
fn a_file_without_an_id_stands_for_the_app_of_its_name() {
    let it = Installation::new();
    let text = APP.lines().filter(|line| !line.starts_with("id =")).collect::<Vec<_>>().join("\n");
    let file = it.file("app.toml", &text);
    assert!(
        it.run(&["app", "apply", "--dry-run", &file]).with(0).out.starts_with("(new id)\twould be created")
    );
    let dry = it.run(&["app", "apply", "--dry-run", "--json", &file]).with(0).json();
    assert_eq!((&dry[0]["id"], dry[0]["result"].as_str()), (&Value::Null, Some("created")));
    let made = it.run(&["app", "apply", &file]).with(0);
    assert!(made.out.contains("write this id into the file"), "{}", made.out);
    let again = it.run(&["app", "apply", &file]).with(0);
    assert!(again.out.starts_with(&format!("{}\tunchanged", made.first())), "{}", again.out);
    let twin = it.file("twin.toml", &text);
    let both = it.run(&["app", "apply", &file, &twin]).with(4);
    assert!(both.err.contains("twin.toml: an earlier file describes the same app"), "{}", both.err);

    let other = it.file("other.toml", APP);
    it.run(&["app", "apply", &other]).with(0);
    let unclear = it.run(&["app", "apply", &file]).with(4);
    assert!(unclear.err.contains("several apps have this name"), "{}", unclear.err);
}

#[test]
fn every_problem_of_every_file_is_named_and_none_is_applied() {
    let it = Installation::new();
    let good = it.file("good.toml", APP);
    let one = it.file("one.toml", "nmae = \"x\"\nkind = \"desktop\"\n");
    let two = it.file("two.toml", "name = ");
    let ended = it.run(&["app", "apply", &good, &one, &two]).with(4);
    for problem in
        ["one.toml: name: is missing", "one.toml: nmae: ", "one.toml: kind: ", "two.toml: line 1: "]
    {
        assert!(ended.err.contains(problem), "{problem} in {}", ended.err);
    }
    assert_eq!(it.run(&["app", "list"]).with(0).out, "");
    it.run(&["app", "apply", "/nowhere/app.toml"]).with(1);
    it.run(&["app", "apply"]).with(2);
}

fn certificates(it: &Installation) -> usize {
    it.run(&["app", "show", ID, "--json"]).with(0).json()["certificates"].as_array().unwrap().len()
}

#[test]
fn certificates_added_by_command_stay_unless_the_file_lists_its_own() {
    let it = Installation::with_app();
    let added = it.file("added.pem", &key().pem);
    it.run(&["app", "certificate", "add", ID, &added]).with(0);
    it.run(&["app", "certificate", "add", ID, &added]).with(0);
    assert_eq!(certificates(&it), 1, "repeating it changes nothing");
    let plain = it.file("app.toml", APP);
    assert!(it.run(&["app", "apply", &plain]).with(0).out.contains("unchanged"));
    assert_eq!(certificates(&it), 1);

    it.file("listed.pem", &other_key().pem);
    let lists =
        it.file("lists.toml", &APP.replace("\n[[rule]]", "certificates = [\"listed.pem\"]\n[[rule]]"));
    let dry = it.run(&["app", "apply", "--dry-run", &lists]).with(0).out;
    let lines: Vec<_> = dry.lines().filter(|line| line.starts_with("  certificate ")).collect();
    assert!(lines[0].ends_with(": + \"registered\"") && lines[1].ends_with(": - \"registered\""), "{dry}");
    assert_eq!(certificates(&it), 1);
    it.run(&["app", "apply", &lists]).with(0);
    assert_eq!(certificates(&it), 1);
    assert!(it.run(&["app", "apply", &lists]).with(0).out.contains("unchanged"));

    it.run(&["app", "certificate", "add", NOBODY, &added]).with(3);
    let garbage = it.file("garbage.pem", "nothing");
    let refused = it.run(&["app", "certificate", "add", ID, &garbage]).with(4);
    assert!(refused.err.contains("garbage.pem"), "{}", refused.err);
}

#[actix_web::test]
async fn keys_are_changed_with_overlap_and_revoked_at_once() {
    let it = Installation::with_app();
    let old = it.run(&["app", "key", "new", ID]).with(0).out.trim().to_owned();
    let new = it.run(&["app", "key", "new", ID, "--overlap", "2", "--json"]).with(0).json();
    let new_key = new["key"].as_str().unwrap();
    assert!(new["other_keys_until"].is_string());
    let (context, clock) = it.context().await;
    let works = async |key: &str| apps::find_by_key(&context, key).await.unwrap().is_some();
    assert!(works(&old).await && works(new_key).await);
    clock.advance(std::time::Duration::from_secs(2 * 3_600 - 60));
    assert!(works(&old).await, "until the overlap is over");
    clock.advance(std::time::Duration::from_secs(61));
    assert!(!works(&old).await && works(new_key).await);

    let shown = it.run(&["app", "show", ID, "--json"]).with(0);
    assert!(!shown.out.contains(&old) && !shown.out.contains(new_key), "a key is told once");
    let keys = shown.json()["keys"].clone();
    assert_eq!(keys.as_array().unwrap().len(), 2);
    assert!(keys[0]["expires_at"].is_string() && keys[1]["expires_at"].is_null());
    let hint = new["hint"].as_str().unwrap();
    assert_eq!(keys[1]["hint"], hint);
    assert!(it.run(&["app", "show", ID]).with(0).out.contains(&format!("key           …{hint} since ")));

    it.run(&["app", "key", "revoke", ID, hint]).with(0);
    assert!(!works(new_key).await);
    it.run(&["app", "key", "revoke", ID, hint]).with(3);
    it.run(&["app", "key", "revoke", NOBODY, hint]).with(3);
    it.run(&["app", "key", "new", NOBODY]).with(3);
    it.run(&["app", "key", "new", "nonsense"]).with(2);
}

#[actix_web::test]
async fn revoking_the_last_key_is_done_and_warned_of() {
    let it = Installation::with_app();
    let key = it.run(&["app", "key", "new", ID]).with(0).out.trim().to_owned();
    let ended = it.run(&["app", "key", "revoke", ID, &key[key.len() - 4..]]);
    assert_eq!(ended.code, 0);
    assert!(ended.err.contains("has no key now"), "{}", ended.err);
}

#[actix_web::test]
async fn a_disabled_app_is_refused_until_it_is_enabled_and_apply_does_not_enable_it() {
    let it = Installation::with_app();
    let key = it.run(&["app", "key", "new", ID]).with(0).out.trim().to_owned();
    let (context, _) = it.context().await;
    assert_eq!(it.run(&["app", "disable", ID]).with(0).out, format!("{ID}\tdisabled\n"));
    assert!(apps::find_by_key(&context, &key).await.unwrap().is_none());
    let file = it.file("app.toml", APP);
    assert!(it.run(&["app", "apply", &file]).with(0).out.contains("unchanged"));
    assert!(it.run(&["app", "list"]).with(0).out.contains("\tdisabled\t"));
    it.run(&["app", "enable", ID]).with(0);
    assert!(apps::find_by_key(&context, &key).await.unwrap().is_some());
    for command in ["disable", "enable", "show", "deliveries"] {
        let ended = it.run(&["app", command, NOBODY]).with(3);
        assert!(ended.err.contains("there is no app"), "{}", ended.err);
    }
}

#[test]
fn a_request_is_created_with_its_letter_which_tells_no_secret() {
    let it = Installation::with_app();
    let made = it.create("p-1", &[]).with(0).out;
    let line = |name: &str| {
        let found = made.lines().find(|line| line.starts_with(name)).unwrap();
        found[name.len()..].trim().to_owned()
    };
    let (code, link) = (line("code"), line("link"));
    assert!(regex::Regex::new("^([A-Z]{4}-){4}[A-Z]{4}$").unwrap().is_match(&code), "{code}");
    assert_eq!(link, format!("http://127.0.0.1:8080/connect?packageid={code}"));
    assert!(chrono::DateTime::parse_from_rfc3339(&line("until")).is_ok());
    let letter = made.split_once("\n\n").unwrap().1;
    for part in ["Fabrikam Clinic", "Fabrikam Visits", "Call +1 555 0100", &code, &link, "3 chances"] {
        assert!(letter.contains(part), "{part} in {letter}");
    }
    for secret in ["violet", "Which word", "Emma"] {
        assert!(!letter.contains(secret), "{secret} in {letter}");
    }

    let json = it.create("p-2", &["--language", "es", "--json"]).with(0).json();
    assert_eq!((json["external_id"].as_str(), json["status"].as_str()), (Some("p-2"), Some("pending")));
    let text = json["letter"]["text"].as_str().unwrap();
    assert!(text.contains(json["identity_code"].as_str().unwrap()) && text.contains("expediente"), "{text}");
    assert_eq!(json["letter"]["language"], "es");
    assert!(json["letter"]["subject"].as_str().unwrap().starts_with("Conecte Fabrikam Visits"));
    it.create("p-3", &["--language", "xx"]).with(2);
}

#[test]
fn a_request_that_the_rules_refuse_ends_with_4_and_one_that_is_not_there_with_3() {
    let it = Installation::with_app();
    it.create("p-1", &[]).with(0);
    let twice = it.create("p-1", &[]).with(4);
    assert!(twice.err.contains("already"), "{}", twice.err);
    let with_answer = |answer: &str| {
        let all = ["request", "create", "--external-id", "p-2", "--friendly-name", "Emma"];
        it.run_with(&[&all[..], &["--question", "Which word?"]].concat(), answer)
    };
    let short = with_answer("gray\n").with(4);
    assert!(!short.err.contains("gray"), "an answer is not repeated");
    with_answer("violet harbour\n").with(0);
    it.create("", &[]).with(4);
    it.create("p-3", &["--callback-url", "http://app.example/"]).with(4);
    it.create("p-3", &["--callback-url", "https://app.example/hook"]).with(0);
    it.run(&["request", "create"]).with(2);

    let shown = it.run(&["request", "show", "p-1"]).with(0).out;
    assert!(shown.starts_with("p-1\tpending\t3 chances left\t"), "{shown}");
    let shown = it.run(&["request", "show", "p-1", "--json"]).with(0).json();
    assert_eq!((shown["status"].as_str(), shown["attempts_left"].as_i64()), (Some("pending"), Some(3)));
    assert_eq!(it.run(&["request", "list"]).with(0).out.lines().count(), 3);
    assert_eq!(it.run(&["request", "list", "--json"]).with(0).json().as_array().unwrap().len(), 3);
    assert_eq!(it.run(&["request", "delete", "p-1"]).with(0).out, "p-1\tdeleted\n");
    it.run(&["request", "delete", "p-1"]).with(3);
    it.run(&["request", "show", "p-1"]).with(3);
    it.run(&["request", "list", "--app", NOBODY]).with(3);
}

#[test]
fn which_app_acts_must_be_clear() {
    let it = Installation::new();
    let none = it.run(&["request", "list"]).with(3);
    assert!(none.err.contains("app apply"), "{}", none.err);
    let one = it.file("one.toml", APP);
    let two = it.file("two.toml", &APP.replace(ID, NOBODY).replace("Visits", "Pharmacy"));
    it.run(&["app", "apply", &one, &two]).with(0);
    it.run(&["request", "list"]).with(4);
    it.create("p-1", &["--app", NOBODY]).with(0);
    assert_eq!(it.run(&["request", "list", "--app", ID]).with(0).out, "");
    let mobile = it.file("one.toml", &APP.replace("methods =", "kind = \"mobile\"\nmethods ="));
    it.run(&["app", "apply", &mobile]).with(0);
    let refused = it.create("p-2", &["--app", ID]).with(4);
    assert!(refused.err.contains("Mobile apps"), "{}", refused.err);
}

#[test]
fn signing_secrets_are_made_listed_and_shown() {
    let it = Installation::with_app();
    it.run(&["app", "webhook-secret", "show", ID]).with(3);
    assert_eq!(it.run(&["app", "webhook-secret", "list", ID, "--json"]).with(0).out, "[]\n");
    let first = it.run(&["app", "webhook-secret", "new", ID]).with(0).out;
    assert!(first.starts_with("whsec_"));
    assert_eq!(it.run(&["app", "webhook-secret", "show", ID]).with(0).out, first);
    let second = it.run(&["app", "webhook-secret", "new", ID, "--overlap", "3", "--json"]).with(0).json();
    let listed = it.run(&["app", "webhook-secret", "list", ID, "--json"]).with(0);
    assert!(!listed.out.contains("whsec_"), "a list tells no secret");
    let listed = listed.json();
    assert!(listed[0]["expires_at"].is_null() && listed[1]["expires_at"].is_string(), "{listed}");
    let shown = it.run(&["app", "webhook-secret", "show", ID]).with(0).out;
    assert_eq!(Some(shown.trim()), second["secret"].as_str());
    it.run(&["app", "webhook-secret", "new", ID, "--overlap", "0"]).with(0);
    assert_eq!(it.run(&["app", "webhook-secret", "list", ID]).with(0).out.lines().count(), 1);
    for command in ["new", "list", "show"] {
        it.run(&["app", "webhook-secret", command, NOBODY]).with(3);
    }

    it.create("p-1", &["--callback-url", "https://app.example/hook?token=hush"]).with(0);
    assert_eq!(it.run(&["app", "deliveries", ID]).with(0).out, "", "nothing has happened yet");
    assert_eq!(it.run(&["app", "deliveries", ID, "--json"]).with(0).json(), serde_json::json!([]));
}

#[test]
fn the_operators_commands_say_what_they_did() {
    let it = Installation::new();
    assert!(it.run(&["migrate"]).with(0).out.contains("up to date"));
    assert!(it.run(&["migrate"]).with(0).out.contains("up to date"));
    let file = it.file("app.toml", APP);
    it.run(&["app", "apply", &file]).with(0);
    it.create("p-1", &[]).with(0);
    let purged = it.run(&["purge"]).with(0).out;
    assert!(purged.contains("connect requests: 0\n") && purged.contains("callbacks: 0\n"), "{purged}");
    assert!(it.run(&["doctor"]).with(0).out.lines().all(|line| line.starts_with("ok ")));

    let copy = it.path("copy.db");
    let copy = copy.to_str().unwrap();
    assert!(it.run(&["backup", copy]).with(0).out.contains("pepper.key"));
    it.run(&["backup", copy]).with(1);
    let restored = Installation::new();
    std::fs::create_dir(restored.data()).unwrap();
    std::fs::copy(copy, restored.data().join("patient-connect.db")).unwrap();
    let missing = restored.run(&["app", "list"]).with(1);
    assert!(missing.err.contains("key file"), "{}", missing.err);
    let copied = |name: &str| std::fs::copy(it.data().join(name), restored.data().join(name)).unwrap();
    copied("pepper.key");
    assert!(restored.run(&["app", "list"]).with(0).out.contains("Fabrikam Visits"));
    assert!(restored.run(&["request", "show", "p-1"]).with(0).out.contains("pending"));
    assert_eq!(Installation::new().run(&["backup", "/tmp/never.db"]).with(1).code, 1);
    assert!(!Path::new("/tmp/never.db").exists());

    let wrong =
        it.file("wrong.toml", "base_url = \"http://clinic.example\"\ncallback_allowed_networks = \"x\"");
    let doctor = it.run(&["doctor", "--config", &wrong]);
    assert_eq!(doctor.code, 1);
    assert!(doctor.out.contains("WRONG  settings: base_url"), "{}", doctor.out);
}

#[test]
fn every_command_has_its_help_and_the_exit_codes_are_in_it() {
    let it = Installation::new();
    let help = |arguments: &[&str]| {
        let ended = Command::new(env!("CARGO_BIN_EXE_patient-connect")).args(arguments).output().unwrap();
        assert!(ended.status.success(), "{arguments:?}");
        String::from_utf8(ended.stdout).unwrap()
    };
    let main = help(&["--help"]);
    for code in ["0  done", "1  failed", "2  the command line", "3  there is no", "4  refused"] {
        assert!(main.contains(code), "{code} in {main}");
    }
    for command in [
        &["demo"][..],
        &["serve"],
        &["app", "apply"],
        &["app", "list"],
        &["app", "show"],
        &["app", "key", "new"],
        &["app", "key", "revoke"],
        &["app", "certificate", "add"],
        &["app", "webhook-secret", "new"],
        &["app", "deliveries"],
        &["app", "disable"],
        &["request", "create"],
        &["request", "list"],
        &["request", "show"],
        &["request", "delete"],
        &["migrate"],
        &["purge"],
        &["backup"],
        &["doctor"],
    ] {
        assert!(help(&[command, &["--help"]].concat()).contains("Usage: patient-connect"), "{command:?}");
    }
    assert!(help(&["app", "apply", "--help"]).contains("certificates"));
    it.run(&["app", "nonsense"]).with(2);
}
