//! The page of all settings, made from their one list: what `patient-connect settings` prints, and `docs/settings.md`.

use std::fmt::Write;

use super::{MEANINGS, Settings, provider, traces};

const ABOUT: &str = "# Settings

Made from the code: `patient-connect settings` prints this page.

`serve --config FILE` reads TOML, as do all other commands; a setting's environment variable overrules its line in the
file, and `--data DIR` overrules both for the data directory. What is unsafe or cannot work is refused at the start with
a sentence that says how to mend it; `patient-connect doctor` says it without starting anything.

| setting | environment variable | default | meaning |
| --- | --- | --- | --- |
";

const EXAMPLE: &str = "
An example of a file:

```toml
base_url = \"https://connect.clinic.example\"
data = \"/var/lib/patient-connect\"
trusted_proxies = \"127.0.0.1\"
```
";

impl Settings {
    /// The page, in Markdown.
    pub fn page() -> String {
        let mut page = ABOUT.to_owned();
        let defaults = serde_json::to_value(Self::default()).unwrap_or_default();
        for (name, meaning) in MEANINGS {
            let default = match &defaults[name] {
                serde_json::Value::String(text) if text.is_empty() => "empty".to_owned(),
                serde_json::Value::String(text) => format!("`{text}`"),
                serde_json::Value::Null => "none".to_owned(),
                other => format!("`{other}`"),
            };
            // Nothing that a string takes fails.
            let _ = writeln!(
                page,
                "| `{name}` | `PATIENT_CONNECT_{}` | {default} | {} |",
                name.to_ascii_uppercase(),
                meaning.trim()
            );
        }
        page + EXAMPLE + &provider::page() + &traces::page()
    }
}
