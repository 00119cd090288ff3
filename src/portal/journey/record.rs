//! Pick a record.

use askama::Template;
use uuid::Uuid;

use super::gate;
use crate::{
    actions::journey::{
        choose_record::{Chosen, candidates, choose_record},
        open::OpenWithPerson,
    },
    domain::{
        journey::RecordChoice,
        labels::{LabelProblem, RecordName},
    },
    portal::{
        chrome::Chrome,
        form::Form,
        page::Page,
        problems::{Problem, Problems},
        reply::{Answer, Reply, see_other},
        request::Request,
        seal::Seal,
        urls::Url,
    },
};

/// The value of the choice that makes a new record.
const NEW: &str = "new";

/// Offers the person's records and a new one. None is chosen beforehand: the wrong child must not be one tap away.
#[derive(Clone, Debug, Template)]
#[template(path = "journey/record.html")]
pub struct RecordPage {
    /// What stands around the page.
    pub chrome: Chrome,
    /// What is wrong with the form.
    pub problems: Problems,
    /// Which journey the form belongs to.
    pub journey: String,
    /// Where the form is sent.
    pub action: Url,
    /// Stands for what the page shows.
    pub seal: Seal,
    /// What is being connected.
    pub friendly_name: String,
    /// Who is signed in.
    pub person_name: String,
    /// Her records.
    pub records: Vec<RecordOption>,
    /// What was chosen before: nothing, a record's id, or `new`.
    pub chosen: String,
    /// What was typed before.
    pub new_record_name: String,
}

/// One record to choose.
#[derive(Clone, Debug)]
pub struct RecordOption {
    /// The value of its radio button.
    pub id: String,
    /// Whose it is.
    pub name: String,
    /// Whether it was chosen with this connect request before.
    pub used_before: bool,
    /// Whether it is connected to this app now.
    pub connected: bool,
}

impl Page for RecordPage {
    fn name(&self) -> &'static str {
        "record"
    }

    fn chrome(&self) -> &Chrome {
        &self.chrome
    }

    fn heading(&self) -> String {
        self.t("record-heading").to_owned()
    }

    fn all_problems(&self) -> &Problems {
        &self.problems
    }
}

/// What she chose or typed so far.
#[derive(Default)]
struct Typed {
    record: String,
    new_name: String,
}

/// Shows her records.
pub async fn get(cx: Request) -> Answer {
    let open = gate::record(&cx, None).await?;
    let typed = match open.journey.choice_of(open.person.id) {
        Some(RecordChoice::Existing(id)) => Typed { record: id.to_string(), ..Typed::default() },
        Some(RecordChoice::New(name)) => Typed { record: NEW.to_owned(), new_name: name.clone() },
        None => Typed::default(),
    };
    cx.answer(&page(&cx, &open, typed, Problems::none()).await?)
}

/// She picked one, or named a new one.
pub async fn post(cx: Request, form: Form) -> Answer {
    let open = gate::record(&cx, Some(&form)).await?;
    let sent = match form.verify(&cx, &seal(&cx, &open)) {
        Ok(sent) => sent,
        Err(rejected) => {
            let problems = rejected.problems(&cx);
            // Nothing that she typed is lost; but a name that one person typed is not shown to another.
            let typed = if rejected.showed(&seal(&cx, &open)) {
                Typed {
                    record: rejected.typed("record").to_owned(),
                    new_name: rejected.typed("new_record_name").to_owned(),
                }
            } else {
                Typed::default()
            };
            return Err(cx.instead(&page(&cx, &open, typed, problems).await?));
        }
    };
    let typed =
        Typed { record: sent.get("record").to_owned(), new_name: sent.get("new_record_name").to_owned() };
    let choice = match choice(&cx, &typed) {
        Ok(choice) => choice,
        Err(problem) => return Err(cx.instead(&page(&cx, &open, typed, problem.into()).await?)),
    };
    match choose_record(cx.context(), &open, &choice).await? {
        Chosen::Done => Ok(see_other(&Url::Authorize(open.journey.origin.number))),
        Chosen::NotHers => {
            let problem = cx.problem("record", "problem-record-unknown", &[]);
            Err(cx.instead(&page(&cx, &open, typed, problem.into()).await?))
        }
        // Decided meanwhile in another tab.
        Chosen::NotNow => Err(Reply::to(&gate::now(&cx, open.journey.id()).await?)),
    }
}

fn choice(cx: &Request, typed: &Typed) -> Result<RecordChoice, Problem> {
    match typed.record.as_str() {
        "" => Err(cx.problem("record", "problem-record-none", &[])),
        NEW => match RecordName::parse(&typed.new_name) {
            Ok(name) => Ok(RecordChoice::New(name.as_str().to_owned())),
            Err(LabelProblem::TooLong { max }) => {
                Err(cx.problem("new_record_name", "problem-new-record-name-long", &[("max", max.into())]))
            }
            Err(_) => Err(cx.problem("new_record_name", "problem-new-record-name-empty", &[])),
        },
        id => match Uuid::parse_str(id) {
            Ok(id) => Ok(RecordChoice::Existing(id)),
            Err(_) => Err(cx.problem("record", "problem-record-unknown", &[])),
        },
    }
}

/// Bound to the person: what was picked on one person's page is no choice of another's.
fn seal(cx: &Request, open: &OpenWithPerson) -> Seal {
    cx.seal("record", &[open.journey.id().as_bytes(), open.person.id.as_bytes()])
}

async fn page(
    cx: &Request,
    open: &OpenWithPerson,
    typed: Typed,
    problems: Problems,
) -> Result<RecordPage, Reply> {
    let records = candidates(cx.context(), open).await?.into_iter().map(|c| RecordOption {
        id: c.id.to_string(),
        name: c.name,
        used_before: c.used_before,
        connected: c.connected,
    });
    Ok(RecordPage {
        chrome: cx.chrome_of(&open.app),
        problems,
        journey: open.journey.id().to_string(),
        action: Url::Record(open.journey.origin.number),
        seal: seal(cx, open),
        friendly_name: open.request.friendly_name.clone(),
        person_name: open.person.name.clone(),
        records: records.collect(),
        chosen: typed.record,
        new_record_name: typed.new_name,
    })
}
