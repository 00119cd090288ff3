//! The connection to a provider, as `openidconnect` wants it: in bounded time and size, to the very address that is
//! asked for. No proxy, no redirect, no cookie.

use std::{pin::Pin, time::Duration};

use openidconnect::{AsyncHttpClient, HttpRequest, HttpResponse};
use reqwest::{Client, redirect};

/// How long an answer may take, from the look-up of the name to its last byte.
const TIMEOUT: Duration = Duration::from_secs(10);
/// How long a connection may take to come about.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(5);
/// The most that an answer may weigh. Lists of keys of large providers have about 20 KB.
const MOST_BYTES: usize = 256 * 1024;

/// What can go wrong on the way.
#[derive(Debug, thiserror::Error)]
pub(super) enum HttpError {
    /// No answer came, or none that is one.
    #[error("no answer")]
    NoAnswer,
    /// It says that it cannot do it now.
    #[error("an answer that says it cannot be done now")]
    Failing,
    /// The answer is too large.
    #[error("an answer that is too large")]
    TooLarge,
}

/// Sends the library's requests.
pub(super) struct Http(Client);

impl Http {
    pub(super) fn new() -> reqwest::Result<Self> {
        // reqwest asks for the process's provider; somebody else may have set the same one.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let client = Client::builder()
            .user_agent(concat!("patient-connect/", env!("CARGO_PKG_VERSION")))
            .redirect(redirect::Policy::none())
            .no_proxy()
            .referer(false)
            .connect_timeout(CONNECT_TIMEOUT)
            .timeout(TIMEOUT)
            .build()?;
        Ok(Self(client))
    }

    async fn send(&self, request: HttpRequest) -> Result<HttpResponse, HttpError> {
        let request = request.try_into().map_err(|_| HttpError::NoAnswer)?;
        let mut answer = self.0.execute(request).await.map_err(|_| HttpError::NoAnswer)?;
        if answer.status().is_server_error() {
            return Err(HttpError::Failing);
        }
        let mut body = Vec::new();
        while let Some(chunk) = answer.chunk().await.map_err(|_| HttpError::NoAnswer)? {
            if body.len() + chunk.len() > MOST_BYTES {
                return Err(HttpError::TooLarge);
            }
            body.extend_from_slice(&chunk);
        }
        let mut response = HttpResponse::new(body);
        *response.status_mut() = answer.status();
        *response.headers_mut() = answer.headers().clone();
        Ok(response)
    }
}

impl<'c> AsyncHttpClient<'c> for Http {
    type Error = HttpError;
    type Future = Pin<Box<dyn Future<Output = Result<HttpResponse, HttpError>> + Send + 'c>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        Box::pin(self.send(request))
    }
}
