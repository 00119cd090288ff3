//! Connect requests and the codes of those that are gone.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::{
    domain::connect_request::ConnectRequest,
    hashing::StoredHash,
    keys::{Hash, Hashes},
};

use super::{StoreError, Tx, Versioned, saved, small, sql};

/// A request's columns, `of` a table: its alias and a dot, or nothing.
macro_rules! columns {
    ($of:literal) => {
        concat!(
            $of,
            "id, ",
            $of,
            "app_id, ",
            $of,
            "external_id, ",
            $of,
            "friendly_name, ",
            $of,
            "question, ",
            $of,
            "attempts_left, ",
            $of,
            "attempts_allowed, ",
            $of,
            "created_at, ",
            $of,
            "expires_at, ",
            $of,
            "locked_at, ",
            $of,
            "last_authorized_at, ",
            $of,
            "callback_url, ",
            $of,
            "frozen_at, ",
            $of,
            "rearmed, ",
            $of,
            "language, ",
            $of,
            "version",
        )
    };
}
pub(super) use columns;

#[derive(sqlx::FromRow)]
pub(super) struct Row {
    id: Uuid,
    app_id: Uuid,
    external_id: String,
    friendly_name: String,
    question: String,
    attempts_left: i64,
    attempts_allowed: i64,
    created_at: DateTime<Utc>,
    expires_at: DateTime<Utc>,
    locked_at: Option<DateTime<Utc>>,
    last_authorized_at: Option<DateTime<Utc>>,
    callback_url: Option<String>,
    frozen_at: Option<DateTime<Utc>>,
    rearmed: i64,
    language: Option<String>,
    version: i64,
}

impl TryFrom<Row> for Versioned<ConnectRequest> {
    type Error = StoreError;
    fn try_from(r: Row) -> Result<Self, StoreError> {
        let value = ConnectRequest {
            id: r.id,
            app_id: r.app_id,
            external_id: r.external_id,
            friendly_name: r.friendly_name,
            question: r.question,
            attempts_left: small(r.attempts_left, "attempts left")?,
            attempts_allowed: small(r.attempts_allowed, "attempts allowed")?,
            created_at: r.created_at,
            expires_at: r.expires_at,
            locked_at: r.locked_at,
            last_authorized_at: r.last_authorized_at,
            callback_url: r.callback_url,
            frozen_at: r.frozen_at,
            rearmed: small(r.rearmed, "re-arms")?,
            language: r.language,
        };
        Ok(Versioned { value, version: r.version })
    }
}

const FIND: &str = concat!("SELECT ", columns!(""), " FROM connect_requests WHERE id = $1");
/// By our own id.
pub async fn find(tx: &mut Tx, id: Uuid) -> Result<Option<Versioned<ConnectRequest>>, StoreError> {
    sql!(tx, fetch_optional as Row, FIND, id)?.map(Versioned::try_from).transpose()
}

const FIND_BY_CODE: &str = concat!("SELECT ", columns!(""), " FROM connect_requests WHERE code_hash = $1");
/// By the keyed hash of its identity code, which comes with it.
pub async fn find_by_code(
    tx: &mut Tx,
    code: &Hashes,
) -> Result<Option<(Hash, Versioned<ConnectRequest>)>, StoreError> {
    for hash in code.tries() {
        if let Some(row) = sql!(tx, fetch_optional as Row, FIND_BY_CODE, hash.to_vec())? {
            return Ok(Some((*hash, row.try_into()?)));
        }
    }
    Ok(None)
}

/// What a code leads to, and under which hash.
#[derive(Debug)]
pub enum OfCode {
    /// A request, boxed because it is large beside the others.
    Request(Hash, Box<Versioned<ConnectRequest>>),
    /// A request that is gone.
    Withdrawn(Hash),
    /// Nothing.
    Nothing,
}

/// A request's columns as an outer join gives them: all of them, or none.
pub(super) struct IfThere(pub(super) Option<Row>);

impl<'r, R: sqlx::Row> sqlx::FromRow<'r, R> for IfThere
where
    Row: sqlx::FromRow<'r, R>,
    &'static str: sqlx::ColumnIndex<R>,
    Option<Uuid>: sqlx::Decode<'r, R::Database> + sqlx::Type<R::Database>,
{
    fn from_row(row: &'r R) -> Result<Self, sqlx::Error> {
        let id: Option<Uuid> = row.try_get("id")?;
        Ok(Self(id.map(|_| Row::from_row(row)).transpose()?))
    }
}

/// One row always: the request's columns, or none of them, and whether the code is withdrawn.
#[derive(sqlx::FromRow)]
struct OfCodeRow {
    #[sqlx(flatten)]
    request: IfThere,
    withdrawn_at: Option<DateTime<Utc>>,
}

