//! The README does what it says: its snippets are run as they are printed, in order, in an empty directory.

use std::{collections::HashMap, fs, net::TcpListener, path::Path, process::Stdio};

use regex::Regex;
use serde_json::Value;

use super::{Installation, PROGRAM, ended, ready};
use crate::support::Process;

const README: &str = include_str!("../../../README.md");

/// Lines that build the project or start what is tried elsewhere. They need its source, which the empty directory has
/// not.
const BUILD: [&str; 4] = ["cargo run -- demo", "./scripts/test", "cargo install --path .", "cargo bench"];

/// A fenced block with its language and the text before it.
struct Block {
    language: String,
    text: String,
    before: String,
}

fn blocks(markdown: &str) -> Vec<Block> {
    let mut all = Vec::new();
    let mut before = String::new();
    let mut open: Option<Block> = None;
    for line in markdown.lines() {
        match (open.take(), line.strip_prefix("```")) {
            (None, None) => before.push_str(&format!("{line}\n")),
            (None, Some(language)) => {
                let before = std::mem::take(&mut before);
                open = Some(Block { language: language.to_owned(), text: String::new(), before });
            }
            (Some(block), Some(_)) => all.push(block),
            (Some(mut block), None) => {
                block.text.push_str(&format!("{line}\n"));
                open = Some(block);
            }
        }
    }
    assert!(open.is_none(), "every fence is closed");
    all
}

/// The commands of a block: a line, or several while a quotation is open.
fn commands(text: &str) -> Vec<String> {
    let mut all = Vec::new();
    let mut command = String::new();
    for line in text.lines() {
        // A comment is for the reader.
        command.push_str(line.split(" #").next().unwrap_or_default().trim_end());
        if command.matches('\'').count() % 2 == 1 {
            command.push('\n');
        } else if !command.trim().is_empty() {
            all.push(std::mem::take(&mut command));
        }
    }
    assert_eq!(command, "", "every quotation is closed");
    all
}

/// A reader at work: her directory, and what she was told so far.
struct Reader {
    it: Installation,
    port: u16,
    told: HashMap<&'static str, String>,
    portal: Option<Process>,
}

impl Reader {
    fn new() -> Self {
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let it = Installation::new();
        fs::create_dir(it.path("bin")).unwrap();
        std::os::unix::fs::symlink(PROGRAM, it.path("bin/patient-connect")).unwrap();
        fs::create_dir(it.path("empty")).unwrap();
        Self { it, port, told: HashMap::new(), portal: None }
    }

    fn directory(&self) -> std::path::PathBuf {
        self.it.path("empty")
    }

    /// The command line in her shell. The port is a free one, and what stands for something told is that.
    fn shell(&self, command: &str) -> std::process::Command {
        let mut line = command.replace(":8080", &format!(":{}", self.port));
        if let Some(id) = self.told.get("ID") {
            line = Regex::new(r"\bID\b").unwrap().replace_all(&line, id.as_str()).into_owned();
        }
        let mut shell = self.it.program("sh", &["-c", &line]);
        let path = std::env::var("PATH").unwrap();
        shell
            .current_dir(self.directory())
            .env("PATH", format!("{}:{path}", self.it.path("bin").display()))
            .env("PATIENT_CONNECT_LISTEN", format!("127.0.0.1:{}", self.port))
            .env("PATIENT_CONNECT_BASE_URL", format!("http://127.0.0.1:{}", self.port));
        for name in ["KEY", "AS_OF"] {
            if let Some(value) = self.told.get(name) {
                shell.env(name, value);
            }
        }
        shell
    }

    async fn run(&mut self, command: &str) {
        if command.starts_with("patient-connect serve") {
            let mut shell = self.shell(&format!("exec {command}"));
            self.portal = Some(Process::start(shell.stderr(Stdio::null())));
            return ready(&format!("http://127.0.0.1:{}", self.port)).await;
        }
        let ended = ended(&mut self.shell(command));
        assert_eq!(ended.code, Some(0), "{command}\n{ended:?}");
        self.read(command, ended.out.trim());
    }

    /// Notes what a command tells and later ones need.
    fn read(&mut self, command: &str, out: &str) {
        if command.starts_with("patient-connect app apply") {
            let id = out.split('\t').next().unwrap().to_owned();
            self.told.entry("ID").or_insert(id);
        } else if command.starts_with("patient-connect app key new") {
            self.told.insert("KEY", out.to_owned());
        } else if command.starts_with("curl") {
            let answer: Value = serde_json::from_str(out).unwrap_or_else(|e| panic!("{e}: {command}\n{out}"));
            let good = answer["identity_code"].is_string() || answer["items"].is_array();
            assert!(good, "{command}\n{answer}");
            if let Some(as_of) = answer["as_of"].as_str() {
                self.told.insert("AS_OF", as_of.to_owned());
            }
        }
    }
}

#[actix_web::test]
async fn every_snippet_of_the_readme_runs_as_printed_in_order_in_an_empty_directory() {
    let curl = std::process::Command::new("curl").arg("--version").output();
    assert!(curl.is_ok(), "curl is needed: on Debian, apt-get install curl");
    let mut reader = Reader::new();
    let named = Regex::new(r"`([a-z-]+\.toml)`").unwrap();
    let mut ran = 0;
    for block in blocks(README) {
        match block.language.as_str() {
            "toml" => {
                let name = named.captures_iter(&block.before).last().expect("the text names the file");
                fs::write(reader.directory().join(Path::new(&name[1])), &block.text).unwrap();
            }
            "sh" => {
                for command in commands(&block.text) {
                    if !BUILD.iter().any(|build| command.starts_with(build)) {
                        reader.run(&command).await;
                        ran += 1;
                    }
                }
            }
            other => panic!("a snippet in {other:?} is not run by this test"),
        }
    }
    assert!(ran >= 6, "{ran} commands ran");
    assert!(reader.portal.is_some(), "the portal was started");
}
