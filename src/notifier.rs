//! Wakes those who wait for an app's log to grow: the API's long polls and the outbox of callbacks. It reaches this
//! process only; what other nodes write is noticed by a look at the log about once a second.

use std::sync::Arc;

use tokio::sync::{Notify, OwnedSemaphorePermit, Semaphore, broadcast, watch};
use uuid::Uuid;

/// The most requests that may wait at once in one process. A further one is answered at once.
pub const SEATS: usize = 500;
/// Changes that a slow listener may miss before it learns only that it missed some.
const KEPT: usize = 256;

/// One for all apps of a process. Clones are the same one.
#[derive(Clone)]
pub struct Notifier(Arc<Inner>);

struct Inner {
    changes: broadcast::Sender<Uuid>,
    mails: Notify,
    closed: watch::Sender<bool>,
    seats: Arc<Semaphore>,
}

impl std::fmt::Debug for Notifier {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Notifier")
    }
}

impl Default for Notifier {
    fn default() -> Self {
        let (changes, _) = broadcast::channel(KEPT);
        Self(Arc::new(Inner {
            changes,
            mails: Notify::new(),
            closed: watch::Sender::new(false),
            seats: Arc::new(Semaphore::new(SEATS)),
        }))
    }
}

/// Why a listener was woken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Woken {
    /// The log has grown, or may have.
    Changed,
    /// The process is stopping: nobody should wait any longer.
    Closed,
}

/// Notices every change from the moment it was made.
#[derive(Debug)]
pub struct Listener {
    changes: broadcast::Receiver<Uuid>,
    closed: watch::Receiver<bool>,
}

impl Notifier {
    /// Says that an app's log has grown. To be called after the commit.
    pub fn notify(&self, app_id: Uuid) {
        // Fails only when nobody listens.
        let _ = self.0.changes.send(app_id);
    }

    /// Says that a mail is in the outbox. To be called after the commit.
    pub fn mail(&self) {
        self.0.mails.notify_one();
    }

    /// Waits until there may be a mail to send. Only one may wait.
    pub async fn mailed(&self) {
        self.0.mails.notified().await;
    }

    /// Sends everybody away: the process is stopping.
    pub fn close(&self) {
        self.0.closed.send_replace(true);
    }

    /// Starts listening. To be called before looking, so that nothing comes between the look and the wait.
    pub fn subscribe(&self) -> Listener {
        Listener { changes: self.0.changes.subscribe(), closed: self.0.closed.subscribe() }
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
    /// Waits until the process is stopping.
    pub async fn closed(&mut self) {
        // An error means that the notifier itself is gone, which is the same.
        let _ = self.closed.wait_for(|closed| *closed).await;
    }

    /// Waits until this app (any app, for `None`) is notified of, or the notifier is closed.
    pub async fn changed(&mut self, app_id: Option<Uuid>) -> Woken {
        loop {
            tokio::select! {
                biased;
                _ = self.closed.wait_for(|closed| *closed) => return Woken::Closed,
                change = self.changes.recv() => match change {
                    Ok(changed) if app_id.is_some_and(|app_id| app_id != changed) => {}
                    Err(broadcast::error::RecvError::Closed) => return Woken::Closed,
                    // Missing some may mean missing ours.
                    Ok(_) | Err(broadcast::error::RecvError::Lagged(_)) => return Woken::Changed,
                },
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_listener_is_woken_for_its_own_app_also_by_what_came_before_it_waited() {
        let notifier = Notifier::default();
        let (ours, other) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let mut listener = notifier.subscribe();
        notifier.notify(other);
        notifier.notify(ours);
        assert_eq!(listener.changed(Some(ours)).await, Woken::Changed);
        notifier.notify(other);
        assert_eq!(listener.changed(None).await, Woken::Changed);
        notifier.close();
        assert_eq!(listener.changed(Some(ours)).await, Woken::Closed);
        assert_eq!(notifier.subscribe().changed(None).await, Woken::Closed);
    }

    #[tokio::test]
    async fn who_missed_changes_looks_again() {
        let notifier = Notifier::default();
        let mut listener = notifier.subscribe();
        for n in 0..KEPT as u128 + 10 {
            notifier.notify(Uuid::from_u128(1_000 + n));
        }
        assert_eq!(listener.changed(Some(Uuid::from_u128(1))).await, Woken::Changed);
    }

    #[test]
    fn seats_are_counted_and_given_back() {
        let notifier = Notifier::default();
        let mut taken: Vec<_> = (0..SEATS).map(|_| notifier.seat().unwrap()).collect();
        assert!(notifier.clone().seat().is_none());
        taken.pop();
        assert!(notifier.seat().is_some());
    }
}
