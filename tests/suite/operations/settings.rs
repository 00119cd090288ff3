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
