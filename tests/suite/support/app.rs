//! A portal on a real socket, with a database and a clock of its own.

use std::{
    net::TcpListener,
    sync::{Arc, Mutex, mpsc},
    time::Duration,
};

use actix_web::{dev::ServerHandle, web::Data};
use chrono::{DateTime, Utc};
use patient_connect::{
    actions::{Context, Rules, operator::apps},
    app,
    domain::{
        application::{App, AppKind, ConnectApp},
        audit::Origin,
        provider::Provider,
        webhook::CallbackPolicy,
    },
    hashing::Hasher,
    installation::Installation,
    keys::{KeyFile, Keys},
    notifier::Notifier,
    ports::{MovableClock, SystemRandom, bytes, new_pseudonym},
    providers::OidcProvider,
    sandbox::seed,
    store::Db,
    web::{Site, limits::PerMinute},
};

use super::{
    Browser, Clinic, Database, TestMailbox, client_without_defaults, crashes::Crashes, database::Place,
};

/// The client secret at every provider.
pub const PROVIDER_SECRET: &str = "hush/client+secret=";

/// A running portal.
pub struct TestPortal {
    pub installation: Data<Installation>,
    pub base: String,
    pub clock: Arc<MovableClock>,
    pub app: App,
    pub key: String,
    /// What its peppers are.
    pub key_file: KeyFile,
    /// What was mailed, where it was started with a mail server.
    pub mailbox: Option<TestMailbox>,
    /// What serves it; then what serves the same installation on other databases.
    serving: Mutex<Vec<Serving>>,
    /// The last to go: nobody uses the database any more.
    place: Arc<Place>,
}

/// The threads that serve a portal. They end when this is dropped, and what panicked there fails the test.
struct Serving {
    server: ServerHandle,
    _crashes: Crashes,
}

impl Drop for Serving {
    fn drop(&mut self) {
        // Told at once; nobody waits until it is done.
        drop(self.server.stop(false));
    }
}

/// Starts one. It stops when it is dropped.
pub async fn spawn(database: Database) -> TestPortal {
    spawn_as(database, PerMinute::default().times(1_000), CallbackPolicy::default(), Vec::new()).await
}

/// Starts one whose patients can sign in with these, too.
pub async fn spawn_with_providers(database: Database, providers: Vec<Provider>) -> TestPortal {
    let per_minute = PerMinute::default().times(1_000);
    spawn_as(database, per_minute, CallbackPolicy::default(), providers).await
}

/// Starts one with limits of its own.
pub async fn spawn_limited(database: Database, per_minute: PerMinute) -> TestPortal {
    spawn_as(database, per_minute, CallbackPolicy::default(), Vec::new()).await
}

/// Starts one that may call back where the policy says.
pub async fn spawn_with(database: Database, callback_policy: CallbackPolicy) -> TestPortal {
    spawn_as(database, PerMinute::default().times(1_000), callback_policy, Vec::new()).await
}

/// Starts one that can mail, with its mailbox.
pub async fn spawn_with_mail(database: Database) -> (TestPortal, TestMailbox) {
    spawn_with_mail_limited(database, PerMinute::default().times(1_000)).await
}

/// The same with limits of its own.
pub async fn spawn_with_mail_limited(database: Database, per_minute: PerMinute) -> (TestPortal, TestMailbox) {
    with_mail(database, per_minute, Vec::new()).await
}

/// Starts one that can mail, and whose patients can sign in with these, too.
pub async fn spawn_with_mail_and_providers(
    database: Database,
    providers: Vec<Provider>,
) -> (TestPortal, TestMailbox) {
    with_mail(database, PerMinute::default().times(1_000), providers).await
}

async fn with_mail(
    database: Database,
    per_minute: PerMinute,
    providers: Vec<Provider>,
) -> (TestPortal, TestMailbox) {
    let portal = start(database, per_minute, CallbackPolicy::default(), providers, true).await;
    let mailbox = portal.mailbox.clone().expect("it can mail");
    (portal, mailbox)
}

async fn spawn_as(
    database: Database,
    per_minute: PerMinute,
    callback_policy: CallbackPolicy,
    providers: Vec<Provider>,
) -> TestPortal {
    start(database, per_minute, callback_policy, providers, false).await
}

