//! The way on which mails leave, as the settings say.

use std::sync::Arc;

use anyhow::{Context, anyhow};

use crate::{
    brands::Looks,
    config::{Checked, Settings},
    copy::Catalogue,
    mail::{Composer, Folder, Postman, Sender, Smtp, Way},
};

/// Who sends mails; `None` where the settings name no way. Nothing is connected yet.
pub(crate) fn postman(
    settings: &Settings,
    checked: &Checked,
    looks: &Arc<Looks>,
) -> anyhow::Result<Option<Postman>> {
    if !settings.can_mail() {
        return Ok(None);
    }
    let sender = Sender::parse(&settings.mail_from).map_err(|e| anyhow!("mail_from: {e}"))?;
    let composer = Composer::new(Catalogue::load(), checked.base_url.clone())
        .sent_from(sender.address())
        .in_zone(checked.time_zone)
        .wearing(looks.clone());
    let way: Arc<dyn Way> = match &settings.mail_folder {
        Some(folder) => Arc::new(
            Folder::open(folder, sender)
                .with_context(|| format!("mail_folder: {} cannot be made", folder.display()))?,
        ),
        None => {
            Arc::new(Smtp::new(settings.smtp_url.reveal(), sender).map_err(|e| anyhow!("smtp_url: {e}"))?)
        }
    };
    Ok(Some(Postman::new(composer, way)))
}
