//! Slow hashes (Argon2id) for answers and passwords, on threads of their own: at most [`WORKERS`] at once, each
//! keeping its 19 MiB while there is work, behind a bounded queue. A flood of answers fills the queue and is turned
//! away; the pages are served by other threads.

use std::{fmt, time::Duration};

use argon2::{
    Algorithm, Argon2, Block, Params, Version,
    password_hash::{
        self,
        phc::{Output, ParamsString, PasswordHash, Salt},
    },
};
use tokio::sync::{mpsc, oneshot};
use zeroize::Zeroizing;

/// How many hashes run at once.
pub const WORKERS: usize = 2;
/// How many may wait. At 20 to 40 ms each on two threads the last one waits a second or two.
pub const QUEUE: usize = 64;
/// Seats behind those, for sign-ins from browsers that their account knows: a flood of others cannot take them.
pub const RESERVED: usize = 8;

/// How long a thread without work keeps its memory.
const KEEP_MEMORY: Duration = Duration::from_secs(2);

const MEMORY_KIB: u32 = 19 * 1024;
/// Blocks (of 1 KiB) that a thread asks for, of which it touches only what a hash needs. glibc gives pieces of more
/// than 32 MiB back to the system as soon as they are dropped; of smaller ones it would keep the second.
const RESERVED_BLOCKS: usize = 33 * 1024;
const PASSES: u32 = 2;
const HASH_BYTES: usize = 32;

/// The queue is full: come back in a few seconds. Nothing was done.
#[derive(Debug, thiserror::Error)]
#[error("too many hashes are waiting")]
pub struct Overloaded;

/// A hash as it is stored: Argon2id in the PHC string form.
#[derive(Clone, PartialEq, Eq)]
pub struct StoredHash(String);

impl StoredHash {
    /// Takes what the database gave back. A text that is no such hash matches nothing.
    pub fn from_stored(text: String) -> Self {
        Self(text)
    }

    /// The text to store.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// `None`: it is no Argon2id hash of this version.
    fn parse(&self) -> Option<(Params, Salt, Output)> {
        let hash = PasswordHash::new(&self.0).ok()?;
        let ours =
            hash.algorithm == Algorithm::Argon2id.ident() && hash.version == Some(Version::V0x13.into());
        let params = Params::try_from(&hash).ok().filter(|_| ours)?;
        Some((params, hash.salt?, hash.hash?))
    }

    fn new(params: &Params, salt: &[u8], hash: &[u8]) -> password_hash::phc::Result<Self> {
        let stored = PasswordHash {
            algorithm: Algorithm::Argon2id.ident(),
            version: Some(Version::V0x13.into()),
            params: ParamsString::try_from(params).expect("constants within limits"),
            salt: Some(Salt::new(salt)?),
            hash: Some(Output::new(hash)?),
        };
        Ok(Self(stored.to_string()))
    }
}

impl fmt::Debug for StoredHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("StoredHash(…)")
    }
}

enum Job {
    Hash { secret: Zeroizing<[u8; 32]>, salt: [u8; 16], done: oneshot::Sender<StoredHash> },
    Verify { secret: Zeroizing<[u8; 32]>, stored: StoredHash, done: oneshot::Sender<bool> },
}

/// The threads that hash. Clones share them.
#[derive(Clone)]
pub struct Hasher {
    queue: mpsc::Sender<Job>,
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
    pub fn start() -> Self {
        let (queue, jobs) = mpsc::channel(QUEUE + RESERVED);
        let jobs = std::sync::Arc::new(tokio::sync::Mutex::new(jobs));
        for n in 0..WORKERS {
            let jobs = jobs.clone();
            std::thread::Builder::new()
                .name(format!("hash-{n}"))
                .spawn(move || work(&jobs))
                .expect("a thread can be started at start-up");
        }
        Self { queue }
    }

    /// How many hashes wait or are under way.
    pub fn waiting(&self) -> usize {
        self.queue.max_capacity() - self.queue.capacity()
    }

    /// Takes a seat in the queue, unless only the reserved ones are left.
    pub fn permit(&self) -> Result<Permit, Overloaded> {
        if self.queue.capacity() <= RESERVED { Err(Overloaded) } else { self.reserved_permit() }
    }

    /// Takes a seat in the queue, a reserved one if need be.
    pub fn reserved_permit(&self) -> Result<Permit, Overloaded> {
        self.queue.clone().try_reserve_owned().map(Permit).map_err(|_| Overloaded)
    }
}

