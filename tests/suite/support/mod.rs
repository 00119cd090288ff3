//! A real portal on a real socket with a database of its own, a browser and a clinic to try it with.

use std::{
    collections::HashMap,
    net::TcpListener,
    sync::{Arc, LazyLock},
    time::Duration,
};

use actix_web::web::Data;
use chrono::{DateTime, Utc};
use patient_connect::{
    actions::{Context, Rules, operator::apps},
    app,
    domain::{
        application::{App, AppKind, ConnectApp},
        webhook::CallbackPolicy,
    },
    hashing::Hasher,
    installation::Installation,
    keys::Keys,
    notifier::Notifier,
    ports::{MovableClock, Random, SystemRandom, bytes, new_pseudonym},
    sandbox::seed,
    store::Db,
    web::{Site, limits::PerMinute},
};
use regex::Regex;
use serde_json::{Value, json};

/// The databases that a story runs on: SQLite always, PostgreSQL where the tests were given a server.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Database {
    Sqlite,
    Postgres,
}

pub fn databases() -> Vec<Database> {
    match postgres_url() {
        Some(_) => vec![Database::Sqlite, Database::Postgres],
        None => {
            eprintln!(
                "PATIENT_CONNECT_TEST_POSTGRES is not set: this ran on SQLite only (./scripts/test runs both)"
            );
            vec![Database::Sqlite]
        }
    }
}

fn postgres_url() -> Option<String> {
    std::env::var("PATIENT_CONNECT_TEST_POSTGRES").ok().filter(|url| !url.is_empty())
}

/// Where a story's database is, so that a second node can open it, too.
#[derive(Clone)]
enum Address {
    File(std::path::PathBuf),
    Url(String),
}

async fn open(address: &Address) -> Db {
    let db = match address {
        Address::File(file) => Db::open_sqlite(file).await.unwrap(),
        Address::Url(url) => Db::open_postgres(url).await.unwrap(),
    };
    db.migrate().await.unwrap();
    db
}

async fn new_database(database: Database, dir: &std::path::Path) -> Address {
    match database {
        Database::Sqlite => Address::File(dir.join("test.db")),
        Database::Postgres => {
            let server = postgres_url().unwrap();
            let name = format!("story_{}", new_pseudonym(&SystemRandom).simple());
            let admin = sqlx::PgPool::connect(&server).await.unwrap();
            sqlx::query(sqlx::AssertSqlSafe(format!("CREATE DATABASE {name}")))
                .execute(&admin)
                .await
                .unwrap();
            admin.close().await;
            let mut url = url::Url::parse(&server).unwrap();
            url.set_path(&name);
            Address::Url(url.into())
        }
    }
}

/// A running portal.
pub struct TestPortal {
    pub installation: Data<Installation>,
    pub base: String,
    pub clock: Arc<MovableClock>,
    pub app: App,
    pub key: String,
    address: Address,
    _dir: Arc<tempfile::TempDir>,
}

/// The tests' HTTP client is built without a cryptography of its own choice: names it, once per process.
pub fn client_without_defaults() {
    let _already = rustls::crypto::ring::default_provider().install_default();
}

/// Starts one. It stops with the test's process.
pub async fn spawn(database: Database) -> TestPortal {
    spawn_as(database, PerMinute::default().times(1_000), CallbackPolicy::default()).await
}

/// Starts one with limits of its own.
pub async fn spawn_limited(database: Database, per_minute: PerMinute) -> TestPortal {
    spawn_as(database, per_minute, CallbackPolicy::default()).await
}

/// Starts one that may call back where the policy says.
pub async fn spawn_with(database: Database, callback_policy: CallbackPolicy) -> TestPortal {
    spawn_as(database, PerMinute::default().times(1_000), callback_policy).await
}

async fn spawn_as(database: Database, per_minute: PerMinute, callback_policy: CallbackPolicy) -> TestPortal {
    client_without_defaults();
    let dir = tempfile::tempdir().unwrap();
    let clock = Arc::new(MovableClock::default());
    let pepper: [u8; 32] = bytes(&SystemRandom);
    let address = new_database(database, dir.path()).await;
    let context = Context {
        db: open(&address).await,
        clock: clock.clone(),
        random: Arc::new(SystemRandom),
        keys: Arc::new(Keys::derive(&pepper)),
        hasher: Hasher::start(),
        rules: Rules::default(),
        notifier: Notifier::default(),
    };
    let app = seed::app(&context).await.unwrap();
    let key = apps::new_key(&context, app.id, None).await.unwrap().unwrap().reveal().to_owned();
    let (installation, base) = serve(context, per_minute, callback_policy);
    TestPortal { installation, base, clock, app, key, address, _dir: Arc::new(dir) }
}

