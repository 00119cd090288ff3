//! Loads a journey before every page of it, so that the step follows from what is true now. What is handed on holds
//! everything that its pages need: nothing in it can be missing.

use std::sync::Arc;

use uuid::Uuid;

use crate::{
    actions::{ActionError, Context},
    domain::{
        application::App,
        connect_request::{ConnectRequest, Refusal},
        journey::Journey,
        person::Person,
        retention::{JOURNEY_IDLE, TOUCH_EVERY},
        step::{Facts, Step, next_step},
    },
    store::{journeys, open_journeys},
};

pub use crate::store::open_journeys::Whole;

/// Which of a session's journeys is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// The one whose number is in the page's address.
    Number(i64),
    /// The one whose id is in the form: a form acts on the request that its page showed, whatever other tabs did.
    Id(Uuid),
}

/// A journey that can be shown.
#[derive(Debug)]
pub struct Open {
    /// What has happened on it.
    pub journey: Journey,
    /// The request that it is about.
    pub request: ConnectRequest,
    /// The app that asks.
    pub app: Arc<App>,
    /// Who is signed in, if anyone is.
    pub signed_in: Option<Person>,
}

/// A journey whose patient is signed in.
#[derive(Debug)]
pub struct OpenWithPerson {
    /// What has happened on it.
    pub journey: Journey,
    /// The request that it is about.
    pub request: ConnectRequest,
    /// The app that asks.
    pub app: Arc<App>,
    /// Who is signed in.
    pub person: Person,
}

impl Open {
    /// What is true of it.
    pub fn facts(&self) -> Facts {
        self.journey.facts(self.signed_in.as_ref().map(|p| p.id))
    }

    /// The step where the patient is.
    pub fn step(&self) -> Step {
        next_step(&self.facts())
    }

    /// The journey with who is signed in; itself when nobody is.
    #[expect(clippy::result_large_err, reason = "the journey itself is handed back: it is no error")]
    pub fn with_person(self) -> Result<OpenWithPerson, Self> {
        let Self { journey, request, app, signed_in } = self;
        match signed_in {
            Some(person) => Ok(OpenWithPerson { journey, request, app, person }),
            None => Err(Self { journey, request, app, signed_in: None }),
        }
    }
}

/// Why a journey cannot go on, with what the page that says so needs.
#[derive(Debug)]
pub struct Stopped {
    /// Why.
    pub refusal: Refusal,
    /// The app that asked, while it is known.
    pub app: Option<Arc<App>>,
    /// Whether the code was used before: what was connected then stays.
    pub picked_up_before: bool,
    /// The tag of the language that the app chose for its patient.
    pub language: Option<String>,
}

impl Stopped {
    /// A journey that was open when it was loaded, and is refused now.
    pub fn now(refusal: Refusal, app: &Arc<App>, request: &ConnectRequest) -> Self {
        Self {
            refusal,
            app: Some(app.clone()),
            picked_up_before: request.last_authorized_at.is_some(),
            language: request.language.clone(),
        }
    }
}

/// What was found.
#[derive(Debug)]
#[expect(clippy::large_enum_variant, reason = "one is made for a page, and it is taken apart at once")]
pub enum Found {
    /// The session has no such journey (any more).
    Nothing,
    /// It is there but cannot go on, whatever the step.
    Stopped(Stopped),
    /// It can be shown.
    Open(Open),
}

impl Found {
    /// The tag of the language that the app chose for the patient, where there is a request.
    pub fn language(&self) -> Option<&str> {
        match self {
            Found::Nothing => None,
            Found::Stopped(stopped) => stopped.language.as_deref(),
            Found::Open(open) => open.request.language.as_deref(),
        }
    }
}

/// Loads a journey of this session, and notes that it is in use.
pub async fn open(
    context: &Context,
    session_id: Uuid,
    which: Which,
    signed_in: Option<Uuid>,
) -> Result<Found, ActionError> {
    let now = context.now();
    let idle_since = now - JOURNEY_IDLE;
    let mut tx = context.db.read_one().await?;
    let whole = match which {
        Which::Id(id) => open_journeys::find(&mut tx, session_id, id, idle_since, signed_in).await?,
        Which::Number(number) => {
            open_journeys::find_by_number(&mut tx, session_id, number, idle_since, signed_in).await?
        }
    };
    drop(tx);
    match whole {
        Some(whole) => opened(context, whole).await,
        None => Ok(Found::Nothing),
    }
}

/// The same with a journey that was loaded already. Notes that it is in use.
pub async fn opened(context: &Context, whole: Whole) -> Result<Found, ActionError> {
    let now = context.now();
    let Whole { journey, request, app, person: signed_in } = whole;
    if now - journey.touched_at() >= TOUCH_EVERY {
        let mut tx = context.db.write().await?;
        journeys::save_touched(&mut tx, journey.id(), now).await?;
        tx.commit().await?;
    }

    let picked_up_before = request.as_ref().is_some_and(|r| r.last_authorized_at.is_some());
    let (request, app) = match (request, app) {
        (Some(request), Some(app)) => (request, app),
        (_, app) => {
            let stopped = Stopped { refusal: Refusal::Withdrawn, app, picked_up_before, language: None };
            return Ok(Found::Stopped(stopped));
        }
    };
    if journey.is_open()
        && let Err(refusal) = may_go_on(context, &journey, &request, &app)
    {
        return Ok(Found::Stopped(Stopped::now(refusal, &app, &request)));
    }
    Ok(Found::Open(Open { journey, request, app, signed_in }))
}

/// May an undecided journey go on now?
pub(super) fn may_go_on(
    context: &Context,
    journey: &Journey,
    request: &ConnectRequest,
    app: &App,
) -> Result<(), Refusal> {
    if app.may_use_connect_methods().is_err() || !app.enabled {
        return Err(Refusal::Withdrawn);
    }
    let now = context.now();
    let keep = &context.rules.retention;
    if journey.progress().answered_at.is_some() {
        request.may_go_on(now, keep)
    } else {
        request.may_ask(now, keep)
    }
}
