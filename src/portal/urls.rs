//! The addresses of our pages, typed: nobody writes a path by hand.

use std::fmt;

use uuid::Uuid;

use super::account_url::AccountUrl;
use crate::{
    domain::{slug::Slug, step::Step},
    letter::entry_of,
    web::limits::LONGEST_WAIT,
};

/// A page of ours. Steps carry the number of their journey; the first of a browser session needs none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Url {
    /// The code is typed.
    Code,
    /// The code page, saying what came of a link.
    CodeAfterLink(LinkOutcome),
    /// An app's own entry, where a code is typed.
    Entry(Slug),
    /// The secret question.
    Question(i64),
    /// Sign in, in a journey.
    SignInTo(i64),
    /// Sign in, to see one's connections.
    SignInToConnections,
    /// Sign in.
    SignIn,
    /// Sign in, after signing out.
    SignedOut,
    /// Sign in with a provider.
    SignInWith(String),
    /// Sign in with a passkey.
    SignInWithPasskey(Beside),
    /// Create an account, in a journey.
    CreateAccountTo(i64),
    /// Create an account, to see one's connections.
    CreateAccountToConnections,
    /// Create an account.
    CreateAccount,
    /// Type the code that proves the address.
    VerifyEmail(Beside),
    /// The same, after another code was sent.
    VerifyEmailSentAgain(Beside),
    /// The password is forgotten.
    Recover(Beside),
    /// Type the code for a new password.
    RecoverCode(Beside),
    /// The same, after another code was sent.
    RecoverCodeSentAgain(Beside),
    /// Choose a new password.
    RecoverPassword(Beside),
    /// Sign in, after a new password was chosen.
    Recovered(Beside),
    /// Sign in, since the address has an account already.
    HasAccount(Beside),
    /// "I did not expect this".
    Report(i64),
    /// Pick a record.
    Record(i64),
    /// Allow or decline.
    Authorize(i64),
    /// The success message.
    Success(i64),
    /// Nothing was shared.
    Declined(i64),
    /// What is connected.
    Connections,
    /// What is connected, after one was disconnected.
    Disconnected(Uuid),
    /// Ask whether to disconnect.
    Disconnect(Uuid),
    /// Which providers one can sign in with, once signed in.
    WaysToSignIn,
    /// The same, after one was added or taken away.
    WaysToSignInAfter(&'static str),
    /// Add a provider, or take it away.
    WayToSignIn(String),
    /// A page of her own account.
    Account(AccountUrl),
    /// Sign in, to see one's account.
    SignInToAccount,
    /// Create an account, to see it.
    CreateAccountToAccount,
    /// Sign out.
    SignOut,
    /// Switch the language.
    Language,
    /// How it works.
    Help,
}

/// What a sign-in stands beside, and leads on to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Beside {
    /// A journey, by its number.
    Journey(i64),
    /// One's connections.
    Connections,
    /// One's account.
    Account,
    /// Nothing in particular.
    Nothing,
}

impl Beside {
    /// A path with what it stands beside, and with a notice to be given there.
    fn write(self, f: &mut fmt::Formatter<'_>, path: &str, notice: Option<&str>) -> fmt::Result {
        let beside = match self {
            Beside::Journey(1) | Beside::Nothing => None,
            Beside::Journey(number) => Some(format!("journey={number}")),
            Beside::Connections => Some("to=connections".to_owned()),
            Beside::Account => Some("to=account".to_owned()),
        };
        let notice = notice.map(|notice| format!("notice={notice}"));
        let query: Vec<String> = beside.into_iter().chain(notice).collect();
        f.write_str(path)?;
        if query.is_empty() { Ok(()) } else { write!(f, "?{}", query.join("&")) }
    }
}

/// What came of a link, where it did not lead on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkOutcome {
    /// Its code is nobody's.
    Unknown,
    /// Its code's request is gone.
    Withdrawn,
    /// What it brings cannot be a code.
    Broken,
    /// Too many tries; the seconds to wait.
    TooManyRequests(u64),
    /// Overloaded, or the database is away.
    TryAgainLater,
}

impl LinkOutcome {
    /// By its word in an address.
    pub fn find(word: &str) -> Option<Self> {
        Some(match word {
            "unknown" => LinkOutcome::Unknown,
            "withdrawn" => LinkOutcome::Withdrawn,
            "link" => LinkOutcome::Broken,
            "later" => LinkOutcome::TryAgainLater,
            // Anybody can write an address: nothing waits longer than a minute.
            word => {
                let seconds: u64 = word.strip_prefix("wait-")?.parse().ok()?;
                LinkOutcome::TooManyRequests(seconds.clamp(1, LONGEST_WAIT.as_secs()))
            }
        })
    }
}

impl fmt::Display for LinkOutcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            LinkOutcome::Unknown => "unknown",
            LinkOutcome::Withdrawn => "withdrawn",
            LinkOutcome::Broken => "link",
            LinkOutcome::TryAgainLater => "later",
            LinkOutcome::TooManyRequests(seconds) => return write!(f, "wait-{seconds}"),
        })
    }
}

