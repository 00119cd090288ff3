//! Randomness. Domain code takes random bytes as arguments; everything else asks a [`Random`].

use std::{cell::RefCell, sync::Mutex};

use chrono::{DateTime, Utc};
use sha2::{Digest, Sha256};
use uuid::Uuid;
use zeroize::{Zeroize, Zeroizing};

/// Gives random bytes.
pub trait Random: Send + Sync {
    /// Fills `bytes` with bytes that nobody can guess.
    fn fill(&self, bytes: &mut [u8]);
}

/// `N` random bytes.
pub fn bytes<const N: usize>(random: &dyn Random) -> [u8; N] {
    let mut bytes = [0; N];
    random.fill(&mut bytes);
    bytes
}

/// An id for a row of ours (UUID version 7): ordered by time, so that indexes grow at their end.
/// Never handed to an app, because it tells when it was made; that is what [`new_pseudonym`] is for.
pub fn new_id(now: DateTime<Utc>, random: &dyn Random) -> Uuid {
    let millis = u64::try_from(now.timestamp_millis()).unwrap_or(0);
    uuid::Builder::from_unix_timestamp_millis(millis, &bytes(random)).into_uuid()
}

/// An id that tells nothing at all (UUID version 4).
pub fn new_pseudonym(random: &dyn Random) -> Uuid {
    uuid::Builder::from_random_bytes(bytes(random)).into_uuid()
}

/// How many bytes a thread asks the system for at once: 32 tokens.
const STOCK: usize = 1024;

/// The operating system's generator. Each thread asks it for a stock of bytes, since a call costs more than all else that
/// makes a token. A byte is handed out once, and wiped.
#[derive(Debug, Default)]
pub struct SystemRandom;

/// Bytes of the system's generator that nobody has seen yet: those from `used` on.
struct Stock {
    bytes: Zeroizing<[u8; STOCK]>,
    used: usize,
}

impl Stock {
    fn empty() -> Self {
        Self { bytes: Zeroizing::new([0; STOCK]), used: STOCK }
    }

    fn take(&mut self, into: &mut [u8]) {
        if STOCK - self.used < into.len() {
            ask_system(self.bytes.as_mut_slice());
            self.used = 0;
        }
        let taken = &mut self.bytes[self.used..self.used + into.len()];
        into.copy_from_slice(taken);
        taken.zeroize();
        self.used += into.len();
    }
}

thread_local! {
    static UNSEEN: RefCell<Stock> = RefCell::new(Stock::empty());
}

#[expect(clippy::disallowed_methods, reason = "this is the one place where the system's generator is read")]
fn ask_system(bytes: &mut [u8]) {
    getrandom::fill(bytes).expect("a system without a working random generator cannot keep secrets");
}

impl Random for SystemRandom {
    fn fill(&self, bytes: &mut [u8]) {
        if bytes.len() > STOCK {
            ask_system(bytes);
        } else {
            UNSEEN.with_borrow_mut(|stock| stock.take(bytes));
        }
    }
}

/// Bytes that follow from a seed, for tests that must see the same twice. Never for anything real.
#[derive(Debug)]
pub struct SeededRandom(Mutex<(u64, u64)>);

impl SeededRandom {
    /// A generator whose bytes follow from `seed`.
    pub fn new(seed: u64) -> Self {
        Self(Mutex::new((seed, 0)))
    }
}

impl Random for SeededRandom {
    fn fill(&self, bytes: &mut [u8]) {
        let mut state = self.0.lock().expect("no holder of this lock panics");
        for chunk in bytes.chunks_mut(32) {
            state.1 += 1;
            let block = Sha256::new()
                .chain_update(state.0.to_le_bytes())
                .chain_update(state.1.to_le_bytes())
                .finalize();
            chunk.copy_from_slice(&block[..chunk.len()]);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn no_byte_of_a_stock_is_handed_out_twice_or_kept() {
        let mut stock = Stock::empty();
        let tokens: HashSet<[u8; 24]> = (0..500)
            .map(|_| {
                let mut token = [0; 24];
                stock.take(&mut token);
                assert!(stock.bytes[..stock.used].iter().all(|byte| *byte == 0));
                token
            })
            .collect();
        assert_eq!(tokens.len(), 500);
    }

    #[test]
    fn more_than_a_stock_is_filled_as_well() {
        let mut many = vec![0; STOCK * 2];
        SystemRandom.fill(&mut many);
        // No chance of 2048 random bytes that hold a run of 32 zeros, or the same 32 bytes twice.
        let runs: HashSet<&[u8]> = many.chunks(32).collect();
        assert_eq!(runs.len(), STOCK * 2 / 32);
        assert!(!runs.contains([0; 32].as_slice()));
    }
}
