//! Counts for operators, as Prometheus text. No count carries a name, a code or an address.

use std::{
    fmt::Write,
    sync::atomic::{AtomicU64, Ordering},
    time::Duration,
};

use actix_web::http::StatusCode;

/// Upper bounds of the latency histogram, in microseconds.
const BUCKETS: [u64; 8] = [250, 1_000, 5_000, 25_000, 100_000, 500_000, 2_500_000, 10_000_000];

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
}

impl Job {
    const ALL: [Job; 5] = [Job::Purge, Job::RecordClosed, Job::Deliver, Job::Mail, Job::Audit];

    /// Its name in counts and logs.
    pub fn as_str(self) -> &'static str {
        match self {
            Job::Purge => "purge",
            Job::RecordClosed => "record_closed",
            Job::Deliver => "deliver",
            Job::Mail => "mail",
            Job::Audit => "audit",
        }
    }
}

/// Counters of one process.
#[derive(Debug, Default)]
pub struct Metrics {
    job_panics: [AtomicU64; Job::ALL.len()],
    by_class: [AtomicU64; 5],
    buckets: [AtomicU64; 8],
    micros: AtomicU64,
}

impl Metrics {
    /// Counts one answered request.
    pub fn count_request(&self, status: StatusCode, took: Duration) {
        let class = usize::from(status.as_u16() / 100).clamp(1, 5) - 1;
        self.by_class[class].fetch_add(1, Ordering::Relaxed);
        let micros = u64::try_from(took.as_micros()).unwrap_or(u64::MAX);
        self.micros.fetch_add(micros, Ordering::Relaxed);
        if let Some(bucket) = BUCKETS.iter().position(|bound| micros <= *bound) {
            self.buckets[bucket].fetch_add(1, Ordering::Relaxed);
        }
    }

    /// Counts a turn of a job that panicked: a fault of ours, which should be reported.
    pub fn count_job_panic(&self, job: Job) {
        self.job_panics[job as usize].fetch_add(1, Ordering::Relaxed);
    }

    /// Prometheus text, version 0.0.4.
    pub fn text(&self) -> String {
        let mut out = String::with_capacity(1_500);
        out.push_str("# HELP patient_connect_http_requests_total Requests answered, by class of status.\n");
        out.push_str("# TYPE patient_connect_http_requests_total counter\n");
        let mut total = 0;
        for (class, counter) in (1..).zip(&self.by_class) {
            let count = counter.load(Ordering::Relaxed);
            total += count;
            let _ = writeln!(out, "patient_connect_http_requests_total{{status=\"{class}xx\"}} {count}");
        }
        out.push_str("# HELP patient_connect_http_request_seconds Time to answer a request.\n");
        out.push_str("# TYPE patient_connect_http_request_seconds histogram\n");
        let mut so_far = 0;
        for (bound, counter) in BUCKETS.iter().zip(&self.buckets) {
            so_far += counter.load(Ordering::Relaxed);
            let seconds = Duration::from_micros(*bound).as_secs_f64();
            let _ = writeln!(out, "patient_connect_http_request_seconds_bucket{{le=\"{seconds}\"}} {so_far}");
        }
        let _ = writeln!(out, "patient_connect_http_request_seconds_bucket{{le=\"+Inf\"}} {total}");
        let sum = Duration::from_micros(self.micros.load(Ordering::Relaxed)).as_secs_f64();
        let _ = writeln!(out, "patient_connect_http_request_seconds_sum {sum}");
        let _ = writeln!(out, "patient_connect_http_request_seconds_count {total}");
        out.push_str(
            "# HELP patient_connect_job_panics_total Turns of jobs that panicked. The jobs went on.\n",
        );
        out.push_str("# TYPE patient_connect_job_panics_total counter\n");
        for job in Job::ALL {
            let count = self.job_panics[job as usize].load(Ordering::Relaxed);
            let _ = writeln!(out, "patient_connect_job_panics_total{{job=\"{}\"}} {count}", job.as_str());
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn requests_are_counted_by_class_and_time() {
        let metrics = Metrics::default();
        metrics.count_request(StatusCode::OK, Duration::from_micros(200));
        metrics.count_request(StatusCode::GONE, Duration::from_secs(20));
        let text = metrics.text();
        assert!(text.contains("patient_connect_http_requests_total{status=\"2xx\"} 1\n"));
        assert!(text.contains("patient_connect_http_requests_total{status=\"4xx\"} 1\n"));
        assert!(text.contains("bucket{le=\"0.00025\"} 1\n"));
        assert!(text.contains("bucket{le=\"+Inf\"} 2\n"));
    }
}
