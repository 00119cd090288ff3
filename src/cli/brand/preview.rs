//! `brand preview`: the gallery in a brand that is being made, on loopback, and nothing besides.

use std::{
    net::{Ipv4Addr, TcpListener},
    path::PathBuf,
    sync::Arc,
};

use actix_web::web::Data;
use anyhow::Context as _;
use url::Url;

use crate::{
    app,
    cli::{Common, open, say, serve},
    config::Settings,
    domain::webhook::CallbackPolicy,
    gallery::Previewed,
    installation::Installation,
    ports::SystemClock,
    store::Db,
    web::Site,
};

/// Options of `brand preview`.
#[derive(Debug, clap::Args)]
pub(crate) struct Preview {
    /// The brand's folder.
    dir: PathBuf,
    /// Port on loopback; 0 for any free one.
    #[arg(long, default_value_t = 8081)]
    port: u16,
    /// Print one machine-readable line.
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    common: Common,
}

impl Preview {
    pub(crate) async fn run(self) -> anyhow::Result<()> {
        // A folder that cannot be read is told now, not on every page.
        super::read(&self.dir)?;
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, self.port)).with_context(|| {
            format!(
                "cannot listen on port {} of 127.0.0.1: is something running there? Try --port 0",
                self.port
            )
        })?;
        let base_url = Url::parse(&format!("http://{}/", listener.local_addr()?))?;
        let settings = Settings { log: "warn".to_owned(), ..open::settings(&self.common)? };
        serve::start_logging(&settings, None);
        // Nothing of an installation is looked at: a preview keeps and knows nothing.
        let db = Db::open_nowhere().await?;
        db.migrate().await?;
        let context = open::context_of_nothing(&settings, db, Arc::new(SystemClock));
        let site = Site::new(base_url.clone(), settings.per_minute().times(100), Vec::new());
        let policy = CallbackPolicy { loopback: false, networks: Vec::new() };
        let installation = Data::new(Installation::new(context, site, policy));
        let gallery = format!("{base_url}_demo/gallery/");
        if self.json {
            say(serde_json::json!({ "base_url": installation.site.origin(), "gallery": gallery }));
        } else {
            say(format!(
                "Every page and mail in this brand, live as its files are saved:\n  {gallery}\nStop with Ctrl-C."
            ));
        }
        let previewed = Data::new(Previewed::new(self.dir, installation.looks.clone()));
        Ok(app::serve_preview(installation, previewed, listener)?.await?)
    }
}
