//! How long a client that is turned away is told to wait.

use std::time::Duration;

/// How long to wait when we are overloaded or the database is away.
pub const LATER: Duration = Duration::from_secs(10);

/// Whole seconds for `Retry-After`, at least one.
pub fn whole_seconds(wait: Duration) -> u64 {
    wait.as_secs() + u64::from(wait.subsec_nanos() > 0).max(u64::from(wait.is_zero()))
}
