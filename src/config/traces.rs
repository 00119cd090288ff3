//! What OpenTelemetry's own variables say (`OTEL_…`): whether traces are wanted, and whether they can be sent as they say.

use std::{fmt::Write, time::Duration};

use url::Url;

/// How long a collector may take for an answer, unless the environment says otherwise: OpenTelemetry's own default.
const PATIENCE: Duration = Duration::from_secs(10);

/// What is read, here or by the exporter, and what it means.
const VARIABLES: &[(&str, &str)] = &[
    (
        "OTEL_EXPORTER_OTLP_ENDPOINT",
        "Where traces are sent, without the path: `http://127.0.0.1:4318`; `/v1/traces` is added. Without it there are none.",
    ),
    (
        "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT",
        "The same with its path, and before it: `https://collector.clinic.example/v1/traces`.",
    ),
    (
        "OTEL_EXPORTER_OTLP_HEADERS`, `OTEL_EXPORTER_OTLP_TRACES_HEADERS",
        "What the collector knows the portal by: `authorization=Bearer%20…`.",
    ),
    (
        "OTEL_EXPORTER_OTLP_TIMEOUT`, `OTEL_EXPORTER_OTLP_TRACES_TIMEOUT",
        "Milliseconds that the collector may take for an answer: 10000.",
    ),
    ("OTEL_EXPORTER_OTLP_COMPRESSION`, `OTEL_EXPORTER_OTLP_TRACES_COMPRESSION", "`gzip`, or none."),
    (
        "OTEL_EXPORTER_OTLP_PROTOCOL`, `OTEL_EXPORTER_OTLP_TRACES_PROTOCOL",
        "`http/protobuf`, the only one that there is here.",
    ),
    ("OTEL_SERVICE_NAME", "How the portal is called in traces: `patient-connect`."),
    ("OTEL_RESOURCE_ATTRIBUTES", "What else they say of it: `deployment.environment.name=production`."),
    (
        "OTEL_TRACES_SAMPLER`, `OTEL_TRACES_SAMPLER_ARG",
        "Which of them are sent: all, or `parentbased_traceidratio` and `0.1` for a tenth.",
    ),
    (
        "OTEL_BSP_SCHEDULE_DELAY`, `OTEL_BSP_MAX_QUEUE_SIZE`, `OTEL_BSP_MAX_EXPORT_BATCH_SIZE",
        "Milliseconds between two batches (5000), how many spans may wait (2048; more are left out), and how many are sent at once (512).",
    ),
    ("OTEL_TRACES_EXPORTER", "`none` for no traces; else `otlp`."),
    ("OTEL_SDK_DISABLED", "`true` for no traces."),
];

const ABOUT: &str = "
## Traces

`serve` sends traces to an OpenTelemetry collector (OTLP over HTTP) where the environment says so, by OpenTelemetry's own variables,
which stand in no file of ours. Nothing secret or personal is in them (decision 53).

| environment variable | meaning |
| --- | --- |
";

/// Traces are wanted, and can be sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TracesWanted {
    /// The host that they are sent to, with its port where one is named.
    pub host: String,
    /// Whether the environment also says how the program is called in them.
    pub has_name: bool,
    /// How long the collector may take for an answer.
    pub patience: Duration,
}

