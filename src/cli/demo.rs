//! `demo`: the two-sided sandbox.

use std::{
    net::{Ipv4Addr, TcpListener},
    path::PathBuf,
    sync::{Arc, Mutex},
};

use actix_web::web::Data;
use anyhow::Context;
use url::Url;

use super::{open, say, serve};
use crate::{
    actions::apps,
    config::Settings,
    installation::Portal,
    ports::MovableClock,
    sandbox::{
        letters::{Letter, Sandbox},
        seed,
    },
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
    /// Limits per client address: a hundred times the production ones, or those.
    #[arg(long, value_enum, default_value_t = LimitsOf::Sandbox)]
    limits: LimitsOf,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum LimitsOf {
    /// A hundred times the production ones, so that suites can run from one address.
    Sandbox,
    /// The real ones.
    Production,
}

impl Demo {
    pub(crate) async fn run(self) -> anyhow::Result<()> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, self.port)).with_context(|| {
            format!(
                "cannot listen on port {} of 127.0.0.1: is a sandbox running there? Try --port 0",
                self.port
            )
        })?;
        let address = listener.local_addr()?;
        let base_url = Url::parse(&format!("http://{address}/"))?;

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
        serve::start_logging(&settings);
        let clock = Arc::new(MovableClock::default());
        let parts = open::parts(&settings, clock.clone()).await?;

        let app = seed::app(&parts).await?;
        seed::patient(&parts).await?;
        let key = apps::new_key(&parts, app.id, None).await?.context("the sample app was just made")?;
        let per_minute = settings.per_minute().times(match self.limits {
            LimitsOf::Sandbox => 100,
            LimitsOf::Production => 1,
        });
        let sandbox = Arc::new(Sandbox {
            clock,
            app: app.clone(),
            api_key: key.reveal().to_owned(),
            letters: Mutex::new(Vec::new()),
        });
        let portal = Data::new(Portal::new(parts, base_url, per_minute, Vec::new(), Some(sandbox.clone())));
        let letters = seed::letters(&portal, &app).await?;
        sandbox.letters.lock().expect("no holder of this lock panics").extend(letters.clone());

        let announced = self.json.then(|| announcement(&portal, &settings, &sandbox, &letters));
        match announced {
            Some(line) => say(line),
            None => greet(&portal, &letters, temporary.is_none().then_some(&settings)),
        }
        serve::until_told_to_stop(portal, listener).await
    }
}

fn base(portal: &Portal) -> String {
    portal.base_url.as_str().trim_end_matches('/').to_owned()
}

fn announcement(
    portal: &Portal,
    settings: &Settings,
    sandbox: &Sandbox,
    letters: &[Letter],
) -> serde_json::Value {
    let (name, email, password) = seed::PATIENT;
    serde_json::json!({
        "base_url": base(portal),
        "data": settings.data,
        "app": { "id": sandbox.app.id, "name": sandbox.app.name, "api_key": sandbox.api_key },
        "patient": { "name": name, "email": email, "password": password },
        "connect_requests": letters,
    })
}

fn greet(portal: &Portal, letters: &[Letter], kept: Option<&Settings>) {
    let base = base(portal);
    let (name, email, password) = seed::PATIENT;
    say("Patient Connect, sandbox. Nothing here is real.\n");
    say("Be the patient: open the link of a letter, answer its question, sign in.");
    for letter in letters {
        say(format!("  {}\n    {}  →  {}", letter.link, letter.question, letter.answer));
    }
    say(format!("  Sign in as {name}: {email}, password: {password}\n"));
    say("Be the clinic: create requests, read the letters, see who is connected, move the clock.");
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
