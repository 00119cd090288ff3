//! Places in an app's numbered lists, signed: handed back by another app, or to another list, they are refused.

use data_encoding::BASE64URL_NOPAD;
use subtle::ConstantTimeEq;
use uuid::Uuid;

use super::problem::Problem;
use crate::keys::{Keys, Purpose};

/// A place in one of an app's lists, which only this app can hand back to only this list.
pub fn cursor(keys: &Keys, list: &[u8], app_id: Uuid, seq: i64) -> String {
    let place = seq.to_be_bytes();
    BASE64URL_NOPAD.encode(&[&place[..], &mac(keys, list, app_id, place)].concat())
}

/// Reads it back. Another app's, another list's, or one that was changed: malformed.
pub fn read_cursor(keys: &Keys, list: &[u8], app_id: Uuid, text: &str) -> Result<i64, Problem> {
    let read = || {
        let bytes = BASE64URL_NOPAD.decode(text.as_bytes()).ok()?;
        let (place, sent) = bytes.split_first_chunk::<8>()?;
        let right = mac(keys, list, app_id, *place);
        bool::from(right[..].ct_eq(sent)).then(|| i64::from_be_bytes(*place))
    };
    read().ok_or_else(|| Problem::malformed("cursor is not one of ours."))
}

fn mac(keys: &Keys, list: &[u8], app_id: Uuid, place: [u8; 8]) -> [u8; 16] {
    let whole = keys.hash(Purpose::Cursor, &[list, app_id.as_bytes(), &place]);
    *whole.first_chunk().expect("a hash has 32 bytes")
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOG: &[u8] = b"events";

    #[test]
    fn a_cursor_is_read_only_by_its_app_in_its_list() {
        let keys = Keys::derive(&[7; 32]);
        let (ours, other) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let text = cursor(&keys, LOG, ours, 42);
        assert_eq!(read_cursor(&keys, LOG, ours, &text).unwrap(), 42);
        assert!(read_cursor(&keys, LOG, other, &text).is_err());
        assert!(read_cursor(&keys, b"deliveries", ours, &text).is_err());
        let mut bytes = BASE64URL_NOPAD.decode(text.as_bytes()).unwrap();
        for at in 0..bytes.len() {
            bytes[at] ^= 1;
            assert!(read_cursor(&keys, LOG, ours, &BASE64URL_NOPAD.encode(&bytes)).is_err());
            bytes[at] ^= 1;
        }
        for garbage in ["", "!", "AAAA", &text[1..]] {
            assert!(read_cursor(&keys, LOG, ours, garbage).is_err());
        }
    }
}
