//! Disconnecting an app from a record.

use std::sync::Arc;

use actix_web::web::Path;
use askama::Template;
use uuid::Uuid;

use crate::{
    actions::journey::connections,
    domain::{application::App, authorization::Authorization, person::Record},
    portal::{
        chrome::Chrome,
        fault::Fault,
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

/// Asks once before an app is disconnected, and says what that does.
#[derive(Clone, Debug, Template)]
#[template(path = "connections/disconnect.html")]
pub struct DisconnectPage {
    /// What stands around the page.
    pub chrome: Chrome,
    /// What is wrong with the form.
    pub problems: Problems,
    /// Where the form is sent.
    pub action: Url,
    /// Stands for what the page shows.
    pub seal: Seal,
    /// The record.
    pub record_name: String,
    /// The app.
    pub app_name: String,
    /// The organization behind it.
    pub organization: String,
    /// What the app may do until then.
    pub rules: Vec<RuleView>,
}

impl Page for DisconnectPage {
    fn name(&self) -> &'static str {
        "disconnect"
    }

    fn chrome(&self) -> &Chrome {
        &self.chrome
    }

    fn all_problems(&self) -> &Problems {
        &self.problems
    }

    fn heading(&self) -> String {
        self.words().with(
            "disconnect-heading",
            &[("app", (&self.app_name).into()), ("record", (&self.record_name).into())],
        )
    }
}

/// One connection of hers.
struct Asked {
    app: Arc<App>,
    record: Record,
    authorization: Authorization,
}

impl Asked {
    async fn find(cx: &Request, id: &str) -> Result<Self, Reply> {
        let who = cx.signed_in().ok_or_else(|| Reply::to(&Url::SignInToConnections))?;
        let id = Uuid::parse_str(id).map_err(|_| Fault::NOT_FOUND)?;
        let found = connections::find(cx.context(), who.person_id, id).await?;
        let (app, record, authorization) = found.ok_or(Fault::NOT_FOUND)?;
        Ok(Self { app, record, authorization })
    }

    fn seal(&self, cx: &Request) -> Seal {
        let a = &self.authorization;
        let shown: [&[u8]; 4] =
            [a.id.as_bytes(), a.person_id.as_bytes(), self.app.name.as_bytes(), self.record.name.as_bytes()];
        cx.seal("disconnect", &shown)
    }

    fn page(&self, cx: &Request, problems: Problems) -> DisconnectPage {
        DisconnectPage {
            chrome: cx.chrome_of(&self.app),
            problems,
            action: Url::Disconnect(self.authorization.id),
            seal: self.seal(cx),
            record_name: self.record.name.clone(),
            app_name: self.app.name.clone(),
            organization: self.app.organization.clone(),
            rules: RuleView::granted(&self.authorization.rules, &cx.words),
        }
    }
}

/// Asks whether to disconnect.
pub async fn get(cx: Request, id: Path<String>) -> Answer {
    let asked = Asked::find(&cx, &id).await?;
    if !asked.authorization.is_active() {
        return Err(Reply::to(&Url::Connections));
    }
    cx.answer(&asked.page(&cx, Problems::none()))
}

/// Disconnects.
pub async fn post(cx: Request, id: Path<String>, form: Form) -> Answer {
    let asked = Asked::find(&cx, &id).await?;
    form.verify(&cx, &asked.seal(&cx))
        .map_err(|rejected| cx.instead(&asked.page(&cx, rejected.problems(&cx))))?;
    let a = &asked.authorization;
    if !connections::disconnect(cx.context(), a.person_id, a.id).await? {
        return Err(Fault::NOT_FOUND.into());
    }
    Ok(see_other(&Url::Disconnected(a.id)))
}
