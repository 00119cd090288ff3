//! Long lists: each holds what it says, page by page, and a page is read from an index in its order, so that it costs the
//! same whether there are a thousand requests or a million.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use patient_connect::{
    actions::app::list_requests::START,
    domain::connect_request::{ConnectRequest, Status},
    hashing::StoredHash,
    keys::Purpose,
    ports::{SystemRandom, new_id},
    store::{
        Db, Versioned, authorizations, connect_request_lists as lists, connect_requests, events,
        old_requests, paged::Paged,
    },
};
use sqlx::{AssertSqlSafe, PgConnection, PgPool, Row};
use uuid::Uuid;

use crate::support::{Database, TestPortal, databases, spawn};

/// A request as it may have become: picked up, frozen, locked, or none of it.
#[derive(Debug, Clone, Copy)]
struct Become {
    picked_up: bool,
    frozen: bool,
    locked: bool,
}

async fn insert(portal: &TestPortal, at: DateTime<Utc>, days: i64, become_: Become) {
    let id = new_id(at, &SystemRandom);
    let mut request = ConnectRequest {
        id,
        app_id: portal.app.id,
        external_id: id.to_string(),
        friendly_name: "n".into(),
        question: "q".into(),
        attempts_left: 3,
        attempts_allowed: 3,
        created_at: at,
        expires_at: at + TimeDelta::days(days),
        locked_at: None,
        last_authorized_at: None,
        callback_url: None,
        frozen_at: None,
        rearmed: 0,
        language: None,
    };
    let code = portal.installation.context.keys.hashes(Purpose::IdentityCode, &[id.as_bytes()]);
    let mut tx = portal.installation.context.db.write().await.unwrap();
    let answer = StoredHash::from_stored("x".into());
    assert!(connect_requests::insert(&mut tx, &request, &code, &answer).await.unwrap());
    if become_.picked_up {
        request.last_authorized_at = Some(at);
    }
    if become_.frozen {
        request.frozen_at = Some(at);
    }
    if become_.locked {
        request.attempts_left = 0;
        request.locked_at = Some(at);
    }
    connect_requests::save(&mut tx, &Versioned { value: request, version: 1 }).await.unwrap();
    tx.commit().await.unwrap();
}

/// Every page of a list, one after the other.
async fn all_pages(
    portal: &TestPortal,
    status: Option<Status>,
    now: DateTime<Utc>,
    limit: u32,
) -> Vec<ConnectRequest> {
    let (mut found, mut after) = (Vec::new(), START);
    loop {
        let mut tx = portal.installation.context.db.read().await.unwrap();
        let page = lists::list(&mut tx, portal.app.id, after, status, now, limit).await.unwrap();
        assert!(page.len() <= limit as usize);
        let Some(last) = page.last().map(|it| &it.request) else { return found };
        after = (last.created_at, last.id);
        found.extend(page.into_iter().map(|it| it.request));
    }
}

/// Some of everything, of which some expire in a day, some in three, whatever was created first.
async fn some_of_everything(portal: &TestPortal, start: DateTime<Utc>) {
    let yes_and_no = [false, true];
    let mut n = 0;
    for days in [3, 1, 3, 1] {
        for picked_up in yes_and_no {
            for frozen in yes_and_no {
                for locked in yes_and_no {
                    n += 1;
                    let at = start + TimeDelta::seconds(n);
                    insert(portal, at, days, Become { picked_up, frozen, locked }).await;
                    insert(portal, at, days, Become { picked_up, frozen, locked }).await;
                }
            }
        }
    }
}

