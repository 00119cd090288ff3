//! An app's TOML file, as clinics write it and `app apply` reads it.
//!
//! What lives here: what the file may say. `keys` reads each key, `texts` those that patients read, `fields` takes them
//! out of their table; every complaint names its key. What must not: reading files; the paths of certificates and logo are handed back as they stand. Where
//! to look next: `application` for what comes out.
//!
//! The file is walked by hand instead of by serde, so that one run tells all that is wrong with it.

mod fields;
mod keys;
mod texts;

use std::path::PathBuf;

use toml::Table;
use uuid::Uuid;

use self::fields::{Fields, Problems};
use super::{
    application::{App, AppKind, AuthorizationRule, Brand},
    brand::{Colour, Logo},
    contact::Contact,
    local_text::LocalText,
    return_link::ReturnLink,
    slug::Slug,
    zone::Zone,
};

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
    /// "The app's own entry, /at/fabrikam."
    pub slug: Option<Slug>,
    /// "Optional, else the installation's."
    pub time_zone: Option<Zone>,
    /// "Plain text or Markdown; one per language."
    pub success_message: LocalText,
    /// Whom a patient turns to: a text, or part by part; "also per language".
    pub contact: Contact,
    /// The way back to the clinic's own pages.
    pub return_link: Option<ReturnLink>,
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
    /// A whole brand's folder, a path beside the file, in place of the two above.
    pub folder: Option<PathBuf>,
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
        let mut fields = Fields { table, path: String::new(), problems: &mut problems };
        let file = keys::app_file(&mut fields);
        fields.finish();
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
            slug: self.slug,
            time_zone: self.time_zone,
            success_message: self.success_message,
            contact: self.contact,
            return_link: self.return_link,
            rules: self.rules,
            // A folder is a brand of its own, kept beside the app.
            brand: self
                .brand
                .filter(|brand| brand.folder.is_none())
                .map(|brand| Brand { logo, accent: brand.accent }),
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

#[cfg(test)]
mod tests;
