//! When what is in the outbox, a callback or a mail, is tried again: pauses that grow, drawn so that what failed
//! together is not sent again together, and an end after three days.

use chrono::{DateTime, TimeDelta, Utc};

/// No attempt is made later than this after the first one: "retries over three days".
pub const LONGEST: TimeDelta = TimeDelta::hours(72);

/// The pauses after the first, second, … failed attempt, in seconds: each is drawn between the one before and its own.
pub const PAUSES: [i64; 9] = [10, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 64_800, 79_200];

/// When the next attempt is made, at least `asked` from now; `None` when there is none any more. `failed_before` is the
/// number of attempts before the one that has just failed, `first` the time of the first one.
pub fn again(
    failed_before: u32,
    first: DateTime<Utc>,
    now: DateTime<Utc>,
    asked: TimeDelta,
    random: u64,
) -> Option<DateTime<Utc>> {
    let step = failed_before as usize;
    let most = PAUSES.get(step)?;
    let least = if step == 0 { 1 } else { PAUSES[step - 1] };
    let spread = u64::try_from((most - least) * 1_000_000).unwrap_or(0) + 1;
    let jitter = TimeDelta::microseconds(i64::try_from(random % spread).unwrap_or(0));
    let pause = (TimeDelta::seconds(least) + jitter).max(asked);
    let last = first + LONGEST;
    (now < last).then(|| (now + pause).min(last))
}
