//! Nodes tell each other, through the database, what they have counted of what is limited for all of them together. Each says
//! how many it has counted since it was started; what another one has counted since it was last looked at is charged here,
//! too. So a limit is that of the installation, to about a second.

use std::collections::HashMap;

use chrono::TimeDelta;
use uuid::Uuid;

use crate::{
    actions::{ActionError, Context},
    store::{
        Db,
        shared_counts::{self, NodesCount},
    },
};

/// How long what a node has said is looked at: nodes' clocks may differ by half of it.
const LOOK_BACK: TimeDelta = TimeDelta::minutes(2);
/// How long it is kept: the longest time over which something is counted, and some more.
const KEPT: TimeDelta = TimeDelta::hours(2);
/// After how many turns old counts are deleted.
const TURNS: u32 = 600;
/// After how many turns a node says again which peppers it knows.
const SAY_PEPPERS_EVERY: u32 = 20;

/// How many were counted of something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count {
    /// What is counted.
    pub kind: &'static str,
    /// Whose it is.
    pub key: Vec<u8>,
    /// How many.
    pub counted: u64,
}

/// What a node knows of the others.
#[derive(Debug)]
pub struct Sharing {
    node: Uuid,
    seen: HashMap<(Uuid, String, Vec<u8>), i64>,
    /// What the database has not been told yet.
    unsaid: HashMap<(&'static str, Vec<u8>), u64>,
    looked: bool,
    turns: u32,
}

/// How many others have counted: what, whose, how many.
pub type Elsewhere = (String, Vec<u8>, u64);

impl Sharing {
    /// Nothing known yet.
    pub fn new(node: Uuid) -> Self {
        Self { node, seen: HashMap::new(), unsaid: HashMap::new(), looked: false, turns: 0 }
    }

    /// Says what was counted here, as totals since the start, and gives what was counted elsewhere since the last turn. An
    /// installation on SQLite has one node, and nothing to share.
    pub async fn turn(&mut self, context: &Context, own: Vec<Count>) -> Result<Vec<Elsewhere>, ActionError> {
        if matches!(context.db, Db::Sqlite { .. }) {
            return Ok(Vec::new());
        }
        let now = context.now();
        self.unsaid.extend(own.into_iter().map(|count| ((count.kind, count.key), count.counted)));
        if !self.unsaid.is_empty() {
            let mut tx = context.db.write().await?;
            for ((kind, key), counted) in &self.unsaid {
                let counted = i64::try_from(*counted).unwrap_or(i64::MAX);
                let said =
                    NodesCount { node: self.node, kind: (*kind).to_owned(), key: key.clone(), counted };
                shared_counts::save(&mut tx, &said, now).await?;
            }
            tx.commit().await?;
            self.unsaid.clear();
        }
        if self.turns.is_multiple_of(SAY_PEPPERS_EVERY) {
            self.say_peppers(context).await?;
        }
        self.turns += 1;
        if self.turns.is_multiple_of(TURNS) {
            let mut tx = context.db.write().await?;
            shared_counts::delete_before(&mut tx, now - KEPT).await?;
            tx.commit().await?;
            self.seen.clear();
            self.looked = false;
        }
        let mut tx = context.db.read_one().await?;
        let said = shared_counts::list_of_others(&mut tx, self.node, now - LOOK_BACK).await?;
        Ok(self.news(said))
    }

    /// Says which peppers this node knows, and with which it writes: whoever brings another one asks for it.
    async fn say_peppers(&self, context: &Context) -> Result<(), ActionError> {
        let (keys, now) = (&context.keys, context.now());
        let mut tx = context.db.write().await?;
        for (mark, check) in keys.checks() {
            let said = NodesCount {
                node: self.node,
                kind: shared_counts::PEPPER.to_owned(),
                key: check.to_vec(),
                counted: i64::from(mark == keys.written_with()),
            };
            shared_counts::save(&mut tx, &said, now).await?;
        }
        tx.commit().await?;
        Ok(())
    }

    /// What is new in what others say. What was there when this node first looked is no news: it was counted before. A number
    /// that is smaller than before began anew.
    fn news(&mut self, said: Vec<NodesCount>) -> Vec<Elsewhere> {
        let first = !std::mem::replace(&mut self.looked, true);
        let mut news = Vec::new();
        for NodesCount { node, kind, key, counted } in
            said.into_iter().filter(|said| said.kind != shared_counts::PEPPER)
        {
            let before = self.seen.insert((node, kind.clone(), key.clone()), counted);
            let new = match before {
                Some(before) if counted >= before => counted - before,
                None if first => 0,
                Some(_) | None => counted,
            };
            if let Ok(new @ 1..) = u64::try_from(new) {
                news.push((kind, key, new));
            }
        }
        news
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(node: u128, counted: i64) -> NodesCount {
        NodesCount { node: Uuid::from_u128(node), kind: "api".to_owned(), key: vec![1], counted }
    }

    fn numbers(news: &[Elsewhere]) -> Vec<u64> {
        news.iter().map(|(_, _, new)| *new).collect()
    }

    #[test]
    fn what_others_have_counted_since_the_last_look_is_news_once() {
        let mut sharing = Sharing::new(Uuid::from_u128(9));
        assert_eq!(numbers(&sharing.news(vec![said(1, 500)])), [0u64; 0], "from before");
        assert_eq!(numbers(&sharing.news(vec![said(1, 530), said(2, 7)])), [30, 7]);
        assert_eq!(numbers(&sharing.news(vec![said(1, 530), said(2, 7)])), [0u64; 0]);
        assert_eq!(numbers(&sharing.news(vec![said(1, 4)])), [4], "it forgot, and began anew");
    }
}