/// Why no traces can be sent as the environment says. No value stands in it: it may be a secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TracesUnusable {
    /// The address is none.
    #[error(
        "{0} is no address such as http://127.0.0.1:4318 (what the collector knows the portal by is said by OTEL_EXPORTER_OTLP_HEADERS)"
    )]
    Endpoint(&'static str),
    /// It asks for something else than OTLP over HTTP.
    #[error(
        "{0} asks for what is not there: traces are sent by OTLP as http/protobuf, which collectors take on port 4318"
    )]
    Protocol(&'static str),
    /// It asks for another compression.
    #[error("{0} asks for what is not there: leave it out, or say gzip")]
    Compression(&'static str),
}

/// Whether the environment says where to send them; `None`: nobody collects them, and nothing is traced.
pub fn traces_wanted() -> Result<Option<TracesWanted>, TracesUnusable> {
    wanted(|name| std::env::var(name).ok())
}

fn wanted(read: impl Fn(&str) -> Option<String>) -> Result<Option<TracesWanted>, TracesUnusable> {
    let read = |name: &'static str| {
        read(name).map(|value| value.trim().to_owned()).filter(|value| !value.is_empty())
    };
    // What is said of traces alone goes before what is said of everything.
    let first = |names: [&'static str; 2]| names.into_iter().find_map(|name| Some((name, read(name)?)));
    let is_not = |value: &str, known: &[&str]| !known.iter().any(|known| value.eq_ignore_ascii_case(known));

    let endpoint = first(["OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_EXPORTER_OTLP_ENDPOINT"]);
    let off = read("OTEL_SDK_DISABLED").is_some_and(|value| value.eq_ignore_ascii_case("true"));
    let (Some((name, endpoint)), false) = (endpoint, off) else { return Ok(None) };
    match read("OTEL_TRACES_EXPORTER") {
        Some(none) if none.eq_ignore_ascii_case("none") => return Ok(None),
        Some(other) if is_not(&other, &["otlp"]) => {
            return Err(TracesUnusable::Protocol("OTEL_TRACES_EXPORTER"));
        }
        _ => {}
    }
    let host = host_of(&endpoint).ok_or(TracesUnusable::Endpoint(name))?;
    let protocols = ["OTEL_EXPORTER_OTLP_TRACES_PROTOCOL", "OTEL_EXPORTER_OTLP_PROTOCOL"];
    if let Some((name, protocol)) = first(protocols)
        && is_not(&protocol, &["http/protobuf"])
    {
        return Err(TracesUnusable::Protocol(name));
    }
    let compressions = ["OTEL_EXPORTER_OTLP_TRACES_COMPRESSION", "OTEL_EXPORTER_OTLP_COMPRESSION"];
    if let Some((name, compression)) = first(compressions)
        && is_not(&compression, &["gzip"])
    {
        return Err(TracesUnusable::Compression(name));
    }
    let patience = first(["OTEL_EXPORTER_OTLP_TRACES_TIMEOUT", "OTEL_EXPORTER_OTLP_TIMEOUT"]);
    let patience =
        patience.and_then(|(_, millis)| millis.parse().ok()).map_or(PATIENCE, Duration::from_millis);
    Ok(Some(TracesWanted { host, has_name: read("OTEL_SERVICE_NAME").is_some(), patience }))
}

fn host_of(endpoint: &str) -> Option<String> {
    let url = Url::parse(endpoint).ok().filter(|url| ["http", "https"].contains(&url.scheme()))?;
    // A password in it would not be sent.
    let plain = url.username().is_empty() && url.password().is_none();
    let host = url.host_str().filter(|_| plain)?;
    Some(url.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}")))
}

/// The end of the page of all settings.
pub(super) fn page() -> String {
    let mut page = ABOUT.to_owned();
    for (names, meaning) in VARIABLES {
        // Nothing that a string takes fails.
        let _ = writeln!(page, "| `{names}` | {meaning} |");
    }
    page
}

#[cfg(test)]
mod tests {
    use super::*;

    const ENDPOINT: (&str, &str) = ("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:4318");

    fn with(said: &[(&str, &str)]) -> Result<Option<TracesWanted>, TracesUnusable> {
        wanted(|name| said.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned()))
    }

    #[test]
    fn traces_are_wanted_where_the_environment_says_where_to_send_them() {
        let wanted = |host: &str, has_name, patience| {
            Ok(Some(TracesWanted { host: host.to_owned(), has_name, patience }))
        };
        assert_eq!(with(&[]), Ok(None));
        assert_eq!(with(&[("OTEL_SERVICE_NAME", "portal")]), Ok(None));
        assert_eq!(with(&[("OTEL_EXPORTER_OTLP_ENDPOINT", "")]), Ok(None));
        assert_eq!(with(&[ENDPOINT]), wanted("127.0.0.1:4318", false, PATIENCE));
        let of_traces = ("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "https://collector.clinic.example/v1/traces");
        let timeout = ("OTEL_EXPORTER_OTLP_TIMEOUT", "1500");
        assert_eq!(
            with(&[ENDPOINT, of_traces, ("OTEL_SERVICE_NAME", "portal"), timeout]),
            wanted("collector.clinic.example", true, Duration::from_millis(1500))
        );
        assert_eq!(with(&[ENDPOINT, ("OTEL_SDK_DISABLED", "true")]), Ok(None));
        assert_eq!(with(&[ENDPOINT, ("OTEL_TRACES_EXPORTER", "none")]), Ok(None));
    }

    #[test]
    fn what_cannot_be_sent_as_it_is_asked_for_is_refused_without_its_value() {
        for endpoint in ["127.0.0.1:4318", "collector", "ftp://collector", "http://user:hunter2@collector"] {
            let refused = with(&[("OTEL_EXPORTER_OTLP_ENDPOINT", endpoint)]).unwrap_err();
            assert_eq!(refused, TracesUnusable::Endpoint("OTEL_EXPORTER_OTLP_ENDPOINT"));
            assert!(!refused.to_string().contains("hunter2"));
        }
        for (name, value) in [
            ("OTEL_EXPORTER_OTLP_PROTOCOL", "grpc"),
            ("OTEL_EXPORTER_OTLP_TRACES_PROTOCOL", "http/json"),
            ("OTEL_TRACES_EXPORTER", "console"),
        ] {
            assert_eq!(with(&[ENDPOINT, (name, value)]), Err(TracesUnusable::Protocol(name)));
        }
        let name = "OTEL_EXPORTER_OTLP_COMPRESSION";
        assert_eq!(with(&[ENDPOINT, (name, "zstd")]), Err(TracesUnusable::Compression(name)));
        assert!(with(&[ENDPOINT, (name, "gzip"), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf")]).is_ok());
    }
}