async fn start(
    database: Database,
    per_minute: PerMinute,
    callback_policy: CallbackPolicy,
    providers: Vec<Provider>,
    can_mail: bool,
) -> TestPortal {
    client_without_defaults();
    let clock = Arc::new(MovableClock::default());
    let key_file = KeyFile::new(&bytes(&SystemRandom));
    let place = Arc::new(Place::new(database).await);
    let context = Context {
        db: place.open().await,
        clock: clock.clone(),
        random: Arc::new(SystemRandom),
        keys: Arc::new(Keys::of(&key_file)),
        hasher: Hasher::start(),
        rules: Rules::default(),
        notifier: Notifier::default(),
        can_mail: false,
        origin: Origin::default(),
    };
    let app = seed::app(&context).await.unwrap();
    let key = apps::new_key(&context, app.id, None).await.unwrap().unwrap().reveal().to_owned();
    let (installation, base, mailbox, serving) =
        serve(context, per_minute, callback_policy, providers, can_mail);
    let serving = Mutex::new(vec![serving]);
    TestPortal { installation, base, clock, app, key, key_file, mailbox, serving, place }
}

fn serve(
    context: Context,
    per_minute: PerMinute,
    callback_policy: CallbackPolicy,
    providers: Vec<Provider>,
    can_mail: bool,
) -> (Data<Installation>, String, Option<TestMailbox>, Serving) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let base = format!("http://{}", listener.local_addr().unwrap());
    // Whoever connects is on this machine, and may say where it comes from: `Browser::from_address`.
    let proxies = vec!["127.0.0.0/8".parse().unwrap()];
    let site = Site::new(base.parse().unwrap(), per_minute, proxies);
    let mut installation = Installation::new(context, site, callback_policy);
    let spoken_to = |about| {
        let secret = PROVIDER_SECRET.to_owned().into();
        Arc::new(OidcProvider::new(about, secret, &installation.site.base_url).unwrap()) as Arc<_>
    };
    installation.providers = providers.into_iter().map(spoken_to).collect();
    let mailbox = can_mail.then(|| TestMailbox::of(&mut installation));
    let installation = Data::new(installation);
    let shared = installation.clone();
    let (started, serving) = mpsc::channel();
    std::thread::spawn(move || {
        let system = actix_web::rt::System::new();
        let crashes = Crashes::of_this_system();
        system.block_on(async {
            let server = app::serve(shared, None, vec![listener.into()]).unwrap();
            started.send(Serving { server: server.handle(), _crashes: crashes }).unwrap();
            server.await.unwrap();
        });
    });
    (installation, base, mailbox, serving.recv().unwrap())
}

impl TestPortal {
    /// Another node on the same database with the same key file, whose clock is ahead: also what a restart brings.
    pub async fn beside(&self, ahead: Duration) -> TestPortal {
        self.node(ahead, self.key_file.clone()).await
    }

    /// Another node on the same database with another key file.
    pub async fn with_key_file(&self, key_file: &KeyFile) -> TestPortal {
        self.node(Duration::ZERO, key_file.clone()).await
    }

    async fn node(&self, ahead: Duration, key_file: KeyFile) -> TestPortal {
        let clock = Arc::new(MovableClock::default());
        clock.advance(ahead);
        let context = Context {
            db: self.place.open().await,
            clock: clock.clone(),
            hasher: Hasher::start(),
            notifier: Notifier::default(),
            keys: Arc::new(Keys::of(&key_file)),
            ..self.installation.context.clone()
        };
        let providers = self.installation.providers.iter().map(|p| p.about().clone()).collect();
        let policy = self.installation.callback_policy.clone();
        let per_minute = PerMinute::default().times(1_000);
        let (installation, base, mailbox, serving) =
            serve(context, per_minute, policy, providers, self.mailbox.is_some());
        TestPortal {
            installation,
            base,
            clock,
            app: self.app.clone(),
            key: self.key.clone(),
            key_file,
            mailbox,
            serving: Mutex::new(vec![serving]),
            place: self.place.clone(),
        }
    }

    /// The same installation on another database: one that was put back, or one behind a line of ours. Gives its
    /// address.
    pub fn on_database(&self, db: Db) -> String {
        let context = Context { db, ..self.installation.context.clone() };
        let limits = PerMinute::default().times(1_000);
        let (_, base, _, serving) =
            serve(context, limits, self.installation.callback_policy.clone(), Vec::new(), false);
        self.serving.lock().unwrap().push(serving);
        base
    }

    pub fn clinic(&self) -> Clinic {
        Clinic::new(&self.base, &self.key)
    }

    pub fn browser(&self) -> Browser {
        Browser::new(&self.base).reading(self.mailbox.clone())
    }

    /// A browser somewhere else.
    pub fn browser_at(&self, address: &str) -> Browser {
        Browser::from_address(&self.base, address)
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
        app.slug = None;
        app.kind = AppKind::Web;
        change(&mut app);
        apps::apply(&self.installation.context, &app).await.unwrap();
        let key = apps::new_key(&self.installation.context, app.id, None).await.unwrap().unwrap();
        Clinic::new(&self.base, key.reveal())
    }
}