impl Permit {
    /// Hashes a keyed hash with a fresh salt.
    pub async fn hash(self, secret: [u8; 32], salt: [u8; 16]) -> StoredHash {
        let (done, result) = oneshot::channel();
        self.0.send(Job::Hash { secret: Zeroizing::new(secret), salt, done });
        result.await.expect("a hashing thread answers every job")
    }

    /// Tells whether `secret` is what `stored` was made from.
    pub async fn verify(self, secret: [u8; 32], stored: StoredHash) -> bool {
        let (done, result) = oneshot::channel();
        self.0.send(Job::Verify { secret: Zeroizing::new(secret), stored, done });
        result.await.expect("a hashing thread answers every job")
    }
}

fn work(jobs: &tokio::sync::Mutex<mpsc::Receiver<Job>>) {
    let waiting = tokio::runtime::Builder::new_current_thread()
        .enable_time()
        .build()
        .expect("a runtime without I/O can be built at start-up");
    let mut memory: Vec<Block> = Vec::new();
    loop {
        let next = async { jobs.lock().await.recv().await };
        let job = if memory.is_empty() {
            waiting.block_on(next)
        } else {
            match waiting.block_on(async { tokio::time::timeout(KEEP_MEMORY, next).await }) {
                Ok(job) => job,
                Err(_nothing_to_do) => {
                    memory = Vec::new();
                    continue;
                }
            }
        };
        match job {
            None => return,
            Some(Job::Hash { secret, salt, done }) => {
                let params =
                    Params::new(MEMORY_KIB, PASSES, 1, Some(HASH_BYTES)).expect("constants within limits");
                let hash = argon2id(params.clone(), &secret[..], &salt, HASH_BYTES, &mut memory);
                let stored =
                    StoredHash::new(&params, &salt, &hash).expect("salt and hash have the usual lengths");
                // A caller who went away no longer needs the answer.
                let _ = done.send(stored);
            }
            Some(Job::Verify { secret, stored, done }) => {
                let equal = stored.parse().is_some_and(|(params, salt, expected)| {
                    let hash = argon2id(params, &secret[..], &salt, expected.len(), &mut memory);
                    // `Output` compares in constant time.
                    Output::new(&hash).is_ok_and(|hash| hash == expected)
                });
                let _ = done.send(equal);
            }
        }
    }
}

fn argon2id(
    params: Params,
    secret: &[u8],
    salt: &[u8],
    length: usize,
    memory: &mut Vec<Block>,
) -> Zeroizing<Vec<u8>> {
    let blocks = params.block_count();
    if memory.is_empty() {
        memory.reserve_exact(RESERVED_BLOCKS);
    }
    if memory.len() < blocks {
        memory.resize(blocks, Block::default());
    }
    let mut hash = Zeroizing::new(vec![0; length]);
    match Argon2::new(Algorithm::Argon2id, Version::V0x13, params).hash_password_into_with_memory(
        secret,
        salt,
        &mut hash,
        &mut memory[..blocks],
    ) {
        Ok(()) => hash,
        // A stored hash with parameters that Argon2 refuses matches nothing.
        Err(_) => Zeroizing::new(Vec::new()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_hash_matches_its_secret_and_no_other() {
        let hasher = Hasher::start();
        let stored = hasher.permit().unwrap().hash([1; 32], [2; 16]).await;
        assert!(stored.as_str().starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
        assert!(hasher.permit().unwrap().verify([1; 32], stored.clone()).await);
        assert!(!hasher.permit().unwrap().verify([3; 32], stored).await);
    }

    /// Whoever connected before an update is to be recognised after it.
    #[tokio::test]
    async fn a_hash_is_stored_in_the_usual_form() {
        let stored = Hasher::start().permit().unwrap().hash([1; 32], [2; 16]).await;
        let parts: Vec<&str> = stored.as_str().split('$').collect();
        assert_eq!(parts[..5], ["", "argon2id", "v=19", "m=19456,t=2,p=1", "AgICAgICAgICAgICAgICAg"]);
        assert_eq!(data_encoding::BASE64_NOPAD.decode(parts[5].as_bytes()).unwrap().len(), HASH_BYTES);
        assert_eq!(parts.len(), 6);
    }

    #[tokio::test]
    async fn a_damaged_hash_matches_nothing() {
        let hasher = Hasher::start();
        for text in
            ["", "$argon2id$v=19$", "$argon2id$v=19$m=1,t=1,p=1$AA$", "$argon2id$v=19$m=8,t=1,p=1$AAAA$AAAA"]
        {
            assert!(!hasher.permit().unwrap().verify([1; 32], StoredHash::from_stored(text.into())).await);
        }
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
