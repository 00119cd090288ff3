//! What the program cannot decide by itself: the time and chance. Each has the real one and one for tests.

mod clock;
mod random;

pub use clock::{Clock, MovableClock, SystemClock, to_micros};
pub use random::{Random, SeededRandom, SystemRandom, bytes, new_id, new_pseudonym};
