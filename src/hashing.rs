//! Slow hashes (Argon2id) for answers and passwords, on threads of their own: at most [`WORKERS`] at once, each
//! keeping its 19 MiB while there is work, behind bounded queues. A flood of answers fills the queue and is turned
//! away; the pages are served by other threads.
//!
//! Patients and apps queue apart. A patient goes first, so an app that imports ten thousand requests delays her by the hash
//! that is being made; an app goes first after [`PATIENTS_IN_A_ROW`] patients, so a flood of answers does not keep clinics
//! from working.

mod argon2id;
mod stored;

use std::{fmt, time::Duration};

use argon2_rust::constant_time_eq;
use tokio::sync::{mpsc, oneshot};
use tracing::{Instrument, info_span};
use zeroize::Zeroizing;

pub use self::stored::StoredHash;
use self::{
    argon2id::{HASH, Workspace},
    stored::SALT_BYTES,
};
use crate::keys::{Mark, Secrets};

/// How many hashes run at once.
pub const WORKERS: usize = 2;
/// How many may wait. At 15 to 25 ms each on two threads the last one waits a second at most.
pub const QUEUE: usize = 64;
/// How many hashes of apps may wait, apart from those.
pub const APP_QUEUE: usize = 64;
/// How many patients go before an app that waits.
pub const PATIENTS_IN_A_ROW: u32 = 4;
/// How long an app waits for a seat in its queue: turning it away at once only has it come back at once.
const APP_PATIENCE: Duration = Duration::from_secs(3);
/// Seats behind those of patients, for sign-ins from browsers that their account knows: a flood of others cannot take them.
pub const RESERVED: usize = 8;

/// How long a thread without work keeps its memory.
const KEEP_MEMORY: Duration = Duration::from_secs(2);

/// The queue is full: come back in a few seconds. Nothing was done.
#[derive(Debug, thiserror::Error)]
#[error("too many hashes are waiting")]
pub struct Overloaded;

enum Job {
    Hash {
        secret: Zeroizing<[u8; 32]>,
        mark: Mark,
        salt: [u8; SALT_BYTES],
        done: oneshot::Sender<StoredHash>,
    },
    Verify {
        secret: Zeroizing<[u8; 32]>,
        stored: StoredHash,
        done: oneshot::Sender<bool>,
    },
}

/// The threads that hash. Clones share them.
#[derive(Clone)]
pub struct Hasher {
    patients: mpsc::Sender<Job>,
    apps: mpsc::Sender<Job>,
}

/// The other end of both queues.
struct Waiting {
    patients: mpsc::Receiver<Job>,
    apps: mpsc::Receiver<Job>,
    /// Patients served since the last app.
    in_a_row: u32,
}

impl Waiting {
    /// Whose turn it is; waits for somebody. `None` when nobody can come any more. Dropped while it waits, it has taken
    /// nothing out.
    async fn next(&mut self) -> Option<Job> {
        if self.in_a_row >= PATIENTS_IN_A_ROW
            && let Ok(job) = self.apps.try_recv()
        {
            self.in_a_row = 0;
            return Some(job);
        }
        tokio::select! {
            biased;
            Some(job) = self.patients.recv() => {
                self.in_a_row = self.in_a_row.saturating_add(1);
                Some(job)
            }
            Some(job) = self.apps.recv() => {
                self.in_a_row = 0;
                Some(job)
            }
            else => None,
        }
    }
}

impl fmt::Debug for Hasher {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Hasher")
    }
}

/// A seat in the queue, taken before an attempt is charged, so that nobody pays for a check that then finds
/// the queue full.
#[derive(Debug)]
pub struct Permit(mpsc::OwnedPermit<Job>);

impl Hasher {
    /// Starts the threads. They end when the last clone is dropped.
    ///
    /// # Panics
    ///
    /// On a machine that computes Argon2id otherwise than RFC 9106: what it stored, no other could check.
    pub fn start() -> Self {
        argon2id::assert_known_answer();
        let (patients, of_patients) = mpsc::channel(QUEUE + RESERVED);
        let (apps, of_apps) = mpsc::channel(APP_QUEUE);
        let jobs = Waiting { patients: of_patients, apps: of_apps, in_a_row: 0 };
        let jobs = std::sync::Arc::new(tokio::sync::Mutex::new(jobs));
        for n in 0..WORKERS {
            let jobs = jobs.clone();
            std::thread::Builder::new()
                .name(format!("hash-{n}"))
                .spawn(move || work(&jobs))
                .expect("a thread can be started at start-up");
        }
        Self { patients, apps }
    }

    /// How many hashes wait or are under way.
    pub fn waiting(&self) -> usize {
        [&self.patients, &self.apps].iter().map(|queue| queue.max_capacity() - queue.capacity()).sum()
    }

