//! "I did not expect this": asks once, then freezes the code.

use askama::Template;

use super::gate;
use crate::{
    actions::journey::{
        open::{Open, Stopped},
        report::report,
    },
    domain::connect_request::Refusal,
    portal::{
        bad_news, chrome::Chrome, form::Form, page::Page, problems::Problems, reply::Answer,
        request::Request, seal::Seal, urls::Url,
    },
};

/// Says what reporting does, and asks whether to.
#[derive(Clone, Debug, Template)]
#[template(path = "journey/report.html")]
pub struct ReportPage {
    /// What stands around the page.
    pub chrome: Chrome,
    /// What is wrong with the form.
    pub problems: Problems,
    /// Which journey the form belongs to.
    pub journey: String,
    /// Where the form is sent.
    pub action: Url,
    /// Where one goes back to.
    pub back: Url,
    /// Stands for what the page shows.
    pub seal: Seal,
}

impl Page for ReportPage {
    fn name(&self) -> &'static str {
        "report"
    }

    fn chrome(&self) -> &Chrome {
        &self.chrome
    }

    fn heading(&self) -> String {
        self.t("report-heading").to_owned()
    }

    fn all_problems(&self) -> &Problems {
        &self.problems
    }
}

/// Asks.
pub async fn get(cx: Request) -> Answer {
    let open = gate::undecided(&cx, None).await?;
    cx.answer(&page(&cx, &open, Problems::none()))
}

/// Freezes the code. The answer is the page that every later visit with this code meets.
pub async fn post(cx: Request, form: Form) -> Answer {
    let open = gate::undecided(&cx, Some(&form)).await?;
    form.verify(&cx, &seal(&cx, &open))
        .map_err(|rejected| cx.instead(&page(&cx, &open, rejected.problems(&cx))))?;
    let refusal = report(cx.context(), &open).await?.err().unwrap_or(Refusal::Frozen);
    Err(bad_news::stopped(&cx, &Stopped::now(refusal, &open.app, &open.request)))
}

fn seal(cx: &Request, open: &Open) -> Seal {
    cx.seal("report", &[open.journey.id().as_bytes(), open.app.organization.as_bytes()])
}

fn page(cx: &Request, open: &Open, problems: Problems) -> ReportPage {
    ReportPage {
        chrome: cx.chrome_of(&open.app),
        problems,
        journey: open.journey.id().to_string(),
        action: Url::Report(open.journey.origin.number),
        back: gate::next(open),
        seal: seal(cx, open),
    }
}
