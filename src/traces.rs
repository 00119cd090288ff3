//! Traces (OpenTelemetry), for operators who collect them. Off unless the environment says where to send them, and then
//! nothing but this program's own spans is sent: no line of the log, no span of a library, which may name headers and
//! addresses. What a span's fields hold is decided where it is made: a route's template, a method, a status, a kind
//! (decision 53).

mod telling;

use std::{pin::Pin, time::Duration};

use opentelemetry::trace::TracerProvider;
use opentelemetry_http::{Bytes, HttpClient, HttpError, Request, Response};
use opentelemetry_otlp::{SpanExporter, WithHttpConfig};
use opentelemetry_sdk::{Resource, trace::SdkTracerProvider};
use tokio::runtime::Handle;
use tracing::{Metadata, Subscriber};
use tracing_subscriber::{
    Layer,
    filter::{DynFilterFn, LevelFilter},
    layer::Context,
    registry::LookupSpan,
};

use telling::Telling;

/// How this program is called in traces, unless `OTEL_SERVICE_NAME` says otherwise.
const NAME: &str = "patient-connect";
/// How long a collector may take for what is left when the program ends.
const LAST: Duration = Duration::from_secs(2);

/// Why no traces are sent.
#[derive(Debug, thiserror::Error)]
pub enum TracesProblem {
    /// The environment says something that cannot be used. What it says may be a secret, so it is not repeated.
    #[error("the exporter cannot use what the variables OTEL_EXPORTER_OTLP_… say")]
    Exporter,
    /// No connections can be made.
    #[error("{0}")]
    Client(#[from] reqwest::Error),
}

/// Traces that are sent to a collector in batches, on a thread of their own.
#[derive(Debug, Clone)]
pub struct Traces {
    provider: SdkTracerProvider,
}

impl Traces {
    /// Begins to send them where the environment says (`OTEL_EXPORTER_OTLP_ENDPOINT` and its siblings; OTLP over HTTP, as
    /// protobuf). `has_name`: it also says how this program is called; `patience`: how long the collector may take for an
    /// answer. The connections belong to the runtime that this is called on.
    pub fn start(has_name: bool, patience: Duration) -> Result<Self, TracesProblem> {
        // reqwest asks for the process's provider; somebody else may have set the same one.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let client = reqwest::Client::builder()
            .no_proxy()
            .redirect(reqwest::redirect::Policy::none())
            .timeout(patience)
            .build()?;
        let collector = Collector { client, runtime: Handle::current() };
        let exporter = SpanExporter::builder().with_http().with_http_client(collector).build();
        let exporter = Telling::new(exporter.map_err(|_| TracesProblem::Exporter)?);
        let mut resource = Resource::builder();
        if !has_name {
            resource = resource.with_service_name(NAME);
        }
        let provider = SdkTracerProvider::builder()
            .with_resource(resource.build())
            .with_batch_exporter(exporter)
            .build();
        Ok(Self { provider })
    }

    /// Hands the spans of this program on.
    pub fn layer<S>(&self) -> impl Layer<S> + Send + Sync + use<S>
    where
        S: Subscriber + for<'span> LookupSpan<'span> + Send + Sync,
    {
        tracing_opentelemetry::layer()
            .with_tracer(self.provider.tracer(NAME))
            .with_location(false)
            .with_threads(false)
            .with_tracked_inactivity(false)
            .with_level(false)
            .with_target(false)
            .with_context_activation(false)
            .with_filter(DynFilterFn::new(is_traced).with_max_level_hint(LevelFilter::INFO))
    }

    /// Sends what is left, for at most two seconds.
    pub async fn end(self) {
        // Not on the runtime's own thread, which has to send it.
        let ended = tokio::task::spawn_blocking(move || self.provider.shutdown_with_timeout(LAST)).await;
        if !matches!(ended, Ok(Ok(()))) {
            tracing::warn!("the last traces could not be sent");
        }
    }
}

/// Whether something is a span of ours that begins a trace, which says of which kind it is, or belongs to one. So the waits of
/// jobs, which look for work each second, are no traces of their own.
fn is_traced<S>(about: &Metadata<'_>, around: &Context<'_, S>) -> bool
where
    S: Subscriber + for<'span> LookupSpan<'span>,
{
    about.is_span()
        && *about.level() <= LevelFilter::INFO
        && about.target().starts_with("patient_connect")
        && (about.fields().field("otel.kind").is_some() || around.lookup_current().is_some())
}

/// The way to the collector: the exporter's thread knows no runtime, so connections are made on ours.
#[derive(Debug)]
struct Collector {
    client: reqwest::Client,
    runtime: Handle,
}

impl HttpClient for Collector {
    fn send_bytes<'c, 'f>(
        &'c self,
        request: Request<Bytes>,
    ) -> Pin<Box<dyn Future<Output = Result<Response<Bytes>, HttpError>> + Send + 'f>>
    where
        'c: 'f,
        Self: 'f,
    {
        let client = self.client.clone();
        let sent = self.runtime.spawn(async move { client.send_bytes(request).await });
        Box::pin(async { sent.await? })
    }
}
