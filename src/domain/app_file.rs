//! An app's TOML file, as clinics write it and `app apply` reads it.
//!
//! What lives here: the file's keys and every complaint about them, each naming its key. What must not: reading
//! files; the paths of certificates and logo are handed back as they stand. Where to look next: `application`
//! for what comes out.
//!
//! The file is walked by hand instead of by serde, so that one run tells all that is wrong with it.

use std::collections::BTreeMap;
use std::path::PathBuf;

use toml::{Table, Value};
use uuid::Uuid;

use super::application::{
    Access, App, AppKind, AuthorizationRule, Brand, CONNECT_METHODS, SuccessMessage, is_language_tag,
};
use super::brand::{Colour, Logo};
use super::markup;

/// The most characters of a name.
pub const MAX_NAME: usize = 200;

/// The most characters of a sentence for patients.
pub const MAX_SENTENCE: usize = 1_000;

/// What an app's file says, checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AppFile {
    /// "Optional: made and printed when missing."
    pub id: Option<Uuid>,
    /// What patients read: who asks.
    pub name: String,
    /// The clinic behind it.
    pub organization: String,
    /// "Web", unless the file says otherwise.
    pub kind: AppKind,
    /// "Without it the connect methods are refused."
    pub methods: Vec<String>,
    /// "Plain text or Markdown; one per language."
    pub success_message: SuccessMessage,
    /// Whom a patient turns to.
    pub contact: String,
    /// What the app asks for.
    pub rules: Vec<AuthorizationRule>,
    /// "Optional: this app's look on its pages."
    pub brand: Option<BrandFile>,
    /// "Public keys for the XML platform, paths beside this file." `None` when the file has no such key: then the app
    /// keeps those that it has.
    pub certificates: Option<Vec<PathBuf>>,
}

/// The file's `[brand]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BrandFile {
    /// A path beside the file.
    pub logo: Option<PathBuf>,
    /// As the clinic has it.
    pub accent: Option<Colour>,
}

/// One thing that is wrong with the file. Prints as a line for the command line's reader.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{key}: {problem}")]
pub struct AppFileProblem {
    /// The key as the file has it, such as `rule[2].access`; `line 3` when the file is no TOML at all.
    pub key: String,
    /// What is wrong with it.
    pub problem: String,
}

impl AppFile {
    /// Reads the text of a file. On failure: everything that is wrong with it, in no fewer than one item.
    pub fn parse(text: &str) -> Result<AppFile, Vec<AppFileProblem>> {
        let table: Table = match text.parse() {
            Ok(table) => table,
            Err(error) => return Err(vec![not_toml(text, &error)]),
        };
        let mut problems = Problems::default();
        let mut keys = Keys { table, path: String::new(), problems: &mut problems };
        let file = app_file(&mut keys);
        keys.finish();
        match file {
            Some(file) if problems.0.is_empty() => Ok(file),
            _ => Err(problems.0),
        }
    }

    /// The app, with what the file only points to: its ID, if the file has none, its logo and its
    /// certificates' PEM text.
    pub fn into_app(self, id: Uuid, enabled: bool, logo: Option<Logo>, certificates: Vec<String>) -> App {
        App {
            id: self.id.unwrap_or(id),
            name: self.name,
            organization: self.organization,
            kind: self.kind,
            methods: self.methods,
            success_message: self.success_message,
            contact: self.contact,
            rules: self.rules,
            brand: self.brand.map(|brand| Brand { logo, accent: brand.accent }),
            enabled,
            certificates,
        }
    }
}

fn not_toml(text: &str, error: &toml::de::Error) -> AppFileProblem {
    let start = error.span().map_or(0, |span| span.start.min(text.len()));
    let line = text.as_bytes()[..start].iter().filter(|byte| **byte == b'\n').count() + 1;
    AppFileProblem { key: format!("line {line}"), problem: error.message().to_owned() }
}

#[derive(Default)]
struct Problems(Vec<AppFileProblem>);

impl Problems {
    fn add(&mut self, key: impl Into<String>, problem: impl Into<String>) {
        self.0.push(AppFileProblem { key: key.into(), problem: problem.into() });
    }
}

/// A table whose keys are taken out one by one; what is left over at the end is unknown.
struct Keys<'a> {
    table: Table,
    path: String,
    problems: &'a mut Problems,
}

