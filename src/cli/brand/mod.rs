//! `brand …`: a clinic's brand, from an empty folder to every page.

mod contract;
mod preview;

use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use serde_json::{Value, json};
use uuid::Uuid;

use self::{contract::contract, preview::Preview};
use super::{Common, not_found, open, refused, say, time};
use crate::{
    actions::operator::brands::{self, Applied, Taken},
    brands::{Checked, Files, check, read_folder, starter},
    domain::brand::CONTRACT,
    store::brands::BrandRow,
};

/// What `app apply` calls itself as the maker of a version.
pub(super) const BY_APP_APPLY: &str = "app apply";
/// What `brand apply` calls itself.
const BY_BRAND_APPLY: &str = "brand apply";

/// Subcommands of `brand`.
#[derive(Debug, clap::Subcommand)]
pub(crate) enum Brand {
    /// Write a commented brand to start from into a new folder.
    New {
        /// The folder; it must not be there yet, or be empty.
        dir: PathBuf,
        #[command(flatten)]
        common: Common,
    },
    /// Check a brand: every finding with its file, line and what to do. Ends with 4 when one is an error.
    Check {
        /// The brand's folder.
        dir: PathBuf,
        /// Write JSON.
        #[arg(long)]
        json: bool,
        #[command(flatten)]
        common: Common,
    },
    /// Show every page and mail in this brand, anew as its files are saved. On this machine only.
    Preview(Preview),
    /// Store a brand as a new version, which pages wear from now on. One with errors is refused.
    Apply {
        /// The brand's folder.
        dir: PathBuf,
        /// For this app's pages; without it, for pages of no app and apps without a look of their own.
        #[arg(long, value_name = "ID")]
        app: Option<Uuid>,
        /// Write JSON.
        #[arg(long)]
        json: bool,
        #[command(flatten)]
        common: Common,
    },
    /// List the versions, the newest first.
    List {
        /// Write JSON.
        #[arg(long)]
        json: bool,
        #[command(flatten)]
        common: Common,
    },
    /// Go back to an earlier version, for the app or installation that it was stored for.
    Restore {
        /// Its number, as `brand list` shows it.
        #[arg(value_name = "VERSION")]
        number: i64,
        #[command(flatten)]
        common: Common,
    },
    /// Print what a brand may say: tokens, words and slots, with the contract's version (JSON).
    Contract {
        #[command(flatten)]
        common: Common,
    },
}

impl Brand {
    pub(crate) async fn run(self) -> anyhow::Result<()> {
        match self {
            Brand::New { dir, common: _ } => new(&dir),
            Brand::Check { dir, json, common: _ } => checked(&dir, json),
            Brand::Preview(preview) => preview.run().await,
            Brand::Apply { dir, app, json, common } => apply(&common, &dir, app, json).await,
            Brand::List { json, common } => list(&common, json).await,
            Brand::Restore { number, common } => restore(&common, number).await,
            Brand::Contract { common: _ } => {
                say(contract());
                Ok(())
            }
        }
    }
}

fn new(dir: &Path) -> anyhow::Result<()> {
    if dir.exists() && std::fs::read_dir(dir).map_or(true, |mut entries| entries.next().is_some()) {
        bail!("{} is there already: name a new folder", dir.display());
    }
    for (name, text) in starter::FILES {
        let path = dir.join(name);
        if let Some(parent) = path.parent() {
            std::fs::create_dir_all(parent)
                .with_context(|| format!("{} cannot be made", parent.display()))?;
        }
        std::fs::write(&path, text).with_context(|| format!("{} cannot be written", path.display()))?;
    }
    say(format!("{}\tbegin with brand.toml, then run `patient-connect brand preview {0}`", dir.display()));
    Ok(())
}

/// A brand's folder, read and checked.
pub(super) struct Read {
    /// What can be taken.
    pub(super) checked: Checked,
    /// The files that are kept.
    pub(super) kept: Files,
}

