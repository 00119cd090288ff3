//! Places in an app's lists, in the one form that all lists write: sealed and bound to app and list, so that a cursor
//! tells nothing (a place may hold an id of ours) and is refused when another app, or another list, hands it back.
//!
//! Long feeds are read with a cursor that was kept for weeks, so the form of before, a number in clear with a MAC, is
//! still read where it stood for a number: in the log and in the deliveries.

use chrono::{DateTime, Utc};
use data_encoding::BASE64URL_NOPAD;
use subtle::ConstantTimeEq;
use uuid::Uuid;

use super::{json::is_storable, problem::Problem};
use crate::keys::{Keys, Purpose};

/// A list that hands out cursors. Its name is part of what a cursor is bound to, so it never changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum List {
    /// Connect requests, by time of creation.
    ConnectRequests,
    /// What was authorized, by time.
    Authorized,
    /// The app's log.
    Events,
    /// Its callbacks.
    Deliveries,
}

impl List {
    fn name(self) -> &'static [u8] {
        match self {
            List::ConnectRequests => b"connect-requests",
            List::Authorized => b"authorized-connect-requests",
            List::Events => b"events",
            List::Deliveries => b"deliveries",
        }
    }
}

/// What a cursor's place is made of, each part with a length of its own: so it is read back as it was written.
pub trait Part: Sized {
    /// Appends it.
    fn write(&self, place: &mut Vec<u8>);
    /// Takes it from the front. `None` when it is not there.
    fn read(place: &mut &[u8]) -> Option<Self>;
}

impl Part for i64 {
    fn write(&self, place: &mut Vec<u8>) {
        place.extend_from_slice(&self.to_be_bytes());
    }

    fn read(place: &mut &[u8]) -> Option<Self> {
        let (number, rest) = place.split_first_chunk()?;
        *place = rest;
        Some(i64::from_be_bytes(*number))
    }
}

/// In microseconds, as finely as instants are kept.
impl Part for DateTime<Utc> {
    fn write(&self, place: &mut Vec<u8>) {
        self.timestamp_micros().write(place);
    }

    fn read(place: &mut &[u8]) -> Option<Self> {
        DateTime::from_timestamp_micros(i64::read(place)?).filter(|at| is_storable(*at))
    }
}

impl Part for Uuid {
    fn write(&self, place: &mut Vec<u8>) {
        place.extend_from_slice(self.as_bytes());
    }

    fn read(place: &mut &[u8]) -> Option<Self> {
        let (id, rest) = place.split_first_chunk()?;
        *place = rest;
        Some(Uuid::from_bytes(*id))
    }
}

impl<A: Part, B: Part> Part for (A, B) {
    fn write(&self, place: &mut Vec<u8>) {
        self.0.write(place);
        self.1.write(place);
    }

    fn read(place: &mut &[u8]) -> Option<Self> {
        Some((A::read(place)?, B::read(place)?))
    }
}

/// A place in one of an app's lists, which only this app can hand back to only this list. The same place is always
/// written the same.
pub fn cursor(keys: &Keys, list: List, app_id: Uuid, place: &impl Part) -> String {
    let mut bytes = Vec::new();
    place.write(&mut bytes);
    BASE64URL_NOPAD.encode(&keys.seal_same(Purpose::Cursor, &bound_to(list, app_id), &bytes))
}

/// Reads it back. Another app's, another list's, one that was changed, or one of a form that is no more: malformed.
pub fn read_cursor<P: Part>(keys: &Keys, list: List, app_id: Uuid, text: &str) -> Result<P, Problem> {
    let read = || {
        let bytes = BASE64URL_NOPAD.decode(text.as_bytes()).ok()?;
        let place = keys.open(Purpose::Cursor, &bound_to(list, app_id), &bytes)?;
        let mut rest = &place[..];
        P::read(&mut rest).filter(|_| rest.is_empty())
    };
    read().ok_or_else(foreign)
}

