//! Every app connected to each of one's records.

use askama::Template;
use chrono::{DateTime, Utc};

use super::{Page, RuleView, samples};
use crate::portal::chrome::Chrome;

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
    /// Names the connection in URLs.
    pub id: String,
    /// The app.
    pub app_name: String,
    /// The organization behind it.
    pub organization: String,
    /// How to reach it.
    pub contact: String,
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

    /// Every state the page can be in, by name.
    pub fn samples(chrome: &Chrome) -> Vec<(&'static str, Self)> {
        let entry = |day, what| HistoryEntry { at: samples::november(day), what };
        let visits = ConnectionView {
            id: "c1".to_owned(),
            app_name: "Fabrikam Visits".to_owned(),
            organization: "Fabrikam Clinic".to_owned(),
            contact: samples::brand().contact,
            since: samples::november(3),
            ended: None,
            rules: samples::required(),
            history: vec![
                entry(17, HistoryKind::Reauthorized),
                entry(12, HistoryKind::DisconnectedByYou),
                entry(3, HistoryKind::Authorized),
            ],
        };
        let dental = ConnectionView {
            id: "c2".to_owned(),
            app_name: "Contoso Smile".to_owned(),
            organization: "Contoso Dental".to_owned(),
            contact: "Call +1 555 0199".to_owned(),
            since: samples::november(1),
            ended: Some(samples::november(20)),
            rules: samples::optional(),
            history: vec![entry(20, HistoryKind::GivenUpByApp), entry(1, HistoryKind::Authorized)],
        };
        let no_rules = ConnectionView { id: "c3".to_owned(), rules: Vec::new(), ..visits.clone() };
        let records = |connections: Vec<ConnectionView>, name: &str| RecordConnections {
            record_name: name.to_owned(),
            connections,
        };
        let chrome = samples::signed_in(chrome);
        let notice = chrome.words.with("notice-disconnected", &[("app", "Contoso Smile".into())]);
        let page = |records| ConnectionsPage { chrome: chrome.clone(), records };
        vec![
            (
                "family",
                page(vec![
                    records(vec![visits.clone(), dental.clone()], "Emma"),
                    records(vec![no_rules], "Anna"),
                    records(Vec::new(), "Oskar"),
                ]),
            ),
            ("none", page(Vec::new())),
            (
                "disconnected",
                ConnectionsPage {
                    chrome: Chrome { notice: Some(notice), ..chrome.clone() },
                    records: vec![records(vec![dental], "Emma")],
                },
            ),
        ]
    }
}
