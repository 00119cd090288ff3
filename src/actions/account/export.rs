//! A person takes her data with her: everything that we hold on her, and nothing of anybody else, no hash and no secret.

use chrono::{DateTime, Utc};
use serde::Serialize;
use uuid::Uuid;

use super::history::{lines, note};
use crate::{
    actions::{ActionError, Context},
    domain::{
        account::AccountEvent,
        application::{App, AuthorizationRule},
        browser::Browser,
    },
    store::{
        Tx, accounts, alternate_ids, apps,
        authorizations::{self, OfRequest},
        email_changes, events, mails, passkeys, person_sessions, records,
    },
};

/// More lines of history than anybody has.
const ALL: u32 = 1_000_000;

/// Everything that we hold on a person.
#[derive(Debug, Serialize)]
pub struct Export {
    /// When it was put together.
    pub exported_at: DateTime<Utc>,
    /// The account itself.
    pub account: AccountData,
    /// How she can sign in.
    pub ways_to_sign_in: Vec<WayData>,
    /// Her passkeys. What opens is on her devices alone.
    pub passkeys: Vec<PasskeyData>,
    /// Where she is signed in.
    pub sessions: Vec<SessionData>,
    /// Her records.
    pub records: Vec<RecordData>,
    /// What is, or was, connected.
    pub connections: Vec<ConnectionData>,
    /// What happened to the account, newest first.
    pub history: Vec<HistoryData>,
    /// Mails about the account: when which kind was written. What they said is forgotten once they are sent.
    pub mails: Vec<MailData>,
}

/// The account itself.
#[derive(Debug, Serialize)]
pub struct AccountData {
    /// What she is called.
    pub name: String,
    /// Her address.
    pub email: Option<String>,
    /// An address that waits for its code.
    pub new_email: Option<String>,
    /// The language that she chose.
    pub language: Option<String>,
    /// The language in which she last signed in.
    pub last_language: Option<String>,
    /// Since when.
    pub created_at: DateTime<Utc>,
    /// When she chose her password. The password itself is kept in a form that nobody can read.
    pub password_since: Option<DateTime<Utc>>,
}

/// A way to sign in, without its secrets. Which browsers an account knows is kept in those browsers alone.
#[derive(Debug, Serialize)]
pub struct WayData {
    /// A password, or a provider's account.
    pub kind: &'static str,
    /// Whom the provider signs in: its own address, and what it knows her by.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub provider_account: Option<String>,
    /// The address that belongs to it.
    pub email: Option<String>,
    /// Since when.
    pub since: DateTime<Utc>,
}

/// A passkey.
#[derive(Debug, Serialize)]
pub struct PasskeyData {
    /// What she calls it.
    pub name: String,
    /// Since when.
    pub since: DateTime<Utc>,
    /// When it signed her in last.
    pub last_used: Option<DateTime<Utc>>,
}

/// A sign-in.
#[derive(Debug, Serialize)]
pub struct SessionData {
    /// In which browser.
    pub browser: Option<&'static str>,
    /// On which system.
    pub system: Option<&'static str>,
    /// Since when.
    pub since: Option<DateTime<Utc>>,
    /// When it was last used.
    pub last_seen: DateTime<Utc>,
    /// Until when she stays signed in, where she asked for that.
    pub kept_until: Option<DateTime<Utc>>,
}

/// A record.
#[derive(Debug, Serialize)]
pub struct RecordData {
    /// Its name.
    pub name: String,
}

/// A connection.
#[derive(Debug, Serialize)]
pub struct ConnectionData {
    /// The app's name.
    pub app: String,
    /// The organization behind it.
    pub organization: String,
    /// The record's name; none of a record that is gone.
    pub record: Option<String>,
    /// What she granted.
    pub granted: Vec<AuthorizationRule>,
    /// Since when.
    pub since: DateTime<Utc>,
    /// When she allowed it last.
    pub authorized_at: DateTime<Utc>,
    /// When it ended.
    pub ended_at: Option<DateTime<Utc>>,
    /// What the app knows her by.
    pub known_as: Known,
    /// The app's own keys for her.
    pub alternate_ids: Vec<String>,
    /// The invitations that brought it, as the clinic wrote them.
    pub invitations: Vec<InvitationData>,
    /// What happened to it, newest first.
    pub history: Vec<HistoryData>,
}

/// What an app knows a person and a record by.
#[derive(Debug, Serialize)]
pub struct Known {
    /// The person.
    pub person_id: Uuid,
    /// The record.
    pub record_id: Uuid,
    /// The record, the same for everybody.
    pub app_specific_record_id: String,
}

/// An invitation that she used.
#[derive(Debug, Serialize)]
pub struct InvitationData {
    /// The clinic's own number of it.
    pub external_id: String,
    /// What it was called.
    pub friendly_name: String,
    /// When she used it last.
    pub used_at: DateTime<Utc>,
}

/// Something that happened.
#[derive(Debug, Serialize)]
pub struct HistoryData {
    /// When.
    pub at: DateTime<Utc>,
    /// What.
    pub what: &'static str,
    /// In which browser.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub browser: Option<String>,
    /// Which app.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub app: Option<String>,
    /// How often.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub times: Option<u32>,
}