/// Reads a cursor of before: a number in clear and its MAC.
pub fn read_old_cursor(keys: &Keys, list: List, app_id: Uuid, text: &str) -> Option<i64> {
    let bytes = BASE64URL_NOPAD.decode(text.as_bytes()).ok()?;
    let (number, sent) = bytes.split_first_chunk::<8>()?;
    let right = keys.proofs(Purpose::Cursor, &[list.name(), app_id.as_bytes(), number]);
    let fits = right.all().any(|right| right[..OLD_MAC_BYTES].ct_eq(sent).into());
    fits.then(|| i64::from_be_bytes(*number))
}

const OLD_MAC_BYTES: usize = 16;

fn bound_to(list: List, app_id: Uuid) -> Vec<u8> {
    [list.name(), app_id.as_bytes()].concat()
}

fn foreign() -> Problem {
    Problem::malformed(
        "cursor is not one of ours for this app and list, or an older version wrote it: begin without a cursor.",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const AT: DateTime<Utc> = DateTime::from_timestamp_nanos(1_795_000_000_123_456_000);

    #[test]
    fn a_cursor_is_read_only_by_its_app_in_its_list() {
        let keys = Keys::derive(&[7; 32]);
        let (ours, other) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let place = (AT, Uuid::from_u128(42));
        let text = cursor(&keys, List::ConnectRequests, ours, &place);
        let read = |list, app, text: &str| read_cursor::<(DateTime<Utc>, Uuid)>(&keys, list, app, text);
        assert_eq!(read(List::ConnectRequests, ours, &text).unwrap(), place);
        assert_eq!(
            cursor(&keys, List::ConnectRequests, ours, &place),
            text,
            "the same place, the same cursor"
        );
        assert!(read(List::ConnectRequests, other, &text).is_err());
        for list in [List::Authorized, List::Events, List::Deliveries] {
            assert!(read(list, ours, &text).is_err());
        }
        assert!(read_cursor::<(i64, DateTime<Utc>)>(&keys, List::ConnectRequests, ours, &text).is_err());
        let mut bytes = BASE64URL_NOPAD.decode(text.as_bytes()).unwrap();
        for at in 0..bytes.len() {
            bytes[at] ^= 1;
            assert!(read(List::ConnectRequests, ours, &BASE64URL_NOPAD.encode(&bytes)).is_err());
            bytes[at] ^= 1;
        }
        for garbage in ["", "!", "AAAA", &text[1..]] {
            assert!(read(List::ConnectRequests, ours, garbage).is_err());
        }
    }

    #[test]
    fn a_cursor_shows_nothing_of_its_place() {
        let keys = Keys::derive(&[7; 32]);
        let id = Uuid::from_u128(0x0123_4567_89ab_cdef_0123_4567_89ab_cdef);
        let text = cursor(&keys, List::ConnectRequests, Uuid::nil(), &(AT, id));
        let bytes = BASE64URL_NOPAD.decode(text.as_bytes()).unwrap();
        let holds = |part: &[u8]| bytes.windows(part.len()).any(|window| window == part);
        assert!(!holds(id.as_bytes()) && !holds(&AT.timestamp_micros().to_be_bytes()));
    }

    #[test]
    fn a_cursor_of_before_is_still_read_by_its_app_in_its_list() {
        let keys = Keys::derive(&[7; 32]);
        let (ours, other) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let number = 42_i64.to_be_bytes();
        let mac = keys.hash_for_now(Purpose::Cursor, &[b"events", ours.as_bytes(), &number]);
        let text = BASE64URL_NOPAD.encode(&[&number[..], &mac[..16]].concat());
        assert_eq!(read_old_cursor(&keys, List::Events, ours, &text), Some(42));
        assert_eq!(read_old_cursor(&keys, List::Events, other, &text), None);
        assert_eq!(read_old_cursor(&keys, List::Deliveries, ours, &text), None);
        let new = cursor(&keys, List::Events, ours, &(42_i64, AT));
        assert_eq!(read_old_cursor(&keys, List::Events, ours, &new), None);
    }
}
