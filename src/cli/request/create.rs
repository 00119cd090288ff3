//! `request create`: a connect request with the text of its letter.

use anyhow::Context as _;
use serde_json::json;

use super::{Acting, MAIL_NOT_SET_UP, acting_app};
use crate::{
    actions::{
        Context,
        app::create_request::{Created, NewRequest, create_request},
    },
    cli::{open, refused, say, time},
    config::Checked,
    copy::{Catalogue, FILES},
    domain::{
        application::ConnectApp,
        email::Email,
        labels::{ExternalId, FriendlyName},
        secret::Policy,
        webhook::{CallbackPolicy, CallbackUrl},
    },
    letter::Letter,
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
    /// The patient's language: of the letter, the mails and the pages. Left out, the pages follow her browser.
    #[arg(long, value_parser = languages())]
    language: Option<String>,
    /// The patient's email address: the portal sends her the invitation.
    #[arg(long, value_name = "ADDRESS")]
    send_to: Option<String>,
    /// The portal reminds her after 7 and after 21 days, unless she has answered by then.
    #[arg(long, requires = "send_to")]
    reminders: bool,
    /// Write JSON.
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    acting: Acting,
}

/// The languages that there are.
pub(super) fn languages() -> clap::builder::PossibleValuesParser {
    clap::builder::PossibleValuesParser::new(FILES.iter().map(|(tag, _)| *tag))
}

/// The address that mails go to.
pub(super) fn address(typed: Option<&str>) -> anyhow::Result<Option<Email>> {
    typed.map(Email::parse).transpose().map_err(|p| refused(p.reason()))
}

impl Create {
    pub(super) async fn run(self) -> anyhow::Result<()> {
        let (settings, context) = open::command_context(&self.acting.common).await?;
        let checked = settings.check()?;
        let app = acting_app(&context, self.acting.app).await?;
        let callback_policy =
            CallbackPolicy { loopback: false, networks: checked.callback_allowed_networks.clone() };
        let callback_url = self
            .callback_url
            .map(|text| CallbackUrl::parse(&text, &callback_policy))
            .transpose()
            .map_err(|p| refused(p.reason()))?;
        let answer = zeroize::Zeroizing::new(match self.answer {
            Some(answer) => answer,
            None => read_answer()?,
        });
        let send_to = address(self.send_to.as_deref())?;
        let new = NewRequest {
            external_id: &self.external_id,
            friendly_name: &self.friendly_name,
            question: &self.question,
            answer: &answer,
            callback_url: callback_url.as_ref(),
            language: self.language.as_deref(),
            send_to: send_to.as_ref(),
            reminders: self.reminders,
        };
        create(&context, &app, &new, &checked, self.json).await
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
    checked: &Checked,
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
        Created::MailNotSetUp => return Err(refused(MAIL_NOT_SET_UP)),
    };
    let code = code.grouped();
    let letter = Letter {
        app,
        base_url: &checked.base_url,
        code: &code,
        expires_at: request.expires_at,
        chances: request.attempts_allowed,
        zone: app.time_zone.unwrap_or(checked.time_zone),
    };
    let catalogue = Catalogue::load();
    let words = new.language.and_then(|tag| catalogue.find(tag)).unwrap_or_else(|| catalogue.default());
    let (subject, text) = (letter.subject(words), letter.text(words));
    if json {
        say(json!({
            "external_id": request.external_id, "identity_code": code, "link": letter.link(),
            "status": request.status(request.created_at).as_str(), "created_at": time(request.created_at),
            "expires_at": time(request.expires_at),
            "invitation": new.send_to.map(|_| json!({ "state": "queued", "sent_at": null, "reminders_sent": 0 })),
            "letter": { "language": words.tag(), "subject": subject, "text": text },
        }));
    } else {
        say(format!("code    {code}"));
        say(format!("link    {}", letter.link()));
        say(format!("until   {}", time(request.expires_at)));
        if let Some(address) = new.send_to {
            say(format!("mail    the portal sends it to {}", address.as_str()));
        }
        say(format!("\n{subject}\n\n{text}"));
    }
    Ok(())
}
