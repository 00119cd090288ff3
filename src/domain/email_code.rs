//! Codes of digits that are mailed to an address, to prove that who typed the address reads it.
//!
//! What lives here: how codes are drawn and read, how often one may be tried and sent, how long it lives. What must not:
//! a clock, randomness, mailing. Where to look next: `actions::account` for the order of steps.
//!
//! The numbers: a code gets ten tries, an errand five codes, and an address (by default) ten codes an hour, whoever asks
//! for them. Whoever asks all day for somebody else's code to get into her account has 2,400 tries at 8 digits: one in
//! forty thousand. Whoever wants a new account with an address that she does not read gains nothing of anybody's, so 6
//! digits, which are typed more easily, are enough.

use chrono::{DateTime, TimeDelta, Utc};
use zeroize::Zeroizing;

use super::invisible::is_invisible;

/// Tries that a code allows.
pub const TRIES: u32 = 10;
/// Codes that are sent for one errand; after that it begins anew.
pub const MOST_SENT: u32 = 5;
/// How soon the same form sent again brings another mail: sooner it is a double click.
pub const DOUBLE_CLICK: TimeDelta = TimeDelta::seconds(30);
/// How long an errand is kept after its last mail: a name and a password that wait for their code.
const ERRAND_KEPT: TimeDelta = TimeDelta::hours(24);
/// How long a new password may be chosen after the code was right.
pub const CHOOSING: TimeDelta = TimeDelta::minutes(30);

/// The most that is read of what was typed.
const MOST_TYPED: usize = 200;

/// What a code is mailed for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Errand {
    /// A new account.
    SignUp,
    /// The address of an account that was made before addresses were confirmed.
    Confirm,
    /// A forgotten password.
    Recover,
}

impl Errand {
    /// All of them.
    pub const ALL: [Errand; 3] = [Errand::SignUp, Errand::Confirm, Errand::Recover];

    /// The word that is stored.
    pub fn as_str(self) -> &'static str {
        match self {
            Errand::SignUp => "sign_up",
            Errand::Confirm => "confirm",
            Errand::Recover => "recover",
        }
    }

    /// The errand that a word stands for.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|errand| errand.as_str() == word)
    }

    /// How many digits its codes have.
    pub fn digits(self) -> usize {
        match self {
            Errand::SignUp | Errand::Confirm => 6,
            Errand::Recover => 8,
        }
    }

    /// How long its codes live.
    pub fn lifetime(self) -> TimeDelta {
        match self {
            Errand::SignUp | Errand::Confirm => TimeDelta::minutes(30),
            Errand::Recover => TimeDelta::hours(24),
        }
    }
}

/// What is wrong with a typed code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EmailCodeProblem {
    /// Nothing was typed.
    Empty,
    /// Something else than digits.
    NotDigits,
    /// Too few digits or too many.
    Length {
        /// How many a code has.
        digits: usize,
    },
}

/// A code. Never printed, wiped when dropped.
#[derive(Clone, PartialEq, Eq)]
pub struct EmailCode(Zeroizing<String>);

impl std::fmt::Debug for EmailCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("EmailCode(…)")
    }
}

impl EmailCode {
    /// Makes a code of random bytes: every code is as likely as any other, but for one part in 10^30.
    pub fn draw(errand: Errand, random: [u8; 16]) -> Self {
        let digits = errand.digits();
        let number = u128::from_le_bytes(random) % 10_u128.pow(u32::try_from(digits).unwrap_or(u32::MAX));
        Self(Zeroizing::new(format!("{number:0digits$}")))
    }

    /// Reads what was typed or pasted: digits of any script, with whatever stands between groups.
    pub fn read(errand: Errand, typed: &str) -> Result<Self, EmailCodeProblem> {
        let digits = errand.digits();
        if typed.chars().nth(MOST_TYPED).is_some() {
            return Err(EmailCodeProblem::Length { digits });
        }
        let mut read = Zeroizing::new(String::with_capacity(digits));
        for c in typed.chars().filter(|c| !stands_between(*c)) {
            read.push(digit(c).ok_or(EmailCodeProblem::NotDigits)?);
        }
        match read.len() {
            0 => Err(EmailCodeProblem::Empty),
            length if length == digits => Ok(Self(read)),
            _ => Err(EmailCodeProblem::Length { digits }),
        }
    }

    /// Its digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// In two groups, as it is written: `123 456`, `1234 5678`.
    pub fn grouped(&self) -> String {
        let (first, second) = self.0.split_at(self.0.len() / 2);
        format!("{first} {second}")
    }
}

