//! Each key of the file: what it may be, and what is wrong when it is not.

use std::path::PathBuf;

use uuid::Uuid;

use super::{
    AppFile, BrandFile, MAX_NAME, MAX_SENTENCE,
    fields::{Fields, into_list, into_table, one_line},
    texts::{contact, local_text, return_link, single_line, success_message},
};
use crate::domain::{
    application::{Access, AppKind, AuthorizationRule, CONNECT_METHODS},
    brand::Colour,
    slug::Slug,
    zone::Zone,
};

/// Reads every key before giving up on any, so that nothing that is wrong goes unsaid.
pub(super) fn app_file(fields: &mut Fields<'_>) -> Option<AppFile> {
    let id = id(fields);
    let name = one_line(fields, "name", MAX_NAME);
    let organization = one_line(fields, "organization", MAX_NAME);
    let kind = kind(fields);
    let methods = methods(fields);
    let slug = parsed(fields, "slug", Slug::parse);
    let time_zone = parsed(fields, "time_zone", Zone::parse);
    let success_message = success_message(fields);
    let contact = contact(fields);
    let return_link = return_link(fields);
    let rules = rules(fields);
    let brand = brand(fields);
    let certificates = fields.list("certificates", false);
    Some(AppFile {
        id,
        name: name?,
        organization: organization?,
        kind,
        methods,
        slug,
        time_zone,
        success_message: success_message?,
        contact: contact?,
        return_link,
        rules,
        brand,
        certificates: certificates.map(|paths| paths.into_iter().map(PathBuf::from).collect()),
    })
}

fn id(fields: &mut Fields<'_>) -> Option<Uuid> {
    let text = fields.string("id", false)?;
    match Uuid::parse_str(text.trim()) {
        Ok(id) if !id.is_nil() => Some(id),
        _ => {
            fields.wrong("id", "must be a UUID, such as 3f1c0a52-6c55-4d0c-9a8a-0f6f1f0f5a11");
            None
        }
    }
}

/// A text that need not be there, read as something else.
fn parsed<T, E: ToString>(fields: &mut Fields<'_>, key: &str, read: fn(&str) -> Result<T, E>) -> Option<T> {
    let text = fields.string(key, false)?;
    read(&text).map_err(|problem| fields.wrong(key, problem.to_string())).ok()
}

fn kind(fields: &mut Fields<'_>) -> AppKind {
    let Some(word) = fields.string("kind", false) else { return AppKind::Web };
    AppKind::parse(&word).unwrap_or_else(|| {
        fields.wrong("kind", "must be \"web\" or \"mobile\"");
        AppKind::Web
    })
}

fn methods(fields: &mut Fields<'_>) -> Vec<String> {
    let mut methods = fields.list("methods", false).unwrap_or_default();
    for (set, at) in methods.iter().zip(1..) {
        if set != CONNECT_METHODS {
            fields.wrong(
                &format!("methods[{at}]"),
                format!("is not a set of methods; the only one is \"{CONNECT_METHODS}\""),
            );
        }
    }
    methods.dedup();
    methods
}

fn rules(fields: &mut Fields<'_>) -> Vec<AuthorizationRule> {
    let tables = fields.typed("rule", false, "a list of tables, each headed [[rule]]", into_list);
    let mut rules: Vec<AuthorizationRule> = Vec::new();
    for (at, value) in (1..).zip(tables.unwrap_or_default()) {
        let path = format!("rule[{at}]");
        let Some(table) = into_table(value) else {
            fields.problems.add(path, "must be a table, headed [[rule]]");
            continue;
        };
        let mut rule_fields = Fields { table, path, problems: fields.problems };
        if let Some(rule) = rule(&mut rule_fields) {
            if rules.iter().any(|other| other.name == rule.name) {
                rule_fields.wrong("name", format!("is the name of another rule, too: \"{}\"", rule.name));
            }
            rules.push(rule);
        }
        rule_fields.finish();
    }
    rules
}

fn rule(fields: &mut Fields<'_>) -> Option<AuthorizationRule> {
    let name = one_line(fields, "name", MAX_NAME);
    let title = local_text(fields, "title", false, |text| single_line(text, MAX_NAME));
    let why = local_text(fields, "why", true, |text| single_line(text, MAX_SENTENCE));
    let data_types = fields.list("data_types", true);
    if data_types.as_ref().is_some_and(Vec::is_empty) {
        fields.wrong("data_types", "must name at least one type of data");
    }
    let access = access(fields);
    let optional = fields.typed("optional", false, "true or false", |value| value.as_bool()).unwrap_or(false);
    Some(AuthorizationRule {
        name: name?,
        title,
        why: why?,
        data_types: data_types?,
        access: access?,
        optional,
    })
}

fn access(fields: &mut Fields<'_>) -> Option<Vec<Access>> {
    const ALLOWED: &str = "create, read, update and delete";
    let names = fields.list("access", true)?;
    if names.is_empty() {
        fields.wrong("access", format!("must have at least one of {ALLOWED}"));
    }
    let mut all = Vec::with_capacity(names.len());
    for (name, at) in names.iter().zip(1..) {
        let Some(access) = Access::parse(name) else {
            fields.wrong(&format!("access[{at}]"), format!("must be one of {ALLOWED}"));
            continue;
        };
        if !all.contains(&access) {
            all.push(access);
        }
    }
    Some(all)
}

fn brand(fields: &mut Fields<'_>) -> Option<BrandFile> {
    let mut brand = fields.table("brand")?;
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
    let folder = brand.string("folder", false);
    if folder.as_ref().is_some_and(|path| path.trim().is_empty()) {
        brand.wrong("folder", "must not be blank");
    }
    if folder.is_some() && (logo.is_some() || accent.is_some()) {
        brand.wrong("folder", "stands in place of logo and accent: leave those out");
    }
    brand.finish();
    Some(BrandFile { logo: logo.map(PathBuf::from), accent, folder: folder.map(PathBuf::from) })
}
