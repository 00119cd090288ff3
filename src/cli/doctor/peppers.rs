//! Whether the key file fits the database, and how far a new pepper is.

use anyhow::anyhow;

use super::Findings;
use crate::{
    actions::operator::{
        key_check::{self, Known},
        peppers::{KEPT_AT_LEAST, needed, said_of},
    },
    cli::{keys::in_words, time},
    keys::Keys,
    ports::{Clock, SystemClock},
    store::Db,
};

/// A database that has never been opened with a key file, or has no tables, knows of none.
pub(super) async fn look(db: &Db, keys: Option<&Keys>, findings: &mut Findings) {
    let known = key_check::known(db).await.unwrap_or_default();
    if known.origin().is_none() {
        return;
    }
    let Some(keys) = keys.filter(|keys| known.fits(keys)) else {
        findings.report(
            "key file fits the database",
            Err(anyhow!(
                "no: put back the key file that was made at the first start, or by `keys rotate` since"
            )),
        );
        return;
    };
    findings.report("key file fits the database", Ok("yes".to_owned()));
    findings.report("peppers", looked_at(db, keys, &known).await);
}

/// Which peppers there are, and what still needs an older one. None of it is wrong: it takes its time.
async fn looked_at(db: &Db, keys: &Keys, known: &Known) -> anyhow::Result<String> {
    let (now, written_with) = (SystemClock.now(), keys.written_with());
    let marks: Vec<_> = keys.checks().into_iter().map(|(mark, _)| mark).collect();
    let (oldest, newest) = (marks[0], marks[marks.len() - 1]);
    if newest > written_with {
        let nodes = said_of(db, keys, newest, now).await?;
        return Ok(format!(
            "{newest} is known and not written with yet: {}; then `keys rotate` once more",
            match nodes.ignorant {
                0 => "every node that runs knows it".to_owned(),
                n => format!("{n} of {} running nodes have to be restarted with this key file", nodes.all),
            }
        ));
    }
    if oldest == written_with {
        return Ok(if marks.len() == 1 && known.since(written_with).is_some() {
            "one".to_owned()
        } else {
            "one; the next start begins to write with it".to_owned()
        });
    }
    let needed = needed(db, keys, now).await?;
    let since = known.since(written_with);
    let until = since.map(|since| since + KEPT_AT_LEAST).filter(|until| *until > now);
    let since = since.map_or("the next start".to_owned(), time);
    Ok(format!(
        "{written_with} is written with since {since}; {}",
        match (needed.is_empty(), until) {
            (true, None) => "nothing needs an older one: `keys drop`".to_owned(),
            (true, Some(until)) =>
                format!("nothing that is counted needs an older one, which is kept until {}", time(until)),
            (false, _) => format!("an older one is still needed by {}", in_words(&needed)),
        }
    ))
}
