//! Nothing was shared.

use actix_web::{HttpResponse, http::StatusCode, web::Query};

use super::{At, JourneyQuery, at, brand_of, friendly_name};
use crate::{
    domain::journey::Step,
    portal::{fault::Fault, pages::DeclinedPage, visitor::Visitor},
};

/// Confirms it.
pub async fn get(visitor: Visitor, query: Query<JourneyQuery>) -> Result<HttpResponse, Fault> {
    let visited = match at(&visitor, query.which(), Step::Declined).await? {
        At::Elsewhere(answer) => return Ok(answer),
        At::Here(visited) => visited,
    };
    let friendly_name = friendly_name(&visited).unwrap_or_default();
    visitor.page(StatusCode::OK, brand_of(&visitor, &visited), None, |chrome| DeclinedPage {
        chrome,
        friendly_name,
    })
}
