//! Allow, or decline, "with equal ease".

use actix_web::{HttpResponse, http::StatusCode, web::Query};

use super::{
    At, JourneyQuery, address, at, brand_of, friendly_name, refusal_page, rule_view, step_query, which,
};
use crate::{
    actions::{
        authorize::{Authorized, authorize, fingerprint},
        choose_record::{Choice, choices},
        decline::decline,
        facts::Visited,
    },
    domain::journey::Step,
    portal::{
        chrome::Problem,
        fault::Fault,
        fields::Fields,
        pages::AuthorizePage,
        visitor::{Visitor, see_other},
    },
};

/// Shows who asks, for which record, what for.
pub async fn get(visitor: Visitor, query: Query<JourneyQuery>) -> Result<HttpResponse, Fault> {
    match at(&visitor, query.which(), Step::Authorize).await? {
        At::Elsewhere(answer) => Ok(answer),
        At::Here(visited) => show(&visitor, StatusCode::OK, &visited, &[], Vec::new()).await,
    }
}

/// She decided.
pub async fn post(
    visitor: Visitor,
    query: Query<JourneyQuery>,
    fields: Fields,
) -> Result<HttpResponse, Fault> {
    let visited = match at(&visitor, which(&fields, &query), Step::Authorize).await? {
        At::Elsewhere(answer) => return Ok(answer),
        At::Here(visited) => visited,
    };
    let ticked = fields.all("rule");
    let refuse = async |status, problem| show(&visitor, status, &visited, &ticked, vec![problem]).await;
    if !visitor.sent_by_our_page(&fields) {
        return refuse(StatusCode::FORBIDDEN, visitor.problem("form", "problem-form-stale", &[])).await;
    }
    let parts = &visitor.portal.parts;
    match fields.get("decision") {
        "allow" => {
            let asked = visited.app.as_ref().map(|app| fingerprint(parts, &app.rules)).unwrap_or_default();
            let shown = Some(fields.get("rules_shown")).filter(|shown| !shown.is_empty()).unwrap_or(&asked);
            match authorize(parts, &visited, &ticked, shown).await? {
                Authorized::Done => Ok(see_other(&address(Step::Success, &visited))),
                Authorized::Refused(refusal) => refusal_page(&visitor, &visited, refusal),
                Authorized::RulesChanged => {
                    let problem = visitor.problem("rule", "problem-rule-unknown", &[]);
                    refuse(StatusCode::UNPROCESSABLE_ENTITY, problem).await
                }
                // Another tab went on meanwhile: one redirect to where she is.
                Authorized::NotNow => Ok(see_other(&address(Step::Record, &visited))),
            }
        }
        "decline" => {
            decline(parts, &visited).await?;
            Ok(see_other(&address(Step::Declined, &visited)))
        }
        _ => {
            let problem = visitor.problem("decision", "problem-decision-none", &[]);
            refuse(StatusCode::UNPROCESSABLE_ENTITY, problem).await
        }
    }
}

async fn show(
    visitor: &Visitor,
    status: StatusCode,
    visited: &Visited,
    ticked: &[String],
    problems: Vec<Problem>,
) -> Result<HttpResponse, Fault> {
    let parts = &visitor.portal.parts;
    let Some(app) = &visited.app else { return Ok(see_other(Step::Code.path())) };
    let choices = choices(parts, visited).await?;
    let is_chosen = |c: &&Choice| visited.journey.record_id == Some(c.id);
    let chosen = choices.iter().find(is_chosen);
    let record_name = match (chosen, &visited.journey.new_record_name) {
        (Some(choice), _) => choice.name.clone(),
        (None, Some(name)) => name.clone(),
        // The record went meanwhile: pick again.
        (None, None) => return Ok(see_other(&address(Step::Record, visited))),
    };
    let view = |optional: bool| {
        app.rules
            .iter()
            .filter(|rule| rule.optional == optional)
            .map(|rule| rule_view(rule, ticked.contains(&rule.name)))
            .collect()
    };
    visitor.page(status, brand_of(visitor, visited), None, |chrome| AuthorizePage {
        chrome,
        problems,
        journey: visited.journey.id.to_string(),
        step_query: step_query(visited.journey.number),
        rules_shown: fingerprint(parts, &app.rules),
        friendly_name: friendly_name(visited).unwrap_or_default(),
        record_is_new: chosen.is_none(),
        record_name,
        required: view(false),
        optional: view(true),
        stays_connected: choices
            .iter()
            .filter(|c| c.connected && !is_chosen(c))
            .map(|c| c.name.clone())
            .collect(),
    })
}
