//! Measures the JSON API's two jobs beside bare handlers, in one run on one machine, as ratios: absolute figures of
//! shared machines mean little.
//!
//! ```sh
//! cargo bench --bench api
//! ```
//!
//! - *poll*: `GET /authorized-connect-requests?since=…`, beside a bare actix-web handler that runs the same three SQL
//!   queries in the same two transactions and writes the same JSON.
//! - *create*: `POST /connect-requests` with a fresh external ID, beside a bare handler that reads the same JSON, runs
//!   the same SQL in the same two transactions and writes the same JSON. Ours hashes the secret answer with Argon2id,
//!   as it must ("keyed hash plus Argon2id"), and the bare one once with the same parameters on as many threads.
//! - *loop*: one after the other, as an app does that invites a patient and asks who has connected.
//! - *loop, no hash*: the same loop beside the same SQL without Argon2id. This compares two different things and says
//!   what the hash costs.
//!
//! The bare handlers check no rule, draw no code from the operating system and set no header beyond the content type.

mod load;

use std::{net::SocketAddr, path::Path, sync::Arc, time::Instant};

use actix_web::{App, HttpRequest, HttpResponse, HttpServer, http::header, web, web::Data};
use chrono::{DateTime, TimeDelta, Utc};
use patient_connect::{
    actions::{Context, Rules, operator::apps},
    app,
    domain::{
        application::App as ClinicApp, audit::Origin, connect_request::ConnectRequest,
        webhook::CallbackPolicy,
    },
    hashing::{Hasher, StoredHash},
    installation::Installation,
    keys::{Keys, Purpose},
    notifier::Notifier,
    ports::{SystemClock, SystemRandom, bytes},
    sandbox::seed,
    store::{Db, StoreError, Tx, authorizations, connect_requests},
    web::{Site, limits::PerMinute},
};
use serde_json::{Value, json};
use tokio::net::TcpStream;
use uuid::Uuid;

use load::{CONNECTIONS, ROUND, compare, exchange, listener};

/// What the bare handlers share.
struct Bare {
    db: Db,
    keys: Keys,
    hasher: Hasher,
    app_id: Uuid,
}

/// The query by which ours finds the app, its row left unread.
async fn find_app(bare: &Bare, req: &HttpRequest) {
    const FIND: &str = "SELECT a.definition, a.enabled, a.version FROM apps a JOIN app_keys k ON k.app_id = a.id \
         WHERE k.key_hash = $1 AND (k.expires_at IS NULL OR k.expires_at > $2)";
    let key = req.headers().get(header::AUTHORIZATION).expect("a key").to_str().expect("text");
    let key = key.strip_prefix("Bearer ").expect("a bearer key");
    let hash = bare.keys.hashes(Purpose::ApiKey, &[key.as_bytes()]).written().to_vec();
    let Tx::Sqlite(mut tx) = bare.db.read_one().await.expect("a connection") else { unreachable!("SQLite") };
    let row: Option<(String, bool, i64)> =
        sqlx::query_as(FIND).bind(hash).bind(now()).fetch_optional(&mut *tx).await.expect("a look-up");
    assert!(row.is_some(), "the key is known");
}

#[expect(clippy::disallowed_methods, reason = "a bare handler asks the machine's clock itself")]
fn now() -> DateTime<Utc> {
    Utc::now()
}

async fn bare_poll(
    bare: Data<Bare>,
    req: HttpRequest,
    query: web::Query<std::collections::HashMap<String, String>>,
) -> HttpResponse {
    find_app(&bare, &req).await;
    let since = query.get("since").and_then(|s| s.parse().ok()).unwrap_or(DateTime::UNIX_EPOCH);
    let answer: Result<_, StoreError> = async {
        let mut tx = bare.db.read_one().await?;
        authorizations::list_pickups_to_end(&mut tx, bare.app_id, since, now() - TimeDelta::days(90), 100)
            .await
    }
    .await;
    let (end, items) = answer.expect("a list");
    let items: Vec<Value> = items
        .iter()
        .map(|p| {
            json!({
                "person_id": p.person_pseudonym, "record_id": p.record_pseudonym,
                "app_specific_record_id": p.app_specific_record_id, "app_id": bare.app_id,
                "external_id": p.external_id, "authorized_at": p.authorized_at.to_rfc3339(),
            })
        })
        .collect();
    let as_of = end.map(|end| end.at.to_rfc3339());
    HttpResponse::Ok().json(json!({ "items": items, "next_cursor": null, "as_of": as_of }))
}