fn serve(
    context: Context,
    per_minute: PerMinute,
    callback_policy: CallbackPolicy,
) -> (Data<Installation>, String) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let base = format!("http://{}", listener.local_addr().unwrap());
    let site = Site::new(base.parse().unwrap(), per_minute, Vec::new());
    let installation = Data::new(Installation::new(context, site, callback_policy));
    let shared = installation.clone();
    std::thread::spawn(move || {
        actix_web::rt::System::new()
            .block_on(async { app::serve(shared, None, listener).unwrap().await.unwrap() });
    });
    (installation, base)
}

impl TestPortal {
    /// Another node on the same database with the same key file, whose clock is ahead: also what a restart brings.
    pub async fn beside(&self, ahead: Duration) -> TestPortal {
        let clock = Arc::new(MovableClock::default());
        clock.advance(ahead);
        let context = Context {
            db: open(&self.address).await,
            clock: clock.clone(),
            hasher: Hasher::start(),
            notifier: Notifier::default(),
            ..self.installation.context.clone()
        };
        let (installation, base) =
            serve(context, PerMinute::default().times(1_000), self.installation.callback_policy.clone());
        TestPortal {
            installation,
            base,
            clock,
            app: self.app.clone(),
            key: self.key.clone(),
            address: self.address.clone(),
            _dir: self._dir.clone(),
        }
    }

    pub fn clinic(&self) -> Clinic {
        Clinic::new(&self.base, &self.key)
    }

    pub fn browser(&self) -> Browser {
        Browser::new(&self.base)
    }

    /// The sample app as its doors let it in.
    pub fn connect_app(&self) -> ConnectApp {
        ConnectApp::of(self.app.clone()).unwrap()
    }

    pub fn advance_days(&self, days: u64) {
        self.clock.advance(Duration::from_secs(days * 86_400));
    }

    pub fn now(&self) -> DateTime<Utc> {
        self.installation.context.now()
    }

    /// Another clinic's app, as its operator would register it.
    pub async fn another_app(&self, change: impl FnOnce(&mut App)) -> Clinic {
        let mut app = self.app.clone();
        app.id = new_pseudonym(&SystemRandom);
        app.name = "Tailspin Care".to_owned();
        app.kind = AppKind::Web;
        change(&mut app);
        apps::apply(&self.installation.context, &app).await.unwrap();
        let key = apps::new_key(&self.installation.context, app.id, None).await.unwrap().unwrap();
        Clinic::new(&self.base, key.reveal())
    }
}

/// A clinic's program.
pub struct Clinic {
    http: reqwest::Client,
    base: String,
    pub key: String,
}

/// A letter to a patient.
#[derive(Debug, Clone)]
pub struct Letter {
    pub external_id: String,
    pub code: String,
    pub link: String,
    pub answer: String,
}

impl Clinic {
    pub fn new(base: &str, key: &str) -> Self {
        Self { http: reqwest::Client::new(), base: base.to_owned(), key: key.to_owned() }
    }

    pub async fn call(&self, method: &str, path: &str, body: Option<Value>) -> (u16, Value) {
        let url = format!("{}/api/v1{path}", self.base);
        let mut request = self.http.request(method.parse().unwrap(), url).bearer_auth(&self.key);
        if let Some(body) = body {
            request = request.json(&body);
        }
        let response = request.send().await.unwrap();
        let status = response.status().as_u16();
        let kind = response.headers().get("content-type").map(|v| v.to_str().unwrap().to_owned());
        let text = response.text().await.unwrap();
        if status >= 400 {
            assert_eq!(kind.as_deref(), Some("application/problem+json"), "{text}");
        }
        (status, serde_json::from_str(&text).unwrap_or(Value::Null))
    }

    pub async fn get(&self, path: &str) -> Value {
        let (status, body) = self.call("GET", path, None).await;
        assert_eq!(status, 200, "{path}: {body}");
        body
    }

    pub async fn invite(&self, answer: &str) -> Letter {
        let mut id = [0u8; 8];
        SystemRandom.fill(&mut id);
        let external_id = format!("patient-{}", u64::from_le_bytes(id));
        let body = json!({
            "external_id": external_id, "friendly_name": "Emma’s visits",
            "question": "Which word did we agree on?", "answer": answer,
        });
        let (status, body) = self.call("POST", "/connect-requests", Some(body)).await;
        assert_eq!(status, 201, "{body}");
        Letter {
            external_id,
            code: body["identity_code"].as_str().unwrap().to_owned(),
            link: body["link"].as_str().unwrap().to_owned(),
            answer: answer.to_owned(),
        }
    }

    pub async fn request(&self, letter: &Letter) -> Value {
        self.get(&format!("/connect-requests/{}", letter.external_id)).await
    }

    pub async fn authorized(&self, since: Option<&str>) -> Value {
        match since {
            Some(since) => self.get(&format!("/authorized-connect-requests?since={since}")).await,
            None => self.get("/authorized-connect-requests").await,
        }
    }
}

/// A browser without JavaScript.
#[derive(Clone)]
pub struct Browser {
    http: reqwest::Client,
    base: String,
    pub status: u16,
    pub path: String,
    pub html: String,
    pub visited: Vec<String>,
}