    /// Takes a seat in the patients' queue, unless only the reserved ones are left.
    pub fn permit(&self) -> Result<Permit, Overloaded> {
        if self.patients.capacity() <= RESERVED { Err(Overloaded) } else { self.reserved_permit() }
    }

    /// Takes a seat in the patients' queue, a reserved one if need be.
    pub fn reserved_permit(&self) -> Result<Permit, Overloaded> {
        self.patients.clone().try_reserve_owned().map(Permit).map_err(|_| Overloaded)
    }

    /// Takes a seat in the apps' queue, waiting for one for a few seconds.
    pub async fn permit_for_app(&self) -> Result<Permit, Overloaded> {
        match tokio::time::timeout(APP_PATIENCE, self.apps.clone().reserve_owned()).await {
            Ok(Ok(seat)) => Ok(Permit(seat)),
            Ok(Err(_)) | Err(_) => Err(Overloaded),
        }
    }
}

impl Permit {
    /// Hashes a secret, keyed with the pepper that is written with, with a fresh salt.
    pub async fn hash(self, secrets: &Secrets, salt: [u8; SALT_BYTES]) -> StoredHash {
        let (done, result) = oneshot::channel();
        let (secret, mark) = (Zeroizing::new(*secrets.written()), secrets.written_with());
        self.0.send(Job::Hash { secret, mark, salt, done });
        result.instrument(info_span!("hash")).await.expect("a hashing thread answers every job")
    }

    /// Hashes anew, with the same salt, what was just found to be the secret of `stored`. `None` where that has a salt that
    /// is none of ours: it stays as it is.
    pub async fn hash_anew(self, secrets: &Secrets, stored: &StoredHash) -> Option<StoredHash> {
        let salt = stored.salt()?;
        Some(self.hash(secrets, salt).await)
    }

    /// Tells whether this is the secret that `stored` was made from, under whichever pepper that was.
    pub async fn verify(self, secrets: &Secrets, stored: StoredHash) -> bool {
        let (done, result) = oneshot::channel();
        self.0.send(Job::Verify { secret: Zeroizing::new(*stored.secret(secrets)), stored, done });
        result.instrument(info_span!("hash")).await.expect("a hashing thread answers every job")
    }
}

