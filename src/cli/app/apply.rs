//! `app apply`: the files that describe apps, read, checked and applied together.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::Context as _;
use serde_json::{Value, json};

use super::certificates::read_certificate;
use uuid::Uuid;

use crate::{
    actions::{
        Context,
        operator::{
            apps::{self, Applied, Plan, Unclear, Wanted},
            brands::{self, Applied as Stored, Taken},
        },
    },
    cli::{Common, brand, open, refused, say},
    domain::{app_change::Change, app_file::AppFile, brand::Logo},
};

pub(super) const APPLY_HELP: &str = "All files are read and checked first, and every problem of each is named; then all of them \
are applied, or none.

A file is the whole truth about its app: what it leaves out is removed. Two things are not the file's: whether the app \
is disabled, and its API keys. Certificates are the file's when it has the key `certificates`: then those added by \
`app certificate add` that are not in its list are removed (--dry-run shows it). A file without that key leaves them \
alone.

A file without an id stands for the app of the same name and organization. Its id is printed: write it into the file, \
so that the name can be changed, too.";

/// All files are read and checked before anything is changed.
pub(super) async fn apply(
    common: &Common,
    files: &[PathBuf],
    dry_run: bool,
    json: bool,
) -> anyhow::Result<()> {
    let read = read_all(files)?;
    let (_, context) =
        if dry_run { open::command_context(common).await? } else { open::first_context(common).await? };
    let has_ids: Vec<bool> = read.iter().map(|read| read.file.id.is_some()).collect();
    let mut looks = Vec::new();
    let wanted: Vec<Wanted> = read
        .into_iter()
        .map(|ReadApp { file, logo, certificates, brand }| {
            looks.push(brand);
            let fresh = crate::ports::new_pseudonym(&*context.random);
            let (has_id, lists_certificates) = (file.id.is_some(), file.certificates.is_some());
            Wanted { app: file.into_app(fresh, true, logo, certificates), has_id, lists_certificates }
        })
        .collect();
    let plans = apps::apply_all(&context, &wanted, dry_run).await?;
    let mut plans = plans.map_err(|unclear| refused(which_app(&unclear, files)))?;
    // Behind the apps, whose they are. Cut off in between, the same command does the rest.
    for (plan, brand) in plans.iter_mut().zip(&looks) {
        if let Some(change) = wear(&context, plan.app.id, brand.as_ref(), dry_run).await? {
            plan.changes.push(change);
            if plan.applied == Applied::Unchanged {
                plan.applied = Applied::Updated;
            }
        }
    }
    if json {
        let planned = plans.iter().zip(files).zip(has_ids);
        let planned = planned.map(|((plan, file), has_id)| planned_in_json(plan, file, dry_run, has_id));
        say(Value::from(planned.collect::<Vec<_>>()));
    } else {
        for (plan, has_id) in plans.iter().zip(has_ids) {
            say_planned(plan, dry_run, has_id);
        }
    }
    Ok(())
}

/// Stores the brand that an app's file names; one that the file named before, and does not any more, is taken off. Gives
/// what that changes; a dry run does no more.
async fn wear(
    context: &Context,
    app: Uuid,
    read: Option<&brand::Read>,
    dry_run: bool,
) -> anyhow::Result<Option<Change>> {
    let content = read.map(|read| read.kept.to_kept());
    let would = brands::would_change(context, app, content.as_deref(), brand::BY_APP_APPLY).await?;
    let Some(would) = would else { return Ok(None) };
    let version = |number: i64| format!("version {number}");
    let mut after = would.puts_on.then(|| "a new version".to_owned());
    match (read, content) {
        _ if dry_run => {}
        (Some(read), Some(content)) => {
            let contract = read.checked.tokens.contract;
            let taken = Taken { app: Some(app), contract, content: &content, made_by: brand::BY_APP_APPLY };
            if let Stored::Stored(number) | Stored::Unchanged(number) = brands::apply(context, &taken).await?
            {
                after = Some(version(number));
            }
        }
        _ => {
            brands::take_off_files_own(context, app, brand::BY_APP_APPLY).await?;
        }
    }
    Ok(Some(Change { field: "brand.folder".to_owned(), before: would.before.map(version), after }))
}

/// Every problem of every file is named.
fn read_all(files: &[PathBuf]) -> anyhow::Result<Vec<ReadApp>> {
    let mut read = Vec::new();
    let mut wrong = Vec::new();
    for file in files {
        match read_app(file)? {
            Ok(app) => read.push(app),
            Err(problems) => wrong.extend(problems),
        }
    }
    if wrong.is_empty() { Ok(read) } else { Err(refused(wrong.join("\n"))) }
}

