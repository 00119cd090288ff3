//! What the program cannot decide by itself: the time, randomness, what an app answers to a callback, what becomes of a
//! mail, and what a provider says of a person. Each has the real one and one for tests.

mod clock;
mod identity_provider;
mod postman;
mod random;
mod sender;

pub use clock::{Clock, MovableClock, SystemClock, to_micros};
pub use identity_provider::{Asked, Brought, IdentityProvider, Proven};
pub use postman::Postman;
pub use random::{Random, SeededRandom, SystemRandom, bytes, new_id, new_pseudonym};
pub use sender::{Outgoing, Sender};