async fn bare_create(bare: Data<Bare>, req: HttpRequest, new: web::Json<Value>) -> HttpResponse {
    find_app(&bare, &req).await;
    insert(&bare, &new, "unhashed".to_owned()).await
}

async fn bare_create_hashed(bare: Data<Bare>, req: HttpRequest, new: web::Json<Value>) -> HttpResponse {
    find_app(&bare, &req).await;
    let permit = bare.hasher.permit().expect("a permit: there are more than connections");
    let hash = permit
        .hash(&bare.keys.secrets(Purpose::SecretAnswer, &[b"violet harbour"]), bytes(&SystemRandom))
        .await;
    insert(&bare, &new, hash.as_str().to_owned()).await
}

async fn insert(bare: &Bare, new: &Value, answer: String) -> HttpResponse {
    let text = |name: &str| new[name].as_str().unwrap_or_default().to_owned();
    let now = now();
    let request = ConnectRequest {
        id: patient_connect::ports::new_id(now, &SystemRandom),
        app_id: bare.app_id,
        external_id: text("external_id"),
        friendly_name: text("friendly_name"),
        question: text("question"),
        attempts_left: 3,
        attempts_allowed: 3,
        created_at: now,
        expires_at: now + TimeDelta::days(28),
        locked_at: None,
        last_authorized_at: None,
        callback_url: None,
        frozen_at: None,
        rearmed: 0,
        language: None,
    };
    let code = bare.keys.hashes(Purpose::IdentityCode, &[&bytes::<32>(&SystemRandom)]);
    let answer = StoredHash::from_stored(answer);
    let inserted: Result<bool, StoreError> = async {
        let mut tx = bare.db.write().await?;
        connect_requests::find_by_external_id(&mut tx, bare.app_id, &request.external_id).await?;
        let inserted = connect_requests::insert(&mut tx, &request, &code, &answer).await?;
        tx.commit().await?;
        Ok(inserted)
    }
    .await;
    assert!(inserted.expect("an insert"), "the external ID is fresh");
    HttpResponse::Created().json(json!({
        "external_id": request.external_id, "identity_code": "JKYZ-QNMN-VHRX-ZGNR-GZNH",
        "link": "http://127.0.0.1/connect?packageid=JKYZ-QNMN-VHRX-ZGNR-GZNH", "status": "pending",
        "created_at": request.created_at.to_rfc3339(), "expires_at": request.expires_at.to_rfc3339(),
    }))
}

/// One side of a comparison: where, and what a connection sends in turn.
#[derive(Clone)]
struct Side {
    address: SocketAddr,
    key: Arc<str>,
    paths: Arc<Vec<&'static str>>,
    since: Arc<str>,
}

impl Side {
    /// The request of a turn and the status that it must be answered with. A POST has an external ID of its own.
    fn request(&self, turn: usize, external_id: &str) -> (Vec<u8>, &'static str) {
        let path = self.paths[turn % self.paths.len()];
        let head = format!("Host: portal\r\nAuthorization: Bearer {}\r\n", self.key);
        if let Some(path) = path.strip_prefix("POST ") {
            let body = format!(
                r#"{{"external_id":"{external_id}","friendly_name":"Emma’s visits","question":"Which word did we agree on?","answer":"violet harbour"}}"#
            );
            let length = body.len();
            let text = format!(
                "POST {path} HTTP/1.1\r\n{head}Content-Type: application/json\r\nContent-Length: {length}\r\n\r\n{body}"
            );
            (text.into_bytes(), "HTTP/1.1 201")
        } else {
            (format!("GET {path}?since={} HTTP/1.1\r\n{head}\r\n", self.since).into_bytes(), "HTTP/1.1 200")
        }
    }
}

