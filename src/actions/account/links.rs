//! Links of mails that lead to an account: sealed, for one purpose, for a while. They open nothing by being looked at:
//! each leads to a page that asks first.

use chrono::{DateTime, Utc};
use data_encoding::BASE64URL_NOPAD;
use uuid::Uuid;

use crate::{actions::Context, keys::Purpose};

/// What a link is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkTo {
    /// “It was not me”: ends all sign-ins of a person.
    NotMe,
    /// Takes a change of address back.
    UndoEmail,
}

impl LinkTo {
    fn label(self) -> &'static [u8] {
        match self {
            LinkTo::NotMe => b"not me",
            LinkTo::UndoEmail => b"undo email",
        }
    }
}

/// The longest that one of ours has.
const LONGEST: usize = 200;

/// What stands in the link: whom or what it is about, sealed.
pub(super) fn make(context: &Context, to: LinkTo, id: Uuid, until: DateTime<Utc>) -> String {
    let plain = [&id.as_bytes()[..], &until.timestamp().to_be_bytes()[..]].concat();
    let sealed = context.keys.seal(Purpose::Account, to.label(), &*context.random, &plain);
    BASE64URL_NOPAD.encode(&sealed)
}

/// Whom or what a link is about. `None` when it is none of ours, for something else, or too old.
pub(super) fn open(context: &Context, to: LinkTo, token: &str) -> Option<Uuid> {
    if token.len() > LONGEST {
        return None;
    }
    let sealed = BASE64URL_NOPAD.decode(token.as_bytes()).ok()?;
    let plain = context.keys.open(Purpose::Account, to.label(), &sealed)?;
    let (id, until) = plain.split_first_chunk::<16>()?;
    let until = i64::from_be_bytes(until.try_into().ok()?);
    (context.now().timestamp() <= until).then(|| Uuid::from_bytes(*id))
}
