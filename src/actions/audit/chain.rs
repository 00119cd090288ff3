//! Chains the lines that wait, in order: one writer at a time over all nodes, and outside the transactions of patients.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::Deserialize;
use uuid::Uuid;
use zeroize::Zeroizing;

use super::proof;
use crate::{
    actions::{ActionError, Context},
    keys::{Keys, Purpose},
    ports,
    store::{
        StoreError, Tx,
        audit::{self, Chained, End, Waiting},
    },
};

/// Lines chained in one transaction, so that patients never wait long for the writer.
const BATCH: u32 = 200;

/// What a turn did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Turn {
    /// How many lines were chained.
    pub chained: u64,
    /// How many of them tell of what.
    pub deeds: BTreeMap<String, u64>,
    /// How many lines wait that the portal did not write, or wrote once and chained already, or that are no lines. They are
    /// left where they are, and `audit verify` names the first.
    pub foreign: u64,
    /// Number and hash of the last line: kept elsewhere, they show that nothing was cut off after it.
    pub last: Option<(i64, Vec<u8>)>,
}

/// Chains everything that waits. Safe to repeat and to run on several nodes.
pub async fn chain(context: &Context) -> Result<Turn, ActionError> {
    let mut turn = Turn::default();
    let mut after = (forgotten(context), Uuid::max());
    loop {
        // Looked at first without the writer: most of the time nothing waits.
        let seen = audit::list_waiting(&mut context.db.read().await?, after, BATCH).await?;
        if seen.lines.is_empty() {
            turn.foreign += seen.unreadable;
            return Ok(turn);
        }
        let mut tx = context.db.write().await?;
        let (mut end, key) = lock(context, &mut tx).await?;
        let before = end.last_number;
        let waiting = audit::list_waiting(&mut tx, after, BATCH).await?;
        turn.foreign += waiting.unreadable;
        for line in waiting.lines {
            let what = what(&line.line);
            if append(context, &mut tx, &mut end, &key, line).await? {
                turn.chained += 1;
                *turn.deeds.entry(what).or_default() += 1;
            } else {
                turn.foreign += 1;
            }
        }
        audit::delete_chained(&mut tx, before).await?;
        audit::save_end(&mut tx, &end).await?;
        tx.commit().await?;
        turn.last = Some((end.last_number, end.last_hash));
        // Where another node was first, what was seen is no more.
        let Some(next) = waiting.next.or(seen.next) else { return Ok(turn) };
        after = next;
    }
}

/// What a line tells of.
fn what(line: &str) -> String {
    #[derive(Deserialize)]
    struct What {
        what: String,
    }
    serde_json::from_str(line).map(|line: What| line.what).unwrap_or_default()
}

/// What is older than lines are kept is not chained any more: nobody brings old lines back.
pub(super) fn forgotten(context: &Context) -> DateTime<Utc> {
    context.now() - context.rules.audit_for()
}

/// Appends a line. False when it is none of ours, or there already.
async fn append(
    context: &Context,
    tx: &mut Tx,
    end: &mut End,
    key: &ChainKey,
    it: Waiting,
) -> Result<bool, StoreError> {
    if !proof(context, it.id, it.at, &it.line).has(&it.proof) {
        return Ok(false);
    }
    let Waiting { id, at, line, .. } = it;
    let number = end.last_number + 1;
    let mut new = Chained { number, id, at, line, hash: Vec::new() };
    new.hash = key.hash(&end.last_hash, &new).to_vec();
    if !audit::insert(tx, &new).await? {
        return Ok(false);
    }
    (end.last_number, end.last_hash) = (number, new.hash);
    Ok(true)
}

/// The key of the chain: drawn when it began, and kept sealed, so that a new pepper leaves the chain as it is.
pub(super) struct ChainKey(Zeroizing<[u8; 32]>);

/// What the key is sealed for.
pub(in crate::actions) const SEALED_FOR: &[u8] = b"chain key";

impl ChainKey {
    /// Opens it. Fails when the end of the chain is another installation's.
    pub(super) fn open(context: &Context, end: &End) -> Result<Self, StoreError> {
        let opened = context.keys.open(Purpose::Audit, SEALED_FOR, &end.sealed_key);
        let key = opened.and_then(|opened| <[u8; 32]>::try_from(opened.as_slice()).ok());
        key.map(|key| Self(Zeroizing::new(key))).ok_or(StoreError::Unreadable("key of the audit log"))
    }

    /// The hash of a line after the one with this hash.
    pub(super) fn hash(&self, previous: &[u8], it: &Chained) -> [u8; 32] {
        let (number, at) = (it.number.to_le_bytes(), it.at.timestamp_micros().to_le_bytes());
        Keys::hash_with(&self.0, &[b"line", previous, &number, it.id.as_bytes(), &at, it.line.as_bytes()])
    }

    /// Proves that retention deleted the lines up to this one, which had this hash.
    pub(super) fn pruned(&self, number: i64, hash: &[u8]) -> [u8; 32] {
        Keys::hash_with(&self.0, &[b"pruned", &number.to_le_bytes(), hash])
    }
}

/// The end of the chain, locked until commit, and its key. Begins the chain where it has not begun.
pub(super) async fn lock(context: &Context, tx: &mut Tx) -> Result<(End, ChainKey), StoreError> {
    if let Some(end) = audit::lock_end(tx).await? {
        let key = ChainKey::open(context, &end)?;
        return Ok((end, key));
    }
    let key = ChainKey(Zeroizing::new(ports::bytes(&*context.random)));
    let nothing = [0; 32];
    let begun = End {
        sealed_key: context.keys.seal(Purpose::Audit, SEALED_FOR, &*context.random, &*key.0),
        last_number: 0,
        last_hash: nothing.to_vec(),
        pruned: 0,
        pruned_hash: nothing.to_vec(),
        pruned_proof: key.pruned(0, &nothing).to_vec(),
    };
    audit::insert_end(tx, &begun).await?;
    // Another node may have been first.
    let end = audit::lock_end(tx).await?.ok_or(StoreError::Conflict)?;
    let key = ChainKey::open(context, &end)?;
    Ok((end, key))
}