fn work(jobs: &tokio::sync::Mutex<Waiting>) {
    let waiting = tokio::runtime::Builder::new_current_thread()
        .enable_time()
        .build()
        .expect("a runtime without I/O can be built at start-up");
    let mut workspace = Workspace::new();
    loop {
        let next = async { jobs.lock().await.next().await };
        let job = if workspace.holds_memory() {
            match waiting.block_on(async { tokio::time::timeout(KEEP_MEMORY, next).await }) {
                Ok(job) => job,
                Err(_nothing_to_do) => {
                    workspace.give_back();
                    continue;
                }
            }
        } else {
            waiting.block_on(next)
        };
        match job {
            None => return,
            Some(Job::Hash { secret, mark, salt, done }) => {
                let hash = workspace.hash(HASH, &secret[..], &salt).expect("lengths within limits");
                let stored = StoredHash::new(mark, &HASH, &salt, &hash).expect("lengths within limits");
                // A caller who went away no longer needs the answer.
                let _ = done.send(stored);
            }
            Some(Job::Verify { secret, stored, done }) => {
                let equal = stored.parse().is_some_and(|expected| {
                    workspace
                        .hash(expected.params, &secret[..], &expected.salt)
                        .is_ok_and(|hash| constant_time_eq(&hash, &expected.hash))
                });
                let _ = done.send(equal);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keys::{KeyFile, Keys, Purpose};

    fn secrets(file: &KeyFile, secret: &str) -> Secrets {
        Keys::of(file).secrets(Purpose::Password, &[secret.as_bytes()])
    }

    #[tokio::test]
    async fn a_hash_matches_its_secret_and_no_other() {
        let hasher = Hasher::start();
        let file = KeyFile::new(&[7; 32]);
        let (right, wrong) = (secrets(&file, "right"), secrets(&file, "wrong"));
        let stored = hasher.permit().unwrap().hash(&right, [2; 16]).await;
        assert!(stored.as_str().starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
        assert!(hasher.permit().unwrap().verify(&right, stored.clone()).await);
        assert!(!hasher.permit().unwrap().verify(&wrong, stored).await);
    }

    #[tokio::test]
    async fn a_hash_is_checked_with_the_pepper_that_it_names_and_renewed_with_another() {
        let hasher = Hasher::start();
        let before = KeyFile::new(&[7; 32]);
        let after = before.with_new(&[8; 32], &[9; 32]).newest_first();
        let dropped = after.without_older();
        let old = hasher.permit().unwrap().hash(&secrets(&before, "right"), [2; 16]).await;
        let new = hasher.permit().unwrap().hash_anew(&secrets(&after, "right"), &old).await.unwrap();
        assert!(new.as_str().starts_with("2:$argon2id$v=19$m=19456,t=2,p=1$AgICAgICAgICAgICAgICAg$"));
        assert_ne!(old.as_str().rsplit('$').next(), new.as_str().rsplit('$').next());
        for (file, stored, secret, fits) in [
            (&after, &old, "right", true),
            (&after, &new, "right", true),
            (&after, &new, "wrong", false),
            (&dropped, &new, "right", true),
            (&dropped, &old, "right", false),
            (&before, &new, "right", false),
        ] {
            let found = hasher.permit().unwrap().verify(&secrets(file, secret), stored.clone()).await;
            assert_eq!(found, fits, "{file:?} {} {secret}", stored.as_str());
        }
    }

    /// Whoever connected before an update is to be recognised after it.
    #[tokio::test]
    async fn a_hash_is_stored_in_the_usual_form() {
        let secrets = secrets(&KeyFile::new(&[7; 32]), "right");
        let stored = Hasher::start().permit().unwrap().hash(&secrets, [2; 16]).await;
        let parts: Vec<&str> = stored.as_str().split('$').collect();
        assert_eq!(parts[..5], ["", "argon2id", "v=19", "m=19456,t=2,p=1", "AgICAgICAgICAgICAgICAg"]);
        assert_eq!(data_encoding::BASE64_NOPAD.decode(parts[5].as_bytes()).unwrap().len(), 32);
        assert_eq!(parts.len(), 6);
    }

    #[tokio::test]
    async fn a_damaged_hash_matches_nothing() {
        let hasher = Hasher::start();
        let secrets = secrets(&KeyFile::new(&[7; 32]), "right");
        for text in
            ["", "$argon2id$v=19$", "$argon2id$v=19$m=1,t=1,p=1$AA$", "$argon2id$v=19$m=8,t=1,p=1$AAAA$AAAA"]
        {
            assert!(!hasher.permit().unwrap().verify(&secrets, StoredHash::from_stored(text.into())).await);
        }
    }

    /// Who was served, in order, when so many patients and apps had been waiting.
    async fn served(patients: usize, apps: usize) -> String {
        let (to_patients, of_patients) = mpsc::channel(QUEUE);
        let (to_apps, of_apps) = mpsc::channel(QUEUE);
        let job = |salt| Job::Hash {
            secret: Zeroizing::new([1; 32]),
            mark: Mark::FIRST,
            salt: [salt; 16],
            done: oneshot::channel().0,
        };
        for _ in 0..patients {
            to_patients.try_send(job(b'p')).unwrap();
        }
        for _ in 0..apps {
            to_apps.try_send(job(b'a')).unwrap();
        }
        drop((to_patients, to_apps));
        let mut waiting = Waiting { patients: of_patients, apps: of_apps, in_a_row: 0 };
        let mut order = String::new();
        while let Some(Job::Hash { salt, .. }) = waiting.next().await {
            order.push(salt[0].into());
        }
        order
    }

    #[tokio::test]
    async fn a_patient_goes_before_an_apps_thousand_and_neither_keeps_the_other_from_its_turn() {
        assert_eq!(served(2, 5).await, "ppaaaaa");
        assert_eq!(served(10, 3).await, "ppppappppappa");
        assert_eq!(served(0, 3).await, "aaa");
        assert_eq!(served(6, 0).await, "pppppp");
    }

    #[tokio::test]
    async fn an_apps_full_queue_takes_nobodys_seat_but_its_own() {
        let hasher = Hasher::start();
        let mut seats = Vec::new();
        for _ in 0..APP_QUEUE {
            seats.push(hasher.permit_for_app().await.unwrap());
        }
        assert!(hasher.permit_for_app().await.is_err());
        assert!(hasher.permit().is_ok(), "a patient finds one");
        let waits = tokio::spawn({
            let hasher = hasher.clone();
            async move { hasher.permit_for_app().await.is_ok() }
        });
        tokio::task::yield_now().await;
        drop(seats.pop());
        assert!(waits.await.unwrap(), "who waited has the seat that came free");
    }

    #[tokio::test]
    async fn a_full_queue_turns_away() {
        let hasher = Hasher::start();
        let permits: Vec<_> = (0..QUEUE).map(|_| hasher.permit().unwrap()).collect();
        assert!(hasher.permit().is_err());
        let reserved: Vec<_> = (0..RESERVED).map(|_| hasher.reserved_permit().unwrap()).collect();
        assert!(hasher.reserved_permit().is_err());
        drop((permits, reserved));
        assert!(hasher.permit().is_ok());
    }
}