/// Spaces, dashes of any kind, full stops, and what nobody sees.
fn stands_between(c: char) -> bool {
    c.is_whitespace()
        || is_invisible(c)
        || matches!(c, '-' | '.' | '\u{ad}' | '\u{2010}'..='\u{2015}' | '\u{2212}')
        || matches!(c, '\u{fe58}' | '\u{fe63}' | '\u{ff0d}' | '\u{b7}')
}

/// The zeros of the scripts whose digits people type, each followed by its nine others.
const ZEROS: [char; 14] = [
    '0', '\u{660}', '\u{6f0}', '\u{7c0}', '\u{966}', '\u{9e6}', '\u{a66}', '\u{ae6}', '\u{be6}', '\u{c66}',
    '\u{e50}', '\u{ed0}', '\u{1040}', '\u{ff10}',
];

fn digit(c: char) -> Option<char> {
    let value =
        ZEROS.iter().find_map(|zero| (c as u32).checked_sub(*zero as u32).filter(|value| *value < 10))?;
    char::from_digit(value, 10)
}

/// Why a code takes no try.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Closed {
    /// It has run out.
    Expired,
    /// All its tries are spent.
    Spent,
}

/// Something that a code is to prove, or has proven.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    /// What for.
    pub errand: Errand,
    /// Tries that the newest code still has.
    pub tries_left: u32,
    /// How many codes were sent.
    pub sent: u32,
    /// When the newest was sent.
    pub sent_at: DateTime<Utc>,
    /// When a code was right.
    pub proven_at: Option<DateTime<Utc>>,
}

impl Proof {
    /// One whose first code is sent now.
    pub fn begin(errand: Errand, now: DateTime<Utc>) -> Self {
        Self { errand, tries_left: TRIES, sent: 1, sent_at: now, proven_at: None }
    }

    /// Whether its time is over. Then it is as if it had never been.
    pub fn is_over(&self, now: DateTime<Utc>) -> bool {
        match self.proven_at {
            Some(proven) => now >= proven + CHOOSING,
            None => now >= self.sent_at + ERRAND_KEPT,
        }
    }

    /// Whether its code has done all that it can do. One that proved an address may come again for a while, from a form
    /// that was sent twice, and then does what it did; one that let somebody choose a password may not.
    pub fn is_used_up(&self) -> bool {
        self.proven_at.is_some() && self.errand == Errand::Recover
    }

    /// Why its newest code takes no try now, if it takes none.
    pub fn closed(&self, now: DateTime<Utc>) -> Option<Closed> {
        if now >= self.sent_at + self.errand.lifetime() {
            return Some(Closed::Expired);
        }
        (self.tries_left == 0).then_some(Closed::Spent)
    }

    /// Spends a try.
    pub fn charge(&mut self, now: DateTime<Utc>) -> Result<(), Closed> {
        match self.closed(now) {
            Some(closed) => Err(closed),
            None => {
                self.tries_left -= 1;
                Ok(())
            }
        }
    }

    /// Another code is sent: the one before is of no use any more. False when there were too many.
    #[must_use]
    pub fn renew(&mut self, now: DateTime<Utc>) -> bool {
        if self.sent >= MOST_SENT {
            return false;
        }
        *self = Self { sent: self.sent + 1, ..Self::begin(self.errand, now) };
        true
    }

    /// Whether asking for another code now is a double click, or the same form sent again because its answer was lost.
    pub fn was_just_sent(&self, now: DateTime<Utc>) -> bool {
        now < self.sent_at + DOUBLE_CLICK && self.closed(now).is_none()
    }

    /// When the newest code runs out.
    pub fn expires_at(&self) -> DateTime<Utc> {
        self.sent_at + self.errand.lifetime()
    }

    /// What is not newer than this is over: those without a right code, and those with one.
    pub fn over_before(now: DateTime<Utc>) -> (DateTime<Utc>, DateTime<Utc>) {
        (now - ERRAND_KEPT, now - CHOOSING)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(minutes: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_800_000_000 + minutes * 60, 0).unwrap()
    }

    fn read(typed: &str) -> Result<String, EmailCodeProblem> {
        EmailCode::read(Errand::SignUp, typed).map(|code| code.as_str().to_owned())
    }

    #[test]
    fn a_code_is_read_however_it_is_typed_or_pasted() {
        for typed in [
            "012345",
            " 012 345\n",
            "012-345",
            "0 1 2 3 4 5",
            "012\u{2013}345.",
            "\u{ff10}\u{ff11}\u{ff12}\u{3000}\u{ff13}\u{ff14}\u{ff15}",
            "\u{660}\u{661}\u{662}\u{663}\u{664}\u{665}",
            "\u{6f0}\u{6f1}\u{6f2} \u{6f3}\u{6f4}\u{6f5}",
            "\u{966}\u{967}\u{968}\u{969}\u{96a}\u{96b}",
            "\u{202a}012\u{a0}345\u{202c}",
        ] {
            assert_eq!(read(typed), Ok("012345".to_owned()), "{typed:?}");
        }
    }