#[actix_web::test]
async fn every_list_holds_the_requests_of_its_status_in_their_order_whatever_is_recorded_of_their_expiry() {
    for database in databases() {
        let portal = spawn(database).await;
        let start = portal.now();
        some_of_everything(&portal, start).await;
        let at = |days| start + TimeDelta::days(days);
        let everything = all_pages(&portal, None, start, 500).await;
        assert_eq!(everything.len(), 64);
        // As of `recorded` the expiry of half of them is in the log; the other clock has not come so far, or is further.
        for recorded in [None, Some(at(2)), Some(at(5))] {
            if let Some(now) = recorded {
                let mut tx = portal.installation.context.db.write().await.unwrap();
                for request in everything.iter().step_by(2) {
                    events::save_expired_recorded(&mut tx, request.id, now).await.unwrap();
                }
                tx.commit().await.unwrap();
            }
            for now in [at(0), at(2), at(5)] {
                for limit in [3, 7, 500] {
                    assert_eq!(all_pages(&portal, None, now, limit).await, everything);
                    for status in Status::ALL {
                        let listed = all_pages(&portal, Some(status), now, limit).await;
                        let are: Vec<_> =
                            everything.iter().filter(|r| r.status(now) == status).cloned().collect();
                        assert_eq!(listed, are, "{database:?} {status:?} as of {now}, recorded {recorded:?}");
                    }
                }
            }
        }
    }
}

/// The index in whose order a list stands.
fn index_of(list: &str) -> &'static str {
    match list {
        "all" => "connect_requests_by_creation",
        "authorized" => "connect_requests_authorized",
        "frozen" => "connect_requests_frozen",
        "locked" => "connect_requests_locked_in_order",
        "pending" => "connect_requests_open",
        "expired" => "connect_requests_expired",
        other => panic!("a list without an index: {other}"),
    }
}

/// How SQLite carries a statement out, a step a line; not how it looks at an argument.
async fn plan_of_sqlite(db: &Db, app_id: Uuid, statement: &str, by_time: bool) -> Vec<String> {
    let Db::Sqlite { read, .. } = db else { panic!("this is SQLite") };
    let text = AssertSqlSafe(format!("EXPLAIN QUERY PLAN {statement}"));
    let asked = sqlx::query_as::<_, (i64, i64, i64, String)>(text).bind(app_id).bind(START.0).bind(START.1);
    let asked = if by_time { asked.bind(START.0).bind(START.0) } else { asked };
    asked
        .fetch_all(&mut *read.take().await.unwrap())
        .await
        .unwrap()
        .into_iter()
        .map(|(_, _, _, step)| step)
        .filter(|step| {
            !step.contains("SCALAR SUBQUERY") && !step.contains("REUSE") && step != "SCAN CONSTANT ROW"
        })
        .collect()
}

#[actix_web::test]
async fn sqlite_reads_a_page_from_an_index_in_its_order() {
    let portal = spawn(Database::Sqlite).await;
    let db = &portal.installation.context.db;
    for (list, statement) in &lists::STATEMENTS {
        let by_time = matches!(*list, "pending" | "expired");
        let plan = plan_of_sqlite(db, portal.app.id, statement.giving(100), by_time).await;
        let uses = |index: &str, terms: &str| {
            plan.iter().any(|step| step.contains(&format!("INDEX {index} (app_id=? AND {terms}")))
        };
        assert!(uses(index_of(list), "(created_at,id)>(?,?)"), "{list}: {plan:#?}");
        assert!(!plan.iter().any(|step| step.starts_with("SCAN connect_requests")), "{list}: {plan:#?}");
        // Sorted is at most what was read already: one page, and the few that are late or early.
        let sorted = plan.windows(2).filter(|steps| steps[1].contains("TEMP B-TREE"));
        let of = sorted.map(|steps| steps[0].as_str()).collect::<Vec<_>>();
        if by_time {
            assert_eq!(of, ["SCAN many", "SCAN few"], "{list}: {plan:#?}");
            let index = match *list {
                "pending" => "connect_requests_expired_by_expiry",
                _ => "connect_requests_open_by_expiry",
            };
            assert!(uses(index, "expires_at>? AND expires_at<?"), "{list}: {plan:#?}");
        } else {
            assert!(of.is_empty(), "{list}: {plan:#?}");
        }
    }
}

