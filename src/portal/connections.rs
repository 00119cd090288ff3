//! What is connected to one's records, and how to end it.

use actix_web::{
    HttpResponse,
    http::StatusCode,
    web::{Path, Query},
};
use serde::Deserialize;
use uuid::Uuid;

use super::{
    brand,
    fault::Fault,
    fields::Fields,
    journey::rule_view,
    pages::{ConnectionView, ConnectionsPage, DisconnectPage, HistoryEntry, HistoryKind, RecordConnections},
    visitor::{Visitor, see_other},
};
use crate::{
    actions::connections::{self, Connection},
    domain::event::EventKind,
};

/// What was just done.
#[derive(Debug, Default, Deserialize)]
pub struct DoneQuery {
    disconnected: Option<Uuid>,
}

fn to_sign_in() -> HttpResponse {
    see_other("/sign-in?to=connections")
}

/// Every app connected to each of her records.
pub async fn list(visitor: Visitor, query: Query<DoneQuery>) -> Result<HttpResponse, Fault> {
    let Some(who) = visitor.signed_in() else { return Ok(to_sign_in()) };
    let records = connections::list(&visitor.portal.parts, who.person_id).await?;
    let ended = query.disconnected.and_then(|id| {
        records
            .iter()
            .flat_map(|r| &r.connections)
            .find(|c| c.authorization.id == id && !c.authorization.is_active())
    });
    let notice =
        ended.map(|c| visitor.words.with("notice-disconnected", &[("app", c.app.name.as_str().into())]));
    let records = records
        .into_iter()
        .map(|r| RecordConnections {
            record_name: r.record.name,
            connections: r.connections.into_iter().map(view).collect(),
        })
        .collect();
    visitor.page(StatusCode::OK, None, notice, |chrome| ConnectionsPage { chrome, records })
}

fn view(c: Connection) -> ConnectionView {
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
        id: c.authorization.id.to_string(),
        history: history.collect(),
        app_name: c.app.name,
        organization: c.app.organization,
        contact: c.app.contact,
        since: c.authorization.since,
        ended: c.authorization.ended_at,
        rules: c.authorization.rules.iter().map(|rule| rule_view(rule, true)).collect(),
    }
}

/// Asks whether to disconnect.
pub async fn ask(visitor: Visitor, id: Path<Uuid>) -> Result<HttpResponse, Fault> {
    let Some(who) = visitor.signed_in() else { return Ok(to_sign_in()) };
    let found = connections::find(&visitor.portal.parts, who.person_id, *id).await?;
    let Some((app, record, authorization)) = found else {
        return Err(Fault::NotFound { unknown_target: false });
    };
    if !authorization.is_active() {
        return Ok(see_other("/connections"));
    }
    let look = brand::of(&visitor.portal, &app);
    visitor.page(StatusCode::OK, Some(look), None, |chrome| DisconnectPage {
        chrome,
        id: id.to_string(),
        record_name: record.name.clone(),
        app_name: app.name.clone(),
        organization: app.organization.clone(),
    })
}

/// Disconnects.
pub async fn disconnect(visitor: Visitor, id: Path<Uuid>, fields: Fields) -> Result<HttpResponse, Fault> {
    let Some(who) = visitor.signed_in() else { return Ok(to_sign_in()) };
    if !visitor.sent_by_our_page(&fields) {
        return Err(Fault::StaleForm);
    }
    if !connections::disconnect(&visitor.portal.parts, who.person_id, *id).await? {
        return Err(Fault::NotFound { unknown_target: false });
    }
    Ok(see_other(&format!("/connections?disconnected={id}")))
}
