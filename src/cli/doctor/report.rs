//! `doctor --report`: what somebody who helps needs to know, and nothing that is anybody's own. What stands in it is
//! chosen: numbers, switches, and words that this program knows. A text that somebody typed never does.

use serde_json::{Value, json};
use url::Url;

use super::Findings;
use crate::{
    config::{Place, Settings},
    copy::Catalogue,
    store::{Db, MIGRATIONS},
};

/// Settings whose texts are a choice among few, and nobody's own.
const PLAIN: [&str; 3] = ["log_format", "listen_socket_mode", "time_zone"];
/// What `sslmode` in `database_url` may say.
const SSL_MODES: [&str; 6] = ["disable", "allow", "prefer", "require", "verify-ca", "verify-full"];

/// The report, as JSON.
pub(super) fn text(settings: Option<&Settings>, database: &Value, findings: &Findings) -> String {
    let newest = MIGRATIONS.iter().map(|migration| migration.version).max();
    let findings: Vec<Value> =
        findings.told.iter().map(|(what, fine)| json!({ "check": check(what), "fine": fine })).collect();
    let report = json!({
        "program": {
            "version": env!("CARGO_PKG_VERSION"),
            "built": if cfg!(debug_assertions) { "debug" } else { "release" },
            "newest_migration": newest,
            "brand_contract": crate::domain::brand::CONTRACT,
            "languages": Catalogue::load().languages().len(),
        },
        "system": {
            "os": std::env::consts::OS,
            "architecture": std::env::consts::ARCH,
            "cores": std::thread::available_parallelism().map_or(0, std::num::NonZero::get),
        },
        "settings": settings.map_or(Value::Null, shown),
        "database": database,
        "findings": findings,
    });
    serde_json::to_string_pretty(&report).unwrap_or_default()
}

/// The name of a check, without the name of a provider.
fn check(what: &str) -> &str {
    if what.starts_with("provider ") { "provider" } else { what }
}

/// What is known of an open database.
pub(super) async fn about(db: &Db) -> Value {
    let (version, bytes) = match db.version_and_size().await {
        Ok((version, bytes)) => (json!(version), json!(bytes)),
        Err(_) => (Value::Null, Value::Null),
    };
    let applied = db.applied().await.unwrap_or_default();
    json!({
        "kind": db.kind(),
        "server": version,
        "bytes": bytes,
        "newest_migration": applied.iter().max(),
        "migrations": applied.len(),
        "rows": rows(db).await,
    })
}

/// How many rows each table of ours has. Others' tables may have telling names.
async fn rows(db: &Db) -> Value {
    let Ok(counted) = db.count_rows().await else { return Value::Null };
    let ours = |table: &str| {
        let made = [format!("CREATE TABLE {table} "), format!("RENAME TO {table};")];
        MIGRATIONS.iter().any(|migration| made.iter().any(|made| migration.sql.as_str().contains(made)))
    };
    let (ours, others): (Vec<_>, Vec<_>) = counted.into_iter().partition(|(table, _)| ours(table));
    let mut rows: serde_json::Map<String, Value> =
        ours.into_iter().map(|(table, count)| (table, json!(count))).collect();
    rows.insert("tables of others".to_owned(), json!(others.len()));
    Value::Object(rows)
}

fn shown(settings: &Settings) -> Value {
    let (Ok(Value::Object(now)), Ok(usual)) =
        (serde_json::to_value(settings), serde_json::to_value(Settings::default()))
    else {
        return Value::Null;
    };
    let mut shown: serde_json::Map<String, Value> = now
        .into_iter()
        .map(|(name, value)| {
            let told = match &value {
                Value::Null | Value::Bool(_) | Value::Number(_) => value,
                Value::String(_) if value == usual[&name] => json!("as usual"),
                Value::String(text) => json!(described(&name, text, settings)),
                Value::Array(_) | Value::Object(_) => json!("set"),
            };
            (name, told)
        })
        .collect();
    shown.insert("provider".to_owned(), json!(settings.provider.len()));
    Value::Object(shown)
}

fn described(name: &str, text: &str, settings: &Settings) -> String {
    let url = || Url::parse(text).ok();
    match name {
        name if PLAIN.contains(&name) => one_of_few(text),
        "base_url" => url().map_or("cannot be read".to_owned(), |url| {
            let port = if url.port().is_some() { ", a port of its own" } else { "" };
            format!("{}{port}", known(url.scheme(), &["http", "https"]))
        }),
        "smtp_url" => url()
            .map_or("cannot be read".to_owned(), |url| known(url.scheme(), &["smtp", "smtps"]).to_owned()),
        "database_url" => url().map_or("cannot be read".to_owned(), |url| {
            let mode = url.query_pairs().find(|(key, _)| key == "sslmode");
            let mode = mode.map_or("not said".to_owned(), |(_, mode)| known(&mode, &SSL_MODES).to_owned());
            format!("postgres, sslmode {mode}")
        }),
        "listen" => {
            let kinds = settings.listen.places().iter().map(|place| match place {
                Place::Socket(_) => "a socket",
                Place::Address(address) if address.ip().is_loopback() => "loopback",
                Place::Address(address) if address.ip().is_unspecified() => "every address",
                Place::Address(_) => "an address",
            });
            kinds.collect::<Vec<_>>().join(", ")
        }
        "trusted_proxies" | "callback_allowed_networks" => {
            format!("{} entries", text.split(',').filter(|entry| !entry.trim().is_empty()).count())
        }
        _ => "set".to_owned(),
    }
}

/// A word, if this program knows it.
fn known<'w>(word: &str, words: &[&'w str]) -> &'w str {
    words.iter().find(|known| **known == word).copied().unwrap_or("another")
}

/// A value that the settings' own check accepts only from a short list.
fn one_of_few(text: &str) -> String {
    let is_zone = crate::domain::zone::Zone::parse(text).is_ok();
    let is_plain = ["text", "json"].contains(&text) || u32::from_str_radix(text, 8).is_ok();
    if is_zone || is_plain { text.to_owned() } else { "another".to_owned() }
}