#[actix_web::test]
async fn sqlite_looks_for_what_no_event_tells_of_where_nothing_else_is() {
    let portal = spawn(Database::Sqlite).await;
    let Db::Sqlite { read, .. } = &portal.installation.context.db else { panic!("this is SQLite") };
    let text = AssertSqlSafe(format!("EXPLAIN QUERY PLAN {}", events::LIST_UNRECORDED.giving(100)));
    let asked = sqlx::query_as::<_, (i64, i64, i64, String)>(text).bind(portal.now()).bind(portal.now());
    let plan = asked.fetch_all(&mut *read.take().await.unwrap()).await.unwrap();
    for index in ["connect_requests_unrecorded (expires_at<?)", "connect_requests_untold_locks (locked_at<?)"]
    {
        let step = format!("SEARCH connect_requests USING INDEX {index}");
        assert!(plan.iter().any(|(_, _, _, it)| *it == step), "{index}: {plan:#?}");
    }
}

#[actix_web::test]
async fn sqlite_finds_the_authorizations_of_a_page_by_its_times() {
    let portal = spawn(Database::Sqlite).await;
    let Db::Sqlite { read, .. } = &portal.installation.context.db else { panic!("this is SQLite") };
    let authorization = "a USING INDEX authorizations_by_time (authorized_at=? AND id>? AND id<?) LEFT-JOIN";
    let request =
        "r USING INDEX connect_requests_by_pickup (last_authorized_at=? AND id>? AND id<?) LEFT-JOIN";
    let page_of_list =
        ("p USING INDEX pickups_in_order (app_id=? AND authorized_at>?)", vec![authorization, request]);
    let page_of_log = ("e USING INDEX sqlite_autoindex_events_1 (app_id=? AND seq>?)", vec![authorization]);
    for (statement, (in_order, by_time)) in
        [(&authorizations::PICKUPS_TO_END_BY_TIME, page_of_list), (&events::LIST_LOGGED_BY_TIME, page_of_log)]
    {
        let text = AssertSqlSafe(format!("EXPLAIN QUERY PLAN {}", statement.giving(100)));
        let asked = sqlx::query_as::<_, (i64, i64, i64, String)>(text);
        let plan = asked.fetch_all(&mut *read.take().await.unwrap()).await.unwrap();
        let searched = plan.iter().filter_map(|(_, _, _, step)| step.strip_prefix("SEARCH "));
        let searched =
            searched.filter(|step| !step.contains("_by_id") && !step.starts_with("f ")).collect::<Vec<_>>();
        assert_eq!(searched, [vec![in_order], by_time].concat(), "{plan:#?}");
    }
}

const FILL: &str = "INSERT INTO connect_requests (id, app_id, external_id, code_hash, friendly_name, question, \
     answer_hash, attempts_left, attempts_allowed, created_at, expires_at, locked_at, last_authorized_at, \
     expired_told_at, version) \
     SELECT md5('i' || n)::uuid, $1, 'old-' || n, decode(md5('c' || n), 'hex'), 'n', 'q', 'x', \
       CASE WHEN n % 100 = 7 THEN 0 ELSE 3 END, 3, t, t + interval '28 days', NULL, \
       CASE WHEN n % 2 = 0 THEN t END, CASE WHEN n % 2 = 1 AND t < $2 - interval '28 days' THEN $2 END, 1 \
     FROM (SELECT n, $2 - n * interval '200 seconds' AS t FROM generate_series(1, 30000) AS n) AS s";

