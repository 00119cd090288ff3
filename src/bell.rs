//! Wakes those who wait for an app's log to grow: the API's long polls and the outbox of callbacks. It reaches this
//! process only; what other nodes write is noticed by a look at the log about once a second.

use std::sync::Arc;

use tokio::sync::{OwnedSemaphorePermit, Semaphore, broadcast, watch};
use uuid::Uuid;

/// The most requests that may wait at once in one process. A further one is answered at once.
pub const SEATS: usize = 500;
/// Rings that a slow listener may miss before it is told only that it missed some.
const KEPT: usize = 256;

/// One bell for all apps of a process. Clones are the same bell.
#[derive(Clone)]
pub struct Bell(Arc<Inner>);

struct Inner {
    rings: broadcast::Sender<Uuid>,
    closed: watch::Sender<bool>,
    seats: Arc<Semaphore>,
}

impl std::fmt::Debug for Bell {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Bell")
    }
}

impl Default for Bell {
    fn default() -> Self {
        let (rings, _) = broadcast::channel(KEPT);
        Self(Arc::new(Inner {
            rings,
            closed: watch::Sender::new(false),
            seats: Arc::new(Semaphore::new(SEATS)),
        }))
    }
}

/// What a listener heard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heard {
    /// The log has grown, or may have.
    Rung,
    /// The process is stopping: nobody should wait any longer.
    Closed,
}

/// Hears every ring from the moment it was made.
#[derive(Debug)]
pub struct Listener {
    rings: broadcast::Receiver<Uuid>,
    closed: watch::Receiver<bool>,
}

impl Bell {
    /// Says that an app's log has grown. To be called after the commit.
    pub fn ring(&self, app_id: Uuid) {
        // Fails only when nobody listens.
        let _ = self.0.rings.send(app_id);
    }

    /// Sends everybody away: the process is stopping.
    pub fn close(&self) {
        self.0.closed.send_replace(true);
    }

    /// Starts listening. To be called before looking, so that nothing comes between the look and the wait.
    pub fn listen(&self) -> Listener {
        Listener { rings: self.0.rings.subscribe(), closed: self.0.closed.subscribe() }
    }

    /// How many seats are free.
    pub fn free_seats(&self) -> usize {
        self.0.seats.available_permits()
    }

    /// A seat to wait on, given back when dropped. `None` when all are taken.
    pub fn seat(&self) -> Option<OwnedSemaphorePermit> {
        self.0.seats.clone().try_acquire_owned().ok()
    }
}

impl Listener {
    /// Waits until the bell rings for this app (any app, for `None`) or is closed.
    pub async fn heard(&mut self, app_id: Option<Uuid>) -> Heard {
        loop {
            tokio::select! {
                biased;
                _ = self.closed.wait_for(|closed| *closed) => return Heard::Closed,
                ring = self.rings.recv() => match ring {
                    Ok(rung) if app_id.is_some_and(|app_id| app_id != rung) => {}
                    Err(broadcast::error::RecvError::Closed) => return Heard::Closed,
                    // Missing some may mean missing ours.
                    Ok(_) | Err(broadcast::error::RecvError::Lagged(_)) => return Heard::Rung,
                },
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_listener_hears_its_own_app_and_what_rang_before_it_waited() {
        let bell = Bell::default();
        let (ours, other) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let mut listener = bell.listen();
        bell.ring(other);
        bell.ring(ours);
        assert_eq!(listener.heard(Some(ours)).await, Heard::Rung);
        bell.ring(other);
        assert_eq!(listener.heard(None).await, Heard::Rung);
        bell.close();
        assert_eq!(listener.heard(Some(ours)).await, Heard::Closed);
        assert_eq!(bell.listen().heard(None).await, Heard::Closed);
    }

    #[tokio::test]
    async fn who_missed_rings_looks_again() {
        let bell = Bell::default();
        let mut listener = bell.listen();
        for n in 0..KEPT as u128 + 10 {
            bell.ring(Uuid::from_u128(1_000 + n));
        }
        assert_eq!(listener.heard(Some(Uuid::from_u128(1))).await, Heard::Rung);
    }

    #[test]
    fn seats_are_counted_and_given_back() {
        let bell = Bell::default();
        let mut taken: Vec<_> = (0..SEATS).map(|_| bell.seat().unwrap()).collect();
        assert!(bell.clone().seat().is_none());
        taken.pop();
        assert!(bell.seat().is_some());
    }
}
