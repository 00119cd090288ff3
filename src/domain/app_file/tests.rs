//! What an app's file may say, and what is said of one that is wrong.

use super::*;
use crate::domain::application::Access;
use proptest::prelude::*;

const EXAMPLE: &str = r##"
id = "3f1c0a52-6c55-4d0c-9a8a-0f6f1f0f5a11"   # optional: made and printed when missing
name = "Fabrikam Visits"
organization = "Fabrikam Clinic"
kind = "web"                                  # or "mobile": connect methods are then refused
methods = ["ConnectPackage"]                  # without it the connect methods are refused
success_message = "You are now connected!"    # plain text or Markdown
contact = "Call +1 555 0100 or write to help@fabrikam.example"
certificates = ["fabrikam.pem"]               # public keys for the XML platform, paths beside this file

[[rule]]
name = "visits"
why = "So that your visit notes reach your record."
data_types = ["Encounter", "Care plan"]
access = ["create", "read"]
optional = false

[brand]                                       # optional: this app's look on its pages
logo = "logo.svg"
accent = "#005eb8"
"##;

const LEAST: &str = r#"
name = "Fabrikam Visits"
organization = "Fabrikam Clinic"
success_message = "You are now connected!"
contact = "Call +1 555 0100"
"#;

fn problems(text: &str) -> Vec<String> {
    AppFile::parse(text).unwrap_err().iter().map(ToString::to_string).collect()
}

/// The example, with one line replaced.
#[track_caller]
fn problem_with(line: &str, instead: &str) -> String {
    assert!(EXAMPLE.contains(line), "{line}");
    let all = problems(&EXAMPLE.replace(line, instead));
    assert_eq!(all.len(), 1, "{all:?}");
    all[0].clone()
}

#[test]
fn the_documented_file_is_read() {
    let file = AppFile::parse(EXAMPLE).unwrap();
    assert_eq!(file.id.unwrap().to_string(), "3f1c0a52-6c55-4d0c-9a8a-0f6f1f0f5a11");
    assert_eq!(file.name, "Fabrikam Visits");
    assert_eq!(file.kind, AppKind::Web);
    assert_eq!(file.methods, ["ConnectPackage"]);
    assert_eq!(file.certificates, Some(vec![PathBuf::from("fabrikam.pem")]));
    assert_eq!(file.rules[0].data_types, ["Encounter", "Care plan"]);
    assert_eq!(file.rules[0].access, [Access::Create, Access::Read]);
    let brand = file.brand.clone().unwrap();
    assert_eq!(brand.logo, Some(PathBuf::from("logo.svg")));
    assert_eq!(brand.accent.unwrap().to_string(), "#005eb8");

    let app = file.into_app(Uuid::from_u128(1), true, None, vec!["PEM".into()]);
    assert_ne!(app.id, Uuid::from_u128(1));
    assert_eq!(app.may_use_connect_methods(), Ok(()));
    assert_eq!(app.certificates, ["PEM"]);
}

#[test]
fn the_least_that_a_file_can_say_is_enough() {
    let file = AppFile::parse(LEAST).unwrap();
    assert_eq!((file.id, file.kind, file.brand.clone()), (None, AppKind::Web, None));
    let app = file.into_app(Uuid::from_u128(1), true, None, vec![]);
    assert_eq!(app.id, Uuid::from_u128(1));
    assert!(app.may_use_connect_methods().is_err());
}

#[test]
fn a_message_may_be_given_per_language() {
    let one = "success_message = \"You are now connected!\"";
    let text = LEAST.replace(one, "") + "[success_message]\nen = \"Done.\"\nes = \"Listo.\"\n";
    let file = AppFile::parse(&text).unwrap();
    assert_eq!(file.success_message.for_language("es-MX"), ("Listo.", Some("es")));
    assert_eq!(
        problems(&format!(
            "{}\n[success_message]\nen = \" \"\n\"e s\" = \"x\"\nde = 7\n",
            LEAST.replace(one, "")
        )),
        [
            "success_message.de: must be a string, not an integer",
            "success_message.e s: is not a language, such as en or es-MX",
            "success_message.en: must not be blank",
            "success_message: needs a text in at least one language",
        ]
    );
}

