//! Brands with all their versions, and which of them is worn.

use chrono::{DateTime, Utc};

use super::{StoreError, Tx, saved, small, sql};

/// A version of a brand, without what is in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BrandRow {
    /// Its number, counted through the whole installation.
    pub version: i64,
    /// The app's id, or `installation`.
    pub scope: String,
    /// The version of the contract that it was made for.
    pub contract: u32,
    /// The command that stored it.
    pub made_by: String,
    /// When it was stored.
    pub created_at: DateTime<Utc>,
    /// Whether its scope wears it now.
    pub worn: bool,
}

/// A version of a brand that is to be stored.
#[derive(Debug, Clone, Copy)]
pub struct NewBrand<'a> {
    /// The app's id, or `installation`.
    pub scope: &'a str,
    /// The version of the contract that it was made for.
    pub contract: u32,
    /// Its files.
    pub content: &'a str,
    /// The command that stores it.
    pub made_by: &'a str,
}

const LAST: &str = "SELECT COALESCE(MAX(version), 0) FROM brands";
const INSERT: &str = "INSERT INTO brands (version, scope, contract, content, made_by, created_at) \
     VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (version) DO NOTHING";
/// A new version; gives its number. [`StoreError::Conflict`] when another was stored at the same time.
pub async fn insert(tx: &mut Tx, brand: &NewBrand<'_>, now: DateTime<Utc>) -> Result<i64, StoreError> {
    let (last,) = sql!(tx, fetch_one as (i64,), LAST)?;
    let NewBrand { scope, contract, content, made_by } = *brand;
    let rows = sql!(tx, execute, INSERT, last + 1, scope, i64::from(contract), content, made_by, now)?;
    saved(rows)?;
    Ok(last + 1)
}

const WEAR: &str = "INSERT INTO brands_worn (scope, version) VALUES ($1, $2) \
     ON CONFLICT (scope) DO UPDATE SET version = excluded.version";
/// A scope wears this version from now on.
pub async fn save_worn(tx: &mut Tx, scope: &str, version: i64) -> Result<(), StoreError> {
    saved(sql!(tx, execute, WEAR, scope, version)?)
}

const TAKE_OFF: &str = "DELETE FROM brands_worn WHERE scope = $1";
/// A scope wears none from now on. False when it wore none.
pub async fn delete_worn(tx: &mut Tx, scope: &str) -> Result<bool, StoreError> {
    Ok(sql!(tx, execute, TAKE_OFF, scope)? > 0)
}

const LIST_WORN: &str = "SELECT scope, version FROM brands_worn ORDER BY scope";
/// Who wears which.
pub async fn list_worn(tx: &mut Tx) -> Result<Vec<(String, i64)>, StoreError> {
    sql!(tx, fetch_all as (String, i64), LIST_WORN)
}

const CONTENT: &str = "SELECT content FROM brands WHERE version = $1";
/// What is in a version.
pub async fn find_content(tx: &mut Tx, version: i64) -> Result<Option<String>, StoreError> {
    Ok(sql!(tx, fetch_optional as (String,), CONTENT, version)?.map(|(content,)| content))
}

#[derive(sqlx::FromRow)]
struct Row {
    version: i64,
    scope: String,
    contract: i64,
    made_by: String,
    created_at: DateTime<Utc>,
    worn: Option<i64>,
}

impl TryFrom<Row> for BrandRow {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Self, StoreError> {
        let Row { version, scope, contract, made_by, created_at, worn } = row;
        let contract = small(contract, "brand")?;
        Ok(BrandRow { version, scope, contract, made_by, created_at, worn: worn == Some(version) })
    }
}

const LIST: &str = "SELECT b.version, b.scope, b.contract, b.made_by, b.created_at, w.version AS worn \
     FROM brands b LEFT JOIN brands_worn w ON w.scope = b.scope ORDER BY b.version DESC";
/// Every version, the newest first.
pub async fn list(tx: &mut Tx) -> Result<Vec<BrandRow>, StoreError> {
    sql!(tx, fetch_all as Row, LIST)?.into_iter().map(BrandRow::try_from).collect()
}
