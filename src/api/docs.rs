//! The documentation page: the OpenAPI document and the list of problems, made readable on the server.

use std::sync::LazyLock;

use actix_web::{
    HttpRequest, HttpResponse,
    http::header,
    web::{self, Data},
};
use askama::Template;
use serde_json::Value;
use utoipa::openapi::{
    OpenApi, RefOr, Schema,
    path::{Operation, ParameterIn},
    schema::ArrayItems,
};

use super::{
    BASE, document,
    json::no_query,
    problem::{Code, Problem},
};
use crate::{installation::Installation, web::assets::Assets};

/// Stands for every UUID.
const UUID: &str = "7f6a2b1e-3c4d-4e5f-8a9b-0c1d2e3f4a5b";

/// `GET /api/docs`.
pub async fn page(installation: Data<Installation>, req: HttpRequest) -> Result<HttpResponse, Problem> {
    no_query(&req)?;
    let page = DocsPage {
        assets: Assets::embedded(),
        base_url: installation.site.base_url.as_str().trim_end_matches('/'),
        document: document::document(),
        groups: &GROUPS,
        problems: Code::ALL,
    };
    let html = page.render().map_err(|e| {
        tracing::error!(cause = %e, "the documentation page");
        Problem::new(Code::Fault, "Something went wrong here.")
    })?;
    Ok(HttpResponse::Ok()
        .content_type("text/html; charset=utf-8")
        .insert_header((header::CACHE_CONTROL, "public, max-age=300"))
        .body(html))
}

/// `GET /problems/{code}`: where a problem's `type` leads to.
pub async fn problem(code: web::Path<String>) -> Result<HttpResponse, Problem> {
    let code = Code::parse(&code).ok_or_else(|| Problem::not_found("such problem"))?;
    let place = format!("/api/docs#problem-{}", code.as_str());
    Ok(HttpResponse::SeeOther().insert_header((header::LOCATION, place)).finish())
}

#[derive(Template)]
#[template(path = "api/docs.html")]
struct DocsPage<'a> {
    assets: &'static Assets,
    base_url: &'a str,
    document: &'static OpenApi,
    groups: &'static [Group],
    problems: &'static [Code],
}

struct Group {
    name: String,
    description: String,
    calls: Vec<Call>,
}

struct Call {
    id: String,
    method: &'static str,
    path: String,
    summary: String,
    description: String,
    curl: String,
    parameters: Vec<Field>,
    body: Vec<Field>,
    answers: Vec<Answer>,
    problems: Vec<Code>,
}

struct Field {
    name: String,
    place: &'static str,
    kind: String,
    required: bool,
    description: String,
}

struct Answer {
    status: String,
    description: String,
    fields: Vec<Field>,
    example: Option<String>,
}

static GROUPS: LazyLock<Vec<Group>> = LazyLock::new(|| groups(document::document()));

/// A text, cut at its backticks: every second piece is code.
fn pieces(text: &str) -> impl Iterator<Item = (bool, &str)> {
    text.split('`').enumerate().map(|(n, piece)| (n % 2 == 1, piece))
}

fn groups(document: &OpenApi) -> Vec<Group> {
    let tags = document.tags.iter().flatten();
    tags.map(|tag| Group {
        name: tag.name.clone(),
        description: tag.description.clone().unwrap_or_default(),
        calls: calls(document, &tag.name),
    })
    .collect()
}

fn calls(document: &OpenApi, tag: &str) -> Vec<Call> {
    let mut calls = Vec::new();
    for (path, item) in &document.paths.paths {
        let operations = [
            ("POST", &item.post),
            ("GET", &item.get),
            ("PUT", &item.put),
            ("PATCH", &item.patch),
            ("DELETE", &item.delete),
        ];
        for (method, operation) in operations {
            if let Some(operation) = operation
                && operation.tags.iter().flatten().any(|name| name == tag)
            {
                calls.push(call(method, path, operation));
            }
        }
    }
    calls
}

