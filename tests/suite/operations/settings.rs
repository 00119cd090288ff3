use patient_connect::config::Settings;

use super::Installation;

const PAGE: &str = include_str!("../../../docs/settings.md");

#[test]
fn the_page_of_all_settings_is_what_the_program_prints() {
    let it = Installation::new();
    let printed = super::ended(&mut it.program(super::PROGRAM, &["settings"])).with(0).out;
    assert_eq!(
        PAGE, printed,
        "docs/settings.md is out of date: `cargo run -- settings > docs/settings.md` makes it anew"
    );
    for variable in Settings::variable_names() {
        assert!(PAGE.contains(&format!("| `{variable}` |")), "{variable} has no line");
    }
}

#[test]
fn a_time_zone_that_is_none_is_refused_with_the_one_that_was_meant_and_doctor_tells_the_time_there() {
    let it = Installation::new();
    let doctor = |zone: &str| {
        let mut command = it.program(super::PROGRAM, &["doctor", "--data"]);
        super::ended(command.arg(it.data()).env("PATIENT_CONNECT_TIME_ZONE", zone))
    };
    let wrong = doctor("america/chicago").with(1).out;
    assert!(
        wrong.contains("time_zone: is no time zone of the IANA database, such as America/Chicago"),
        "{wrong}"
    );
    let fine = doctor("America/Chicago").out;
    assert!(fine.contains("ok     time zone: America/Chicago, where it is "), "{fine}");
    let none = doctor("UTC").out;
    assert!(none.contains("time_zone sets the clinic's"), "{none}");
}

#[cfg(unix)]
#[test]
fn a_password_may_stand_in_a_file_of_its_own_that_nobody_else_may_read() {
    use std::{fs, os::unix::fs::PermissionsExt};

    let it = Installation::new();
    let doctor = |more: &[(&str, &str)]| {
        let mut command = it.program(super::PROGRAM, &["doctor", "--data"]);
        command.arg(it.data()).env("PATIENT_CONNECT_MAIL_FROM", "connect@clinic.example");
        super::ended(command.envs(more.iter().copied()))
    };
    let file = it.file("smtp_url", "smtp://connect:hunter2@mail.clinic.example:587\n");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o644)).unwrap();
    let by_file = [("PATIENT_CONNECT_SMTP_URL_FILE", file.as_str())];
    let told = doctor(&by_file).with(1).out;
    assert!(told.contains("smtp_url_file: ") && told.contains("run `chmod 600"), "{told}");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o600)).unwrap();
    let told = doctor(&by_file).with(0).out;
    assert!(told.contains("ok     mail: set") && !told.contains("hunter2"), "{told}");
    let both = [by_file[0], ("PATIENT_CONNECT_SMTP_URL", "smtp://mail.clinic.example")];
    assert!(doctor(&both).with(1).out.contains("smtp_url_file: is instead of smtp_url"));
    fs::write(&file, "smtp://mail.clinic.example and more").unwrap();
    assert!(doctor(&by_file).with(1).out.contains("and nothing else"));
    let missing = [("PATIENT_CONNECT_DATABASE_URL_FILE", "/nowhere/at/all")];
    assert!(doctor(&missing).with(1).out.contains("database_url_file: /nowhere/at/all cannot be read"));
    fs::write(&file, "mysql://db.clinic.example").unwrap();
    let of_database = [("PATIENT_CONNECT_DATABASE_URL_FILE", file.as_str())];
    let told = doctor(&of_database).with(1).out;
    assert!(told.contains("database_url: is empty for the embedded database, or postgres://"), "{told}");
}
