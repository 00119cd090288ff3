//! The peppers of an installation, as its operator sees and changes them: which nodes know which, what still needs an older
//! one, and what the database has to know when they change. Files are the command's.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

use super::key_check::{self, Known};
use crate::{
    actions::{
        ActionError, Context,
        audit::{self, About},
        time::seal_anew::seal_anew,
    },
    domain::audit::Deed,
    keys::{Hash, Keys, Mark},
    store::{
        Db, StoreError, Tx, installation, peppers,
        shared_counts::{self, NodesCount},
    },
};

pub use crate::store::peppers::Needs;

/// For how long an older pepper is kept at least: links in mails and what browsers remember for a month are nowhere counted.
pub const KEPT_AT_LEAST: TimeDelta = TimeDelta::days(31);

/// How long a node that says nothing is taken to be there. It says which peppers it knows every twenty seconds.
const SILENCE: TimeDelta = TimeDelta::minutes(2);

/// What nodes have said of themselves lately.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Nodes {
    /// How many there are.
    pub all: usize,
    /// How many do not know the pepper in question.
    pub ignorant: usize,
    /// How many write with an older one.
    pub behind: usize,
}

/// What one of them has said.
#[derive(Default)]
struct SaidOfItself {
    known: BTreeSet<Mark>,
    written_with: Option<Mark>,
}

fn nodes(said: Vec<NodesCount>, checks: &[(Mark, Hash)], pepper: Mark) -> Nodes {
    let mut nodes: BTreeMap<Uuid, SaidOfItself> = BTreeMap::new();
    for NodesCount { node, key, counted, .. } in said {
        let mark = checks.iter().find(|(_, check)| check[..] == key[..]).map(|(mark, _)| *mark);
        let it = nodes.entry(node).or_default();
        it.known.extend(mark);
        if counted == 1 {
            it.written_with = it.written_with.max(mark);
        }
    }
    Nodes {
        all: nodes.len(),
        ignorant: nodes.values().filter(|it| !it.known.contains(&pepper)).count(),
        behind: nodes.values().filter(|it| it.written_with < Some(pepper)).count(),
    }
}

/// What the running nodes of an installation say of a pepper of these keys. The embedded database has one node, which says
/// nothing.
pub async fn said_of(db: &Db, keys: &Keys, pepper: Mark, now: DateTime<Utc>) -> Result<Nodes, StoreError> {
    let said =
        shared_counts::list_of_kind(&mut db.read().await?, shared_counts::PEPPER, now - SILENCE).await?;
    Ok(nodes(said, &keys.checks(), pepper))
}

/// What still needs an older pepper than the one that is written with, and how many of it. Empty when nothing does.
pub async fn needed(db: &Db, keys: &Keys, now: DateTime<Utc>) -> Result<BTreeMap<Needs, i64>, StoreError> {
    let Some(name) = keys.name() else { return Ok(BTreeMap::new()) };
    let mut needed = BTreeMap::new();
    let mut tx = db.read().await?;
    for needs in Needs::ALL {
        let count = peppers::count_others(&mut tx, needs, (name, keys.written_with()), now).await?;
        if count > 0 {
            needed.insert(needs, count);
        }
    }
    Ok(needed)
}

/// Writes down that a new pepper is known.
pub async fn note_known(context: &Context, mark: Mark) -> Result<(), ActionError> {
    let mut tx = context.db.write().await?;
    audit::write(context, &mut tx, Deed::PepperMade, About::default().thing(mark.to_string())).await?;
    tx.commit().await?;
    Ok(())
}

/// The database remembers that its newest pepper, which `context` has, is written with from now on. The key file has to be on
/// the disk before: a database that knows a pepper which no file has can never be opened again.
pub async fn note_written_with(context: &Context) -> Result<Known, ActionError> {
    let known = key_check::remember(&context.db, &context.keys, context.now()).await?;
    let mut tx = context.db.write().await?;
    let mark = context.keys.written_with().to_string();
    audit::write(context, &mut tx, Deed::PepperWrittenWith, About::default().thing(mark)).await?;
    tx.commit().await?;
    Ok(known)
}

