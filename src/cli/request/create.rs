//! `request create`: a connect request with the text of its letter.

use anyhow::Context as _;
use serde_json::json;
use url::Url;

use super::{Acting, acting_app};
use crate::{
    actions::{
        Context,
        app::create_request::{Created, NewRequest, create_request},
    },
    cli::{open, refused, say, time},
    copy::{Catalogue, FILES},
    domain::{
        application::ConnectApp,
        labels::{ExternalId, FriendlyName},
        secret::Policy,
        webhook::{CallbackPolicy, CallbackUrl},
    },
    portal::letter::Letter,
};

/// A request as its options describe it.
#[derive(Debug, clap::Args)]
pub(crate) struct Create {
    /// The app's own identifier for its patient.
    #[arg(long)]
    external_id: String,
    /// Shown to the patient after the right answer.
    #[arg(long)]
    friendly_name: String,
    /// The secret question.
    #[arg(long)]
    question: String,
    /// Its answer. Others on this machine can see it in the list of processes: leave it out to be asked on
    /// standard input.
    #[arg(long)]
    answer: Option<String>,
    /// Where the app is told what becomes of it (https://…), in the form of Standard Webhooks.
    #[arg(long, value_name = "URL")]
    callback_url: Option<String>,
    /// The letter's language.
    #[arg(long, default_value = FILES[0].0, value_parser = clap::builder::PossibleValuesParser::new(
        FILES.iter().map(|(tag, _)| *tag)
    ))]
    language: String,
    /// Write JSON.
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    acting: Acting,
}

impl Create {
    pub(super) async fn run(self) -> anyhow::Result<()> {
        let (settings, context) = open::command_context(&self.acting.common).await?;
        let checked = settings.check()?;
        let app = acting_app(&context, self.acting.app).await?;
        let callback_policy = CallbackPolicy { loopback: false, networks: checked.callback_allowed_networks };
        let callback_url = self
            .callback_url
            .map(|text| CallbackUrl::parse(&text, &callback_policy))
            .transpose()
            .map_err(|p| refused(p.reason()))?;
        let answer = zeroize::Zeroizing::new(match self.answer {
            Some(answer) => answer,
            None => read_answer()?,
        });
        let new = NewRequest {
            external_id: &self.external_id,
            friendly_name: &self.friendly_name,
            question: &self.question,
            answer: &answer,
            callback_url: callback_url.as_ref(),
        };
        create(&context, &app, &new, &checked.base_url, &self.language, self.json).await
    }
}

fn read_answer() -> anyhow::Result<String> {
    let mut line = String::new();
    std::io::stdin().read_line(&mut line).context("the answer cannot be read from standard input")?;
    // Only the line's end goes: "whitespace counts exactly".
    let end = line.trim_end_matches(['\n', '\r']).len();
    line.truncate(end);
    Ok(line)
}

async fn create(
    context: &Context,
    app: &ConnectApp,
    new: &NewRequest<'_>,
    base_url: &Url,
    language: &str,
    json: bool,
) -> anyhow::Result<()> {
    let (request, code) = match create_request(context, app, new, Policy::Strict).await? {
        Created::Done { request, code } => (request, code),
        Created::Duplicate => {
            let id = new.external_id;
            return Err(refused(format!("this app has a connect request with the external ID {id} already")));
        }
        Created::Question(p) => return Err(refused(p.reason())),
        Created::Answer(p) => return Err(refused(p.reason())),
        Created::ExternalId(p) => return Err(refused(p.reason(ExternalId::WHAT))),
        Created::FriendlyName(p) => return Err(refused(p.reason(FriendlyName::WHAT))),
    };
    let code = code.grouped();
    let mut link = base_url.clone();
    link.set_path("/connect");
    link.query_pairs_mut().clear().append_pair("packageid", &code);
    let letter = Letter {
        app,
        link: &link,
        code: &code,
        expires_at: request.expires_at,
        chances: request.attempts_allowed,
    };
    let catalogue = Catalogue::load();
    let words = catalogue.find(language).unwrap_or_else(|| catalogue.default());
    let (subject, text) = (letter.subject(words), letter.text(words));
    if json {
        say(json!({
            "external_id": request.external_id, "identity_code": code, "link": link.as_str(),
            "status": request.status(request.created_at).as_str(), "created_at": time(request.created_at),
            "expires_at": time(request.expires_at),
            "letter": { "language": words.tag(), "subject": subject, "text": text },
        }));
    } else {
        say(format!("code    {code}"));
        say(format!("link    {link}"));
        say(format!("until   {}", time(request.expires_at)));
        say(format!("\n{subject}\n\n{text}"));
    }
    Ok(())
}