    #[test]
    fn what_is_no_code_is_told_apart() {
        assert_eq!(read(""), Err(EmailCodeProblem::Empty));
        assert_eq!(read(" - "), Err(EmailCodeProblem::Empty));
        assert_eq!(read("12345"), Err(EmailCodeProblem::Length { digits: 6 }));
        assert_eq!(read("1234567"), Err(EmailCodeProblem::Length { digits: 6 }));
        assert_eq!(read("12345O"), Err(EmailCodeProblem::NotDigits));
        assert_eq!(read(&"1".repeat(100_000)), Err(EmailCodeProblem::Length { digits: 6 }));
        assert!(EmailCode::read(Errand::Recover, "12345678").is_ok());
    }

    #[test]
    fn a_code_is_written_in_two_groups_and_never_printed_by_accident() {
        let mut bytes = [0; 16];
        bytes[0] = 42;
        assert_eq!(EmailCode::draw(Errand::SignUp, bytes).grouped(), "000 042");
        assert_eq!(EmailCode::draw(Errand::Recover, bytes).grouped(), "0000 0042");
        assert_eq!(format!("{:?}", EmailCode::draw(Errand::Recover, bytes)), "EmailCode(…)");
    }

    #[test]
    fn ten_tries_are_all() {
        let mut proof = Proof::begin(Errand::SignUp, at(0));
        for _ in 0..TRIES {
            assert_eq!(proof.charge(at(1)), Ok(()));
        }
        assert_eq!(proof.charge(at(1)), Err(Closed::Spent));
        assert!(proof.renew(at(2)));
        assert_eq!(proof.charge(at(2)), Ok(()));
    }

    #[test]
    fn a_code_lives_thirty_minutes_and_one_for_a_forgotten_password_a_day() {
        let mut proof = Proof::begin(Errand::Confirm, at(0));
        assert_eq!(proof.charge(at(29)), Ok(()));
        assert_eq!(proof.charge(at(30)), Err(Closed::Expired));
        let mut proof = Proof::begin(Errand::Recover, at(0));
        assert_eq!(proof.charge(at(24 * 60 - 1)), Ok(()));
        assert_eq!(proof.charge(at(24 * 60)), Err(Closed::Expired));
    }

    #[test]
    fn five_codes_are_sent_and_no_more() {
        let mut proof = Proof::begin(Errand::SignUp, at(0));
        for minute in 1..5 {
            assert!(proof.renew(at(minute)));
        }
        let before = proof.clone();
        assert!(!proof.renew(at(5)));
        assert_eq!(proof, before);
    }

    #[test]
    fn what_waits_for_a_code_is_gone_after_a_day_and_a_proven_one_after_half_an_hour() {
        let mut proof = Proof::begin(Errand::Recover, at(0));
        assert!(!proof.is_over(at(24 * 60 - 1)) && proof.is_over(at(24 * 60)));
        proof.proven_at = Some(at(24 * 60 - 1));
        assert!(!proof.is_over(at(24 * 60 + 28)) && proof.is_over(at(24 * 60 + 29)));
    }

    #[test]
    fn the_same_form_sent_twice_is_one_mail_unless_its_code_is_spent() {
        let mut proof = Proof::begin(Errand::SignUp, at(0));
        assert!(proof.was_just_sent(at(0)) && !proof.was_just_sent(at(1)));
        proof.tries_left = 0;
        assert!(!proof.was_just_sent(at(0)));
    }

    #[test]
    fn every_errand_has_a_word_of_its_own() {
        for errand in Errand::ALL {
            assert_eq!(Errand::parse(errand.as_str()), Some(errand));
        }
        assert_eq!(Errand::parse("x"), None);
    }

    proptest! {
        #[test]
        fn every_code_that_is_drawn_is_read_again(random in any::<[u8; 16]>()) {
            for errand in Errand::ALL {
                let code = EmailCode::draw(errand, random);
                prop_assert_eq!(code.as_str().len(), errand.digits());
                prop_assert_eq!(&EmailCode::read(errand, &code.grouped()).unwrap(), &code);
            }
        }

        #[test]
        fn no_input_makes_it_panic(typed in any::<String>()) {
            let _ = EmailCode::read(Errand::SignUp, &typed);
        }
    }
}