#[test]
fn contact_and_rules_may_be_said_per_language_or_part_by_part() {
    let text = r#"
            name = "Fabrikam Visits"
            organization = "Fabrikam Clinic"
            success_message = "Done."
            slug = "fabrikam"
            time_zone = "America/Chicago"
            [contact]
            phone = "+1 555 0100"
            email = "help@fabrikam.example"
            hours = { en = "Monday to Friday, 8 to 18", es = "De lunes a viernes, de 8 a 18" }
            [return_link]
            label = { en = "Back to Fabrikam", es = "Volver a Fabrikam" }
            url = "https://fabrikam.example/"
            [[rule]]
            name = "visits"
            title = { en = "Your visits", es = "Sus visitas" }
            why = { en = "For your record.", es = "Para su expediente." }
            data_types = ["Encounter"]
            access = ["read"]
        "#;
    let file = AppFile::parse(text).unwrap();
    let lines: Vec<String> = file.contact.lines("es").into_iter().map(|line| line.said.text).collect();
    assert_eq!(lines, ["+1 555 0100", "help@fabrikam.example", "De lunes a viernes, de 8 a 18"]);
    assert_eq!(file.rules[0].title_in("es").text, "Sus visitas");
    assert_eq!(file.rules[0].why.said_in("de").lang.as_deref(), Some("en"));
    assert_eq!(file.slug.unwrap().as_str(), "fabrikam");
    assert_eq!(file.time_zone.unwrap().name(), "America/Chicago");
    assert_eq!(file.return_link.unwrap().label.said_in("es").text, "Volver a Fabrikam");

    let text = LEAST.replace("contact = \"Call +1 555 0100\"", "")
        + "contact.en = \"Call\"\ncontact.es = \"Llame\"\n";
    assert_eq!(AppFile::parse(&text).unwrap().contact.lines("es")[0].said.text, "Llame");
}

#[test]
fn what_patients_read_is_checked_in_every_language_and_part() {
    let rest = "name = \"x\"\norganization = \"x\"\nsuccess_message = \"x\"\nslug = \"A b\"\n\
            time_zone = \"america/chicago\"\n";
    let wrong = "[contact]\nphone = \"none\"\nemail = \"x\"\nfax = \"1\"\nhours = { en = \"\", xyzzyxyzzy = \"a\" }\n\
            [return_link]\nurl = \"http://x.example\"\nlabel = \"a\\nb\"\n\
            [[rule]]\nname = \"a\"\nwhy = { en = 7 }\ndata_types = [\"x\"]\naccess = [\"read\"]\n";
    assert_eq!(
        problems(&format!("{rest}{wrong}")),
        [
            "slug: may have lower-case letters (a to z), digits and single dashes between them, at most 40 of all",
            "time_zone: is no time zone of the IANA database, such as America/Chicago",
            "contact.phone: has no number that a phone can call",
            "contact.email: has not the form name@example.org",
            "contact.hours.en: must not be blank",
            "contact.hours.xyzzyxyzzy: is not a language, such as en or es-MX",
            "contact.hours: needs a text in at least one language",
            "contact.fax: is not a key that this file can have here",
            "return_link.label: must be a single line",
            "return_link.url: must be an address that begins with https://, such as https://clinic.example/",
            "rule[1].why.en: must be a string, not an integer",
            "rule[1].why: needs a text in at least one language",
        ]
    );
}

#[test]
fn every_problem_is_told_at_once_with_its_key() {
    assert_eq!(
        problems(
            "nmae = \"x\"\norganization = 7\ncontact = \" \"\n[brand]\naccent = \"blue\"\nfont = \"x\"\n"
        ),
        [
            "name: is missing",
            "organization: must be a string, not an integer",
            "success_message: is missing",
            "contact: must not be blank",
            "brand.accent: is not a colour of the form #rrggbb or #rgb",
            "brand.font: is not a key that this file can have here",
            "nmae: is not a key that this file can have here",
        ]
    );
}

