//! Counts for operators, as Prometheus text. No count carries a name, a code, an address of a person or a path: routes stand
//! there by their template.

use std::{fmt, sync::atomic::AtomicU64, time::Duration};

use actix_web::http::{Method, StatusCode};
use chrono::{DateTime, Utc};
use prometheus_client::{
    encoding::{EncodeLabelSet, prometheus_text},
    metrics::{counter::Counter, family::Family, gauge::Gauge, histogram::Histogram},
    registry::{Metric, Registry},
};

/// Upper bounds of the latency histogram, in seconds.
const BUCKETS: [f64; 8] = [0.000_25, 0.001, 0.005, 0.025, 0.1, 0.5, 2.5, 10.0];

/// What a portal does by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Job {
    /// Deletes what has had its time.
    Purge,
    /// Records what nobody has come to see: requests that have expired or were locked.
    RecordClosed,
    /// Sends callbacks.
    Deliver,
    /// Sends mails.
    Mail,
    /// Chains the audit log's lines.
    Audit,
    /// Looks how much waits.
    Measure,
    /// Tells other nodes what was counted, and charges what they have counted.
    Share,
}

impl Job {
    const ALL: [Job; 7] =
        [Job::Purge, Job::RecordClosed, Job::Deliver, Job::Mail, Job::Audit, Job::Measure, Job::Share];

    /// Its name in counts and logs.
    pub fn as_str(self) -> &'static str {
        match self {
            Job::Purge => "purge",
            Job::RecordClosed => "record_closed",
            Job::Deliver => "deliver",
            Job::Mail => "mail",
            Job::Audit => "audit",
            Job::Measure => "measure",
            Job::Share => "share",
        }
    }
}

/// How a turn of a job ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turned {
    /// As it should.
    Done,
    /// With an error; it is tried again.
    Failed,
    /// With a panic: a fault of ours, which should be reported. The job went on.
    Panicked,
}

/// What waits in an outbox.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Waits {
    /// How many.
    pub count: u64,
    /// How long the oldest has waited.
    pub oldest: Duration,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Answered {
    method: &'static str,
    route: String,
    status: &'static str,
    code: u32,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Route {
    route: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Step {
    step: &'static str,
    went: &'static str,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct OfJob {
    job: &'static str,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct TurnOf {
    job: &'static str,
    outcome: &'static str,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Came {
    outcome: &'static str,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Sent {
    outbox: &'static str,
    outcome: &'static str,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Of {
    outbox: &'static str,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Deed {
    what: String,
}

type Seconds = Gauge<f64, AtomicU64>;

/// Counters of one process.
pub struct Metrics {
    registry: Registry,
    requests: Family<Answered, Counter>,
    seconds: Family<Route, Histogram, fn() -> Histogram>,
    steps: Family<Step, Counter>,
    answers: Family<Came, Counter>,
    deeds: Family<Deed, Counter>,
    sent: Family<Sent, Counter>,
    waiting: Family<Of, Gauge>,
    oldest: Family<Of, Seconds>,
    writer_wait: Seconds,
    hashes: Gauge,
    connections: Gauge,
    turns: Family<TurnOf, Counter>,
    panics: Family<OfJob, Counter>,
    last_done: Family<OfJob, Seconds>,
}

/// What is counted of each request to one route that is answered with one status. Whoever keeps it need not look it up.
pub struct CountsOfRoute {
    requests: Counter,
    seconds: Histogram,
}

impl fmt::Debug for CountsOfRoute {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CountsOfRoute")
    }
}

impl CountsOfRoute {
    /// Counts one answered request.
    pub fn count(&self, took: Duration) {
        self.seconds.observe(took.as_secs_f64());
        self.requests.inc();
    }
}

impl fmt::Debug for Metrics {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Metrics")
    }
}

fn seconds() -> Histogram {
    Histogram::new(BUCKETS)
}

/// Registers one, and gives it back.
fn kept<M: Metric + Clone + Default>(registry: &mut Registry, name: &str, help: &str) -> M {
    let metric = M::default();
    registry.register(name, help, metric.clone());
    metric
}

