//! The clinic's success message.

use actix_web::{HttpResponse, http::StatusCode, web::Query};

use super::{At, JourneyQuery, at, brand_of, friendly_name, rule_view};
use crate::{
    actions::connections,
    domain::{journey::Step, markup},
    portal::{
        fault::Fault,
        pages::SuccessPage,
        visitor::{Visitor, see_other},
    },
};

/// Shows it, as often as she likes, while the connection stands.
pub async fn get(visitor: Visitor, query: Query<JourneyQuery>) -> Result<HttpResponse, Fault> {
    let visited = match at(&visitor, query.which(), Step::Success).await? {
        At::Elsewhere(answer) => return Ok(answer),
        At::Here(visited) => visited,
    };
    let found = match (&visited.person, visited.journey.authorization_id) {
        (Some(person), Some(id)) => connections::find(&visitor.portal.parts, person.id, id).await?,
        _ => None,
    };
    // "Must never be told a patient is connected when she is not": nor may she.
    let Some((app, record, authorization)) = found.filter(|(_, _, a)| a.is_active()) else {
        return Ok(see_other("/connections"));
    };
    let (message, language) = app.success_message.for_language(visitor.words.tag());
    let message_html = markup::safe_html(message);
    let message_lang = language.filter(|tag| *tag != visitor.words.tag()).map(str::to_owned);
    visitor.page(StatusCode::OK, brand_of(&visitor, &visited), None, |chrome| SuccessPage {
        chrome,
        friendly_name: friendly_name(&visited).unwrap_or_default(),
        record_name: record.name.clone(),
        message_html,
        message_lang,
        authorized_at: authorization.authorized_at,
        rules: authorization.rules.iter().map(|rule| rule_view(rule, true)).collect(),
        pickup_days: visitor.portal.parts.rules.retention.authorized_days,
    })
}