impl Keys<'_> {
    fn path_of(&self, key: &str) -> String {
        if self.path.is_empty() { key.to_owned() } else { format!("{}.{key}", self.path) }
    }

    fn wrong(&mut self, key: &str, problem: impl Into<String>) {
        let key = self.path_of(key);
        self.problems.add(key, problem);
    }

    fn take(&mut self, key: &str) -> Option<Value> {
        self.table.remove(key)
    }

    /// A value of one type; a complaint when it has another, and when it is `required` and missing.
    fn typed<T>(
        &mut self,
        key: &str,
        required: bool,
        wanted: &str,
        read: fn(Value) -> Option<T>,
    ) -> Option<T> {
        let Some(value) = self.take(key) else {
            if required {
                self.wrong(key, "is missing");
            }
            return None;
        };
        let found = value.type_str();
        let read = read(value);
        if read.is_none() {
            self.wrong(key, format!("must be {wanted}, not {}", with_article(found)));
        }
        read
    }

    fn string(&mut self, key: &str, required: bool) -> Option<String> {
        self.typed(key, required, "a string", into_string)
    }

    /// A text that is not blank, has no control characters and at most `max` others.
    fn text(&mut self, key: &str, max: usize) -> Option<String> {
        let text = self.string(key, true)?;
        match text_problem(&text, max) {
            Some(problem) => {
                self.wrong(key, problem);
                None
            }
            None => Some(text.trim().to_owned()),
        }
    }

    /// A list of strings, none of them blank.
    fn list(&mut self, key: &str, required: bool) -> Option<Vec<String>> {
        let values = self.typed(key, required, "a list of strings", into_list)?;
        let mut strings = Vec::with_capacity(values.len());
        for (at, value) in (1..).zip(values) {
            let found = value.type_str();
            match into_string(value) {
                Some(text) => match text_problem(&text, MAX_NAME) {
                    Some(problem) => self.wrong(&format!("{key}[{at}]"), problem),
                    None => strings.push(text),
                },
                None => {
                    self.wrong(
                        &format!("{key}[{at}]"),
                        format!("must be a string, not {}", with_article(found)),
                    );
                }
            }
        }
        Some(strings)
    }

    fn table(&mut self, key: &str) -> Option<Keys<'_>> {
        let table = self.typed(key, false, "a table", into_table)?;
        Some(Keys { table, path: self.path_of(key), problems: self.problems })
    }

    fn finish(mut self) {
        for key in std::mem::take(&mut self.table).keys() {
            self.wrong(key, "is not a key that this file can have here");
        }
    }
}

fn into_string(value: Value) -> Option<String> {
    if let Value::String(text) = value { Some(text) } else { None }
}

fn into_list(value: Value) -> Option<Vec<Value>> {
    if let Value::Array(values) = value { Some(values) } else { None }
}

fn into_table(value: Value) -> Option<Table> {
    if let Value::Table(table) = value { Some(table) } else { None }
}

fn with_article(type_name: &str) -> String {
    let article = if type_name.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
    format!("{article} {type_name}")
}

fn text_problem(text: &str, max: usize) -> Option<String> {
    if text.trim().is_empty() {
        Some("must not be blank".into())
    } else if text.trim().chars().nth(max).is_some() {
        Some(format!("may have at most {max} characters"))
    } else if text.trim().chars().any(|c| c.is_control() && c != '\n' && c != '\r') {
        Some("has a control character".into())
    } else {
        None
    }
}

fn one_line(keys: &mut Keys<'_>, key: &str, max: usize) -> Option<String> {
    let text = keys.text(key, max)?;
    if text.contains(['\n', '\r']) {
        keys.wrong(key, "must be a single line");
        return None;
    }
    Some(text)
}

/// Reads every key before giving up on any, so that nothing that is wrong goes unsaid.
fn app_file(keys: &mut Keys<'_>) -> Option<AppFile> {
    let id = id(keys);
    let name = one_line(keys, "name", MAX_NAME);
    let organization = one_line(keys, "organization", MAX_NAME);
    let kind = kind(keys);
    let methods = methods(keys);
    let success_message = success_message(keys);
    let contact = keys.text("contact", MAX_SENTENCE);
    let rules = rules(keys);
    let brand = brand(keys);
    let certificates = keys.list("certificates", false);
    Some(AppFile {
        id,
        name: name?,
        organization: organization?,
        kind,
        methods,
        success_message: success_message?,
        contact: contact?,
        rules,
        brand,
        certificates: certificates.map(|paths| paths.into_iter().map(PathBuf::from).collect()),
    })
}

fn id(keys: &mut Keys<'_>) -> Option<Uuid> {
    let text = keys.string("id", false)?;
    match Uuid::parse_str(text.trim()) {
        Ok(id) if !id.is_nil() => Some(id),
        _ => {
            keys.wrong("id", "must be a UUID, such as 3f1c0a52-6c55-4d0c-9a8a-0f6f1f0f5a11");
            None
        }
    }
}

fn kind(keys: &mut Keys<'_>) -> AppKind {
    match keys.string("kind", false).as_deref() {
        None | Some("web") => AppKind::Web,
        Some("mobile") => AppKind::Mobile,
        Some(_) => {
            keys.wrong("kind", "must be \"web\" or \"mobile\"");
            AppKind::Web
        }
    }
}

fn methods(keys: &mut Keys<'_>) -> Vec<String> {
    let mut methods = keys.list("methods", false).unwrap_or_default();
    for (set, at) in methods.iter().zip(1..) {
        if set != CONNECT_METHODS {
            keys.wrong(
                &format!("methods[{at}]"),
                format!("is not a set of methods; the only one is \"{CONNECT_METHODS}\""),
            );
        }
    }
    methods.dedup();
    methods
}

