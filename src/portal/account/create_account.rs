//! Create an account, in the journey or beside it.

use askama::Template;

use super::{
    around::Around,
    guess::{self, Whose},
    problems::{email_problem, name_problem, password_problem},
    stay::StayBoxes,
    verify_email,
};
use crate::{
    actions::{
        account::sign_up::sign_up,
        journey::{choose_password::choose_password, create_account::create_account},
    },
    domain::{email::Email, labels::PersonName, password::Password},
    portal::{
        chrome::Chrome,
        form::{Fields, Form},
        page::Page,
        problems::Problems,
        reply::{Answer, Reply},
        request::Request,
        seal::Seal,
        urls::Url,
    },
    web::limits::Limit,
};

/// Asks for name, email and a new password.
#[derive(Clone, Debug, Template)]
#[template(path = "account/create_account.html")]
pub struct CreateAccountPage {
    /// What stands around the page.
    pub chrome: Chrome,
    /// What is wrong with the form.
    pub problems: Problems,
    /// Which journey the form belongs to, if any.
    pub journey: Option<String>,
    /// Where the form is sent.
    pub action: Url,
    /// Where one signs in.
    pub sign_in: Url,
    /// Stands for what the page shows.
    pub seal: Seal,
    /// What is being connected, in a journey.
    pub friendly_name: Option<String>,
    /// Whether a code is mailed to the address; without a mail server the page says what that means.
    pub can_mail: bool,
    /// What was typed before.
    pub name: String,
    /// What was typed before.
    pub email: String,
    /// What was ticked before.
    pub stay: StayBoxes,
}

impl Page for CreateAccountPage {
    fn name(&self) -> &'static str {
        "create-account"
    }

    fn chrome(&self) -> &Chrome {
        &self.chrome
    }

    fn heading(&self) -> String {
        self.t("create-account-heading").to_owned()
    }

    fn all_problems(&self) -> &Problems {
        &self.problems
    }
}

/// Shows the form. Someone who is signed in already is sent on.
pub async fn get(cx: Request) -> Answer {
    let around = Around::find(&cx, None).await?;
    if cx.signed_in().is_some() {
        return Err(Reply::to(&around.home()));
    }
    cx.answer(&page(&cx, &around, ("", ""), StayBoxes::default(), Problems::none()))
}

/// A name, an address and a password.
pub async fn post(cx: Request, form: Form) -> Answer {
    let around = Around::find(&cx, Some(&form)).await?;
    let sent = match form.verify(&cx, &around.seal(&cx, "create-account")) {
        Ok(sent) => sent,
        // The answer to the first sending was lost, or this page was sent twice: she is where she wanted to be.
        Err(_) if cx.signed_in().is_some() => return Err(Reply::to(&around.home())),
        Err(rejected) => {
            let typed = (rejected.typed("name"), rejected.typed("email"));
            let boxes = StayBoxes::typed(&rejected);
            return Err(cx.instead(&page(&cx, &around, typed, boxes, rejected.problems(&cx))));
        }
    };
    cx.charge(Limit::CreateAccount)?;
    let (typed, boxes) = ((sent.get("name"), sent.get("email")), StayBoxes::of(&sent));
    let refuse = |problems| cx.instead(&page(&cx, &around, typed, boxes, problems));
    let (name, email, password) = checked(&cx, &sent).await?.map_err(refuse)?;
    if cx.context().can_mail {
        cx.charge_mail(&email.key())?;
        let (form, writing) = (sent.get("csrf_token"), around.writing(&cx));
        let id = sign_up(cx.context(), form, name.as_str(), &email, &password, writing).await?;
        return Ok(verify_email::wait(&cx, &around, id, boxes.stay()));
    }
    if let Some(person) = create_account(cx.context(), name.as_str(), &email, &password).await? {
        return around.go_on(&cx, &person, boxes.stay()).await;
    }
    // Hers already, with this very password: the answer to the first sending was lost.
    match guess::whose(&cx, &email, &password).await? {
        Some(Whose::Person(person)) => around.go_on(&cx, &person, boxes.stay()).await,
        _ => Err(refuse(cx.problem("email", "problem-email-taken", &[]).into())),
    }
}

/// What she typed, checked: what is cheap first, and how easily the password is guessed only when nothing else is wrong
/// with it.
async fn checked(
    cx: &Request,
    sent: &Fields,
) -> Result<Result<(PersonName, Email, Password), Problems>, Reply> {
    let (name, email) = (sent.get("name"), sent.get("email"));
    let checked_name = PersonName::parse(name).map_err(|p| name_problem(cx, &p));
    let checked_email = Email::parse(email).map_err(|p| email_problem(cx, &p));
    let password = choose_password(sent.get("password"), &[name, email]).await?;
    let checked_password = password.map_err(|p| password_problem(cx, &p));
    Ok(match (checked_name, checked_email, checked_password) {
        (Ok(name), Ok(email), Ok(password)) => Ok((name, email, password)),
        (name, email, password) => {
            Err([name.err(), email.err(), password.err()].into_iter().flatten().collect())
        }
    })
}

fn page(
    cx: &Request,
    around: &Around,
    (name, email): (&str, &str),
    stay: StayBoxes,
    problems: Problems,
) -> CreateAccountPage {
    CreateAccountPage {
        chrome: around.chrome(cx),
        problems,
        journey: around.journey_id(),
        action: around.create_account(),
        seal: around.seal(cx, "create-account"),
        friendly_name: around.friendly_name(),
        sign_in: around.sign_in(),
        can_mail: cx.context().can_mail,
        name: name.to_owned(),
        email: email.to_owned(),
        stay,
    }
}