#[test]
fn each_key_has_its_own_complaint() {
    let long = format!("name = \"{}\"", "x".repeat(201));
    for (line, instead, problem) in [
        ("name = \"Fabrikam Visits\"", "name = \"\"", "name: must not be blank"),
        ("name = \"Fabrikam Visits\"", &long, "name: may have at most 200 characters"),
        ("name = \"Fabrikam Visits\"", "name = \"a\\u0000b\"", "name: has a control character"),
        ("name = \"Fabrikam Visits\"", "name = \"a\\nb\"", "name: must be a single line"),
        ("id = \"3f1c", "id = \"zz", "id: must be a UUID, such as 3f1c0a52-6c55-4d0c-9a8a-0f6f1f0f5a11"),
        ("kind = \"web\"", "kind = \"Web\"", "kind: must be \"web\" or \"mobile\""),
        (
            "[\"ConnectPackage\"]",
            "[\"ConnectPackages\"]",
            "methods[1]: is not a set of methods; the only one is \"ConnectPackage\"",
        ),
        ("[\"fabrikam.pem\"]", "\"fabrikam.pem\"", "certificates: must be a list of strings, not a string"),
        ("[\"fabrikam.pem\"]", "[1]", "certificates[1]: must be a string, not an integer"),
        ("[\"Encounter\", \"Care plan\"]", "[]", "rule[1].data_types: must name at least one type of data"),
        (
            "access = [\"create\", \"read\"]",
            "access = []",
            "rule[1].access: must have at least one of create, read, update and delete",
        ),
        (
            "access = [\"create\", \"read\"]",
            "access = [\"read\", \"write\"]",
            "rule[1].access[2]: must be one of create, read, update and delete",
        ),
        ("access = [\"create\", \"read\"]", "", "rule[1].access: is missing"),
        ("optional = false", "optional = \"no\"", "rule[1].optional: must be true or false, not a string"),
        (
            "optional = false",
            "required = true",
            "rule[1].required: is not a key that this file can have here",
        ),
        ("logo = \"logo.svg\"", "logo = \"\"", "brand.logo: must not be blank"),
        (
            "logo = \"logo.svg\"",
            "folder = \"brand\"",
            "brand.folder: stands in place of logo and accent: leave those out",
        ),
    ] {
        assert_eq!(problem_with(line, instead), problem);
    }
}

#[test]
fn a_brands_folder_stands_for_itself() {
    let file = AppFile::parse(&format!("{LEAST}[brand]\nfolder = \"brand\"\n")).unwrap();
    assert_eq!(file.brand.clone().unwrap().folder, Some(PathBuf::from("brand")));
    assert_eq!(file.into_app(Uuid::from_u128(1), true, None, vec![]).brand, None);
}

#[test]
fn two_rules_cannot_have_one_name() {
    let rule = &EXAMPLE[EXAMPLE.find("[[rule]]").unwrap()..EXAMPLE.find("[brand]").unwrap()];
    let all = problems(&EXAMPLE.replace("[brand]", &format!("{rule}[brand]")));
    assert_eq!(all, ["rule[2].name: is the name of another rule, too: \"visits\""]);
    assert_eq!(
        problems(&LEAST.replace("\ncontact", "\nrule = 1\ncontact"))[0].split(':').next(),
        Some("rule")
    );
}

#[test]
fn a_file_that_is_no_toml_names_its_line() {
    let all = AppFile::parse("name = \"x\"\nname = \"y\"\n").unwrap_err();
    assert_eq!(all[0].key, "line 2");
    assert_eq!(AppFile::parse("\n\nhello").unwrap_err()[0].key, "line 3");
}

proptest! {
    #[test]
    fn no_file_makes_it_panic(lines in prop::collection::vec(any::<prop::sample::Index>(), 0..30), junk in any::<String>()) {
        let all: Vec<&str> = EXAMPLE.lines().chain(["success_message.en = 'x'", "rule = [1]", "brand = 1"]).collect();
        let mut text: Vec<&str> = lines.iter().map(|line| all[line.index(all.len())]).collect();
        text.push(&junk);
        if let Err(problems) = AppFile::parse(&text.join("\n")) {
            prop_assert!(!problems.is_empty());
        }
    }
}