fn call(method: &'static str, path: &str, operation: &Operation) -> Call {
    let body = operation.request_body.as_ref().and_then(|body| match body {
        RefOr::T(body) => body.content.values().next(),
        RefOr::Ref(_) => None,
    });
    let body = body.and_then(|content| match content {
        RefOr::T(content) => content.schema.as_ref(),
        RefOr::Ref(_) => None,
    });
    let (mut answers, mut problems) = (Vec::new(), Vec::new());
    for (status, response) in &operation.responses.responses {
        let RefOr::T(response) = response else { continue };
        let content = match response.content.values().next() {
            Some(RefOr::T(content)) => Some(content),
            _ => None,
        };
        if status.starts_with('2') {
            let schema = content.and_then(|c| c.schema.as_ref());
            answers.push(Answer {
                status: status.clone(),
                description: response.description.clone(),
                fields: schema.map(|s| fields(s, "")).unwrap_or_default(),
                example: schema.map(|s| example(s, 0)).filter(|example| example != "null"),
            });
        } else {
            problems.extend(content.iter().flat_map(|c| c.examples.keys()).filter_map(|c| Code::parse(c)));
        }
    }
    problems.sort_by_key(|code| Code::ALL.iter().position(|c| c == code));
    Call {
        id: operation.operation_id.clone().unwrap_or_default(),
        method,
        path: format!("{BASE}{path}"),
        summary: operation.summary.clone().unwrap_or_default(),
        description: operation.description.clone().unwrap_or_default(),
        curl: curl(method, path, operation, body),
        parameters: parameters(operation),
        body: body.map(|schema| fields(schema, "")).unwrap_or_default(),
        answers,
        problems,
    }
}

fn parameters(operation: &Operation) -> Vec<Field> {
    let all = operation.parameters.iter().flatten().filter_map(|p| match p {
        RefOr::T(parameter) => Some(parameter),
        RefOr::Ref(_) => None,
    });
    all.map(|p| Field {
        name: p.name.clone(),
        place: place(&p.parameter_in),
        kind: p.schema.as_ref().map(kind).unwrap_or_default().replace(" or `null`", ""),
        required: matches!(p.required, utoipa::openapi::Required::True),
        description: p.description.clone().unwrap_or_default(),
    })
    .collect()
}

fn place(parameter_in: &ParameterIn) -> &'static str {
    match parameter_in {
        ParameterIn::Path => "path",
        ParameterIn::Header => "header",
        _ => "query",
    }
}

fn curl(method: &str, path: &str, operation: &Operation, body: Option<&RefOr<Schema>>) -> String {
    let mut url = format!("$PATIENT_CONNECT_URL{BASE}{path}");
    let mut more = String::new();
    let mut query = Vec::new();
    for parameter in operation.parameters.iter().flatten() {
        let RefOr::T(parameter) = parameter else { continue };
        let value = plain_example(&serde_json::to_value(parameter).unwrap_or_default());
        let value = value.map(|v| v.as_str().map_or_else(|| v.to_string(), str::to_owned));
        match (&parameter.parameter_in, value) {
            (ParameterIn::Path, value) => {
                let value = value.unwrap_or_else(|| UUID.to_owned());
                url = url.replace(&format!("{{{}}}", parameter.name), &value);
            }
            (ParameterIn::Header, Some(value)) => {
                more.push_str(&format!(" \\\n  -H '{}: {value}'", parameter.name));
            }
            (_, Some(value)) => query.push(format!("{}={value}", parameter.name)),
            (_, None) => {}
        }
    }
    if !query.is_empty() {
        url = format!("{url}?{}", query.join("&"));
    }
    if let Some(body) = body {
        let body = example(body, 0);
        more.push_str(&format!(" \\\n  -H 'Content-Type: application/json' \\\n  -d '{body}'"));
    }
    let method = if method == "GET" { String::new() } else { format!("-X {method} ") };
    format!("curl {method}\"{url}\" \\\n  -H \"Authorization: Bearer $PATIENT_CONNECT_API_KEY\"{more}")
}

/// What an example leaves out: it would have to be set up first.
const LEFT_OUT: [&str; 4] = ["callback_url", "send_to", "reminders", "failure"];

fn resolve(schema: &RefOr<Schema>) -> Option<&Schema> {
    match schema {
        RefOr::T(schema) => Some(schema),
        RefOr::Ref(reference) => {
            let name = reference.ref_location.rsplit('/').next()?;
            resolve(document::document().components.as_ref()?.schemas.get(name)?)
        }
    }
}

fn to_value(schema: &RefOr<Schema>) -> Value {
    serde_json::to_value(schema).unwrap_or_default()
}

/// What a list holds.
fn items(schema: &Schema) -> Option<&RefOr<Schema>> {
    match schema {
        Schema::Array(array) => match &array.items {
            ArrayItems::RefOrSchema(items) => Some(items),
            ArrayItems::False => None,
        },
        _ => None,
    }
}

