//! `demo`: the two-sided sandbox.

use std::{
    io::ErrorKind,
    net::{Ipv4Addr, Ipv6Addr, TcpListener},
    path::PathBuf,
    sync::{Arc, Mutex},
};

use actix_web::web::Data;
use anyhow::Context as _;
use url::Url;

use super::{open, say, serve, stop};
use crate::{
    actions::{Context, operator::apps},
    config::Settings,
    copy::Catalogue,
    domain::{application::ConnectApp, webhook::CallbackPolicy},
    installation::Installation,
    mail::{Composer, Mailbox, Postman},
    sandbox::{Invitation, KeptClock, Sandbox, seed},
    web::Site,
};

/// Options of `demo`.
#[derive(Debug, clap::Args)]
pub(crate) struct Demo {
    /// Port on loopback; 0 for any free one.
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// Directory to keep the data in. Without it the data goes when the sandbox stops.
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
    /// Print one machine-readable line.
    #[arg(long)]
    json: bool,
    /// Offer a made-up language, en-XA, too: English with accents, longer, in brackets. It shows what was not
    /// translated and what is too tight.
    #[arg(long)]
    language_pseudo: bool,
    /// Limits per client address: a hundred times the production ones, or those.
    #[arg(long, value_enum, default_value_t = LimitsOf::Sandbox)]
    limits: LimitsOf,
}

/// How often another free port is tried.
const TRIES: u32 = 20;

