//! Whether the chain holds, and its lines for other programs.

use data_encoding::HEXLOWER;
use uuid::Uuid;

use super::{
    chain::{ChainKey, forgotten},
    proof,
};
use crate::{
    actions::{ActionError, Context},
    store::{
        StoreError, Tx,
        audit::{self, Chained, End, Kept},
    },
};

/// Lines read at a time.
const BATCH: u32 = 1_000;

/// A line by its number and its hash, as it was kept elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Anchor {
    /// The number.
    pub number: i64,
    /// The hash.
    pub hash: Vec<u8>,
}

/// The chain holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holds {
    /// The number of the first line that is kept.
    pub first: i64,
    /// The last line; its number is 0 while there is none.
    pub last: Anchor,
}

/// The first thing that is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Wrong {
    /// A line is not as it was written, is at another place, or was never written.
    #[error("line {0} is not the one that was written there: it was changed, swapped or added")]
    Line(i64),
    /// A line is not there.
    #[error("line {0} is missing")]
    Missing(i64),
    /// There are lines after the chain's end.
    #[error("line {0} was added after the end of the log")]
    Added(i64),
    /// What is said to have been deleted by retention was not.
    #[error("the lines before {0} were not deleted by retention")]
    NotPruned(i64),
    /// There are lines, and no chain.
    #[error("the beginning of the log is missing")]
    NoBeginning,
    /// The line that was kept elsewhere is not in the log as it was.
    #[error("line {0} is not the one that the anchor names, or is not there any more")]
    Anchor(i64),
    /// A line that nobody of ours wrote waits to be taken into the log.
    #[error("a line that waits to be taken into the log was not written by this portal: {0}")]
    Foreign(Uuid),
    /// What waits to be taken into the log is no line.
    #[error("what waits to be taken into the log cannot be read: this portal did not write it")]
    Unreadable,
}

/// Goes through the whole chain. Changes nothing.
pub async fn verify(context: &Context, anchor: Option<&Anchor>) -> Result<Result<Holds, Wrong>, ActionError> {
    loop {
        let before = pruned(context).await?;
        let verified = verify_once(context, anchor).await?;
        // Retention may have deleted what was just being read.
        if verified.is_ok() || pruned(context).await? == before {
            return Ok(verified);
        }
    }
}

async fn pruned(context: &Context) -> Result<Option<i64>, StoreError> {
    Ok(audit::find_end(&mut context.db.read().await?).await?.map(|end| end.pruned))
}

async fn verify_once(
    context: &Context,
    anchor: Option<&Anchor>,
) -> Result<Result<Holds, Wrong>, ActionError> {
    let mut tx = context.db.read().await?;
    let Some(end) = audit::find_end(&mut tx).await? else {
        let anchored = anchor.map(|anchor| Wrong::Anchor(anchor.number));
        let empty = Holds { first: 1, last: Anchor { number: 0, hash: vec![0; 32] } };
        return Ok(match audit::find_first(&mut tx).await? {
            Some(_) => Err(Wrong::NoBeginning),
            None => anchored.map_or(Ok(empty), Err),
        });
    };
    let key = ChainKey::open(context, &end)?;
    if let Err(wrong) = begins(&mut tx, &key, &end).await? {
        return Ok(Err(wrong));
    }
    let from = Anchor { number: end.pruned, hash: end.pruned_hash.clone() };
    let walked = walk(&mut tx, &key, from, end.last_number, anchor).await?;
    let (last, met) = match walked {
        Ok(walked) => walked,
        Err(wrong) => return Ok(Err(wrong)),
    };
    if last.hash != end.last_hash {
        return Ok(Err(Wrong::Line(last.number)));
    }
    // A line that the job appended meanwhile came together with a new end.
    if let Some(more) = audit::list(&mut tx, last.number, 1).await?.first()
        && audit::find_end(&mut tx).await?.is_none_or(|now| now.last_number <= last.number)
    {
        return Ok(Err(Wrong::Added(match more {
            Kept::Line(line) => line.number,
            Kept::Unreadable(number) => number.unwrap_or(last.number + 1),
        })));
    }
    if let Some(anchor) = anchor.filter(|_| !met) {
        return Ok(Err(Wrong::Anchor(anchor.number)));
    }
    let holds = Holds { first: end.pruned + 1, last };
    Ok(foreign(context, &mut tx).await?.map_or(Ok(holds), Err))
}