impl Default for Metrics {
    fn default() -> Self {
        let mut all = Registry::with_prefix("patient_connect");
        let r = &mut all;
        let seconds = Family::new_with_constructor(seconds as fn() -> Histogram);
        r.register("http_request_seconds", "Time to answer a request", seconds.clone());
        let metrics = Self {
            requests: kept(r, "http_requests", "Requests answered, by the template of their route"),
            steps: kept(
                r,
                "steps",
                "Pages of the patient's way that were shown (entered) and gone on from (left)",
            ),
            answers: kept(r, "answers", "Answers to secret questions by what came of them"),
            deeds: kept(
                r,
                "audited",
                "Lines of the audit log by what happened, counted by the node that chained them",
            ),
            sent: kept(r, "sent", "Attempts to send mails and callbacks by what came of them"),
            waiting: kept(r, "waiting", "Mails, callbacks and lines of the audit log that wait"),
            oldest: kept(r, "waiting_oldest_seconds", "How long the oldest of those has waited"),
            writer_wait: kept(
                r,
                "database_writer_wait_seconds",
                "How long the last look waited to begin a write",
            ),
            hashes: kept(r, "hashes_waiting", "Slow hashes that wait or are under way"),
            connections: kept(r, "open_connections", "Connections to the addresses where pages are served"),
            turns: kept(r, "job_turns", "Turns of jobs by how they ended"),
            panics: kept(r, "job_panics", "Turns of jobs that panicked. The jobs went on"),
            last_done: kept(
                r,
                "job_last_done_timestamp_seconds",
                "When a job last ended a turn as it should",
            ),
            seconds,
            registry: Registry::default(),
        };
        for job in Job::ALL {
            // There from the start, so that the first is an increase, too.
            drop(metrics.panics.get_or_create(&OfJob { job: job.as_str() }));
        }
        Self { registry: all, ..metrics }
    }
}

impl Metrics {
    /// The counts of requests to a route that are answered with this status. `route` is a template, never what stands in a
    /// path.
    pub fn of_route(&self, method: &Method, route: &str, status: StatusCode) -> CountsOfRoute {
        let (method, code) = (method_label(method), u32::from(status.as_u16()));
        let answered = Answered { method, route: route.to_owned(), status: class(code), code };
        CountsOfRoute {
            seconds: self.seconds.get_or_create_owned(&Route { route: route.to_owned() }),
            requests: self.requests.get_or_create_owned(&answered),
        }
    }

    /// Counts that a page of the patient's way was shown.
    pub fn count_entered(&self, step: &'static str) {
        self.steps.get_or_create(&Step { step, went: "entered" }).inc();
    }

    /// Counts that somebody went on from it.
    pub fn count_left(&self, step: &'static str) {
        self.steps.get_or_create(&Step { step, went: "left" }).inc();
    }

    /// Counts an answer: `right`, `wrong` or `refused`.
    pub fn count_answer(&self, outcome: &'static str) {
        self.answers.get_or_create(&Came { outcome }).inc();
    }

    /// Counts lines of the audit log.
    pub fn count_audited(&self, what: &str, lines: u64) {
        self.deeds.get_or_create(&Deed { what: what.to_owned() }).inc_by(lines);
    }

    /// Counts an attempt to send something.
    pub fn count_sent(&self, outbox: &'static str, outcome: &'static str) {
        self.sent.get_or_create(&Sent { outbox, outcome }).inc();
    }

    /// Notes how much waits in an outbox.
    pub fn note_waiting(&self, outbox: &'static str, waits: Waits) {
        self.waiting.get_or_create(&Of { outbox }).set(i64::try_from(waits.count).unwrap_or(i64::MAX));
        self.oldest.get_or_create(&Of { outbox }).set(waits.oldest.as_secs_f64());
    }

    /// Notes how long a look waited to begin a write.
    pub fn note_writer_wait(&self, waited: Duration) {
        self.writer_wait.set(waited.as_secs_f64());
    }