/// Listens where `localhost` leads: at both of the machine's own addresses, as far as it has them, on one port.
fn on_loopback(port: u16) -> std::io::Result<(Vec<TcpListener>, u16)> {
    let mut tried = 0;
    loop {
        let first = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
        let taken = first.local_addr()?.port();
        tried += 1;
        match TcpListener::bind((Ipv6Addr::LOCALHOST, taken)) {
            Ok(second) => return Ok((vec![first, second], taken)),
            Err(error) if error.kind() != ErrorKind::AddrInUse => return Ok((vec![first], taken)),
            Err(error) if port != 0 || tried == TRIES => return Err(error),
            Err(_) => {}
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum LimitsOf {
    /// A hundred times the production ones, so that suites can run from one address.
    Sandbox,
    /// The real ones.
    Production,
}

impl LimitsOf {
    /// How many times the production ones they are.
    fn factor(self) -> u32 {
        match self {
            LimitsOf::Sandbox => 100,
            LimitsOf::Production => 1,
        }
    }
}

impl Demo {
    pub(crate) async fn run(self) -> anyhow::Result<()> {
        let (listeners, port) = on_loopback(self.port).with_context(|| {
            format!(
                "cannot listen on port {} of localhost: is a sandbox running there? Try --port 0",
                self.port
            )
        })?;
        // By name: browsers make no passkeys for an address of numbers.
        let base_url = Url::parse(&format!("http://localhost:{port}/"))?;

        // Removed when the sandbox stops.
        let mut temporary = None;
        let data = match self.data {
            Some(data) => data,
            None => temporary.insert(TemporaryDirectory::make()?).0.clone(),
        };
        let settings = Settings {
            data,
            log: if self.json { "warn" } else { "warn,patient_connect=warn" }.to_owned(),
            ..Settings::default()
        };
        serve::start_logging(&settings, None);
        let clock = KeptClock::open(&settings.data)?;
        let factor = self.limits.factor();
        let mut context = open::context(&settings, clock.clock.clone()).await?;
        context.rules.guesses = context.rules.guesses.times(factor);

        let app = ConnectApp::of(seed::app(&context).await?).map_err(|r| anyhow::anyhow!(r.reason()))?;
        seed::patient(&context).await?;
        let key = apps::new_key(&context, app.id, None).await?.context("the sample app was just made")?;
        let per_minute = settings.per_minute().times(factor);
        let sandbox = Data::new(Sandbox {
            mailbox: Mailbox::new(clock.clock.clone()),
            clock,
            app: app.clone(),
            api_key: key.reveal().to_owned(),
            invitations: Mutex::new(Vec::new()),
        });
        let site = Site::new(base_url, per_minute, Vec::new());
        let installation = installation(context, site, self.language_pseudo, &sandbox.mailbox);
        let invitations = seed::invitations(&installation, &app).await?;
        sandbox.invitations.lock().expect("no holder of this lock panics").extend(invitations.clone());

        let announced = self.json.then(|| announcement(&installation, &settings, &sandbox, &invitations));
        match announced {
            Some(line) => say(line),
            None => greet(&installation, &invitations, temporary.is_none().then_some(&settings)),
        }
        let listeners = listeners.into_iter().map(Into::into).collect();
        stop::until_told_to_stop(installation, Some(sandbox), listeners).await
    }
}

/// The portal as the sandbox has it: its mails go to the mailbox, and callbacks may go to this machine.
fn installation(context: Context, site: Site, pseudo: bool, mailbox: &Mailbox) -> Data<Installation> {
    let catalogue = if pseudo { Catalogue::load().with_pseudo() } else { Catalogue::load() };
    let policy = CallbackPolicy { loopback: true, networks: Vec::new() };
    let installation = Installation::new(context, site, policy).speaking(catalogue);
    let composer = Composer::new(installation.catalogue.clone(), installation.site.base_url.clone())
        .wearing(installation.looks.clone())
        .sent_from(seed::MAIL_FROM.to_owned());
    let postman = Postman::new(composer, Arc::new(mailbox.clone()));
    Data::new(Installation { sandbox: true, ..installation.with_postman(Arc::new(postman)) })
}

fn base(installation: &Installation) -> String {
    installation.site.origin().to_owned()
}

fn announcement(
    installation: &Installation,
    settings: &Settings,
    sandbox: &Sandbox,
    invitations: &[Invitation],
) -> serde_json::Value {
    let (name, email, password) = seed::PATIENT;
    serde_json::json!({
        "base_url": base(installation),
        "data": settings.data,
        "app": { "id": sandbox.app.id, "name": sandbox.app.name, "api_key": sandbox.api_key },
        "patient": { "name": name, "email": email, "password": password },
        "connect_requests": invitations,
    })
}

fn greet(installation: &Installation, invitations: &[Invitation], kept: Option<&Settings>) {
    let base = base(installation);
    let (name, email, password) = seed::PATIENT;
    say("Patient Connect, sandbox. Nothing here is real.\n");
    say("Be the patient: open the link of an invitation, answer its question, sign in.");
    for invitation in invitations {
        say(format!("  {}\n    {}  →  {}", invitation.link, invitation.question, invitation.answer));
    }
    say(format!("  Sign in as {name}: {email}, password: {password}\n"));
    say("Read what the portal mails.");
    say(format!("  {base}/_demo/mail\n"));
    say("Be the clinic: create requests, read the invitations, see who is connected, move the clock.");
    say(format!("  {base}/_demo/\n"));
    match kept {
        Some(settings) => say(format!("The data is kept in {}.", settings.data.display())),
        None => say("The data goes when this stops. Keep it with --data DIR."),
    }
    say("Stop with Ctrl-C.");
}

/// A directory that goes with the process.
struct TemporaryDirectory(PathBuf);

impl TemporaryDirectory {
    fn make() -> std::io::Result<Self> {
        use crate::ports::{SystemRandom, bytes};
        let name = data_encoding::HEXLOWER.encode(&bytes::<8>(&SystemRandom));
        let path = std::env::temp_dir().join(format!("patient-connect-demo-{name}"));
        let mut builder = std::fs::DirBuilder::new();
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(&path)?;
        Ok(Self(path))
    }
}

impl Drop for TemporaryDirectory {
    fn drop(&mut self) {
        // Best effort: it is in the system's directory for such things.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
