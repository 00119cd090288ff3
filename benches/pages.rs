//! Measures the portal's pages beside bare handlers, in one run on one machine, as ratios: absolute figures of shared
//! machines mean little.
//!
//! ```sh
//! cargo bench --bench pages
//! ```
//!
//! - *code page*: `GET /connect` by a visitor without a session, beside a bare actix-web handler that renders the same
//!   page struct with askama and sets no header, cookie or log line.
//! - *wrong code*: `POST /connect` with a session, a form token and a code that nobody has, beside a bare handler that
//!   runs the same two SQL queries and renders the same page.
//! - *branded code page*, *branded help page*: the same pages of a portal that wears `examples/brands/harbour`, with its
//!   colours, words and slots, beside those of one that wears none. "A branded page costs at most 1.05 of an unbranded
//!   one": a ratio of at least 0.95. The first is spliced, the second rendered, as pages of a person or a journey are.

mod load;

use std::{net::SocketAddr, path::Path, sync::Arc, time::Instant};

use actix_web::{App, HttpResponse, HttpServer, web, web::Data};
use askama::Template;
use patient_connect::{
    actions::{
        Context, Rules,
        operator::brands::{self, Taken},
    },
    app,
    brands::{check, read_folder},
    domain::{
        audit::Origin,
        retention::{JOURNEY_IDLE, REPLACED_COOKIE},
        webhook::CallbackPolicy,
    },
    hashing::Hasher,
    installation::Installation,
    keys::{Keys, Purpose},
    notifier::Notifier,
    portal::{chrome::Chrome, journey::code::CodePage, problems::Problems, urls::Url},
    ports::{SystemClock, SystemRandom},
    sandbox::seed,
    store::{Db, connect_requests, open_journeys},
    web::{Site, assets::Assets, limits::PerMinute},
};
use tokio::net::TcpStream;

use load::{CONNECTIONS, ROUND, compare, exchange, listener};

/// Well formed, its check letter fits, and nobody has it: the documented example.
const NOBODYS_CODE: &str = "JKYZ-QNMN-VHRX-ZGNR-GZNH";

fn chrome(installation: &Installation) -> Chrome {
    Chrome {
        zone: installation.zone,
        words: installation.catalogue.default().clone(),
        languages: installation.languages.clone(),
        csrf: "0123456789012345678901234567890123456789012".to_owned(),
        here: "/connect".to_owned(),
        person: None,
        brand: None,
        look: None,
        notice: None,
        sandbox: false,
        assets: Assets::embedded(),
    }
}

fn render(installation: &Installation) -> HttpResponse {
    let page = CodePage {
        chrome: chrome(installation),
        problems: Problems::none(),
        identity_code: String::new(),
        action: Url::Code,
    };
    HttpResponse::Ok().content_type("text/html; charset=utf-8").body(page.render().expect("the page renders"))
}

async fn bare_page(installation: Data<Installation>) -> HttpResponse {
    render(&installation)
}

async fn bare_sql(installation: Data<Installation>, _body: web::Bytes) -> HttpResponse {
    let now = installation.context.now();
    let db = &installation.context.db;
    let mut tx = db.read_one().await.expect("a connection");
    let cookie = installation.context.keys.hashes(Purpose::Session, &[b"nobody's"]);
    open_journeys::find_with_session(&mut tx, &cookie, None, now, now - JOURNEY_IDLE, now - REPLACED_COOKIE)
        .await
        .expect("a look-up");
    drop(tx);
    let mut tx = db.read_one().await.expect("a connection");
    let code = installation.context.keys.hashes(Purpose::IdentityCode, &[b"nobody's"]);
    connect_requests::find_of_code(&mut tx, &code).await.expect("a look-up");
    drop(tx);
    render(&installation)
}

