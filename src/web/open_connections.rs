//! How many connections are open, and when they are too many to be kept for another request.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use actix_web::dev::Extensions;

/// The connections that a process has open. Clones count the same ones.
#[derive(Debug, Clone, Default)]
pub struct OpenConnections(Arc<AtomicUsize>);

impl OpenConnections {
    /// How many may be kept open after an answer. An answered connection holds up to 16 KB of buffers until it ends; one that has
    /// said nothing yet holds a quarter of that. A proxy keeps some dozens, a browser two to six.
    pub const KEPT: usize = 1_024;

    /// Counts a connection for as long as what belongs to it lives.
    pub fn open(&self, belongings: &mut Extensions) {
        self.0.fetch_add(1, Ordering::Relaxed);
        belongings.insert(Open(self.clone()));
    }

    /// How many are open.
    pub fn count(&self) -> usize {
        self.0.load(Ordering::Relaxed)
    }

    /// Whether they are more than may be kept: an answer then ends its connection, and memory does not grow with whoever
    /// holds on.
    pub fn are_too_many_to_keep(&self) -> bool {
        self.count() > Self::KEPT
    }
}

/// One of them. Not cloned, so it is dropped once.
struct Open(OpenConnections);

impl Drop for Open {
    fn drop(&mut self) {
        self.0.0.fetch_sub(1, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn connections_count_while_they_are_open() {
        let all = OpenConnections::default();
        let mut open: Vec<Extensions> = (0..=OpenConnections::KEPT).map(|_| Extensions::new()).collect();
        for (at, belongings) in open.iter_mut().enumerate() {
            assert!(!all.are_too_many_to_keep(), "{at}");
            all.open(belongings);
        }
        assert!(all.are_too_many_to_keep());
        open.pop();
        assert!(!all.are_too_many_to_keep());
        assert_eq!(all.count(), OpenConnections::KEPT);
        drop(open);
        assert_eq!(all.count(), 0);
    }
}