const FIND_OF_CODE: &str = concat!(
    "SELECT ",
    columns!("r."),
    ", w.withdrawn_at FROM (SELECT 1 AS one) o LEFT JOIN connect_requests r ON r.code_hash = $1 \
     LEFT JOIN withdrawn_codes w ON w.code_hash = $1"
);
/// What a code leads to, by its keyed hash: both tables with one question.
pub async fn find_of_code(tx: &mut Tx, code: &Hashes) -> Result<OfCode, StoreError> {
    for hash in code.tries() {
        match sql!(tx, fetch_one as OfCodeRow, FIND_OF_CODE, hash.to_vec())? {
            OfCodeRow { request: IfThere(Some(row)), .. } => {
                return Ok(OfCode::Request(*hash, Box::new(row.try_into()?)));
            }
            OfCodeRow { withdrawn_at: Some(_), .. } => return Ok(OfCode::Withdrawn(*hash)),
            OfCodeRow { .. } => {}
        }
    }
    Ok(OfCode::Nothing)
}

const RENAME: &str = "UPDATE connect_requests SET code_hash = $2 WHERE code_hash = $1";
const RENAME_WITHDRAWN: &str = "UPDATE withdrawn_codes SET code_hash = $2 WHERE code_hash = $1";
/// Stores a code's hash under another pepper, wherever it is by now.
pub async fn save_code_hash(tx: &mut Tx, old: &Hash, new: &Hash) -> Result<(), StoreError> {
    if sql!(tx, execute, RENAME, old.to_vec(), new.to_vec())? == 0 {
        sql!(tx, execute, RENAME_WITHDRAWN, old.to_vec(), new.to_vec())?;
    }
    Ok(())
}

const FIND_BY_EXTERNAL_ID: &str =
    concat!("SELECT ", columns!(""), " FROM connect_requests WHERE app_id = $1 AND external_id = $2");
/// By the app's own identifier. Another app's are as if they did not exist.
pub async fn find_by_external_id(
    tx: &mut Tx,
    app_id: Uuid,
    external_id: &str,
) -> Result<Option<Versioned<ConnectRequest>>, StoreError> {
    sql!(tx, fetch_optional as Row, FIND_BY_EXTERNAL_ID, app_id, external_id.to_owned())?
        .map(Versioned::try_from)
        .transpose()
}

#[derive(sqlx::FromRow)]
struct ToAnswer {
    #[sqlx(flatten)]
    request: Row,
    answer_hash: String,
}

const FIND_TO_ANSWER: &str =
    concat!("SELECT ", columns!(""), ", answer_hash FROM connect_requests WHERE id = $1");
/// By our own id, with the hash of the secret answer. Only the check of an attempt asks for that.
pub async fn find_to_answer(
    tx: &mut Tx,
    id: Uuid,
) -> Result<Option<(Versioned<ConnectRequest>, StoredHash)>, StoreError> {
    let Some(row) = sql!(tx, fetch_optional as ToAnswer, FIND_TO_ANSWER, id)? else { return Ok(None) };
    Ok(Some((row.request.try_into()?, StoredHash::from_stored(row.answer_hash))))
}

const SAVE_ANSWER: &str = "UPDATE connect_requests SET answer_hash = $3 WHERE id = $1 AND answer_hash = $2";
/// Stores the hash of a secret answer under another pepper, if it still is this one.
pub async fn save_answer(
    tx: &mut Tx,
    id: Uuid,
    old: &StoredHash,
    new: &StoredHash,
) -> Result<(), StoreError> {
    sql!(tx, execute, SAVE_ANSWER, id, old.as_str().to_owned(), new.as_str().to_owned())?;
    Ok(())
}

const INSERT: &str = "INSERT INTO connect_requests (id, app_id, external_id, code_hash, friendly_name, question, \
     answer_hash, attempts_left, attempts_allowed, created_at, expires_at, locked_at, last_authorized_at, \
     callback_url, language, version) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, 1) \
     ON CONFLICT (app_id, external_id) DO NOTHING";
/// A new request. False when the app has one with this external ID already.
pub async fn insert(
    tx: &mut Tx,
    request: &ConnectRequest,
    code: &Hashes,
    answer: &StoredHash,
) -> Result<bool, StoreError> {
    let r = request;
    let rows = sql!(
        tx,
        execute,
        INSERT,
        r.id,
        r.app_id,
        r.external_id.clone(),
        code.written().to_vec(),
        r.friendly_name.clone(),
        r.question.clone(),
        answer.as_str().to_owned(),
        i64::from(r.attempts_left),
        i64::from(r.attempts_allowed),
        r.created_at,
        r.expires_at,
        r.locked_at,
        r.last_authorized_at,
        r.callback_url.clone(),
        r.language.clone(),
    )?;
    Ok(rows == 1)
}