/// Requests per second over one round.
async fn round(address: SocketAddr, request: Arc<Vec<u8>>, status: &'static str) -> f64 {
    let started = Instant::now();
    let workers: Vec<_> = (0..CONNECTIONS)
        .map(|_| {
            let request = request.clone();
            tokio::spawn(async move {
                let mut stream = TcpStream::connect(address).await.expect("the server listens");
                let mut done = 0u64;
                while started.elapsed() < ROUND {
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

/// One side: where, what is sent, and how the answer begins.
type Side = (SocketAddr, Vec<u8>, &'static str);

async fn beside(name: &str, (at, request, status): Side, (bare_at, bare_request, bare_status): Side) {
    let (request, bare_request) = (Arc::new(request), Arc::new(bare_request));
    compare(
        name,
        async || round(at, request.clone(), status).await,
        async || round(bare_at, bare_request.clone(), bare_status).await,
    )
    .await;
}

fn cookies(head: &str) -> String {
    head.lines()
        .filter_map(|line| line.strip_prefix("set-cookie: "))
        .filter_map(|line| line.split(';').next())
        .collect::<Vec<_>>()
        .join("; ")
}

fn get(path: &str, cookie: &str) -> Vec<u8> {
    let cookie = if cookie.is_empty() { String::new() } else { format!("Cookie: {cookie}\r\n") };
    format!("GET {path} HTTP/1.1\r\nHost: portal\r\nAccept-Language: en\r\n{cookie}\r\n").into_bytes()
}

fn post(path: &str, cookie: &str, body: &str) -> Vec<u8> {
    format!(
        "POST {path} HTTP/1.1\r\nHost: portal\r\nAccept-Language: en\r\nCookie: {cookie}\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    )
    .into_bytes()
}

fn token(body: &[u8]) -> String {
    let html = String::from_utf8_lossy(body);
    let after = html.split("name=\"csrf_token\" value=\"").nth(1).expect("the page has a form");
    after.split('"').next().expect("an attribute ends").to_owned()
}

/// Serves what stands beside ours: the same work without the portal around it.
fn serve_bare(installation: &Data<Installation>) -> SocketAddr {
    let (socket, address) = listener();
    let shared = installation.clone();
    let server = HttpServer::new(move || {
        App::new()
            .app_data(shared.clone())
            .route("/page", web::get().to(bare_page))
            .route("/sql", web::post().to(bare_sql))
    })
    .workers(2)
    .disable_signals()
    .listen(socket)
    .expect("the bare server serves")
    .run();
    actix_web::rt::spawn(server);
    address
}

/// A journey on which a code was accepted.
struct OpenJourney {
    /// Where its question is.
    question: String,
    cookie: String,
}

/// Follows the link of an invitation.
async fn open_link(installation: &Data<Installation>, at: SocketAddr) -> OpenJourney {
    let app = seed::app(&installation.context).await.expect("the sample app");
    let app =
        patient_connect::domain::application::ConnectApp::of(app).expect("it may use the connect methods");
    let invitation = seed::invitations(installation, &app).await.expect("invitations").remove(0);
    let (_, path) = invitation.link.split_once("127.0.0.1").expect("a link of ours");
    let mut stream = TcpStream::connect(at).await.expect("the portal listens");
    let (head, _) = exchange(&mut stream, &get(path, "")).await;
    let question = head.lines().find_map(|line| line.strip_prefix("location: ")).expect("it leads on");
    OpenJourney { question: question.to_owned(), cookie: cookies(&head) }
}

fn main() {
    // `cargo test --benches` and the like only want to know that it starts.
    if std::env::args().any(|a| a == "--test") {
        return;
    }
    actix_web::rt::System::new().block_on(async {
        let dir = tempfile::tempdir().expect("a directory");
        let installation = open(&dir.path().join("bench.db")).await;
        let ours = serve(&installation);
        let bare = serve_bare(&installation);

        let page = get("/page", "");
        beside("code page", (ours, get("/connect", ""), "HTTP/1.1 200"), (bare, page, "HTTP/1.1 200")).await;

        let journey = open_link(&installation, ours).await;
        let cookie = journey.cookie;
        let mut stream = TcpStream::connect(ours).await.expect("the portal listens");
        let (_, body) = exchange(&mut stream, &get("/connect", &cookie)).await;
        let form = format!("csrf_token={}&identity_code={NOBODYS_CODE}", token(&body));
        let sql = post("/sql", &cookie, &form);
        beside(
            "wrong code",
            (ours, post("/connect", &cookie, &form), "HTTP/1.1 422"),
            (bare, sql, "HTTP/1.1 200"),
        )
        .await;

        let branded = open(&dir.path().join("branded.db")).await;
        wear(&branded, "examples/brands/harbour").await;
        let worn = serve(&branded);
        let journey_worn = open_link(&branded, worn).await;
        for (name, path, worn_path, cookie, worn_cookie) in [
            ("branded code page", "/connect", "/connect", "", ""),
            ("branded help page", "/help", "/help", "", ""),
            (
                "branded question",
                &*journey.question,
                &*journey_worn.question,
                &*cookie,
                &*journey_worn.cookie,
            ),
        ] {
            let side = |at, path, cookie| (at, get(path, cookie), "HTTP/1.1 200");
            beside(name, side(worn, worn_path, worn_cookie), side(ours, path, cookie)).await;
        }
    });
}

/// A portal with a database of its own.
async fn open(database: &Path) -> Data<Installation> {
    let db = Db::open_sqlite(database).await.expect("a database");
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
    let base_url = "http://127.0.0.1/".parse().expect("a URL");
    let site = Site::new(base_url, PerMinute::default().times(10_000_000), Vec::new());
    Data::new(Installation::new(context, site, CallbackPolicy::default()))
}

fn serve(installation: &Data<Installation>) -> SocketAddr {
    let (socket, address) = listener();
    actix_web::rt::spawn(
        app::serve(installation.clone(), None, vec![socket.into()]).expect("the portal serves"),
    );
    address
}

/// All pages of a portal wear a brand from now on.
async fn wear(installation: &Installation, folder: &str) {
    let (files, findings) = read_folder(Path::new(folder)).expect("the brand is there");
    assert!(findings.is_empty(), "{findings:?}");
    let checked = check(&files, "0");
    assert_eq!(checked.errors(), 0, "{:?}", checked.findings);
    let content = checked.kept(&files).to_kept();
    let taken = Taken { app: None, contract: 1, content: &content, made_by: "bench" };
    brands::apply(&installation.context, &taken).await.expect("the brand is stored");
}
