//! What proves that an app wrote a message: hashes and HMACs, over the bytes as they stand.

use data_encoding::BASE64;
use hmac::{Hmac, KeyInit, Mac};
use sha1::Sha1;
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

use super::envelope::Proof;
use crate::actions::app::platform_session::MacAlgorithm;

/// Base64 with whatever white space in and around it.
pub fn base64(text: &str) -> Option<Vec<u8>> {
    let packed: String = text.chars().filter(|c| !c.is_ascii_whitespace()).collect();
    BASE64.decode(packed.as_bytes()).ok()
}

/// Whether this is the hash of these bytes, by one of the two algorithms that there are.
pub fn is_hash(hash: &Proof<'_>, bytes: &[u8]) -> bool {
    let Some(claimed) = base64(hash.base64) else { return false };
    match hash.algorithm {
        "SHA256" => Sha256::digest(bytes).as_slice().ct_eq(&claimed).into(),
        "SHA1" => Sha1::digest(bytes).as_slice().ct_eq(&claimed).into(),
        _ => false,
    }
}

/// Whether this is the HMAC of these bytes, by the session's algorithm, which the message must name. In constant time.
pub fn is_mac(mac: &Proof<'_>, algorithm: MacAlgorithm, key: &[u8], bytes: &[u8]) -> bool {
    let Some(claimed) = base64(mac.base64) else { return false };
    if mac.algorithm != algorithm.as_str() {
        return false;
    }
    match algorithm {
        MacAlgorithm::HmacSha1 => Hmac::<Sha1>::new_from_slice(key)
            .is_ok_and(|hmac| hmac.chain_update(bytes).verify_slice(&claimed).is_ok()),
        MacAlgorithm::HmacSha256 => Hmac::<Sha256>::new_from_slice(key)
            .is_ok_and(|hmac| hmac.chain_update(bytes).verify_slice(&claimed).is_ok()),
    }
}