/// What stands in the way of dropping older peppers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Hindered {
    /// Until when they are kept in any case.
    pub until: Option<DateTime<Utc>>,
    /// What still needs them.
    pub needed: BTreeMap<Needs, i64>,
    /// How many nodes still write with one of them.
    pub behind: usize,
}

impl Hindered {
    /// Whether an operator may let all of it go. What is sealed is of the clinics, not his, and can be sealed anew; a node
    /// that writes with a dropped pepper would write what nobody can read.
    pub fn may_be_let_go(&self) -> bool {
        self.behind == 0 && !self.needed.contains_key(&Needs::Sealed)
    }

    /// Whether nothing stands in the way.
    pub fn is_nothing(&self) -> bool {
        *self == Self::default()
    }
}

/// Seals and chains what is to be done by itself, and says what stands in the way of dropping the older peppers then.
pub async fn hindered(context: &Context) -> Result<Hindered, ActionError> {
    audit::chain(context).await?;
    seal_anew(context).await?;
    let now = context.now();
    let known = key_check::known(&context.db).await?;
    let until = known.since(context.keys.written_with()).map(|since| since + KEPT_AT_LEAST);
    Ok(Hindered {
        until: until.filter(|until| *until > now),
        needed: needed(&context.db, &context.keys, now).await?,
        behind: said_of(&context.db, &context.keys, context.keys.written_with(), now).await?.behind,
    })
}

/// The database forgets the peppers that are older than the one that is written with, and ends the API keys that are under
/// them. The key file is changed after that: a file with a pepper too many does no harm, and one too few is refused.
pub async fn forget_older(context: &Context) -> Result<(), ActionError> {
    let now = context.now();
    let mut tx = context.db.write().await?;
    end_keys(context, &mut tx, now).await?;
    installation::delete_older_peppers(&mut tx, context.keys.written_with()).await?;
    let mark = context.keys.written_with().to_string();
    audit::write(context, &mut tx, Deed::PepperDropped, About::default().thing(mark)).await?;
    tx.commit().await?;
    Ok(())
}

async fn end_keys(context: &Context, tx: &mut Tx, now: DateTime<Utc>) -> Result<(), StoreError> {
    match context.keys.name() {
        Some(name) => peppers::save_other_keys_ended(tx, name, now).await.map(|_| ()),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keys::KeyFile;

    #[test]
    fn of_a_node_it_is_told_whether_it_knows_a_pepper_and_writes_with_an_older_one() {
        let file = KeyFile::new(&[7; 32]).with_new(&[8; 32], &[9; 32]).newest_first();
        let checks = Keys::of(&file).checks();
        let pepper = file.written_with();
        let of_node = |node, key: Vec<u8>, counted| NodesCount {
            node: Uuid::from_u128(node),
            kind: shared_counts::PEPPER.to_owned(),
            key,
            counted,
        };
        let said = |node, check: usize, counted| of_node(node, checks[check].1.to_vec(), counted);
        let of = |said: Vec<NodesCount>| {
            let Nodes { all, ignorant, behind } = nodes(said, &checks, pepper);
            (all, ignorant, behind)
        };
        assert_eq!(of(vec![]), (0, 0, 0));
        assert_eq!(of(vec![said(1, 0, 1)]), (1, 1, 1), "it was not restarted");
        assert_eq!(of(vec![said(1, 0, 1), said(1, 1, 0)]), (1, 0, 1), "it knows it");
        assert_eq!(of(vec![said(1, 0, 0), said(1, 1, 1)]), (1, 0, 0), "it writes with it");
        assert_eq!(of(vec![said(1, 0, 0), said(1, 1, 1), said(2, 0, 1), said(2, 1, 0)]), (2, 0, 1));
        assert_eq!(of(vec![of_node(3, vec![5; 32], 1)]), (1, 1, 1), "one with another key file");
    }

    #[test]
    fn what_is_sealed_and_a_node_that_is_behind_are_never_let_go() {
        let needed = |needs| Hindered { needed: [(needs, 1)].into(), ..Hindered::default() };
        for needs in Needs::ALL {
            assert_eq!(needed(needs).may_be_let_go(), needs != Needs::Sealed);
            assert!(!needed(needs).is_nothing());
        }
        assert!(!Hindered { behind: 1, ..Hindered::default() }.may_be_let_go());
        assert!(Hindered::default().is_nothing());
    }
}