impl Browser {
    pub fn new(base: &str) -> Self {
        let http = reqwest::Client::builder()
            .cookie_store(true)
            .redirect(reqwest::redirect::Policy::none())
            .build()
            .unwrap();
        Self {
            http,
            base: base.to_owned(),
            status: 0,
            path: String::new(),
            html: String::new(),
            visited: Vec::new(),
        }
    }

    /// Opens an address of the portal and follows redirects, which must stay there.
    pub async fn open(&mut self, address: &str) {
        let mut path = address.strip_prefix(&self.base).unwrap_or(address).to_owned();
        for _ in 0..10 {
            let response = self
                .http
                .get(format!("{}{path}", self.base))
                .header("accept-language", "en")
                .send()
                .await
                .unwrap();
            match self.take(path, response).await {
                Some(next) => path = next,
                None => return,
            }
        }
        panic!("too many redirects");
    }

    /// Sends the form of the page in front, with its hidden fields.
    pub async fn submit(&mut self, action: &str, fields: &[(&str, &str)]) {
        let hidden = Regex::new(r#"<input type="hidden" name="([^"]+)" value="([^"]*)">"#).unwrap();
        let mut form: HashMap<String, String> =
            hidden.captures_iter(&self.html).map(|c| (c[1].to_owned(), c[2].to_owned())).collect();
        form.remove("return_to");
        form.extend(fields.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())));
        let response = self
            .http
            .post(format!("{}{action}", self.base))
            .header("accept-language", "en")
            .form(&form)
            .send()
            .await
            .unwrap();
        if let Some(next) = self.take(action.to_owned(), response).await {
            self.open(&next).await;
        }
    }

    async fn take(&mut self, path: String, response: reqwest::Response) -> Option<String> {
        self.status = response.status().as_u16();
        self.visited.push(path.clone());
        self.path = path;
        let location = response.headers().get("location").map(|v| v.to_str().unwrap().to_owned());
        self.html = response.text().await.unwrap();
        if self.status != 303 {
            return None;
        }
        let location = location.expect("a redirect says where to");
        assert!(
            location.starts_with('/') && !location.starts_with("//"),
            "a redirect stays here: {location}"
        );
        Some(location)
    }

    /// Fails unless this is the page, with this status.
    #[track_caller]
    pub fn is(&self, page: &str, status: u16) {
        let found = Regex::new(r#"data-testid="(page-[a-z-]+)""#).unwrap();
        let found = found.captures(&self.html).map(|c| c[1].to_owned()).unwrap_or_default();
        assert_eq!(
            (found.as_str(), self.status),
            (format!("page-{page}").as_str(), status),
            "at {}",
            self.path
        );
    }

    pub async fn answer(&mut self, answer: &str) {
        self.submit("/connect/question", &[("answer", answer)]).await;
    }

    /// From the sign-in page to the record page, as somebody new.
    pub async fn create_account(&mut self) -> (String, &'static str) {
        let email = format!("{}@example.com", new_pseudonym(&SystemRandom).simple());
        let password = "violet harbour tuesday lantern";
        self.open(&self.path.replace("/sign-in", "/create-account")).await;
        let fields = [("name", "Pat Example"), ("email", email.as_str()), ("password", password)];
        self.submit(&self.path.clone(), &fields).await;
        (email, password)
    }

    pub async fn choose_new(&mut self, name: &str) {
        self.submit("/connect/record", &[("record", "new"), ("new_record_name", name)]).await;
    }

    pub async fn allow(&mut self) {
        self.submit("/connect/authorize", &[("decision", "allow")]).await;
    }

    /// The whole way as somebody new.
    pub async fn connect(&mut self, letter: &Letter, record: &str) {
        self.open(&letter.link).await;
        self.answer(&letter.answer).await;
        self.is("sign-in", 200);
        self.create_account().await;
        self.choose_new(record).await;
        self.allow().await;
        self.is("success", 200);
    }

    /// Ends the first of her connections, through its pages.
    pub async fn disconnect(&mut self) {
        static CONNECTION: LazyLock<Regex> =
            LazyLock::new(|| Regex::new(r#"href="(/connections/[0-9a-f-]{36}/disconnect)""#).unwrap());
        self.open("/connections").await;
        let page = CONNECTION.captures(&self.html).expect("there is a connection")[1].to_owned();
        self.open(&page).await;
        self.submit(&page, &[]).await;
        self.is("connections", 200);
    }

    /// The value of an existing record's radio button.
    pub fn record_id(&self, name: &str) -> String {
        let found = Regex::new(r#"name="record" id="[^"]*" value="([0-9a-f-]{36})"[^>]*><span class="choice-words"><strong><bdi>([^<]*)"#).unwrap();
        let html = self.html.clone();
        found
            .captures_iter(&html)
            .find(|c| &c[2] == name)
            .map(|c| c[1].to_owned())
            .expect("the record is a choice")
    }
}
