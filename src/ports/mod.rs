//! What the program cannot decide by itself: the time, randomness, and what an app answers to a callback. Each has the
//! real one and one for tests.

mod clock;
mod random;
mod sender;

pub use clock::{Clock, MovableClock, SystemClock, to_micros};
pub use random::{Random, SeededRandom, SystemRandom, bytes, new_id, new_pseudonym};
pub use sender::{Outgoing, Sender};
