//! The two boxes under a sign-in: whether to stay signed in, and whether the computer is shared.

use crate::{
    domain::retention::{KEPT_SIGN_IN, Stay},
    portal::form::{Fields, Rejected},
};

const KEEP: &str = "keep_signed_in";
const SHARED: &str = "shared_computer";

/// Which of the boxes are ticked. None is, unless she did it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct StayBoxes {
    /// "Keep me signed in."
    pub keep: bool,
    /// "This is a shared computer."
    pub shared: bool,
}

impl StayBoxes {
    /// As they were sent.
    pub(super) fn of(sent: &Fields) -> Self {
        Self { keep: !sent.get(KEEP).is_empty(), shared: !sent.get(SHARED).is_empty() }
    }

    /// As they were ticked in a form that is shown again.
    pub(super) fn typed(rejected: &Rejected) -> Self {
        Self { keep: !rejected.typed(KEEP).is_empty(), shared: !rejected.typed(SHARED).is_empty() }
    }

    /// How many days she stays signed in with the first one ticked.
    pub fn kept_days(&self) -> u32 {
        u32::try_from(KEPT_SIGN_IN.num_days()).unwrap_or_default()
    }

    /// What they say.
    pub(super) fn stay(self) -> Stay {
        Stay::of_boxes(self.keep, self.shared)
    }
}
