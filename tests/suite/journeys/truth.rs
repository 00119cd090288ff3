//! What is true, whatever the pages say: what the database holds of authorizations, and what the clinic asks for.
//!
//! Of the tests about what pages show, only this file reaches into the program.

use std::{collections::BTreeSet, sync::LazyLock};

use patient_connect::{
    actions::operator::apps,
    domain::app_file::AppFile,
    store::{Connections, Db},
};
use regex::Regex;

use crate::support::TestPortal;

/// What tells a rule from every other one, in the words of the page: why, of which data, to do what.
pub type Rule = BTreeSet<String>;

/// The rule that a text speaks of.
pub fn rule_in(text: &str) -> Rule {
    static WORDS: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"\b(?:purpose-[a-z0-9]+|kind-[a-z0-9]+|add|read|change|delete)\b").unwrap()
    });
    WORDS.find_iter(text).map(|word| word.as_str().to_owned()).collect()
}

/// What an authorization lets an app do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Granted {
    pub person: String,
    pub record: String,
    /// The friendly name of the connect request.
    pub request: String,
    pub rules: BTreeSet<Rule>,
}

/// The names of a set of rules: each way of asking differs from the first in one thing.
pub const ASKINGS: [&str; 6] = [
    "as at first",
    "another purpose",
    "more access",
    "an optional rule required",
    "other data",
    "another rule",
];

/// One way of asking, as the clinic writes it in its app's file.
fn asking(n: usize) -> String {
    let rule = |name: &str, purpose: &str, kind: &str, access: &str, optional: bool| {
        format!(
            "[[rule]]\nname = \"{name}\"\nwhy = \"For purpose-{purpose}.\"\ndata_types = [\"kind-{kind}\"]\n\
             access = [{access}]\noptional = {optional}\n"
        )
    };
    let is = |other: usize| n == other;
    let access = if is(2) { r#""create", "read", "update""# } else { r#""create", "read""# };
    let mut rules = rule("visits", if is(1) { "a2" } else { "a1" }, "a", access, false);
    rules += &rule("medicines", "b1", if is(4) { "b2" } else { "b1" }, r#""read""#, !is(3));
    let third = if is(5) { ("photographs", "d1", "d") } else { ("measurements", "c1", "c") };
    rules += &rule(third.0, third.1, third.2, r#""read", "delete""#, true);
    rules
}

/// The clinic changes what its app asks for.
pub async fn ask_for(portal: &TestPortal, n: usize) {
    let file = format!(
        "name = \"x\"\norganization = \"x\"\nkind = \"web\"\nsuccess_message = \"x\"\ncontact = \"x\"\n{}",
        asking(n)
    );
    let mut app = portal.app.clone();
    app.rules = AppFile::parse(&file).unwrap().into_app(app.id, true, None, Vec::new()).rules;
    apps::apply(&portal.installation.context, &app).await.unwrap();
}

fn database(portal: &TestPortal) -> Connections {
    match &portal.installation.context.db {
        Db::Sqlite { read, .. } => read.clone(),
        Db::Postgres { .. } => unreachable!("these tests run on the embedded database"),
    }
}

/// Where all writing of authorizations was when it was last looked at.
#[derive(sqlx::FromRow, Clone, Copy, PartialEq, Eq)]
struct Mark {
    writes: i64,
    last_pickup: i64,
}

impl Mark {
    async fn of(database: &Connections) -> Self {
        const MARK: &str = "SELECT (SELECT COALESCE(SUM(version), 0) FROM authorizations) AS writes, \
             (SELECT COALESCE(MAX(seq), 0) FROM pickups) AS last_pickup";
        sqlx::query_as(MARK).fetch_one(&mut *database.take().await.unwrap()).await.unwrap()
    }
}

/// Watches the database for authorizations.
pub struct Truth {
    database: Connections,
    seen: Mark,
}

impl Truth {
    /// Watches from now on.
    pub async fn of(portal: &TestPortal) -> Self {
        let database = database(portal);
        Self { seen: Mark::of(&database).await, database }
    }

    /// Every authorization that was given, or given anew, since the last look. `Err` when one was touched in any other
    /// way.
    pub async fn news(&mut self) -> Result<Vec<Granted>, String> {
        const NEWS: &str = "SELECT w.name, r.name, q.friendly_name, a.rules FROM pickups p \
             JOIN authorizations a ON a.id = p.authorization_id JOIN persons w ON w.id = a.person_id \
             JOIN records r ON r.id = a.record_id JOIN connect_requests q ON q.id = p.request_id \
             WHERE p.seq > $1 AND a.ended_at IS NULL ORDER BY p.seq";
        let before = self.seen;
        self.seen = Mark::of(&self.database).await;
        if self.seen == before {
            return Ok(Vec::new());
        }
        let news: Vec<(String, String, String, String)> = sqlx::query_as(NEWS)
            .bind(before.last_pickup)
            .fetch_all(&mut *self.database.take().await.unwrap())
            .await
            .unwrap();
        let writes = self.seen.writes - before.writes;
        if usize::try_from(writes) != Ok(news.len()) {
            return Err(format!("{writes} authorizations were written, and these picked up: {news:?}"));
        }
        Ok(news
            .into_iter()
            .map(|(person, record, request, rules)| Granted {
                person,
                record,
                request,
                rules: granted(&rules),
            })
            .collect())
    }
}

/// The rules of an authorization as it is stored, in the words of the page.
fn granted(stored: &str) -> BTreeSet<Rule> {
    let rules: Vec<serde_json::Value> = serde_json::from_str(stored).unwrap();
    let in_words = |rule: &serde_json::Value| {
        rule.to_string().replace("\"create\"", "\"add\"").replace("\"update\"", "\"change\"")
    };
    rules.iter().map(|rule| rule_in(&in_words(rule))).collect()
}
