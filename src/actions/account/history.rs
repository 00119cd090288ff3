//! What happened to an account: written in the transaction of what it tells.

use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

use crate::{
    actions::{
        ActionError, Context,
        audit::{self, About},
    },
    domain::{account::AccountEvent, audit::Deed, browser::Browser, retention::ACCOUNT_HISTORY},
    store::{
        Tx,
        account_history::{self, Happened},
        apps, email_changes, persons,
    },
};

/// How many lines a page of it has.
pub const PAGE: u32 = 25;

/// Wrong passwords within so long are one line with a count: nobody fills the history for her.
const TOGETHER: TimeDelta = TimeDelta::hours(1);

/// Writes down what happened, in the audit log, too.
pub(in crate::actions) async fn note(
    context: &Context,
    tx: &mut Tx,
    person_id: Uuid,
    event: AccountEvent,
) -> Result<(), ActionError> {
    note_with(context, tx, person_id, event, None, None).await
}

/// The same with the browser or the app that it was about.
pub(in crate::actions) async fn note_with(
    context: &Context,
    tx: &mut Tx,
    person_id: Uuid,
    event: AccountEvent,
    browser: Option<Browser>,
    app_id: Option<Uuid>,
) -> Result<(), ActionError> {
    if let Some(deed) = Deed::of_account(event) {
        audit::write(context, tx, deed, About::person(person_id)).await?;
    }
    let at = context.now();
    let it = Happened { at, event, browser: browser.map(Browser::as_text), app_id, times: 1 };
    Ok(account_history::insert(tx, context.new_id(at), person_id, &it).await?)
}

/// Writes down that a wrong password was tried. Beside the answer, so that a known address takes no longer than an
/// unknown one.
pub(in crate::actions) fn note_failed_sign_in(context: &Context, person_id: Uuid) {
    let context = context.clone();
    tokio::spawn(async move {
        if let Err(e) = failed_sign_in(&context, person_id).await {
            tracing::warn!(cause = %e, "a failed sign-in could not be written down");
        }
    });
}

async fn failed_sign_in(context: &Context, person_id: Uuid) -> Result<(), ActionError> {
    let now = context.now();
    let mut tx = context.db.write().await?;
    if persons::find(&mut tx, person_id).await?.is_none() {
        return Ok(());
    }
    let event = AccountEvent::SignInFailed;
    if !account_history::count_again(&mut tx, person_id, event, now - TOGETHER, now).await? {
        note(context, &mut tx, person_id, event).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// One line of the history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// When.
    pub at: DateTime<Utc>,
    /// What.
    pub event: AccountEvent,
    /// In which browser, where that matters.
    pub browser: Option<Browser>,
    /// The name of the app it was about, while there is such an app.
    pub app: Option<String>,
    /// How often.
    pub times: u32,
}

/// A page of the history.
#[derive(Debug)]
pub struct HistoryPage {
    /// Newest first.
    pub lines: Vec<Line>,
    /// Which page it is, from 1.
    pub page: u32,
    /// How many there are.
    pub pages: u32,
}

/// A page of what happened, newest first. A page that is not there is the last one.
pub async fn list(context: &Context, person_id: Uuid, page: u32) -> Result<HistoryPage, ActionError> {
    let mut tx = context.db.read().await?;
    let count = u32::try_from(account_history::count(&mut tx, person_id).await?).unwrap_or(u32::MAX);
    let pages = count.div_ceil(PAGE).max(1);
    let page = page.clamp(1, pages);
    let lines = lines(&mut tx, person_id, PAGE, (page - 1) * PAGE).await?;
    Ok(HistoryPage { lines, page, pages })
}

/// Lines of the history, with the names of the apps.
pub(super) async fn lines(
    tx: &mut Tx,
    person_id: Uuid,
    limit: u32,
    offset: u32,
) -> Result<Vec<Line>, ActionError> {
    let mut lines = Vec::new();
    for it in account_history::list(tx, person_id, limit, offset).await? {
        let app = match it.app_id {
            Some(id) => apps::find(tx, id).await?.map(|app| app.value.name.clone()),
            None => None,
        };
        lines.push(Line {
            at: it.at,
            event: it.event,
            browser: it.browser.as_deref().map(Browser::parse),
            app,
            times: u32::try_from(it.times).unwrap_or(u32::MAX),
        });
    }
    Ok(lines)
}

/// Forgets what has had its time. Returns how many lines.
pub(in crate::actions) async fn purge(tx: &mut Tx, now: DateTime<Utc>) -> Result<u64, ActionError> {
    // A change of address can be taken back for a week; old addresses are of no use after that.
    email_changes::delete_old(tx, now - TimeDelta::days(8)).await?;
    Ok(account_history::delete_old(tx, now - ACCOUNT_HISTORY).await?)
}
