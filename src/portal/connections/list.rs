//! Every app connected to each of one's records.

use askama::Template;
use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::{
    actions::journey::connections::{self, Connection},
    domain::{contact::ContactLine, event::EventKind, zone::Zone},
    portal::{
        chrome::Chrome,
        page::Page,
        reply::{Answer, Reply},
        request::Request,
        rule_view::RuleView,
        urls::Url,
    },
};

/// Lists the connections of a person, record by record.
#[derive(Clone, Debug, Template)]
#[template(path = "connections/connections.html")]
pub struct ConnectionsPage {
    /// What stands around the page.
    pub chrome: Chrome,
    /// Her records.
    pub records: Vec<RecordConnections>,
}

/// One record with its connections.
#[derive(Clone, Debug)]
pub struct RecordConnections {
    /// Whose record it is.
    pub record_name: String,
    /// Its connections, past ones too.
    pub connections: Vec<ConnectionView>,
}

/// One app that is, or was, connected to a record.
#[derive(Clone, Debug)]
pub struct ConnectionView {
    /// Where it is disconnected.
    pub disconnect: Url,
    /// The app.
    pub app_name: String,
    /// The organization behind it.
    pub organization: String,
    /// How to reach it, line by line.
    pub contact: Vec<ContactLine>,
    /// In which time zone its times are told.
    pub zone: Zone,
    /// Since when.
    pub since: DateTime<Utc>,
    /// When it ended. `None`: it stands.
    pub ended: Option<DateTime<Utc>>,
    /// What the app may do.
    pub rules: Vec<RuleView>,
    /// What happened, newest first.
    pub history: Vec<HistoryEntry>,
}

/// One thing that happened to a connection.
#[derive(Clone, Debug)]
pub struct HistoryEntry {
    /// When.
    pub at: DateTime<Utc>,
    /// What.
    pub what: HistoryKind,
}

/// What can happen to a connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HistoryKind {
    /// Allowed for the first time.
    Authorized,
    /// Allowed again.
    Reauthorized,
    /// The person disconnected it.
    DisconnectedByYou,
    /// The app gave it up.
    GivenUpByApp,
}

impl HistoryKind {
    /// The key of its words.
    pub fn key(self) -> &'static str {
        match self {
            HistoryKind::Authorized => "history-authorized",
            HistoryKind::Reauthorized => "history-reauthorized",
            HistoryKind::DisconnectedByYou => "history-disconnected",
            HistoryKind::GivenUpByApp => "history-given-up",
        }
    }
}

impl Page for ConnectionsPage {
    fn name(&self) -> &'static str {
        "connections"
    }

    fn chrome(&self) -> &Chrome {
        &self.chrome
    }

    fn heading(&self) -> String {
        self.t("connections-heading").to_owned()
    }
}

impl ConnectionsPage {
    /// Whether the person ever connected anything.
    pub fn is_empty(&self) -> bool {
        self.records.iter().all(|record| record.connections.is_empty())
    }

    /// Whether any connection stands.
    pub fn any_connected(&self) -> bool {
        self.records
            .iter()
            .flat_map(|record| &record.connections)
            .any(|connection| connection.ended.is_none())
    }
}

/// Shows them. After one was disconnected, says so.
pub async fn get(cx: Request) -> Answer {
    let who = cx.signed_in().ok_or_else(|| Reply::to(&Url::SignInToConnections))?;
    let records = connections::list(cx.context(), who.person_id).await?;
    let mut page = ConnectionsPage { chrome: cx.chrome(), records: Vec::new() };
    let done = cx.query.get("disconnected").and_then(|id| Uuid::parse_str(id).ok());
    let ended = done.and_then(|id| {
        let mut all = records.iter().flat_map(|r| &r.connections);
        all.find(|c| c.authorization.id == id && !c.authorization.is_active())
    });
    page.chrome.notice =
        ended.map(|c| cx.words.with("notice-disconnected", &[("app", c.app.name.as_str().into())]));
    page.records = records
        .into_iter()
        .map(|r| RecordConnections {
            record_name: r.record.name,
            connections: r.connections.into_iter().map(|connection| view(&cx, connection)).collect(),
        })
        .collect();
    cx.answer(&page)
}

fn view(cx: &Request, c: Connection) -> ConnectionView {
    let history = c.history.into_iter().filter_map(|(at, kind)| {
        let what = match kind {
            EventKind::Authorized | EventKind::RecordAdded => HistoryKind::Authorized,
            EventKind::Reauthorized => HistoryKind::Reauthorized,
            EventKind::Disconnected => HistoryKind::DisconnectedByYou,
            EventKind::GivenUp => HistoryKind::GivenUpByApp,
            _ => return None,
        };
        Some(HistoryEntry { at, what })
    });
    ConnectionView {
        disconnect: Url::Disconnect(c.authorization.id),
        history: history.collect(),
        contact: c.app.contact.lines(cx.words.tag()),
        zone: cx.installation.zone_of(&c.app),
        app_name: c.app.name.clone(),
        organization: c.app.organization.clone(),
        since: c.authorization.since,
        ended: c.authorization.ended_at,
        rules: RuleView::granted(&c.authorization.rules, &cx.words),
    }
}
