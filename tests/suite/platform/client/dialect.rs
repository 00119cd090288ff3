//! How each library writes its requests: the very bytes that the server must read.

use chrono::{DateTime, Utc};

/// How a library writes its requests.
#[derive(Clone, Copy)]
pub struct Dialect {
    pub name: &'static str,
    pub path: &'static str,
    pub content_type: &'static str,
    /// Before the root, and after it.
    pub around: (&'static str, &'static str),
    pub prefix: &'static str,
    pub quote: char,
    /// White space between elements, on unauthenticated calls only.
    pub pretty: bool,
    pub cast: u32,
    pub signature: &'static str,
    pub hash: &'static str,
    pub mac: &'static str,
    /// Hash the `info` of unauthenticated calls too.
    pub always_hash: bool,
    pub lower_thumbprint: bool,
    pub base64: fn(&str) -> String,
    pub empty_info: &'static str,
    pub language: &'static str,
    pub time: fn(DateTime<Utc>) -> String,
    /// The same on unauthenticated calls.
    pub anonymous_time: fn(DateTime<Utc>) -> String,
    pub ttl: u32,
    pub text: fn(&str) -> String,
    /// Cannot leave the person out.
    pub always_person: bool,
    pub coding: Option<&'static str>,
}

fn plain(base64: &str) -> String {
    base64.to_owned()
}

fn broken(base64: &str) -> String {
    base64.as_bytes().chunks(76).map(|line| String::from_utf8_lossy(line).into_owned() + "\n").collect()
}

fn indented(base64: &str) -> String {
    format!("\n            {base64}\n        ")
}

fn raw(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

fn numeric(text: &str) -> String {
    raw(text).chars().map(|c| if c.is_ascii() { c.to_string() } else { format!("&#{};", c as u32) }).collect()
}

fn net_time(at: DateTime<Utc>) -> String {
    let text = at.format("%Y-%m-%dT%H:%M:%S%.3f").to_string();
    format!("{}Z", text.trim_end_matches('0').trim_end_matches('.'))
}

fn bare_time(at: DateTime<Utc>) -> String {
    at.format("%Y-%m-%dT%H:%M:%S").to_string()
}

fn ruby_time(at: DateTime<Utc>) -> String {
    (at + chrono::TimeDelta::hours(2)).format("%Y-%m-%dT%H:%M:%S+02:00").to_string()
}

fn micros_time(at: DateTime<Utc>) -> String {
    at.format("%Y-%m-%dT%H:%M:%S%.6f").to_string()
}

fn pyhv_time(at: DateTime<Utc>) -> String {
    at.format("%Y-%m-%dT%H:%M:%S%.6f+00:00").to_string()
}

/// The minutes hold the month.
fn pyo_time(at: DateTime<Utc>) -> String {
    at.format("%Y-%m-%dT%H:%m:%S").to_string()
}

fn pyo_anonymous(_: DateTime<Utc>) -> String {
    "2008-06-21T03:13:50.750-04:00".to_owned()
}

fn basic_time(_: DateTime<Utc>) -> String {
    "2010-01-01T00:00:00Z".to_owned()
}

pub const NET: Dialect = Dialect {
    name: "NET",
    path: "/platform/wildcat.ashx",
    content_type: "text/xml",
    around: ("", ""),
    prefix: "wc-request",
    quote: '"',
    pretty: false,
    cast: 2,
    signature: "SHA1",
    hash: "SHA256",
    mac: "HMACSHA256",
    always_hash: false,
    lower_thumbprint: false,
    base64: plain,
    empty_info: "<info />",
    language: "<culture-code>en-US</culture-code>",
    time: net_time,
    anonymous_time: net_time,
    ttl: 1800,
    text: raw,
    always_person: false,
    coding: None,
};

const NET_GZIP: Dialect =
    Dialect { name: "NET, gzip", coding: Some("gzip"), language: "<culture-code />", ..NET };

const NET_DEFLATE: Dialect = Dialect {
    name: "NET, deflate",
    coding: Some("deflate"),
    signature: "SHA256",
    path: "/Platform/Wildcat.ashx",
    ..NET
};

const NET_SHA_1: Dialect = Dialect { name: "NET, SHA-1", hash: "SHA1", mac: "HMACSHA1", ..NET };

const NETSTD: Dialect =
    Dialect { name: "NETSTD", always_hash: true, content_type: "text/xml; charset=utf-8", ..NET };

const JAVA: Dialect = Dialect {
    name: "JAVA",
    cast: 1,
    lower_thumbprint: true,
    empty_info: "<info/>",
    language: "<language>en</language><country>US</country>",
    time: bare_time,
    anonymous_time: bare_time,
    ttl: 29_100,
    ..NET
};

const RUBY: Dialect = Dialect {
    name: "RUBY",
    cast: 1,
    hash: "SHA1",
    mac: "HMACSHA1",
    quote: '\'',
    lower_thumbprint: true,
    empty_info: "<info/>",
    language: "<language>en</language><country>US</country>",
    time: ruby_time,
    anonymous_time: ruby_time,
    ttl: 29_100,
    ..NET
};

const PHP: Dialect = Dialect {
    name: "PHP",
    cast: 1,
    hash: "SHA1",
    mac: "HMACSHA1",
    content_type: "application/x-www-form-urlencoded",
    around: ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "\n"),
    empty_info: "<info></info>",
    language: "<language>en</language><country>US</country>",
    time: bare_time,
    anonymous_time: bare_time,
    ttl: 29_100,
    always_person: true,
    ..NET
};

const PY_S: Dialect = Dialect {
    name: "PY-S",
    base64: indented,
    empty_info: "<info></info>",
    language: "<language>en</language><country>US</country>",
    time: micros_time,
    anonymous_time: micros_time,
    ..NET
};

const PY_O: Dialect = Dialect {
    name: "PY-O",
    cast: 1,
    hash: "SHA1",
    mac: "HMACSHA1",
    base64: broken,
    empty_info: "<info/>",
    language: "<language>en</language><country>US</country>",
    time: pyo_time,
    anonymous_time: pyo_anonymous,
    ttl: 36_000,
    ..NET
};

const PYHV: Dialect = Dialect {
    name: "PYHV",
    hash: "SHA1",
    always_hash: true,
    base64: broken,
    empty_info: "<info/>",
    language: "<language>en</language><country>US</country>",
    time: pyhv_time,
    anonymous_time: pyhv_time,
    ttl: 3_600,
    text: numeric,
    path: "/wildcat.ashx",
    ..NET
};

const RUBY_BASIC: Dialect = Dialect {
    name: "RUBY-BASIC",
    cast: 1,
    hash: "SHA1",
    mac: "HMACSHA1",
    path: "//platform//wildcat.ashx",
    around: ("    ", ""),
    prefix: "any",
    pretty: true,
    empty_info: "<info/>",
    language: "<language>en</language><country>US</country>",
    time: bare_time,
    anonymous_time: basic_time,
    ttl: 36_000,
    ..NET
};

/// All of them.
pub fn dialects() -> Vec<Dialect> {
    vec![NET, NET_GZIP, NET_DEFLATE, NET_SHA_1, NETSTD, JAVA, RUBY, PHP, PY_S, PY_O, PYHV, RUBY_BASIC]
}
