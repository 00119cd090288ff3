//! Statements that give at most so many rows.
//!
//! PostgreSQL makes a plan of its own for each question, unless one for whatever may be asked seems hardly dearer to it. Of a
//! limit that is an argument it knows nothing then, and plans for a tenth of all rows: so the limit stands in the text. Where
//! planning takes longer than answering, the other arguments are hidden from it, too, as `(SELECT $2)`: then both plans are
//! the same, and it keeps one (decision 62).

use std::sync::OnceLock;

use super::Tx;

/// The limits that there are texts for: a few, so that those who ask for pages of each size do not fill the connections with
/// prepared statements; and close enough together that little is read to be cut off. The last is as good as none.
const STEPS: [u32; 9] = [1, 11, 26, 51, 101, 256, 501, 1_000, u32::MAX];

/// Where the limit goes.
const MOST: &str = "{most}";

/// A statement that gives at most so many rows; [`page!`] runs it.
pub struct Paged {
    /// What stands before it, itself, and what stands behind it.
    statement: [&'static str; 3],
    texts: OnceLock<[String; STEPS.len()]>,
}

impl Paged {
    /// Of a statement in which `{most}` stands for the limit.
    pub(super) const fn of(statement: &'static str) -> Self {
        Self::within("", statement, "")
    }

    /// Of one that stands in a greater one.
    pub(super) const fn within(before: &'static str, statement: &'static str, after: &'static str) -> Self {
        Self { statement: [before, statement, after], texts: OnceLock::new() }
    }

    /// The text that gives `limit` rows, or some more.
    pub fn giving(&self, limit: u32) -> &str {
        let step = STEPS.iter().position(|step| *step >= limit).expect("no number is above the last");
        let texts = self.texts.get_or_init(|| {
            let statement = self.statement.concat();
            debug_assert!(statement.contains(MOST), "no limit in: {statement}");
            STEPS.map(|step| statement.replace(MOST, &step.to_string()))
        });
        &texts[step]
    }
}

/// The one of two that the database of a transaction is asked: their planners know different things.
pub(super) fn of_its_database<'p>(tx: &Tx, sqlite: &'p Paged, postgres: &'p Paged) -> &'p Paged {
    match tx {
        Tx::Sqlite(_) => sqlite,
        Tx::Postgres(_) => postgres,
    }
}

/// Joins what each line of a page names by its id, for SQLite, as `a` or as `a_by_id`:
/// `found_by_time!("authorizations" as "a", "a.authorized_at" = "p.authorized_at", "p.authorization_id")`.
///
/// What a line names nearly always has the line's time, and an index by time finds that of a whole page next to each other,
/// where one by id takes a leaf for each, out of reach of the processor's caches. What has another time by now is found by its
/// id. `BETWEEN` an id and itself is `=` for which SQLite does not take the index by id. PostgreSQL cannot tell how few rows
/// that gives, and reads whole tables (decision 68).
#[rustfmt::skip]
macro_rules! found_by_time {
    ($table:literal as $name:literal, $time:literal = $at:literal, $id:literal) => {
        concat!(
            "LEFT JOIN ", $table, " ", $name, " ON ", $time, " = ", $at, " AND ", $name, ".id BETWEEN ", $id, " AND ", $id,
            " LEFT JOIN ", $table, " ", $name, "_by_id ON ", $name, "_by_id.id = CASE WHEN ", $name, ".id IS NULL THEN ", $id, " END "
        )
    };
}
pub(super) use found_by_time;

/// Fetches at most `$limit` rows, in a [`Tx`](super::Tx), from a [`Paged`].
macro_rules! page {
    ($tx:expr, $limit:expr, $row:ty, $paged:expr $(, $arg:expr)* $(,)?) => {{
        let (limit, text) = ($limit, $paged.giving($limit));
        $crate::store::sql!($tx, fetch_all as $row, text $(, $arg)*).map(|mut rows| {
            rows.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
            rows
        })
    }};
}
pub(super) use page;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_gives_what_is_asked_for_or_some_more() {
        static LIST: Paged = Paged::of("SELECT 1 LIMIT {most}");
        for (limit, text) in
            [(1, "1"), (2, "11"), (26, "26"), (41, "51"), (100, "101"), (501, "501"), (1_001, "4294967295")]
        {
            assert_eq!(LIST.giving(limit), format!("SELECT 1 LIMIT {text}"));
        }
    }
}
