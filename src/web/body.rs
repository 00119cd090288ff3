//! Reading a request's body: never more than may be kept, and never for longer than a sender may take. A body that
//! trickles in would hold its connection, and with it the end of the program, for as long as its sender likes.

use std::{future::poll_fn, pin::Pin, time::Duration};

use actix_web::{dev::Payload, web::Bytes};
use futures_core::Stream;
use zeroize::Zeroizing;

/// How long a sender may take for its body. An honest one on a bad line sends a form of a few KB in a second or two.
pub const PATIENCE: Duration = Duration::from_secs(10);

/// Of a body that is too long so many times more is read and thrown away, so that its sender comes to read the answer.
const DRAINED: usize = 8;

/// Why there is no body.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BodyError {
    /// It weighs more than it may.
    #[error("the body is too large")]
    TooLarge,
    /// It did not arrive in time.
    #[error("the body did not arrive in time")]
    TooSlow,
    /// The connection broke.
    #[error("the body could not be read to its end")]
    Broken,
}

/// Reads a body of at most `most_bytes` in at most `patience`.
pub async fn read(
    payload: &mut Payload,
    most_bytes: usize,
    patience: Duration,
) -> Result<Zeroizing<Vec<u8>>, BodyError> {
    tokio::time::timeout(patience, collect(payload, most_bytes)).await.map_err(|_| BodyError::TooSlow)?
}

async fn collect(payload: &mut Payload, most_bytes: usize) -> Result<Zeroizing<Vec<u8>>, BodyError> {
    let mut body = Zeroizing::new(Vec::new());
    let mut length = 0usize;
    while let Some(chunk) = next_chunk(payload).await {
        let chunk = chunk.map_err(|_| BodyError::Broken)?;
        length = length.saturating_add(chunk.len());
        if length > most_bytes.saturating_mul(1 + DRAINED) {
            break;
        }
        if length <= most_bytes {
            body.extend_from_slice(&chunk);
        }
    }
    if length > most_bytes { Err(BodyError::TooLarge) } else { Ok(body) }
}

async fn next_chunk(payload: &mut Payload) -> Option<Result<Bytes, actix_web::error::PayloadError>> {
    poll_fn(|cx| Pin::new(&mut *payload).poll_next(cx)).await
}
