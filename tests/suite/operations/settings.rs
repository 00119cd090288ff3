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