fn success_message(keys: &mut Keys<'_>) -> Option<SuccessMessage> {
    const KEY: &str = "success_message";
    if !matches!(keys.table.get(KEY), Some(Value::Table(_))) {
        let wanted = "a string, or a table with one string per language";
        let text = keys.typed(KEY, true, wanted, into_string)?;
        return match markup::check(&text) {
            Ok(()) => Some(SuccessMessage::plain(text)),
            Err(problem) => {
                keys.wrong(KEY, problem.to_string());
                None
            }
        };
    }
    let mut languages = keys.table(KEY)?;
    let tags: Vec<String> = languages.table.keys().cloned().collect();
    let mut texts = BTreeMap::new();
    for tag in tags {
        if !is_language_tag(&tag) {
            languages.take(&tag);
            languages.wrong(&tag, "is not a language, such as en or es-MX");
        } else if let Some(text) = languages.string(&tag, true) {
            match markup::check(&text) {
                Ok(()) => _ = texts.insert(tag, text),
                Err(problem) => languages.wrong(&tag, problem.to_string()),
            }
        }
    }
    let message = SuccessMessage::by_language(texts);
    if message.is_none() {
        keys.wrong(KEY, "needs a text in at least one language");
    }
    message
}

fn rules(keys: &mut Keys<'_>) -> Vec<AuthorizationRule> {
    let tables = keys.typed("rule", false, "a list of tables, each headed [[rule]]", into_list);
    let mut rules: Vec<AuthorizationRule> = Vec::new();
    for (at, value) in (1..).zip(tables.unwrap_or_default()) {
        let path = format!("rule[{at}]");
        let Some(table) = into_table(value) else {
            keys.problems.add(path, "must be a table, headed [[rule]]");
            continue;
        };
        let mut rule_keys = Keys { table, path, problems: keys.problems };
        if let Some(rule) = rule(&mut rule_keys) {
            if rules.iter().any(|other| other.name == rule.name) {
                rule_keys.wrong("name", format!("is the name of another rule, too: \"{}\"", rule.name));
            }
            rules.push(rule);
        }
        rule_keys.finish();
    }
    rules
}

fn rule(keys: &mut Keys<'_>) -> Option<AuthorizationRule> {
    let name = one_line(keys, "name", MAX_NAME);
    let why = one_line(keys, "why", MAX_SENTENCE);
    let data_types = keys.list("data_types", true);
    if data_types.as_ref().is_some_and(Vec::is_empty) {
        keys.wrong("data_types", "must name at least one type of data");
    }
    let access = access(keys);
    let optional = keys.typed("optional", false, "true or false", |value| value.as_bool()).unwrap_or(false);
    Some(AuthorizationRule { name: name?, why: why?, data_types: data_types?, access: access?, optional })
}

fn access(keys: &mut Keys<'_>) -> Option<Vec<Access>> {
    const ALLOWED: &str = "create, read, update and delete";
    let names = keys.list("access", true)?;
    if names.is_empty() {
        keys.wrong("access", format!("must have at least one of {ALLOWED}"));
    }
    let mut all = Vec::with_capacity(names.len());
    for (name, at) in names.iter().zip(1..) {
        let access = match name.as_str() {
            "create" => Access::Create,
            "read" => Access::Read,
            "update" => Access::Update,
            "delete" => Access::Delete,
            _ => {
                keys.wrong(&format!("access[{at}]"), format!("must be one of {ALLOWED}"));
                continue;
            }
        };
        if !all.contains(&access) {
            all.push(access);
        }
    }
    Some(all)
}

fn brand(keys: &mut Keys<'_>) -> Option<BrandFile> {
    let mut brand = keys.table("brand")?;
    let logo = brand.string("logo", false);
    if logo.as_ref().is_some_and(|path| path.trim().is_empty()) {
        brand.wrong("logo", "must not be blank");
    }
    let accent = brand.string("accent", false).and_then(|text| match Colour::parse(&text) {
        Ok(colour) => Some(colour),
        Err(problem) => {
            brand.wrong("accent", problem.to_string());
            None
        }
    });
    brand.finish();
    Some(BrandFile { logo: logo.map(PathBuf::from), accent })
}

#[cfg(test)]
mod tests {
    use super::*;
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
            (
                "[\"fabrikam.pem\"]",
                "\"fabrikam.pem\"",
                "certificates: must be a list of strings, not a string",
            ),
            ("[\"fabrikam.pem\"]", "[1]", "certificates[1]: must be a string, not an integer"),
            (
                "[\"Encounter\", \"Care plan\"]",
                "[]",
                "rule[1].data_types: must name at least one type of data",
            ),
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
            (
                "optional = false",
                "optional = \"no\"",
                "rule[1].optional: must be true or false, not a string",
            ),
            (
                "optional = false",
                "required = true",
                "rule[1].required: is not a key that this file can have here",
            ),
            ("logo = \"logo.svg\"", "logo = \"\"", "brand.logo: must not be blank"),
        ] {
            assert_eq!(problem_with(line, instead), problem);
        }
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
}
