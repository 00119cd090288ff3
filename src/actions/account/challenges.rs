//! Challenges for passkeys. Whoever looks at a page costs nothing: what belongs to its challenge goes out with the page,
//! sealed, and comes back with the answer. Only an answer that was right is written down, so that it opens once.

use chrono::DateTime;
use data_encoding::BASE64URL_NOPAD;
use zeroize::Zeroizing;

use crate::{actions::Context, domain::passkey, keys::Purpose};

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

/// Seals what belongs to a challenge for the browser that it is bound to.
pub(in crate::actions) fn seal(
    context: &Context,
    what: ChallengeFor,
    bound: &[&[u8]],
    state: &[u8],
) -> String {
    let plain = [&context.now().timestamp().to_be_bytes()[..], state].concat();
    let sealed = context.keys.seal(Purpose::Passkey, &label(what, bound), &*context.random, &plain);
    BASE64URL_NOPAD.encode(&sealed)
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
pub(in crate::actions) fn hash(context: &Context, state: &[u8]) -> [u8; 32] {
    context.keys.hash(Purpose::Passkey, &[b"spent", state])
}