fn which_app(unclear: &Unclear, files: &[PathBuf]) -> String {
    match unclear {
        Unclear::SeveralApps(n) => format!(
            "{}: several apps have this name and organization: write the id of the one that is meant into the file \
             (`patient-connect app list` shows them)",
            files[*n].display()
        ),
        Unclear::SlugTaken(n) => format!("{}: slug: another app has this one", files[*n].display()),
        Unclear::SameApp(n) => format!("{}: an earlier file describes the same app", files[*n].display()),
    }
}

fn say_planned(plan: &Plan, dry_run: bool, has_id: bool) {
    let made_up = is_made_up(plan, dry_run, has_id);
    let id = if made_up { "(new id)".to_owned() } else { plan.app.id.to_string() };
    let would = if dry_run && plan.applied != Applied::Unchanged { "would be " } else { "" };
    let hint = if has_id || made_up {
        ""
    } else {
        "\twrite this id into the file, so that the next apply changes this app"
    };
    say(format!("{id}\t{would}{}\t{}{hint}", in_a_word(plan.applied), plan.app.name));
    for change in &plan.changes {
        say(format!("  {}", in_words(change)));
    }
}

fn in_a_word(applied: Applied) -> &'static str {
    match applied {
        Applied::Created => "created",
        Applied::Updated => "updated",
        Applied::Unchanged => "unchanged",
    }
}

/// The id of an app that a dry run did not make is nobody's.
fn is_made_up(plan: &Plan, dry_run: bool, has_id: bool) -> bool {
    dry_run && plan.applied == Applied::Created && !has_id
}

/// Quoted, so that a line stays a line.
fn in_words(change: &Change) -> String {
    let quoted = |value: &str| json!(value).to_string();
    match (&change.before, &change.after) {
        (Some(before), Some(after)) => format!("{}: {} -> {}", change.field, quoted(before), quoted(after)),
        (None, Some(after)) => format!("{}: + {}", change.field, quoted(after)),
        (Some(before), None) => format!("{}: - {}", change.field, quoted(before)),
        (None, None) => change.field.clone(),
    }
}

fn planned_in_json(plan: &Plan, file: &Path, dry_run: bool, has_id: bool) -> Value {
    let id = (!is_made_up(plan, dry_run, has_id)).then_some(plan.app.id);
    let changes: Vec<_> = plan
        .changes
        .iter()
        .map(|c| json!({ "field": c.field, "before": c.before, "after": c.after }))
        .collect();
    json!({
        "file": file, "id": id, "name": plan.app.name, "result": in_a_word(plan.applied), "dry_run": dry_run,
        "changes": changes,
    })
}

struct ReadApp {
    file: AppFile,
    logo: Option<Logo>,
    certificates: Vec<String>,
    brand: Option<brand::Read>,
}

/// One app's file with what it points to. The inner error is what is wrong with it, a line each.
fn read_app(file: &Path) -> anyhow::Result<Result<ReadApp, Vec<String>>> {
    let name = file.display();
    let text = fs::read_to_string(file).with_context(|| format!("{name} cannot be read"))?;
    let app = match AppFile::parse(&text) {
        Ok(app) => app,
        Err(problems) => return Ok(Err(problems.iter().map(|p| format!("{name}: {p}")).collect())),
    };
    let beside = file.parent().unwrap_or(Path::new(""));
    let logo = match app.brand.as_ref().and_then(|b| b.logo.as_ref()) {
        None => None,
        Some(path) => {
            let path = beside.join(path);
            let bytes = fs::read(&path).with_context(|| format!("{} cannot be read", path.display()))?;
            match Logo::from_bytes(bytes) {
                Ok(logo) => Some(logo),
                Err(problem) => return Ok(Err(vec![format!("{} {problem}", path.display())])),
            }
        }
    };
    let brand = match app.brand.as_ref().and_then(|b| b.folder.as_ref()) {
        None => None,
        Some(folder) => {
            let folder = beside.join(folder);
            let read = brand::read(&folder)?;
            if let Some(why) = brand::refusal(&folder, &read.checked) {
                return Ok(Err(vec![why]));
            }
            Some(read)
        }
    };
    let paths = app.certificates.iter().flatten();
    let certificates = paths.map(|path| read_certificate(&beside.join(path))).collect::<Result<_, _>>()?;
    Ok(Ok(ReadApp { file: app, logo, certificates, brand }))
}