fn fields(schema: &RefOr<Schema>, prefix: &str) -> Vec<Field> {
    let Some(Schema::Object(object)) = resolve(schema) else { return Vec::new() };
    let mut all = Vec::new();
    for (name, property) in &object.properties {
        let value = to_value(property);
        all.push(Field {
            name: format!("{prefix}{name}"),
            place: "",
            kind: kind(property),
            required: object.required.contains(name),
            description: value["description"].as_str().unwrap_or_default().to_owned(),
        });
        if let Some(items) = resolve(property).and_then(items) {
            all.extend(fields(items, &format!("{prefix}{name}[].")));
        } else {
            all.extend(fields(property, &format!("{prefix}{name}.")));
        }
    }
    all
}

/// The type in a few words.
fn kind(schema: &RefOr<Schema>) -> String {
    let Some(resolved) = resolve(schema) else { return String::new() };
    if let Some(items) = items(resolved) {
        let of = kind(items);
        return if of == "object" { "list of objects".to_owned() } else { format!("list of {of}") };
    }
    let value = serde_json::to_value(resolved).unwrap_or_default();
    let words = |v: &Value| v.as_str().map(str::to_owned).unwrap_or_else(|| v.to_string());
    let types = match &value["type"] {
        Value::Array(types) => types.iter().map(words).collect(),
        one => vec![words(one)],
    };
    let mut text = match &value["enum"] {
        Value::Array(all) => all
            .iter()
            .filter(|v| !v.is_null())
            .map(|v| format!("`{}`", words(v)))
            .collect::<Vec<_>>()
            .join(", "),
        _ => match value["format"].as_str() {
            Some("date-time") => "time (RFC 3339)".to_owned(),
            Some("uuid") => "UUID".to_owned(),
            Some("uri") => "URL".to_owned(),
            _ => types[0].clone(),
        },
    };
    match (&value["minLength"], &value["maxLength"], &value["minimum"], &value["maximum"]) {
        (Value::Number(min), Value::Number(max), ..) => {
            text.push_str(&format!(", {min} to {max} characters"));
        }
        (_, _, Value::Number(min), Value::Number(max)) => text.push_str(&format!(", {min} to {max}")),
        _ => {}
    }
    if types.iter().any(|t| t == "null") {
        text.push_str(" or `null`");
    }
    text
}

fn plain_example(schema: &Value) -> Option<Value> {
    let given = [&schema["examples"][0], &schema["example"], &schema["enum"][0]];
    let given = given.into_iter().find(|v| !v.is_null()).cloned();
    given.or_else(|| (schema["format"] == "uuid").then(|| Value::from(UUID)))
}

/// A value that fits, in the order of the struct, indented.
fn example(schema: &RefOr<Schema>, depth: usize) -> String {
    let Some(resolved) = resolve(schema) else { return "null".to_owned() };
    let value = serde_json::to_value(resolved).unwrap_or_default();
    if let Some(plain) = plain_example(&value) {
        return plain.to_string();
    }
    let (inner, outer) = ("  ".repeat(depth + 1), "  ".repeat(depth));
    match resolved {
        Schema::Object(object) if !object.properties.is_empty() => {
            let lines = object.properties.iter().filter(|(name, _)| !LEFT_OUT.contains(&name.as_str()));
            let lines: Vec<String> =
                lines.map(|(name, p)| format!("{inner}\"{name}\": {}", example(p, depth + 1))).collect();
            format!("{{\n{}\n{outer}}}", lines.join(",\n"))
        }
        other => match items(other) {
            Some(items) => format!("[{}]", example(items, depth)),
            None => "null".to_owned(),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_call_of_the_document_is_described_once_with_its_problems() {
        let described: Vec<&str> = GROUPS.iter().flat_map(|g| &g.calls).map(|c| c.id.as_str()).collect();
        let operations: usize = super::super::listed().len();
        assert_eq!(described.len(), operations, "{described:?}");
        for call in GROUPS.iter().flat_map(|g| &g.calls) {
            assert!(!call.summary.is_empty() && !call.answers.is_empty(), "{}", call.id);
            assert!(call.problems.contains(&Code::Unauthorized), "{}", call.id);
            assert_eq!(call.curl.matches('\'').count() % 2, 0, "{}", call.curl);
            assert!(!call.curl.contains('{') || call.curl.contains("-d '{"), "{}", call.curl);
        }
    }

    #[test]
    fn examples_are_json_that_fits() {
        for call in GROUPS.iter().flat_map(|g| &g.calls) {
            for example in call.answers.iter().filter_map(|a| a.example.as_ref()) {
                assert!(serde_json::from_str::<Value>(example).is_ok_and(|v| v.is_object()), "{example}");
            }
        }
    }
}
