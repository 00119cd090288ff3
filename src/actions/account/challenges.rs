//! Challenges for passkeys. Whoever looks at a page costs nothing: what belongs to its challenge goes out with the page,
//! sealed, and comes back with the answer. Only an answer that was right is written down, so that it opens once.

use chrono::DateTime;
use data_encoding::BASE64URL_NOPAD;
use zeroize::Zeroizing;

use crate::{
    actions::Context,
    domain::passkey,
    keys::{Hashes, Purpose},
    passkeys::Asked,
};

/// What a page needs to ask a device.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Challenge {
    /// What the browser asks the device for, as JSON.
    pub options: String,
    /// What must come back with the answer.
    pub sealed: String,
}

/// What a challenge is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::actions) enum ChallengeFor {
    /// A new passkey.
    NewPasskey,
    /// Signing in with one.
    SignIn,
}

fn label(what: ChallengeFor, bound: &[&[u8]]) -> Vec<u8> {
    let what: &[u8] = match what {
        ChallengeFor::NewPasskey => b"new passkey",
        ChallengeFor::SignIn => b"sign in",
    };
    [what, b"\0", &bound.concat()].concat()
}

/// Gives out what a device is asked, with what belongs to it sealed for the browser that it is bound to. None where the
/// library could not ask: a fault of ours that is told to nobody but the log.
pub(in crate::actions) fn give(
    context: &Context,
    what: ChallengeFor,
    bound: &[&[u8]],
    asked: anyhow::Result<Asked>,
) -> Option<Challenge> {
    let asked = match asked {
        Ok(asked) => asked,
        Err(error) => {
            tracing::error!(%error, "no passkey can be asked for");
            return None;
        }
    };
    let plain = [&context.now().timestamp().to_be_bytes()[..], &asked.state].concat();
    let sealed = context.keys.seal(Purpose::Passkey, &label(what, bound), &*context.random, &plain);
    Some(Challenge { options: asked.options, sealed: BASE64URL_NOPAD.encode(&sealed) })
}

/// What belongs to a challenge that came back. `None` when it is none of ours, another browser's, for something else, or
/// too old.
pub(in crate::actions) fn open(
    context: &Context,
    what: ChallengeFor,
    bound: &[&[u8]],
    sealed: &str,
) -> Option<Zeroizing<Vec<u8>>> {
    let sealed = BASE64URL_NOPAD.decode(sealed.as_bytes()).ok()?;
    let plain = context.keys.open(Purpose::Passkey, &label(what, bound), &sealed)?;
    let (given, state) = plain.split_first_chunk::<8>()?;
    let given = DateTime::from_timestamp(i64::from_be_bytes(*given), 0)?;
    passkey::is_taken(given, context.now()).then(|| Zeroizing::new(state.to_vec()))
}

/// What a spent challenge is remembered as.
pub(in crate::actions) fn hashes(context: &Context, state: &[u8]) -> Hashes {
    context.keys.hashes(Purpose::Passkey, &[b"spent", state])
}
