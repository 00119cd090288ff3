//! Mails are put into a folder, as files that mail programs open: for a trial without a mail server, and for a
//! program that takes them on from there.

use std::path::{Path, PathBuf};

use futures_core::future::BoxFuture;

use super::{
    Way,
    compose::Composed,
    message::{Sender, message},
};
use crate::{
    domain::mail::{MailFailure, MailOutcome},
    owner_only,
};

/// A folder of `.eml` files, its owner's alone.
#[derive(Debug, Clone)]
pub struct Folder {
    sender: Sender,
    folder: PathBuf,
}

impl Folder {
    /// Makes the folder where it is not there.
    pub fn open(folder: &Path, sender: Sender) -> std::io::Result<Self> {
        owner_only::make_directory(folder)?;
        Ok(Self { sender, folder: folder.to_owned() })
    }

    /// Whole or not at all: who watches the folder never reads half a mail.
    fn write(&self, name: &str, bytes: &[u8]) -> std::io::Result<()> {
        let (half, whole) = (self.folder.join(format!(".{name}")), self.folder.join(name));
        let _ = std::fs::remove_file(&half);
        owner_only::write_new(&half, bytes)?;
        std::fs::rename(half, whole)
    }
}

impl Way for Folder {
    fn hand_over(&self, mail: Composed) -> BoxFuture<'_, MailOutcome> {
        Box::pin(async move {
            let id = mail.message_id.split('@').next().unwrap_or_default().to_owned();
            let bytes = match message(&self.sender, mail) {
                Ok(message) => message.formatted(),
                Err(failure) => return MailOutcome::Failed(failure),
            };
            let folder = self.clone();
            let written =
                tokio::task::spawn_blocking(move || folder.write(&format!("{id}.eml"), &bytes)).await;
            match written {
                Ok(Ok(())) => MailOutcome::Sent,
                _ => MailOutcome::Failed(MailFailure::Broken),
            }
        })
    }
}
