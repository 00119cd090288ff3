//! `/authorized-connect-requests` and `/persons/…/authorization`.

use std::borrow::Cow;

use actix_web::{HttpRequest, HttpResponse, http::StatusCode};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{
    IntoParams, PartialSchema, ToSchema,
    openapi::{
        RefOr,
        schema::{ObjectBuilder, Schema, Type},
    },
};
use uuid::Uuid;

use super::{
    cursor::{List, cursor, read_cursor},
    json::{self, time},
    key::Caller,
    problem::{Code, Problem, problems},
};
use crate::{
    actions::{
        app::check_authorization::{check_authorization, give_up as give_up_authorization},
        app::list_authorized::list_authorized,
    },
    domain::application::{Access, AuthorizationRule},
};

problems! {
    ListProblems: InvalidSince;
    AuthorizationProblems: NotFound;
}

#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct ListQuery {
    /// From when on, inclusive: the `as_of` of the last answer. Left out or empty: from the start. A time in the future, which no
    /// `as_of` is unless an older copy of the portal's database was put back, lists everything again.
    #[param(format = DateTime, example = "2026-11-24T09:12:30.654322Z")]
    since: Option<String>,
    /// The `next_cursor` of the page before; it stands for `since` too. Left out or empty: the first page.
    cursor: Option<String>,
    /// The most items of a page: 1 to 500, 100 when left out.
    #[param(value_type = Option<u32>, minimum = 1, maximum = 500, example = 100)]
    limit: Option<String>,
}

/// One pickup: a patient has authorized the app for a record.
#[derive(Serialize, ToSchema)]
#[schema(as = AuthorizedConnectRequest)]
pub struct Item {
    /// The person, by an ID that only your app knows her by. The same after disconnecting and authorizing again.
    person_id: Uuid,
    /// Her record, by an ID that only your app knows it by, and only for her.
    record_id: Uuid,
    /// The record, by an ID that is the same for every person who authorizes it for your app.
    #[schema(examples("4e7a3c1f9b2d4f60a1c8e5d7b9f01234"))]
    app_specific_record_id: String,
    /// Your app.
    app_id: Uuid,
    /// Your own identifier of the patient, as it is now.
    #[schema(examples("patient-1001"))]
    external_id: String,
    /// When it was authorized last.
    #[schema(format = DateTime, examples("2026-11-24T09:12:30.654321Z"))]
    authorized_at: String,
}

/// Pickups in the order of time.
#[derive(Serialize, ToSchema)]
#[schema(as = AuthorizedConnectRequestList)]
pub struct ListBody {
    /// The pickups.
    items: Vec<Item>,
    /// Where the next page starts; `null` at the end.
    #[schema(required)]
    next_cursor: Option<String>,
    /// Pass it as the next `since`, once everything listed is stored: then nothing is ever missed.
    #[schema(format = DateTime, examples("2026-11-24T09:12:30.654322Z"))]
    as_of: String,
}

/// Any RFC 3339 instant. Text without a zone is refused: it would mean something else on another machine.
fn since(text: &str) -> Result<DateTime<Utc>, Problem> {
    // A `+` of a zone that was not percent-encoded has become a space.
    let repaired = text.trim().replace(' ', "+");
    let at = DateTime::parse_from_rfc3339(&repaired).ok().map(|at| at.to_utc());
    at.filter(|at| json::is_storable(*at)).ok_or_else(|| {
        Problem::new(
            Code::InvalidSince,
            "since is an RFC 3339 time with a zone, such as 2026-11-23T21:02:04Z.",
        )
    })
}

/// List what was authorized since
///
/// Ask for all pages, store what they list, then keep `as_of` and pass it as the next `since`. An app that does so sees
/// every authorization at least once, also those that patients give while it asks. An authorization that ended
/// meanwhile is not listed.
#[utoipa::path(
    get,
    path = "/authorized-connect-requests",
    operation_id = "listAuthorizedConnectRequests",
    tag = "Authorizations",
    params(ListQuery),
    responses((status = 200, description = "A page of them.", body = ListBody), ListProblems)
)]
pub async fn list(caller: Caller, req: HttpRequest) -> Result<HttpResponse, Problem> {
    let query: ListQuery = json::query(&req)?;
    let limit = json::limit(query.limit.as_deref())?;
    let asked = query.since.as_deref().filter(|s| !s.is_empty()).map(since).transpose()?;
    let app = caller.app()?;
    let keys = &caller.installation.context.keys;
    let (since, as_of) = match query.cursor.as_deref().filter(|c| !c.is_empty()) {
        None => (asked, None),
        Some(cursor) => {
            let (from, as_of) = read_cursor(keys, List::Authorized, app.id, cursor)?;
            (Some(from), Some(as_of))
        }
    };
    let page = list_authorized(&caller.installation.context, app, since, as_of, limit).await?;
    Ok(HttpResponse::Ok().json(ListBody {
        items: page
            .items
            .iter()
            .map(|p| Item {
                person_id: p.person_pseudonym,
                record_id: p.record_pseudonym,
                app_specific_record_id: p.app_specific_record_id.clone(),
                app_id: app.id,
                external_id: p.external_id.clone(),
                authorized_at: time(p.authorized_at),
            })
            .collect(),
        next_cursor: page.next.map(|from| cursor(keys, List::Authorized, app.id, &(from, page.as_of))),
        as_of: time(page.as_of),
    }))
}