/// What each of them that was picked up brought.
const PICK_UP: [&str; 4] = [
    "INSERT INTO persons (id, name, created_at) SELECT id, 'Pat', created_at FROM connect_requests \
     WHERE last_authorized_at IS NOT NULL",
    "INSERT INTO records (id, name, created_at) SELECT id, 'Emma', created_at FROM connect_requests \
     WHERE last_authorized_at IS NOT NULL",
    "INSERT INTO authorizations (id, app_id, person_id, record_id, person_pseudonym, record_pseudonym, \
     app_specific_record_id, rules, since, authorized_at, version) \
     SELECT id, app_id, id, id, id, id, external_id, '[]', last_authorized_at, last_authorized_at, 1 \
     FROM connect_requests WHERE last_authorized_at IS NOT NULL",
    "INSERT INTO pickups (request_id, authorization_id, app_id, authorized_at, seq) \
     SELECT id, id, app_id, last_authorized_at, 1 FROM connect_requests WHERE last_authorized_at IS NOT NULL",
];

/// A tenth of them were locked, and their events told of it.
const LOCK: &str = "UPDATE connect_requests SET attempts_left = 0, locked_at = created_at, locked_told_at = created_at \
     WHERE external_id LIKE '%7'";

#[actix_web::test]
async fn postgresql_reads_a_page_from_an_index_in_its_order() {
    if !databases().contains(&Database::Postgres) {
        return;
    }
    let portal = spawn(Database::Postgres).await;
    let Db::Postgres { pool, .. } = &portal.installation.context.db else { panic!("this is PostgreSQL") };
    let mut filling = pool.begin().await.unwrap();
    // A busy machine may take longer than a statement of the portal may.
    sqlx::query("SET LOCAL statement_timeout = 0").execute(&mut *filling).await.unwrap();
    sqlx::query(FILL).bind(portal.app.id).bind(portal.now()).execute(&mut *filling).await.unwrap();
    for brought in PICK_UP {
        sqlx::query(brought).execute(&mut *filling).await.unwrap();
    }
    filling.commit().await.unwrap();
    sqlx::query("ANALYZE pickups, authorizations, connect_requests").execute(pool).await.unwrap();
    let mut asking = pool.acquire().await.unwrap();
    let long_ago = portal.now() - TimeDelta::days(60);
    let (start, now) = (START.0.to_rfc3339(), portal.now().to_rfc3339());
    let place = format!("'{}', '{start}', '{}'", portal.app.id, START.1);
    for (list, statement) in &lists::STATEMENTS {
        let by_time = matches!(*list, "pending" | "expired");
        let other = if *list == "pending" { "9999-12-31T00:00:00Z" } else { &start };
        let arguments = if by_time { format!("{place}, '{now}', '{other}'") } else { place.clone() };
        let types = if by_time {
            "uuid, timestamptz, uuid, timestamptz, timestamptz"
        } else {
            "uuid, timestamptz, uuid"
        };
        let asked = Asked { statement: statement.giving(100), types, arguments: &arguments };
        let plan = asked.plan(&mut asking, "EXPLAIN").await;
        let index = format!("Index Scan using {} ", index_of(list));
        assert!(plan.iter().any(|step| step.contains(&index)), "{list}: {plan:#?}");
        // There are no invitations here, and nothing is read of them.
        let scanned =
            |step: &String| step.contains("Seq Scan") && !step.contains("Seq Scan on invitations i ");
        assert!(!plan.iter().any(scanned), "{list}: {plan:#?}");
        let sorted = plan.iter().filter(|step| step.trim_start().starts_with("->  Sort")).count();
        assert_eq!(sorted, usize::from(by_time), "only the page itself is sorted; {list}: {plan:#?}");
        visits_nothing_else(list, &asked.plan(&mut asking, "EXPLAIN ANALYZE").await);
    }
    let ends = format!("'{}', '{now}', '{start}'", portal.app.id);
    let statement = authorizations::PICKUPS_TO_END.giving(100);
    let poll = Asked { statement, types: "uuid, timestamptz, timestamptz", arguments: &ends };
    let plan = poll.plan(&mut asking, "EXPLAIN").await;
    let whole = |step: &String| {
        ["pickups", "authorizations", "connect_requests"]
            .iter()
            .any(|it| step.contains(&format!("Seq Scan on {it}")))
    };
    assert!(!plan.iter().any(whole), "a page of a poll reads no whole table: {plan:#?}");

    visits_nothing_else("old", &looked_for(pool, &old_requests::LIST_OLD, long_ago).await);
    sqlx::query(LOCK).execute(pool).await.unwrap();
    sqlx::query("ANALYZE connect_requests").execute(pool).await.unwrap();
    visits_nothing_else("unrecorded", &looked_for(pool, &events::LIST_UNRECORDED, portal.now()).await);
}

