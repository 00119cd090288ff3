//! What the program cannot decide by itself: the time, randomness, and what an app answers to a callback, what becomes of a mail. Each has the
//! real one and one for tests.

mod clock;
mod postman;
mod random;
mod sender;

pub use clock::{Clock, MovableClock, SystemClock, to_micros};
pub use postman::Postman;
pub use random::{Random, SeededRandom, SystemRandom, bytes, new_id, new_pseudonym};
pub use sender::{Outgoing, Sender};
