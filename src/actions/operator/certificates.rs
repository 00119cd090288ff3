//! The certificates that an app signs in with to the XML platform: which it has, adding one, removing one.

use std::sync::Arc;

use uuid::Uuid;

use crate::actions::{
    ActionError, Context,
    audit::{self, About},
};
use crate::{
    domain::{audit::Deed, certificate::Certificate},
    store::{apps, platform_sessions, retry_on_conflict},
};

/// The app's certificates, in the order in which they were registered. `None` when there is no such app.
pub async fn list(context: &Context, app_id: Uuid) -> Result<Option<Vec<Certificate>>, ActionError> {
    let mut tx = context.db.read().await?;
    let app = apps::find(&mut tx, app_id).await?;
    Ok(app.map(|app| app.value.certificates.iter().filter_map(|pem| parsed(pem)).collect()))
}

/// Registers a certificate beside those that the app has. Repeating it changes nothing. False when there is no such
/// app.
pub async fn add(context: &Context, app_id: Uuid, certificate: &Certificate) -> Result<bool, ActionError> {
    super::apps::add_certificate(context, app_id, &certificate.to_pem()).await
}

/// What came of removing one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Removed {
    /// Nobody signs in with it any more.
    Done {
        /// The whole thumbprint.
        thumbprint: String,
        /// Sessions that ended with it.
        sessions: u64,
        /// How many certificates the app has left.
        left: usize,
    },
    /// The app has none whose thumbprint begins so.
    NoSuchCertificate,
    /// It has several: none was removed.
    Several,
}

/// Removes the certificate whose thumbprint begins with `beginning` (hexadecimal digits in any case), and ends the
/// sessions that were made with it, together with those of which nobody knows what they were made with. `None` when
/// there is no such app.
pub async fn remove(
    context: &Context,
    app_id: Uuid,
    beginning: &str,
) -> Result<Option<Removed>, ActionError> {
    let beginning = beginning.to_ascii_uppercase();
    retry_on_conflict!({
        let mut tx = context.db.write().await?;
        let Some(mut app) = apps::find(&mut tx, app_id).await? else { return Ok::<_, ActionError>(None) };
        let known = app.value.certificates.iter().filter_map(|pem| parsed(pem));
        let mut named: Vec<String> =
            known.map(|known| known.thumbprint()).filter(|known| known.starts_with(&beginning)).collect();
        // The same one may be kept twice, in two spellings.
        named.dedup();
        let thumbprint = match (named.pop(), named.is_empty()) {
            (None, _) => return Ok(Some(Removed::NoSuchCertificate)),
            (Some(_), false) => return Ok(Some(Removed::Several)),
            (Some(thumbprint), true) => thumbprint,
        };
        let stays = |pem: &String| parsed(pem).is_none_or(|known| known.thumbprint() != thumbprint);
        Arc::make_mut(&mut app.value).certificates.retain(stays);
        apps::save(&mut tx, &app, context.now()).await?;
        let sessions = platform_sessions::delete_of_certificate(&mut tx, app_id, &thumbprint).await?;
        let about = About::app(app_id).thing(thumbprint.as_str());
        audit::write(context, &mut tx, Deed::CertificateRemoved, about).await?;
        tx.commit().await?;
        Ok(Some(Removed::Done { thumbprint, sessions, left: app.value.certificates.len() }))
    })
}

fn parsed(pem: &str) -> Option<Certificate> {
    Certificate::parse(pem.as_bytes()).ok()
}
