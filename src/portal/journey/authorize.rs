//! Allow, or decline, "with equal ease".

use askama::Template;

use super::gate;
use crate::{
    actions::journey::{
        authorize::{Authorized, Pending, authorize},
        decline::decline,
        open::Stopped,
    },
    domain::journey::RecordChoice,
    portal::{
        bad_news,
        chrome::Chrome,
        form::Form,
        page::Page,
        problems::Problems,
        reply::{Answer, Reply, see_other},
        request::Request,
        rule_view::RuleView,
        seal::Seal,
        urls::Url,
    },
};

/// Says who asks, for which record and what for, and asks to allow or decline with equal ease.
#[derive(Clone, Debug, Template)]
#[template(path = "journey/authorize.html")]
pub struct AuthorizePage {
    /// What stands around the page.
    pub chrome: Chrome,
    /// What is wrong with the form.
    pub problems: Problems,
    /// Which journey the form belongs to.
    pub journey: String,
    /// Where the form is sent.
    pub action: Url,
    /// Where another record is picked.
    pub record_page: Url,
    /// Stands for what the page shows: sent back with the decision, so that nothing is done that she has not read.
    pub seal: Seal,
    /// What is being connected.
    pub friendly_name: String,
    /// The record that was chosen.
    pub record_name: String,
    /// Whether the record is made by allowing.
    pub record_is_new: bool,
    /// What comes with every yes.
    pub required: Vec<RuleView>,
    /// What can be left out.
    pub optional: Vec<RuleView>,
    /// Her other records that stay connected to this app.
    pub stays_connected: Vec<String>,
}

impl Page for AuthorizePage {
    fn name(&self) -> &'static str {
        "authorize"
    }

    fn chrome(&self) -> &Chrome {
        &self.chrome
    }

    fn heading(&self) -> String {
        self.ours_plain("authorize-heading")
    }

    fn all_problems(&self) -> &Problems {
        &self.problems
    }
}

/// Shows who asks, for which record, what for.
pub async fn get(cx: Request) -> Answer {
    let pending = gate::authorize(&cx, None).await?;
    cx.answer(&page(&cx, &pending, &[], Problems::none()))
}

/// She decided.
pub async fn post(cx: Request, form: Form) -> Answer {
    let pending = gate::authorize(&cx, Some(&form)).await?;
    let sent = form.verify(&cx, &seal(&cx, &pending)).map_err(|rejected| {
        cx.instead(&page(&cx, &pending, &rejected.ticked("rule"), rejected.problems(&cx)))
    })?;
    let ticked = sent.all("rule");
    match sent.get("decision") {
        "allow" => allow(&cx, pending, &ticked).await,
        "decline" => {
            decline(cx.context(), &pending.open).await?;
            Ok(see_other(&Url::Declined(pending.open.journey.origin.number)))
        }
        _ => {
            let problem = cx.problem("decision", "problem-decision-none", &[]);
            Err(cx.instead(&page(&cx, &pending, &ticked, problem.into())))
        }
    }
}

async fn allow(cx: &Request, pending: Pending, ticked: &[String]) -> Answer {
    let number = pending.open.journey.origin.number;
    match authorize(cx.context(), &pending, ticked).await? {
        Authorized::Done => Ok(see_other(&Url::Success(number))),
        Authorized::Refused(refusal) => {
            let open = &pending.open;
            Err(bad_news::stopped(cx, &Stopped::now(refusal, &open.app, &open.request)))
        }
        Authorized::Changed => {
            // Shown anew with what is true now.
            let id = pending.open.journey.id();
            let pending = gate::authorize_again(cx, id).await?;
            let problem = cx.problem("rule", "problem-rule-unknown", &[]);
            Err(cx.instead(&page(cx, &pending, ticked, problem.into())))
        }
        // Another tab went on meanwhile: one redirect to where she is.
        Authorized::NotNow => Err(Reply::to(&gate::now(cx, pending.open.journey.id()).await?)),
    }
}

/// Over all that the decision rests on: the person, the connect request, the record or the name of the new one, the
/// app's names and its rules as they read.
fn seal(cx: &Request, pending: &Pending) -> Seal {
    let open = &pending.open;
    let (kind, record): (&[u8], &[u8]) = match &pending.choice {
        RecordChoice::Existing(id) => (b"record", id.as_bytes()),
        RecordChoice::New(_) => (b"new", b""),
    };
    let rules = serde_json::to_vec(&open.app.rules).unwrap_or_default();
    let journey_id = open.journey.id();
    let shown: [&[u8]; 9] = [
        journey_id.as_bytes(),
        open.request.friendly_name.as_bytes(),
        open.person.id.as_bytes(),
        kind,
        record,
        pending.record_name.as_bytes(),
        open.app.name.as_bytes(),
        open.app.organization.as_bytes(),
        &rules,
    ];
    cx.seal("authorize", &shown)
}

fn page(cx: &Request, pending: &Pending, ticked: &[String], problems: Problems) -> AuthorizePage {
    let open = &pending.open;
    let view = |optional: bool| {
        let rules = open.app.rules.iter().filter(|rule| rule.optional == optional);
        rules.map(|rule| RuleView::of(rule, ticked.contains(&rule.name), &cx.words)).collect()
    };
    AuthorizePage {
        chrome: cx.chrome_of(&open.app),
        problems,
        journey: open.journey.id().to_string(),
        action: Url::Authorize(open.journey.origin.number),
        record_page: Url::Record(open.journey.origin.number),
        seal: seal(cx, pending),
        friendly_name: open.request.friendly_name.clone(),
        record_is_new: matches!(pending.choice, RecordChoice::New(_)),
        record_name: pending.record_name.clone(),
        required: view(false),
        optional: view(true),
        stays_connected: pending.stays_connected.clone(),
    }
}
