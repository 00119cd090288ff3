//! `request invite`: has an invitation that the portal mailed sent again.

use super::{Acting, MAIL_NOT_SET_UP, acting_app, create, no_such_request, shown};
use crate::{
    actions::app::invite::{Again, Invited, invite},
    cli::{open, refused, say},
};

/// What is to be different this time.
#[derive(Debug, clap::Args)]
pub(crate) struct Invite {
    /// Its external ID.
    external_id: String,
    /// Another address, from now on.
    #[arg(long, value_name = "ADDRESS")]
    send_to: Option<String>,
    /// Another language, from now on, also of the pages.
    #[arg(long, value_parser = create::languages())]
    language: Option<String>,
    /// Write JSON.
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    acting: Acting,
}

impl Invite {
    pub(super) async fn run(self) -> anyhow::Result<()> {
        let (_, context) = open::command_context(&self.acting.common).await?;
        let app = acting_app(&context, self.acting.app).await?;
        let send_to = create::address(self.send_to.as_deref())?;
        let again = Again { send_to: send_to.as_ref(), language: self.language.as_deref() };
        let invited = invite(&context, &app, &self.external_id, again, None).await?;
        let id = &self.external_id;
        match invited.expect("only a claim can be overtaken, and there is none") {
            Invited::Done { request, .. } => say(shown(&context, &request, self.json).await?),
            Invited::CodeNotKept => {
                return Err(refused(format!(
                    "the portal does not have the code of {id}: it never mailed it, or has forgotten it"
                )));
            }
            Invited::Closed => {
                return Err(refused(format!("the code of {id} is locked or frozen: re-arm it first")));
            }
            Invited::MailNotSetUp => return Err(refused(MAIL_NOT_SET_UP)),
            Invited::NotFound => return Err(no_such_request(id)),
        }
        Ok(())
    }
}
