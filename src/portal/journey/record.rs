//! Pick a record.

use actix_web::{HttpResponse, http::StatusCode, web::Query};
use uuid::Uuid;

use super::{At, JourneyQuery, address, at, brand_of, friendly_name, step_query, to_next_step, which};
use crate::{
    actions::{
        choose_record::{Pick, choices, choose_record},
        facts::Visited,
    },
    domain::{
        journey::Step,
        labels::{LabelProblem, RecordName},
    },
    portal::{
        chrome::Problem,
        fault::Fault,
        fields::Fields,
        pages::{RecordOption, RecordPage},
        visitor::{Visitor, see_other},
    },
};

const NEW: &str = "new";

/// Shows her records.
pub async fn get(visitor: Visitor, query: Query<JourneyQuery>) -> Result<HttpResponse, Fault> {
    let visited = match at(&visitor, query.which(), Step::Record).await? {
        At::Elsewhere(answer) => return Ok(answer),
        At::Here(visited) => visited,
    };
    let (chosen, new_name) = if visited.facts.record_chosen {
        match (&visited.journey.record_id, &visited.journey.new_record_name) {
            (Some(id), _) => (id.to_string(), String::new()),
            (None, name) => (NEW.to_owned(), name.clone().unwrap_or_default()),
        }
    } else {
        Default::default()
    };
    show(&visitor, StatusCode::OK, &visited, &chosen, &new_name, Vec::new()).await
}

/// She picked one, or named a new one.
pub async fn post(
    visitor: Visitor,
    query: Query<JourneyQuery>,
    fields: Fields,
) -> Result<HttpResponse, Fault> {
    let visited = match at(&visitor, which(&fields, &query), Step::Record).await? {
        At::Elsewhere(answer) => return Ok(answer),
        At::Here(visited) => visited,
    };
    let (chosen, new_name) = (fields.get("record"), fields.get("new_record_name"));
    let refuse =
        async |status, problem| show(&visitor, status, &visited, chosen, new_name, vec![problem]).await;
    if !visitor.sent_by_our_page(&fields) {
        return refuse(StatusCode::FORBIDDEN, visitor.problem("form", "problem-form-stale", &[])).await;
    }
    let pick = match chosen {
        "" => Err(visitor.problem("record", "problem-record-none", &[])),
        NEW => match RecordName::parse(new_name) {
            Ok(name) => Ok(Pick::New { name: name.as_str().to_owned() }),
            Err(LabelProblem::TooLong { max }) => Err(visitor.problem(
                "new_record_name",
                "problem-new-record-name-long",
                &[("max", max.into())],
            )),
            Err(_) => Err(visitor.problem("new_record_name", "problem-new-record-name-empty", &[])),
        },
        id => match Uuid::parse_str(id) {
            Ok(id) => Ok(Pick::Record(id)),
            Err(_) => Err(visitor.problem("record", "problem-record-unknown", &[])),
        },
    };
    let pick = match pick {
        Ok(pick) => pick,
        Err(problem) => return refuse(StatusCode::UNPROCESSABLE_ENTITY, problem).await,
    };
    if choose_record(&visitor.portal.parts, &visited, &pick).await? {
        return Ok(see_other(&address(Step::Authorize, &visited)));
    }
    // Not hers, or decided meanwhile in another tab.
    let again = at(&visitor, crate::actions::facts::Which::Id(visited.journey.id), Step::Record).await?;
    match again {
        At::Elsewhere(answer) => Ok(answer),
        At::Here(visited) if !visited.journey.is_open() => Ok(to_next_step(&visited)),
        At::Here(_) => {
            let problem = visitor.problem("record", "problem-record-unknown", &[]);
            refuse(StatusCode::UNPROCESSABLE_ENTITY, problem).await
        }
    }
}

async fn show(
    visitor: &Visitor,
    status: StatusCode,
    visited: &Visited,
    chosen: &str,
    new_record_name: &str,
    problems: Vec<Problem>,
) -> Result<HttpResponse, Fault> {
    let records = choices(&visitor.portal.parts, visited).await?;
    let records = records
        .into_iter()
        .map(|c| RecordOption {
            id: c.id.to_string(),
            name: c.name,
            used_before: c.used_before,
            connected: c.connected,
        })
        .collect();
    visitor.page(status, brand_of(visitor, visited), None, |chrome| RecordPage {
        chrome,
        problems,
        journey: visited.journey.id.to_string(),
        step_query: step_query(visited.journey.number),
        friendly_name: friendly_name(visited).unwrap_or_default(),
        person_name: visited.person.as_ref().map(|p| p.name.clone()).unwrap_or_default(),
        records,
        chosen: chosen.to_owned(),
        new_record_name: new_record_name.to_owned(),
    })
}