/// Whether the chain begins where retention left it.
async fn begins(tx: &mut Tx, key: &ChainKey, end: &End) -> Result<Result<(), Wrong>, StoreError> {
    if end.pruned_proof[..] != key.pruned(end.pruned, &end.pruned_hash)[..] {
        return Ok(Err(Wrong::NotPruned(end.pruned + 1)));
    }
    Ok(match audit::find_first(tx).await? {
        Some(first) if first <= end.pruned => Err(Wrong::Line(first)),
        _ => Ok(()),
    })
}

/// Goes from a line, whose hash is given, to the line `through`. Gives that line, and whether the anchor was met.
pub(super) async fn walk(
    tx: &mut Tx,
    key: &ChainKey,
    from: Anchor,
    through: i64,
    anchor: Option<&Anchor>,
) -> Result<Result<(Anchor, bool), Wrong>, StoreError> {
    let (mut at, mut met) = (from, false);
    loop {
        met |= anchor == Some(&at);
        let lines = audit::list(tx, at.number, BATCH).await?;
        let read = lines.len();
        for line in lines {
            let Kept::Line(line) = line else { return Ok(Err(unreadable(at.number, through))) };
            if line.number > through && at.number == through {
                // A line that the job has just appended follows the last one as it must.
                return Ok(if follows(key, &at, &line) {
                    Ok((at, met))
                } else {
                    Err(Wrong::Added(line.number))
                });
            }
            if line.number != at.number + 1 {
                return Ok(Err(Wrong::Missing(at.number + 1)));
            }
            if !follows(key, &at, &line) {
                return Ok(Err(Wrong::Line(line.number)));
            }
            at = Anchor { number: line.number, hash: line.hash };
            met |= anchor == Some(&at);
        }
        if read < BATCH as usize {
            let complete = at.number == through;
            return Ok(if complete { Ok((at, met)) } else { Err(Wrong::Missing(at.number + 1)) });
        }
    }
}

/// What is wrong when what stands after a line is none.
fn unreadable(after: i64, through: i64) -> Wrong {
    if after < through { Wrong::Line(after + 1) } else { Wrong::Added(after + 1) }
}

fn follows(key: &ChainKey, before: &Anchor, line: &Chained) -> bool {
    line.number == before.number + 1 && key.hash(&before.hash, line)[..] == line.hash[..]
}

/// What is wrong with the lines that wait: the first that the portal did not write, or that is in the log already;
/// then what is no line.
async fn foreign(context: &Context, tx: &mut Tx) -> Result<Option<Wrong>, StoreError> {
    let mut after = (forgotten(context), Uuid::max());
    loop {
        let waiting = audit::list_waiting(tx, after, BATCH).await?;
        for it in &waiting.lines {
            let ours = proof(context, it.id, it.at, &it.line).has(&it.proof);
            // The job takes a line into the log and out of those that wait at once: between the two questions it may have.
            let twice = audit::is_chained(tx, it.id).await? && audit::is_waiting(tx, it.id).await?;
            if !ours || twice {
                return Ok(Some(Wrong::Foreign(it.id)));
            }
        }
        if waiting.unreadable > 0 {
            return Ok(Some(Wrong::Unreadable));
        }
        let Some(next) = waiting.next else { return Ok(None) };
        after = next;
    }
}

/// Up to a thousand lines after a number, each as one JSON object with its number, id and hash. Empty after the last.
/// What is no line has its number only.
pub async fn export(context: &Context, after: i64) -> Result<Vec<(i64, String)>, ActionError> {
    let lines = audit::list(&mut context.db.read().await?, after, BATCH).await?;
    let told = lines.into_iter().map(|line| match line {
        Kept::Line(line) => Ok((line.number, exported(&line))),
        Kept::Unreadable(Some(number)) => Ok((number, format!("{{\"number\":{number}}}"))),
        Kept::Unreadable(None) => Err(StoreError::Unreadable("number of a line of the audit log").into()),
    });
    told.collect()
}

/// The line's own members follow as they stand in the log, letter for letter.
fn exported(it: &Chained) -> String {
    let Chained { number, id, line, hash, .. } = it;
    let begins = format!("{{\"number\":{number},\"id\":\"{id}\",\"hash\":\"{}\"", HEXLOWER.encode(hash));
    let members = line.strip_prefix('{').unwrap_or_default();
    let whole = format!("{begins},{members}");
    // What `verify` finds fault with may be anything; an export goes on.
    if serde_json::from_str::<serde_json::Map<_, _>>(&whole).is_ok() { whole } else { begins + "}" }
}
