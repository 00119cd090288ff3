//! A journey with all that its pages need, by one question: it is asked before each of them, and as a rule together with
//! the session that it belongs to.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::{
    StoreError, Tx, Versioned, apps,
    connect_requests::{self, IfThere},
    journeys,
    sessions::Session,
    sql,
};
use crate::{
    domain::{
        application::App,
        connect_request::ConnectRequest,
        journey::Journey,
        person::{Person, SignInEra},
    },
    keys::{Hash, Hashes},
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

/// What is asked of a journey, from these tables, with the person who has this id.
macro_rules! whole {
    ($columns:literal, $from:literal, $person:literal, $condition:literal) => {
        concat!(
            "SELECT ",
            $columns,
            journeys::columns!(),
            ", ",
            connect_requests::columns!("r."),
            ", a.definition, a.enabled, p.id AS known_person_id, p.name AS person_name, \
             p.created_at AS person_created_at, p.sign_in_era FROM ",
            $from,
            " LEFT JOIN connect_requests r ON r.id = j.request_id LEFT JOIN apps a ON a.id = j.app_id \
             LEFT JOIN persons p ON p.id = ",
            $person,
            " WHERE ",
            $condition
        )
    };
}

const FIND_BY_NUMBER: &str =
    whole!("", "journeys j", "$4", "j.visit_id = $1 AND j.number = $2 AND j.touched_at > $3");
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

const FIND: &str = whole!("", "journeys j", "$4", "j.visit_id = $1 AND j.id = $2 AND j.touched_at > $3");
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

struct WithSession {
    session: Session,
    journey: Option<Row>,
}

impl<'r, R: sqlx::Row> sqlx::FromRow<'r, R> for WithSession
where
    Session: sqlx::FromRow<'r, R>,
    Row: sqlx::FromRow<'r, R>,
    &'static str: sqlx::ColumnIndex<R>,
    Option<Uuid>: sqlx::Decode<'r, R::Database> + sqlx::Type<R::Database>,
{
    fn from_row(row: &'r R) -> Result<Self, sqlx::Error> {
        let journey: Option<Uuid> = row.try_get("journey_id")?;
        Ok(Self {
            session: Session::from_row(row)?,
            journey: journey.map(|_| Row::from_row(row)).transpose()?,
        })
    }
}

const FIND_WITH_SESSION: &str = whole!(
    "s.visit_id AS session_id, s.state, s.seen_at, s.kept_until, s.signed_out_at, ",
    "sessions s LEFT JOIN journeys j ON j.visit_id = s.visit_id AND j.number = $5 AND j.touched_at > $3",
    "s.person_id",
    "s.id_hash = $1 AND (s.seen_at > $3 OR s.kept_until > $2) AND (s.replaced_at IS NULL OR s.replaced_at > $4)"
);
/// By the hash of its cookie, which comes with it, a session that was used after `idle_since` or is kept beyond `now`, and not
/// replaced before `replaced_since`; and its journey of this number, if there is a number and it was used after `idle_since`.
/// Who is signed in is as the session's own row has it.
pub async fn find_with_session(
    tx: &mut Tx,
    cookie: &Hashes,
    number: Option<i64>,
    now: DateTime<Utc>,
    idle_since: DateTime<Utc>,
    replaced_since: DateTime<Utc>,
) -> Result<Option<(Hash, Session, Option<Whole>)>, StoreError> {
    for hash in cookie.tries() {
        let asked = hash.to_vec();
        let found = sql!(
            tx,
            fetch_optional as WithSession,
            FIND_WITH_SESSION,
            asked,
            now,
            idle_since,
            replaced_since,
            number
        )?;
        if let Some(WithSession { session, journey }) = found {
            return Ok(Some((*hash, session, journey.map(Whole::try_from).transpose()?)));
        }
    }
    Ok(None)
}