/// Reads and checks a folder.
pub(super) fn read(dir: &Path) -> anyhow::Result<Read> {
    let (files, mut findings) =
        read_folder(dir).with_context(|| format!("the folder {} cannot be read", dir.display()))?;
    let mut checked = check(&files, "0");
    findings.append(&mut checked.findings);
    // A file that was not read for a reason is not missing as well.
    let told: Vec<String> = findings.iter().filter(|f| f.is_error()).map(|f| f.file.clone()).collect();
    findings.retain(|f| {
        f.code.as_str() != "file-missing"
            || !told.iter().any(|file| f.message.starts_with(&format!("{file} ")))
    });
    checked.findings = findings;
    let kept = checked.kept(&files);
    Ok(Read { checked, kept })
}

/// How many, in words.
fn errors(n: usize) -> String {
    format!("{n} {}", if n == 1 { "error" } else { "errors" })
}

fn checked(dir: &Path, json: bool) -> anyhow::Result<()> {
    let Read { checked, .. } = read(dir)?;
    if json {
        say(in_json(&checked));
    } else {
        for finding in &checked.findings {
            say(finding);
        }
        if checked.findings.is_empty() {
            say("nothing found");
        }
    }
    match checked.errors() {
        0 => Ok(()),
        n => Err(refused(format!("{}; docs/branding/findings.md explains each code", errors(n)))),
    }
}

/// "`{"contract": N, "errors": N, "findings": […]}`".
fn in_json(checked: &Checked) -> Value {
    json!({ "contract": CONTRACT, "errors": checked.errors(), "findings": checked.findings })
}

/// Why a brand is refused, a line for each error.
pub(super) fn refusal(dir: &Path, checked: &Checked) -> Option<String> {
    let all: Vec<String> =
        checked.findings.iter().filter(|f| f.is_error()).map(ToString::to_string).collect();
    (!all.is_empty())
        .then(|| format!("{}: {} in the brand\n{}", dir.display(), errors(all.len()), all.join("\n")))
}

async fn apply(common: &Common, dir: &Path, app: Option<Uuid>, json: bool) -> anyhow::Result<()> {
    let Read { checked, kept } = read(dir)?;
    if let Some(why) = refusal(dir, &checked) {
        return Err(refused(why));
    }
    let (_, context) = open::first_context(common).await?;
    let content = kept.to_kept();
    let contract = checked.tokens.contract;
    let taken = Taken { app, contract, content: &content, made_by: BY_BRAND_APPLY };
    let (version, result) = match brands::apply(&context, &taken).await? {
        Applied::Stored(version) => (version, "stored"),
        Applied::Unchanged(version) => (version, "unchanged"),
        Applied::NoSuchApp => {
            let id = app.map(|id| id.to_string()).unwrap_or_default();
            return Err(not_found(format!("there is no app {id}: `patient-connect app list` shows them")));
        }
    };
    let scope = app.map_or_else(|| "installation".to_owned(), |id| id.to_string());
    if json {
        say(json!({ "version": version, "scope": scope, "contract": contract, "result": result }));
    } else {
        say(format!("{version}\t{result}\t{scope}"));
    }
    Ok(())
}

fn row_in_json(row: &BrandRow) -> Value {
    json!({
        "version": row.version, "scope": row.scope, "contract": row.contract, "made_by": row.made_by,
        "created_at": time(row.created_at), "worn": row.worn,
    })
}

async fn list(common: &Common, json: bool) -> anyhow::Result<()> {
    let (_, context) = open::command_context(common).await?;
    let all = brands::list(&context).await?;
    if json {
        say(json!(all.iter().map(row_in_json).collect::<Vec<_>>()));
        return Ok(());
    }
    for row in all {
        let worn = if row.worn { "worn" } else { "-" };
        say(format!("{}\t{worn}\t{}\t{}\t{}", row.version, row.scope, time(row.created_at), row.made_by));
    }
    Ok(())
}

async fn restore(common: &Common, version: i64) -> anyhow::Result<()> {
    let (_, context) = open::command_context(common).await?;
    match brands::restore(&context, version).await? {
        Some(row) => {
            say(format!("{version}\tworn\t{}", row.scope));
            Ok(())
        }
        None => {
            Err(not_found(format!("there is no version {version}: `patient-connect brand list` shows them")))
        }
    }
}