    /// Counts a turn of a job.
    pub fn count_turn(&self, job: Job, turned: Turned, now: DateTime<Utc>) {
        let outcome = match turned {
            Turned::Done => "done",
            Turned::Failed => "failed",
            Turned::Panicked => "panicked",
        };
        let job = job.as_str();
        self.turns.get_or_create(&TurnOf { job, outcome }).inc();
        match turned {
            Turned::Done => {
                let since = (now - DateTime::UNIX_EPOCH).to_std().unwrap_or_default();
                self.last_done.get_or_create(&OfJob { job }).set(since.as_secs_f64());
            }
            Turned::Failed => {}
            Turned::Panicked => {
                self.panics.get_or_create(&OfJob { job }).inc();
            }
        }
    }

    /// Prometheus text, version 0.0.4. `hashes` is how many slow hashes wait now, `connections` how many are
    /// open.
    pub fn text(&self, hashes: usize, connections: usize) -> String {
        self.hashes.set(i64::try_from(hashes).unwrap_or(i64::MAX));
        self.connections.set(i64::try_from(connections).unwrap_or(i64::MAX));
        let mut out = String::with_capacity(16_000);
        // Nothing that a string takes fails.
        let _ = prometheus_text::encode(&mut out, &self.registry);
        out
    }
}

/// The methods that routes have; whatever else somebody invents is one.
pub fn method_label(method: &Method) -> &'static str {
    match method.as_str() {
        "GET" => "GET",
        "HEAD" => "HEAD",
        "POST" => "POST",
        "PUT" => "PUT",
        "PATCH" => "PATCH",
        "DELETE" => "DELETE",
        _ => "other",
    }
}

fn class(code: u32) -> &'static str {
    match code / 100 {
        1 => "1xx",
        2 => "2xx",
        3 => "3xx",
        4 => "4xx",
        _ => "5xx",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn requests_are_counted_by_route_status_and_time() {
        let metrics = Metrics::default();
        let counts = |method, status| metrics.of_route(&method, "/connect/question", status);
        counts(Method::GET, StatusCode::OK).count(Duration::from_micros(200));
        counts(Method::POST, StatusCode::GONE).count(Duration::from_secs(20));
        let text = metrics.text(0, 0);
        for line in [
            "patient_connect_http_requests_total{method=\"GET\",route=\"/connect/question\",status=\"2xx\",code=\"200\"} 1\n",
            "patient_connect_http_requests_total{method=\"POST\",route=\"/connect/question\",status=\"4xx\",code=\"410\"} 1\n",
            "patient_connect_http_request_seconds_bucket{route=\"/connect/question\",le=\"0.00025\"} 1\n",
            "patient_connect_http_request_seconds_bucket{route=\"/connect/question\",le=\"+Inf\"} 2\n",
            "patient_connect_http_request_seconds_count{route=\"/connect/question\"} 2\n",
            "# TYPE patient_connect_http_requests_total counter\n",
        ] {
            assert!(text.contains(line), "{line} is not in\n{text}");
        }
    }

    #[test]
    fn methods_that_nobody_knows_make_one_series() {
        let metrics = Metrics::default();
        for method in ["BREW", "WHEN"] {
            let method = Method::from_bytes(method.as_bytes()).unwrap();
            metrics.of_route(&method, "-", StatusCode::NOT_FOUND).count(Duration::ZERO);
        }
        assert!(
            metrics.text(0, 0).contains("{method=\"other\",route=\"-\",status=\"4xx\",code=\"404\"} 2\n")
        );
    }

    #[test]
    fn a_job_that_ended_a_turn_says_when() {
        let metrics = Metrics::default();
        let at = DateTime::UNIX_EPOCH + Duration::from_secs(1_764_000_000);
        metrics.count_turn(Job::Audit, Turned::Done, at);
        metrics.count_turn(Job::Audit, Turned::Failed, at + Duration::from_secs(60));
        let text = metrics.text(3, 40);
        assert!(text.contains("job_last_done_timestamp_seconds{job=\"audit\"} 1764000000.0\n"), "{text}");
        assert!(
            text.contains("patient_connect_job_turns_total{job=\"audit\",outcome=\"failed\"} 1\n"),
            "{text}"
        );
        assert!(text.contains("patient_connect_hashes_waiting 3\n"), "{text}");
        assert!(text.contains("patient_connect_open_connections 40\n"), "{text}");
    }
}
