//! `migrate`, `purge`.

use super::{Common, open, say};
use crate::actions::time::purge::purge;

/// Options of `migrate`.
#[derive(Debug, clap::Args)]
pub(crate) struct Migrate {
    #[command(flatten)]
    common: Common,
}

impl Migrate {
    pub(crate) async fn run(self) -> anyhow::Result<()> {
        let settings = open::settings(&self.common)?;
        let db = open::migrated(&settings).await?;
        say(format!("{}: up to date", db.kind()));
        db.close().await;
        Ok(())
    }
}

/// Options of `purge`.
#[derive(Debug, clap::Args)]
pub(crate) struct Purge {
    #[command(flatten)]
    common: Common,
}

impl Purge {
    pub(crate) async fn run(self) -> anyhow::Result<()> {
        let (_, context) = open::command_context(&self.common).await?;
        let purged = purge(&context).await?;
        say(format!("connect requests: {}", purged.connect_requests));
        say(format!("withdrawn codes: {}", purged.withdrawn_codes));
        say(format!("journeys: {}", purged.journeys));
        say(format!("sessions: {}", purged.sessions));
        say(format!("idempotency keys: {}", purged.idempotency_keys));
        say(format!("tries at signing in: {}", purged.sign_in_tries));
        say(format!("platform sessions: {}", purged.platform_sessions));
        say(format!("callbacks: {}", purged.deliveries));
        say(format!("lines of the audit log: {}", purged.audit_lines));
        context.db.close().await;
        Ok(())
    }
}