const SAVE: &str = "UPDATE connect_requests SET attempts_left = $3, locked_at = $4, last_authorized_at = $5, \
     frozen_at = $6, rearmed = $7, version = version + 1 WHERE id = $1 AND version = $2";
/// Saves what changes in a request's life.
pub async fn save(tx: &mut Tx, request: &Versioned<ConnectRequest>) -> Result<(), StoreError> {
    let v = &request.value;
    saved(sql!(
        tx,
        execute,
        SAVE,
        v.id,
        request.version,
        i64::from(v.attempts_left),
        v.locked_at,
        v.last_authorized_at,
        v.frozen_at,
        i64::from(v.rearmed)
    )?)
}

const SAVE_LANGUAGE: &str = "UPDATE connect_requests SET language = $3, version = version + 1 \
     WHERE id = $1 AND version = $2";
/// Gives a request another language.
pub async fn save_language(tx: &mut Tx, request: &Versioned<ConnectRequest>) -> Result<(), StoreError> {
    let v = &request.value;
    saved(sql!(tx, execute, SAVE_LANGUAGE, v.id, request.version, v.language.clone())?)
}

const FIND_OPENED: &str = "SELECT opened_at FROM connect_requests WHERE id = $1";
/// When somebody gave the first answer.
pub async fn find_opened(tx: &mut Tx, id: Uuid) -> Result<Option<DateTime<Utc>>, StoreError> {
    let row = sql!(tx, fetch_optional as (Option<DateTime<Utc>>,), FIND_OPENED, id)?;
    Ok(row.and_then(|(at,)| at))
}

const INSERT_REARM: &str = "INSERT INTO rearms (id, request_id, reason, rearmed_at) VALUES ($1, $2, $3, $4)";
/// Keeps why a code was re-armed.
pub async fn insert_rearm(
    tx: &mut Tx,
    id: Uuid,
    request_id: Uuid,
    reason: &str,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    sql!(tx, execute, INSERT_REARM, id, request_id, reason.to_owned(), now)?;
    Ok(())
}

const SAVE_EXTERNAL_ID: &str = "UPDATE connect_requests SET external_id = $3, version = version + 1 \
     WHERE id = $1 AND version = $2 AND NOT EXISTS \
       (SELECT 1 FROM connect_requests o WHERE o.app_id = $4 AND o.external_id = $3 AND o.id <> $1)";
/// Gives a request another external ID. The caller has made sure that it is free; a race for it ends in
/// [`StoreError::Conflict`] (or, at the very same moment on PostgreSQL, in its unique index).
pub async fn save_external_id(
    tx: &mut Tx,
    request: &Versioned<ConnectRequest>,
    external_id: &str,
) -> Result<(), StoreError> {
    let v = &request.value;
    match sql!(tx, execute, SAVE_EXTERNAL_ID, v.id, request.version, external_id.to_owned(), v.app_id) {
        Err(StoreError::Fault(sqlx::Error::Database(d))) if d.is_unique_violation() => {
            Err(StoreError::Conflict)
        }
        other => saved(other?),
    }
}

const DELETE: &str = "DELETE FROM connect_requests WHERE id = $1 AND version = $2";
const INSERT_WITHDRAWN: &str = "INSERT INTO withdrawn_codes (code_hash, withdrawn_at) \
     SELECT code_hash, $2 FROM connect_requests WHERE id = $1 ON CONFLICT (code_hash) DO NOTHING";
const DELETE_MAILS: &str = "DELETE FROM mails WHERE request_id = $1";
/// Deletes a request with its mails, and remembers its code as withdrawn.
pub async fn delete(
    tx: &mut Tx,
    request: &Versioned<ConnectRequest>,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    sql!(tx, execute, INSERT_WITHDRAWN, request.value.id, now)?;
    sql!(tx, execute, DELETE_MAILS, request.value.id)?;
    saved(sql!(tx, execute, DELETE, request.value.id, request.version)?)
}

const DELETE_WITHDRAWN: &str = "DELETE FROM withdrawn_codes WHERE withdrawn_at < $1";
/// Forgets codes that went before `before`. Returns how many.
pub async fn delete_withdrawn(tx: &mut Tx, before: DateTime<Utc>) -> Result<u64, StoreError> {
    sql!(tx, execute, DELETE_WITHDRAWN, before)
}

const LOCK: &str = "UPDATE connect_requests SET version = version WHERE id = $1 AND version = $2";
/// Locks a request until the transaction ends, without changing it. Rows are locked before a position in an app's log is
/// taken, never after: so no two transactions wait for each other.
pub async fn lock(tx: &mut Tx, it: &Versioned<ConnectRequest>) -> Result<(), StoreError> {
    if tx.is_only_writer() {
        return Ok(());
    }
    saved(sql!(tx, execute, LOCK, it.value.id, it.version)?)
}
