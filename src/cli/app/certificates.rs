//! `app certificate …`: public keys for the XML platform.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::Context as _;
use uuid::Uuid;

use super::no_such_app;
use crate::{
    actions::operator::apps,
    cli::{Common, open, refused, say},
    domain::certificate,
};

/// Subcommands of `app certificate`.
#[derive(Debug, clap::Subcommand)]
pub(crate) enum Certificate {
    /// Register a certificate (PEM) beside those that the app has.
    Add {
        /// The app's id.
        id: Uuid,
        /// The certificate.
        #[arg(value_name = "FILE")]
        file: PathBuf,
        #[command(flatten)]
        common: Common,
    },
}

impl Certificate {
    pub(super) async fn run(self) -> anyhow::Result<()> {
        match self {
            Certificate::Add { id, file, common } => {
                let (_, context) = open::command_parts(&common).await?;
                let pem = read_certificate(&file)?;
                if !apps::add_certificate(&context, id, &pem).await? {
                    return Err(no_such_app(id));
                }
                say(format!("{id}\tcertificate registered"));
                Ok(())
            }
        }
    }
}

/// One certificate, PEM or DER, as PEM.
pub(super) fn read_certificate(path: &Path) -> anyhow::Result<String> {
    let bytes = fs::read(path).with_context(|| format!("{} cannot be read", path.display()))?;
    let certificate = certificate::Certificate::parse(&bytes)
        .map_err(|problem| refused(format!("{} {problem}", path.display())))?;
    Ok(certificate.to_pem())
}
