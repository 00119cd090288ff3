//! The cookie that binds the forms of a browser without a session to it (a double-submit cookie: the token in a form is a
//! keyed hash of it).

use actix_web::cookie::Cookie;
use data_encoding::BASE64URL_NOPAD;

use super::session;
use crate::{
    keys::{Hashes, Keys, Purpose},
    ports::{self, Random},
};

/// Its name.
pub(super) const NAME: &str = "form";

/// A value for it, or a form token that is bound to nothing but a session.
pub(super) fn fresh(random: &dyn Random) -> String {
    BASE64URL_NOPAD.encode(&ports::bytes::<32>(random))
}

/// Whether a cookie can be one of ours, by its length.
pub(super) fn is_whole(value: &str) -> bool {
    value.len() == 43
}

/// The tokens that are bound to a value, under all peppers.
pub(super) fn tokens(keys: &Keys, value: &str) -> Hashes {
    keys.proofs(Purpose::Form, &[value.as_bytes()])
}

/// The token for a form that is shown now.
pub(super) fn token(keys: &Keys, value: &str) -> String {
    BASE64URL_NOPAD.encode(tokens(keys, value).written())
}

/// The cookie.
pub(super) fn set(value: String, secure: bool) -> Cookie<'static> {
    session::cookie(NAME, value, secure).finish()
}