/// A mail about her account.
#[derive(Debug, Serialize)]
pub struct MailData {
    /// What it told.
    pub kind: String,
    /// When it was written.
    pub written_at: DateTime<Utc>,
    /// What became of it.
    pub state: String,
}

/// Everything that we hold on her. `None` when there is no such account any more.
pub async fn find(context: &Context, person_id: Uuid) -> Result<Option<Export>, ActionError> {
    let mut tx = context.db.read().await?;
    let Some(account) = accounts::find(&mut tx, person_id).await? else { return Ok(None) };
    let asked = email_changes::find_asked(&mut tx, person_id, context.now()).await?;
    let records = records::list_of_person(&mut tx, person_id).await?;
    let name_of = |id| records.iter().find(|r| r.id == id).map(|r| r.name.clone());
    let mut connections = Vec::new();
    for a in authorizations::list_of_person(&mut tx, person_id).await? {
        let app = apps::find(&mut tx, a.value.app_id).await?.map(|app| app.value);
        let record = name_of(a.value.record_id);
        connections.push(connection(&mut tx, a.value, app.as_deref(), record).await?);
    }
    let ways = accounts::list_ways(&mut tx, person_id).await?;
    let keys = passkeys::list(&mut tx, person_id).await?;
    let sessions = person_sessions::list_of_person(&mut tx, person_id).await?;
    let history = lines(&mut tx, person_id, ALL, 0).await?;
    let mails = mails::list_of_person(&mut tx, person_id).await?;
    Ok(Some(Export {
        exported_at: context.now(),
        account: AccountData {
            name: account.person.name,
            email: account.email,
            new_email: asked.map(|change| change.new_email),
            language: account.language,
            last_language: account.read_in,
            created_at: account.person.created_at,
            password_since: account.password_since,
        },
        ways_to_sign_in: ways.into_iter().map(way).collect(),
        passkeys: keys.into_iter().map(passkey).collect(),
        sessions: sessions.iter().map(session).collect(),
        records: records.into_iter().map(|r| RecordData { name: r.name }).collect(),
        connections,
        history: history.into_iter().map(happened).collect(),
        mails: mails
            .into_iter()
            .map(|(kind, written_at, state)| MailData { kind, written_at, state })
            .collect(),
    }))
}

/// Writes down that she took her data.
pub async fn taken(context: &Context, person_id: Uuid) -> Result<(), ActionError> {
    let mut tx = context.db.write().await?;
    note(context, &mut tx, person_id, AccountEvent::Exported).await?;
    tx.commit().await?;
    Ok(())
}

fn session(s: &person_sessions::PersonSession) -> SessionData {
    let browser = Browser::parse(s.browser.as_deref().unwrap_or_default());
    SessionData {
        browser: browser.name,
        system: browser.system,
        since: s.began_at,
        last_seen: s.seen_at,
        kept_until: s.kept_until,
    }
}

fn way(w: accounts::Way) -> WayData {
    let (kind, provider_account) =
        if w.is_password() { ("password", None) } else { ("provider", Some(w.subject)) };
    WayData { kind, provider_account, email: w.email, since: w.created_at }
}

fn passkey(p: passkeys::StoredPasskey) -> PasskeyData {
    PasskeyData { name: p.name, since: p.created_at, last_used: p.used_at }
}

fn happened(line: super::history::Line) -> HistoryData {
    HistoryData {
        at: line.at,
        what: line.event.as_str(),
        browser: line.browser.map(Browser::as_text).filter(|text| text != "/"),
        app: line.app,
        times: Some(line.times).filter(|times| *times > 1),
    }
}

async fn connection(
    tx: &mut Tx,
    a: crate::domain::authorization::Authorization,
    app: Option<&App>,
    record: Option<String>,
) -> Result<ConnectionData, ActionError> {
    let history = events::list_of_authorization(tx, a.id).await?;
    let plain = |at, what| HistoryData { at, what, browser: None, app: None, times: None };
    let invitations = authorizations::list_requests_of(tx, a.id).await?;
    let invitation = |r: OfRequest| InvitationData {
        external_id: r.external_id,
        friendly_name: r.friendly_name,
        used_at: r.authorized_at,
    };
    Ok(ConnectionData {
        app: app.map(|app| app.name.clone()).unwrap_or_default(),
        organization: app.map(|app| app.organization.clone()).unwrap_or_default(),
        record,
        granted: a.rules,
        since: a.since,
        authorized_at: a.authorized_at,
        ended_at: a.ended_at,
        known_as: Known {
            person_id: a.person_pseudonym,
            record_id: a.record_pseudonym,
            app_specific_record_id: a.app_specific_record_id,
        },
        alternate_ids: alternate_ids::list(tx, a.id).await?,
        invitations: invitations.into_iter().map(invitation).collect(),
        history: history.into_iter().map(|(p, event)| plain(p.at, event.kind.as_str())).collect(),
    })
}