/// How what a job looks for is found, as of this instant.
async fn looked_for(pool: &PgPool, statement: &Paged, at: DateTime<Utc>) -> Vec<String> {
    let text = AssertSqlSafe(format!("EXPLAIN ANALYZE {}", statement.giving(100)));
    sqlx::query_scalar(text).bind(at).bind(at).fetch_all(pool).await.unwrap()
}

/// A statement that PostgreSQL has prepared, and its arguments.
struct Asked<'s> {
    statement: &'s str,
    types: &'s str,
    arguments: &'s str,
}

impl Asked<'_> {
    /// The plan that it keeps for whatever is asked, a step a line. One for these arguments alone costs the same, so it is the
    /// one that it takes.
    async fn plan(&self, asking: &mut PgConnection, explain: &str) -> Vec<String> {
        let text = format!("PREPARE asked({}) AS {}", self.types, self.statement);
        sqlx::raw_sql(AssertSqlSafe(text)).execute(&mut *asking).await.unwrap();
        let mut plans = Vec::new();
        for mode in ["force_custom_plan", "force_generic_plan"] {
            sqlx::raw_sql(AssertSqlSafe(format!("SET plan_cache_mode = {mode}")))
                .execute(&mut *asking)
                .await
                .unwrap();
            let text = AssertSqlSafe(format!("{explain} EXECUTE asked({})", self.arguments));
            let steps = sqlx::raw_sql(text).fetch_all(&mut *asking).await.unwrap();
            plans.push(steps.iter().map(|step| step.get(0)).collect::<Vec<String>>());
        }
        sqlx::raw_sql("DEALLOCATE asked; RESET plan_cache_mode").execute(&mut *asking).await.unwrap();
        let [own, kept] = <[_; 2]>::try_from(plans).unwrap();
        let cost = |plan: &[String]| plan[0].split(" (actual").next().unwrap().to_owned();
        assert_eq!(cost(&own), cost(&kept), "{own:#?} {kept:#?}");
        kept
    }
}

/// Whatever index a planner takes, it holds hardly anything that is then left out.
fn visits_nothing_else(what: &str, plan: &[String]) {
    let left_out = plan.iter().filter_map(|step| step.trim().strip_prefix("Rows Removed by Filter: "));
    let rows: u64 = left_out.map(|rows| rows.parse::<u64>().unwrap()).sum();
    assert!(rows < 400, "{what}: {rows} of 30,000 rows were read for nothing: {plan:#?}");
}

#[actix_web::test]
async fn an_app_walks_through_a_list_of_one_status_by_its_cursors() {
    let portal = spawn(Database::Sqlite).await;
    let clinic = portal.clinic();
    for _ in 0..5 {
        clinic.invite("violet harbour").await;
    }
    portal.clock.advance(Duration::from_secs(29 * 86_400));
    let fresh = clinic.invite("violet harbour").await;
    let (mut seen, mut cursor) = (Vec::new(), String::new());
    loop {
        let page = clinic.get(&format!("/connect-requests?status=expired&limit=2&cursor={cursor}")).await;
        seen.extend(page["items"].as_array().unwrap().iter().map(|item| item["external_id"].clone()));
        let Some(next) = page["next_cursor"].as_str() else { break };
        cursor = next.to_owned();
    }
    assert_eq!(seen.len(), 5);
    let pending = clinic.get("/connect-requests?status=pending").await;
    assert_eq!(pending["items"].as_array().unwrap().len(), 1);
    assert_eq!(pending["items"][0]["external_id"], fresh.external_id);
}
