//! What an operator sets and sees.

use std::{fs, os::unix::fs::PermissionsExt};

use super::hostile::Hostile;
use crate::support::program;

struct Folder(tempfile::TempDir);

impl Folder {
    fn new(issuer: &str, more: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let settings = format!(
            "[[provider]]\nname = \"state-id\"\nissuer = \"{issuer}\"\nclient_id = \"patient-connect\"\n\
             secret_file = \"state-id.secret\"\n{more}\n[provider.label]\nen = \"State ID\"\nes = \"Identidad estatal\"\n"
        );
        fs::write(folder.path().join("portal.toml"), settings).unwrap();
        let it = Self(folder);
        it.secret("hush-hush\n", 0o600);
        it
    }

    fn secret(&self, text: &str, mode: u32) {
        let file = self.0.path().join("state-id.secret");
        fs::write(&file, text).unwrap();
        fs::set_permissions(&file, fs::Permissions::from_mode(mode)).unwrap();
    }

    fn doctor(&self) -> (bool, String) {
        let settings = self.0.path().join("portal.toml");
        let arguments = ["doctor", "--config", settings.to_str().unwrap()];
        let ended = program(&arguments, &self.0.path().join("data")).output().unwrap();
        (ended.status.success(), String::from_utf8(ended.stdout).unwrap())
    }
}

#[actix_web::test]
async fn doctor_looks_at_each_provider_and_says_what_to_register() {
    let provider = Hostile::start();
    let it = Folder::new(&provider.issuer, "");
    let (fine, told) = it.doctor();
    assert!(fine, "{told}");
    for part in ["ok     provider state-id", "/sign-in/callback/state-id", "/sign-out/back"] {
        assert!(told.contains(part), "{part}: {told}");
    }
    assert!(!told.contains("hush-hush"), "{told}");
}

#[actix_web::test]
async fn doctor_says_what_is_wrong_with_a_provider_and_how_to_mend_it() {
    let provider = Hostile::start();
    let it = Folder::new(&provider.issuer, "");
    it.secret("hush-hush", 0o644);
    let (fine, told) = it.doctor();
    assert!(!fine && told.contains("can be read by others: run `chmod 600 "), "{told}");
    it.secret("hush hush", 0o600);
    assert!(it.doctor().1.contains("must hold the client secret, and nothing else"), "{told}");
    it.secret("hush-hush", 0o600);
    provider.describe("issuer", "https://id.evil.example".into());
    assert!(it.doctor().1.contains("names another issuer"));
    let nobody = Folder::new("http://127.0.0.1:9/nobody", "");
    let (fine, told) = nobody.doctor();
    assert!(
        !fine && told.contains("WRONG  provider state-id: http://127.0.0.1:9/nobody: its discovery"),
        "{told}"
    );
    let unsafe_issuer = Folder::new("http://id.example", "");
    assert!(unsafe_issuer.doctor().1.contains("`state-id`: `issuer` is an https:// address"));
    let logo = Folder::new(&provider.issuer, "logo = \"none.svg\"");
    assert!(logo.doctor().1.contains("none.svg cannot be read"));
}

#[test]
fn a_portal_whose_secret_others_can_read_does_not_start() {
    let it = Folder::new("http://127.0.0.1:9", "");
    it.secret("hush-hush", 0o640);
    let settings = it.0.path().join("portal.toml");
    let arguments = ["serve", "--config", settings.to_str().unwrap()];
    let mut command = program(&arguments, &it.0.path().join("data"));
    let ended = command.stderr(std::process::Stdio::piped()).output().unwrap();
    let told = String::from_utf8(ended.stderr).unwrap();
    assert!(
        !ended.status.success() && told.contains("run `chmod 600 ") && !told.contains("hush-hush"),
        "{told}"
    );
}
