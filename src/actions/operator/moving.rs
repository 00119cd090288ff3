//! An installation as a whole: moved into an empty database, or copied into a file and back. What was read, what was
//! written, and what is there at the end are held against each other table by table.

use std::{collections::BTreeMap, path::Path};

use chrono::{DateTime, Utc};

use super::key_check::{self, Known};
use crate::{
    actions::{Context, audit},
    domain::audit::Deed,
    store::{
        Db, MIGRATIONS, Other, StoreError, Tx,
        copying::{self, Digest, Schema},
        installation,
        moving::{self, Moving, State},
    },
};

/// Why an installation was not moved or copied.
#[derive(Debug, thiserror::Error)]
pub enum MoveError {
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A table could not be copied.
    #[error("the table {0} cannot be copied: {1}")]
    Table(String, #[source] StoreError),
    /// The database to move into has rows already, and they are not those of a move that did not end.
    #[error("the database to move into is not empty: there are rows in {0}")]
    NotEmpty(String),
    /// It has tables of somebody else's.
    #[error("the database to move into is not the portal's alone: there is a table {0}")]
    Strangers(String),
    /// Another installation's move into it did not end.
    #[error(
        "another installation began to move into this database and is not all there: make an empty database for this one"
    )]
    Elses,
    /// It cannot hold every text.
    #[error("the database to move into was not made with the encoding UTF8")]
    Encoding,
    /// Somebody is connected to it.
    #[error("the database to move into is in use: {}", people(.0))]
    InUse(Vec<Other>),
    /// A table does not hold what was copied.
    #[error("the table {0} does not hold what was copied into it: do not use this copy")]
    Differs(String),
}

fn people(others: &[Other]) -> String {
    let named = others.iter().map(|it| {
        // Of other roles' connections no more may be known than whose they are.
        let program = if it.program.is_empty() { "somebody" } else { &it.program };
        let from = if it.address.is_empty() { String::new() } else { format!(" from {}", it.address) };
        format!("{program} as {}{from}", it.role)
    });
    named.collect::<Vec<_>>().join(", ")
}

/// What is told while it goes on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Progress {
    /// A copy that did not end is gone on with: so many tables of so many are there.
    GoesOn(usize, usize),
    /// Since a copy that did not end, what is copied has changed: it begins anew.
    Anew,
    /// A table was copied: so many rows.
    Copied(String, i64),
}

/// What a copy holds: each table with its digest.
pub type Copied = Vec<(String, Digest)>;

/// Whether an installation can move into this database: one that nobody is connected to, and that is empty or has what
/// an unfinished move of the same installation left. It must have been opened with one connection.
pub async fn may_arrive(to: &Db, origin: &[u8]) -> Result<(), MoveError> {
    let others = to.others().await?;
    if !others.is_empty() {
        return Err(MoveError::InUse(others));
    }
    if !to.takes_every_text().await? {
        return Err(MoveError::Encoding);
    }
    match moving::find(to).await? {
        Some(it) if it.state == State::Arriving && it.origin == origin => return Ok(()),
        Some(it) if it.state == State::Arriving => return Err(MoveError::Elses),
        // One that was left has rows, and is told by them.
        Some(_) | None => {}
    }
    let schema = Schema::after(&to.applied().await?).await?;
    if let Some(strange) = to.table_names().await?.into_iter().find(|name| !schema.has(name)) {
        return Err(MoveError::Strangers(strange));
    }
    let mut tx = to.read().await?;
    // Whoever looked into the new database with a command has noted a key file there, and nothing else.
    for table in schema.tables().iter().filter(|table| table.name() != installation::TABLE) {
        if !copying::is_empty(&mut tx, table).await? {
            return Err(MoveError::NotEmpty(table.name().to_owned()));
        }
    }
    Ok(())
}

/// Moves all that is in a database of this version into one that [`may_arrive`] let pass, and proves that it is there. Until
/// [`arrived`] no portal serves that one. When it is cut off, the next time goes on after the last table that was copied
/// whole, as long as nothing of what was copied has changed since.
pub async fn copy_into(
    from: &Db,
    to: &Db,
    origin: &[u8],
    now: DateTime<Utc>,
    tell: &mut dyn FnMut(Progress),
) -> Result<Copied, MoveError> {
    let ours: Vec<i64> = MIGRATIONS.iter().map(|migration| migration.version).collect();
    let schema = Schema::after(&ours).await?;
    to.migrate().await?;
    to.lower_guards().await?;
    if moving::find(to).await?.is_none() {
        let mut tx = to.write().await?;
        installation::delete(&mut tx).await?;
        let marked = Moving { state: State::Arriving, origin: origin.to_vec(), at: now };
        moving::insert(&mut tx, &marked).await?;
        tx.commit().await?;
    }
    let mut source = from.snapshot().await?;
    let there = what_is_there(&mut source, to, &schema, tell).await?;
    let mut copied = Copied::new();
    for table in schema.tables() {
        let name = table.name().to_owned();
        let digest = match there.get(&name) {
            Some(digest) => *digest,
            None => {
                let mut tx = to.write().await?;
                let told = |e| MoveError::Table(name.clone(), e);
                let digest = copying::copy(&mut source, &mut tx, table).await.map_err(told)?;
                moving::insert_digest(&mut tx, &name, &digest, now).await?;
                tx.commit().await?;
                tell(Progress::Copied(name.clone(), digest.rows()));
                digest
            }
        };
        copied.push((name, digest));
    }
    compare(&mut to.read().await?, &schema, &copied).await?;
    Ok(copied)
}

