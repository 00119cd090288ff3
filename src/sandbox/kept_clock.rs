//! The sandbox's clock, kept: a sandbox whose data is kept goes on at the time to which it was moved, so what it holds
//! does not become younger.

use std::{
    io,
    path::{Path, PathBuf},
    sync::{Arc, Mutex},
    time::Duration,
};

use anyhow::Context as _;
use serde::{Deserialize, Serialize};

use crate::{owner_only, ports::MovableClock};

/// The file's name in the data directory.
const FILE: &str = "clock.json";

/// What the file holds.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Kept {
    /// How far it is ahead of the machine's clock.
    ahead_seconds: u64,
}

/// A clock that can be moved forward, and its file.
#[derive(Debug)]
pub struct KeptClock {
    /// The time as the sandbox tells it.
    pub clock: Arc<MovableClock>,
    file: PathBuf,
    /// The seconds that the file holds; held while it is written, so that of two moves none is lost.
    ahead: Mutex<u64>,
}

impl KeptClock {
    /// The clock of the sandbox in this directory: where its file says, or the machine's time where there is none.
    /// Fails for a file that cannot be read, with how to mend it.
    pub fn open(data: &Path) -> anyhow::Result<Self> {
        let file = data.join(FILE);
        let kept = match std::fs::read(&file) {
            Ok(bytes) => serde_json::from_slice::<Kept>(&bytes).map_err(anyhow::Error::from),
            Err(e) if e.kind() == io::ErrorKind::NotFound => Ok(Kept { ahead_seconds: 0 }),
            Err(e) => Err(e.into()),
        };
        let Kept { ahead_seconds } = kept.with_context(|| {
            let file = file.display();
            format!("{file} cannot be read: remove it to begin with the machine's time")
        })?;
        let clock = Arc::new(MovableClock::default());
        clock.advance(Duration::from_secs(ahead_seconds));
        Ok(Self { clock, file, ahead: Mutex::new(ahead_seconds) })
    }

    /// Moves the clock forward. It is on the disk first: a move that was acknowledged is not taken back by a restart.
    pub fn advance(&self, seconds: u64) -> io::Result<()> {
        let mut ahead = self.ahead.lock().unwrap_or_else(|panicked| panicked.into_inner());
        let ahead_seconds = ahead.saturating_add(seconds);
        let line = serde_json::to_string(&Kept { ahead_seconds })? + "\n";
        owner_only::replace(&self.file, line.as_bytes())?;
        *ahead = ahead_seconds;
        self.clock.advance(Duration::from_secs(seconds));
        Ok(())
    }
}