/// An authorization of your app.
#[derive(Serialize, ToSchema)]
#[schema(as = Authorization)]
pub struct AuthorizationBody {
    /// Whether it stands. `false` once the patient has disconnected or the app has given it up.
    #[schema(examples(true))]
    active: bool,
    /// What was granted.
    rules: Vec<RuleBody>,
    /// When it was given last.
    #[schema(format = DateTime, examples("2026-11-24T09:12:30.654321Z"))]
    authorized_at: String,
}

/// One thing that the app asked for and was granted.
#[derive(Serialize, ToSchema)]
#[schema(as = Rule)]
pub struct RuleBody {
    /// Its name in the app's registration.
    #[schema(examples("visits"))]
    name: String,
    /// What the patient read as its name; in the language of the app's file that stands for all, where it has several.
    #[schema(examples("Your visits"))]
    title: String,
    /// The sentence that the patient read, in the same language.
    #[schema(examples("So that your visit notes reach your record."))]
    why: String,
    /// The kinds of data.
    #[schema(examples("Encounter"))]
    data_types: Vec<String>,
    /// What may be done with them.
    access: Vec<AccessWord>,
    /// Whether the patient could have left it out.
    #[schema(examples(false))]
    optional: bool,
}

/// What may be done with data, in the words of the rules themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct AccessWord(Access);

impl ToSchema for AccessWord {
    fn name() -> Cow<'static, str> {
        "Access".into()
    }
}

impl PartialSchema for AccessWord {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(Type::String)
            .description(Some("What may be done with data."))
            .enum_values(Some(Access::ALL.map(Access::as_str)))
            .into()
    }
}

impl From<AuthorizationRule> for RuleBody {
    fn from(rule: AuthorizationRule) -> Self {
        Self {
            title: rule.default_title().to_owned(),
            name: rule.name,
            why: rule.why.default_text().to_owned(),
            data_types: rule.data_types,
            access: rule.access.into_iter().map(AccessWord).collect(),
            optional: rule.optional,
        }
    }
}

fn unknown() -> Problem {
    Problem::not_found("authorization for this person and record")
}

/// Check whether an authorization stands
#[utoipa::path(
    get,
    path = "/persons/{person_id}/records/{record_id}/authorization",
    operation_id = "showAuthorization",
    tag = "Authorizations",
    params(
        ("person_id" = Uuid, Path, description = "The person, as your app knows her."),
        ("record_id" = Uuid, Path, description = "Her record, as your app knows it."),
    ),
    responses(
        (status = 200, description = "It was given once; `active` says whether it stands.", body = AuthorizationBody),
        AuthorizationProblems,
    )
)]
pub async fn show(caller: Caller, req: HttpRequest) -> Result<HttpResponse, Problem> {
    json::no_query(&req)?;
    let (person, record) = json::person_and_record(&req)?.ok_or_else(unknown)?;
    let found = check_authorization(&caller.installation.context, caller.app()?, person, record)
        .await?
        .ok_or_else(unknown)?;
    Ok(HttpResponse::Ok().json(AuthorizationBody {
        active: found.is_active(),
        authorized_at: time(found.authorized_at),
        rules: found.rules.into_iter().map(RuleBody::from).collect(),
    }))
}

/// Give an authorization up
///
/// The app may not use the record any more, and the patient sees that. Repeating it changes nothing.
#[utoipa::path(
    delete,
    path = "/persons/{person_id}/records/{record_id}/authorization",
    operation_id = "giveUpAuthorization",
    tag = "Authorizations",
    params(
        ("person_id" = Uuid, Path, description = "The person, as your app knows her."),
        ("record_id" = Uuid, Path, description = "Her record, as your app knows it."),
    ),
    responses((status = 204, description = "It does not stand any more."), AuthorizationProblems)
)]
pub async fn give_up(caller: Caller, req: HttpRequest) -> Result<HttpResponse, Problem> {
    json::no_query(&req)?;
    let (person, record) = json::person_and_record(&req)?.ok_or_else(unknown)?;
    let found = give_up_authorization(&caller.context(), caller.app()?, person, record).await?;
    if found { Ok(HttpResponse::new(StatusCode::NO_CONTENT)) } else { Err(unknown()) }
}