impl Url {
    /// The page of a step of a journey.
    pub fn of_step(step: Step, number: i64) -> Self {
        match step {
            Step::Code => Url::Code,
            Step::Question => Url::Question(number),
            Step::SignIn => Url::SignInTo(number),
            Step::Record => Url::Record(number),
            Step::Authorize => Url::Authorize(number),
            Step::Success => Url::Success(number),
            Step::Declined => Url::Declined(number),
        }
    }
}

/// A path, with the journey's number where it is not the first.
fn numbered(f: &mut fmt::Formatter<'_>, path: &str, number: i64) -> fmt::Result {
    f.write_str(path)?;
    if number == 1 { Ok(()) } else { write!(f, "?journey={number}") }
}

impl fmt::Display for Url {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Url::Entry(slug) => f.write_str(&entry_of(slug)),
            Url::Code => f.write_str("/connect"),
            Url::CodeAfterLink(outcome) => write!(f, "/connect?problem={outcome}"),
            Url::Question(n) => numbered(f, "/connect/question", *n),
            Url::SignInTo(n) => numbered(f, "/sign-in", *n),
            Url::SignInToConnections => f.write_str("/sign-in?to=connections"),
            Url::SignIn => f.write_str("/sign-in"),
            Url::SignedOut => f.write_str("/sign-in?notice=signed-out"),
            Url::SignInWithPasskey(beside) => beside.write(f, "/sign-in/passkey", None),
            Url::SignInWith(provider) => write!(f, "/sign-in/with/{provider}"),
            Url::CreateAccountTo(n) => numbered(f, "/create-account", *n),
            Url::CreateAccountToConnections => f.write_str("/create-account?to=connections"),
            Url::CreateAccount => f.write_str("/create-account"),
            Url::VerifyEmail(beside) => beside.write(f, "/verify-email", None),
            Url::VerifyEmailSentAgain(beside) => beside.write(f, "/verify-email", Some("sent-again")),
            Url::Recover(beside) => beside.write(f, "/recover", None),
            Url::RecoverCode(beside) => beside.write(f, "/recover/code", None),
            Url::RecoverCodeSentAgain(beside) => beside.write(f, "/recover/code", Some("sent-again")),
            Url::RecoverPassword(beside) => beside.write(f, "/recover/password", None),
            Url::Recovered(beside) => beside.write(f, "/sign-in", Some("recovered")),
            Url::HasAccount(beside) => beside.write(f, "/sign-in", Some("has-account")),
            Url::Report(n) => numbered(f, "/connect/report", *n),
            Url::Record(n) => numbered(f, "/connect/record", *n),
            Url::Authorize(n) => numbered(f, "/connect/authorize", *n),
            Url::Success(n) => numbered(f, "/connect/success", *n),
            Url::Declined(n) => numbered(f, "/connect/declined", *n),
            Url::Connections => f.write_str("/connections"),
            Url::Disconnected(id) => write!(f, "/connections?disconnected={id}"),
            Url::Disconnect(id) => write!(f, "/connections/{id}/disconnect"),
            Url::WaysToSignIn => f.write_str("/account/providers"),
            Url::WaysToSignInAfter(notice) => write!(f, "/account/providers?notice={notice}"),
            Url::WayToSignIn(provider) => write!(f, "/account/providers/{provider}"),
            Url::Account(page) => page.fmt(f),
            Url::SignInToAccount => f.write_str("/sign-in?to=account"),
            Url::CreateAccountToAccount => f.write_str("/create-account?to=account"),
            Url::SignOut => f.write_str("/sign-out"),
            Url::Language => f.write_str("/language"),
            Url::Help => f.write_str("/help"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_journey_has_plain_addresses_and_every_later_one_its_number() {
        assert_eq!(Url::of_step(Step::Question, 1).to_string(), "/connect/question");
        assert_eq!(Url::of_step(Step::SignIn, 2).to_string(), "/sign-in?journey=2");
        assert_eq!(Url::of_step(Step::Code, 2).to_string(), "/connect");
    }

    #[test]
    fn what_a_sign_in_stands_beside_is_kept_in_its_addresses() {
        assert_eq!(Url::VerifyEmail(Beside::Journey(1)).to_string(), "/verify-email");
        assert_eq!(Url::Recover(Beside::Journey(2)).to_string(), "/recover?journey=2");
        assert_eq!(Url::Recovered(Beside::Nothing).to_string(), "/sign-in?notice=recovered");
        let both = Url::HasAccount(Beside::Connections).to_string();
        assert_eq!(both, "/sign-in?to=connections&notice=has-account");
    }

    #[test]
    fn what_came_of_a_link_is_read_back_from_its_word() {
        for outcome in [
            LinkOutcome::Unknown,
            LinkOutcome::Withdrawn,
            LinkOutcome::Broken,
            LinkOutcome::TooManyRequests(7),
            LinkOutcome::TryAgainLater,
        ] {
            assert_eq!(LinkOutcome::find(&outcome.to_string()), Some(outcome));
        }
        assert_eq!(LinkOutcome::find("wait-999999"), Some(LinkOutcome::TooManyRequests(60)));
        for word in ["anything", "wait", "wait-", "wait-x", "wait--1"] {
            assert_eq!(LinkOutcome::find(word), None, "{word}");
        }
    }
}
