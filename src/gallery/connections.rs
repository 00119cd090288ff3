//! The Connections page: every state that it can be in.

use super::samples;
use crate::{
    domain::contact::Contact,
    portal::{
        chrome::Chrome,
        connections::list::{ConnectionView, ConnectionsPage, HistoryEntry, HistoryKind, RecordConnections},
        urls::Url,
    },
};

/// Every state the page can be in, by name.
pub(super) fn states(chrome: &Chrome) -> Vec<(&'static str, ConnectionsPage)> {
    let entry = |day, what| HistoryEntry { at: samples::november(day), what };
    let visits = ConnectionView {
        disconnect: Url::Disconnect(uuid::Uuid::from_u128(1)),
        app_name: "Fabrikam Visits".to_owned(),
        organization: "Fabrikam Clinic".to_owned(),
        contact: samples::card().lines(chrome.words.tag()),
        zone: chrome.zone,
        since: samples::november(3),
        ended: None,
        rules: samples::required(chrome),
        history: vec![
            entry(17, HistoryKind::Reauthorized),
            entry(12, HistoryKind::DisconnectedByYou),
            entry(3, HistoryKind::Authorized),
        ],
    };
    let dental = ConnectionView {
        disconnect: Url::Disconnect(uuid::Uuid::from_u128(2)),
        app_name: "Contoso Smile".to_owned(),
        organization: "Contoso Dental".to_owned(),
        contact: Contact::from("Call +1 555 0199").lines(chrome.words.tag()),
        zone: chrome.zone,
        since: samples::november(1),
        ended: Some(samples::november(20)),
        rules: samples::optional(chrome),
        history: vec![entry(20, HistoryKind::GivenUpByApp), entry(1, HistoryKind::Authorized)],
    };
    let no_rules = ConnectionView {
        disconnect: Url::Disconnect(uuid::Uuid::from_u128(3)),
        rules: Vec::new(),
        ..visits.clone()
    };
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
