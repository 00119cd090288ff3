//! A journey with all that its pages need, by one question: it is asked before each of them.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::{
    StoreError, Tx, Versioned, apps,
    connect_requests::{self, IfThere},
    journeys, sql,
};
use crate::domain::{
    application::App,
    connect_request::ConnectRequest,
    journey::Journey,
    person::{Person, SignInEra},
};

/// What was found.
#[derive(Debug)]
pub struct Whole {
    /// The journey.
    pub journey: Journey,
    /// The request that it is about, while it is there.
    pub request: Option<ConnectRequest>,
    /// The app that asks, while it is there.
    pub app: Option<Arc<App>>,
    /// The person who was asked for, while she is there.
    pub person: Option<Person>,
}

#[derive(sqlx::FromRow)]
struct Row {
    #[sqlx(flatten)]
    journey: journeys::Row,
    #[sqlx(flatten)]
    request: IfThere,
    definition: Option<String>,
    enabled: Option<bool>,
    known_person_id: Option<Uuid>,
    person_name: Option<String>,
    person_created_at: Option<DateTime<Utc>>,
    sign_in_era: Option<i64>,
}

impl TryFrom<Row> for Whole {
    type Error = StoreError;
    fn try_from(r: Row) -> Result<Self, StoreError> {
        let request = r.request.0.map(Versioned::<ConnectRequest>::try_from).transpose()?;
        let app =
            r.definition.zip(r.enabled).map(|(text, enabled)| apps::stored(text, enabled)).transpose()?;
        let person = r.known_person_id.zip(r.person_name).zip(r.person_created_at).zip(r.sign_in_era);
        Ok(Whole {
            journey: Versioned::<Journey>::from(r.journey).value,
            request: request.map(|it| it.value),
            app,
            person: person.map(|(((id, name), created_at), era)| Person {
                id,
                name,
                created_at,
                era: SignInEra(era),
            }),
        })
    }
}

/// A session's journey that one condition holds for, used after `$3`, and the person `$4`.
macro_rules! whole {
    ($condition:literal) => {
        concat!(
            "SELECT ",
            journeys::columns!(),
            ", ",
            connect_requests::columns!("r."),
            ", a.definition, a.enabled, p.id AS known_person_id, p.name AS person_name, \
             p.created_at AS person_created_at, p.sign_in_era \
             FROM journeys j LEFT JOIN connect_requests r ON r.id = j.request_id LEFT JOIN apps a ON a.id = j.app_id \
             LEFT JOIN persons p ON p.id = $4 WHERE j.visit_id = $1 AND j.touched_at > $3 AND ",
            $condition
        )
    };
}

const FIND_BY_NUMBER: &str = whole!("j.number = $2");
/// By its number, if it was used after `idle_since`.
pub async fn find_by_number(
    tx: &mut Tx,
    session_id: Uuid,
    number: i64,
    idle_since: DateTime<Utc>,
    person_id: Option<Uuid>,
) -> Result<Option<Whole>, StoreError> {
    sql!(tx, fetch_optional as Row, FIND_BY_NUMBER, session_id, number, idle_since, person_id)?
        .map(Whole::try_from)
        .transpose()
}

const FIND: &str = whole!("j.id = $2");
/// By the id in a form, if this session owns it and it was used after `idle_since`.
pub async fn find(
    tx: &mut Tx,
    session_id: Uuid,
    id: Uuid,
    idle_since: DateTime<Utc>,
    person_id: Option<Uuid>,
) -> Result<Option<Whole>, StoreError> {
    sql!(tx, fetch_optional as Row, FIND, session_id, id, idle_since, person_id)?
        .map(Whole::try_from)
        .transpose()
}