/// Requests per second over one round.
async fn round(side: &Side) -> f64 {
    let started = Instant::now();
    let workers: Vec<_> = (0..CONNECTIONS)
        .map(|_| {
            let side = side.clone();
            tokio::spawn(async move {
                let mut stream = TcpStream::connect(side.address).await.expect("the server listens");
                let patient = Uuid::from_bytes(bytes(&SystemRandom)).simple().to_string();
                let mut done = 0;
                while started.elapsed() < ROUND {
                    let (request, status) = side.request(done, &format!("{patient}-{done}"));
                    let (head, _) = exchange(&mut stream, &request).await;
                    assert!(head.starts_with(status), "{head}");
                    done += 1;
                }
                done
            })
        })
        .collect();
    let mut total = 0;
    for worker in workers {
        total += worker.await.expect("a worker ends");
    }
    total as f64 / started.elapsed().as_secs_f64()
}

async fn beside(name: &str, ours: &Side, bare: &Side) {
    compare(name, async || round(ours).await, async || round(bare).await).await;
}

/// A database of its own with the sample app in it, and the app's key.
async fn open(file: &Path) -> (Context, ClinicApp, Arc<str>) {
    let db = Db::open_sqlite(file).await.expect("a database");
    db.migrate().await.expect("tables");
    let context = Context {
        db,
        clock: Arc::new(SystemClock),
        random: Arc::new(SystemRandom),
        keys: Arc::new(Keys::derive(&[7; 32])),
        hasher: Hasher::start(),
        rules: Rules::default(),
        notifier: Notifier::default(),
        can_mail: false,
        origin: Origin::default(),
    };
    let app = seed::app(&context).await.expect("the sample app");
    let key = apps::new_key(&context, app.id, None).await.expect("a key").expect("an app");
    (context, app, Arc::<str>::from(key.reveal()))
}

/// Serves what stands beside ours: the same work without the portal around it.
fn serve_bare(bare: &Data<Bare>) -> SocketAddr {
    let bare = bare.clone();
    let (socket, address) = listener();
    let workers = std::thread::available_parallelism().map_or(2, std::num::NonZero::get).min(8);
    let server = HttpServer::new(move || {
        App::new()
            .app_data(bare.clone())
            .route("/poll", web::get().to(bare_poll))
            .route("/create", web::post().to(bare_create))
            .route("/create-hashed", web::post().to(bare_create_hashed))
    })
    .workers(workers)
    .disable_signals()
    .listen(socket)
    .expect("the bare server serves")
    .run();
    actix_web::rt::spawn(server);
    address
}

fn main() {
    // `cargo test --benches` and the like only want to know that it starts.
    if !std::env::args().any(|a| a == "--bench") {
        return;
    }
    actix_web::rt::System::new().block_on(async {
        let dir = tempfile::tempdir().expect("a directory");
        // Each side fills a database of its own.
        let (context, _, ours_key) = open(&dir.path().join("ours.db")).await;
        let base_url = "http://127.0.0.1/".parse().expect("a URL");
        let limits = PerMinute::default().times(10_000_000);
        let site = Site::new(base_url, limits, Vec::new());
        let installation = Data::new(Installation::new(context, site, CallbackPolicy::default()));
        let (socket, ours) = listener();
        actix_web::rt::spawn(app::serve(installation, None, vec![socket.into()]).expect("the portal serves"));

        let (context, app, bare_key) = open(&dir.path().join("bare.db")).await;
        let bare = Data::new(Bare {
            db: context.db,
            keys: Keys::derive(&[7; 32]),
            hasher: context.hasher,
            app_id: app.id,
        });
        let bare_address = serve_bare(&bare);

        let since = Arc::<str>::from(now().format("%Y-%m-%dT%H:%M:%SZ").to_string());
        let side = |address, key: &Arc<str>, paths: &[&'static str]| Side {
            address,
            key: key.clone(),
            paths: Arc::new(paths.to_vec()),
            since: since.clone(),
        };
        let ours = |paths: &[&'static str]| side(ours, &ours_key, paths);
        let bare = |paths: &[&'static str]| side(bare_address, &bare_key, paths);
        const POLL: &str = "/api/v1/authorized-connect-requests";
        const CREATE: &str = "POST /api/v1/connect-requests";
        beside("poll", &ours(&[POLL]), &bare(&["/poll"])).await;
        beside("create", &ours(&[CREATE]), &bare(&["POST /create-hashed"])).await;
        beside("loop", &ours(&[CREATE, POLL]), &bare(&["POST /create-hashed", "/poll"])).await;
        beside("loop, no hash", &ours(&[CREATE, POLL]), &bare(&["POST /create", "/poll"])).await;
    });
}