/// The tables that an earlier try has copied whole, if they still are what is to be copied. Otherwise all of them go: what
/// changed may be named by others.
async fn what_is_there(
    source: &mut Tx,
    to: &Db,
    schema: &Schema,
    tell: &mut dyn FnMut(Progress),
) -> Result<BTreeMap<String, Digest>, MoveError> {
    let there = moving::list_digests(&mut to.read().await?).await?;
    if there.is_empty() {
        return Ok(there);
    }
    for table in schema.tables() {
        let Some(copied) = there.get(table.name()) else { continue };
        if copying::digest(source, table).await? != *copied {
            let mut tx = to.write().await?;
            copying::delete_all(&mut tx, schema).await?;
            moving::delete_digests(&mut tx).await?;
            tx.commit().await?;
            tell(Progress::Anew);
            return Ok(BTreeMap::new());
        }
    }
    tell(Progress::GoesOn(there.len(), schema.tables().len()));
    Ok(there)
}

/// Reads all of it once more where it was written.
async fn compare(tx: &mut Tx, schema: &Schema, copied: &[(String, Digest)]) -> Result<(), MoveError> {
    for (table, (name, digest)) in schema.tables().iter().zip(copied) {
        if copying::digest(tx, table).await? != *digest {
            return Err(MoveError::Differs(name.clone()));
        }
    }
    Ok(())
}

/// From here on no portal serves the database that was left. Before [`arrived`], so that never two are served.
pub async fn leave(from: &Db, origin: &[u8], now: DateTime<Utc>) -> Result<(), StoreError> {
    if moving::find(from).await?.is_some() {
        return Ok(());
    }
    let mut tx = from.write().await?;
    moving::insert(&mut tx, &Moving { state: State::Left, origin: origin.to_vec(), at: now }).await?;
    tx.commit().await
}

/// From here on a portal may serve the database that was moved into. The audit log says what was done.
pub async fn arrived(context: &Context, deed: Deed) -> Result<(), StoreError> {
    context.db.settle().await?;
    let mut tx = context.db.write().await?;
    moving::delete(&mut tx).await?;
    moving::delete_digests(&mut tx).await?;
    audit::write(context, &mut tx, deed, audit::About::default()).await?;
    tx.commit().await
}

/// A database that an installation has left may be served again.
pub async fn come_back(db: &Db) -> Result<(), StoreError> {
    let mut tx = db.write().await?;
    moving::delete(&mut tx).await?;
    tx.commit().await
}

/// Copies all that is in a PostgreSQL database at one moment, of whichever version, into a new file: an embedded database
/// of that version. Others go on reading and writing. What was not the portal's is left out.
pub async fn copy_to_file(from: &Db, file: &Path, now: DateTime<Utc>) -> Result<Copied, MoveError> {
    let migrations = from.applied().await?;
    let schema = Schema::after(&migrations).await?;
    let to = Db::make_sqlite(file, &migrations).await?;
    let mut source = from.snapshot().await?;
    let mut copied = Copied::new();
    for table in schema.tables() {
        let name = table.name().to_owned();
        let mut tx = to.write().await?;
        let told = |e| MoveError::Table(name.clone(), e);
        let digest = copying::copy(&mut source, &mut tx, table).await.map_err(told)?;
        tx.commit().await?;
        copied.push((name, digest));
    }
    compare(&mut to.read().await?, &schema, &copied).await?;
    keep(&to, &copied, now).await?;
    to.close().await;
    Ok(copied)
}

/// Notes in a copy of the embedded database what it holds.
pub async fn note_what_it_holds(copy: &Db, now: DateTime<Utc>) -> Result<Copied, MoveError> {
    let schema = Schema::after(&copy.applied().await?).await?;
    let mut tx = copy.read().await?;
    let mut held = Copied::new();
    for table in schema.tables() {
        held.push((table.name().to_owned(), copying::digest(&mut tx, table).await?));
    }
    drop(tx);
    keep(copy, &held, now).await?;
    Ok(held)
}

async fn keep(copy: &Db, held: &[(String, Digest)], now: DateTime<Utc>) -> Result<(), StoreError> {
    if !moving::is_known(copy).await? {
        return Ok(());
    }
    let mut tx = copy.write().await?;
    moving::delete_digests(&mut tx).await?;
    for (name, digest) in held {
        moving::insert_digest(&mut tx, name, digest, now).await?;
    }
    tx.commit().await
}

/// What a copy holds, held against what was noted in it; and when that was, `None` in copies of versions that noted
/// nothing.
pub async fn check_copy(copy: &Db) -> Result<(Copied, Option<DateTime<Utc>>), MoveError> {
    copy.check_integrity().await?;
    let schema = Schema::after(&copy.applied().await?).await?;
    let taken = moving::digests_taken(copy).await?;
    let mut tx = copy.read().await?;
    let noted = if taken.is_some() { moving::list_digests(&mut tx).await? } else { BTreeMap::new() };
    let mut held = Copied::new();
    for table in schema.tables() {
        let digest = copying::digest(&mut tx, table).await?;
        if taken.is_some() && noted.get(table.name()) != Some(&digest) {
            return Err(MoveError::Differs(table.name().to_owned()));
        }
        held.push((table.name().to_owned(), digest));
    }
    Ok((held, taken))
}

/// Forgets what a copy noted: it is about to be used.
pub async fn use_copy(db: &Db) -> Result<(), StoreError> {
    if moving::digests_taken(db).await?.is_none() {
        return Ok(());
    }
    let mut tx = db.write().await?;
    moving::delete_digests(&mut tx).await?;
    tx.commit().await
}

/// Which installation is in a database: what it knows of its key file. That is nothing where none has begun.
pub async fn installation_in(db: &Db) -> Result<Known, StoreError> {
    match key_check::known(db).await {
        // A database without tables.
        Err(StoreError::Fault(_)) => Ok(Known::default()),
        other => other,
    }
}
