//! Who wears which brand, as this node knows it: at most two seconds old, so that "all nodes show it within five
//! seconds", and asked of the database by one request at a time.

use std::{
    collections::HashMap,
    sync::{Arc, PoisonError, RwLock},
    time::{Duration, Instant},
};

use uuid::Uuid;

use super::{
    files::Files,
    look::{Look, Served},
};
use crate::{
    actions::{ActionError, Context, operator::brands},
    copy::{Catalogue, Words},
    domain::application::App,
    letter::Dress,
};

/// How old what this node knows may be.
const FRESH: Duration = Duration::from_secs(2);
/// How long a page waits for an answer of the database.
const PATIENCE: Duration = Duration::from_secs(1);
/// How many versions that nobody wears stay ready: pages that were sent before a change still load their files.
const MOST_OTHERS: usize = 8;

#[derive(Default)]
struct State {
    looked: Option<Instant>,
    worn: HashMap<Option<Uuid>, i64>,
    /// `None` for a version of which nothing could be read.
    ready: HashMap<i64, Option<Arc<Look>>>,
}

/// The brands that a node shows.
pub struct Looks {
    catalogue: Catalogue,
    state: Arc<RwLock<State>>,
    turn: tokio::sync::Mutex<()>,
    /// Looks that are in no database, by their keys: a preview's, and the examples of the sandbox.
    beside: RwLock<HashMap<String, Arc<Look>>>,
}

impl std::fmt::Debug for Looks {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Looks")
    }
}

impl Looks {
    /// None yet.
    pub fn new(catalogue: Catalogue) -> Looks {
        Looks {
            catalogue,
            state: Arc::default(),
            turn: tokio::sync::Mutex::new(()),
            beside: RwLock::default(),
        }
    }

    /// Whether it is time to look at the database.
    pub fn are_due(&self) -> bool {
        self.read().looked.is_none_or(|at| at.elapsed() >= FRESH)
    }

    /// Looks at the database when that is due. What it said last stays when it is away.
    pub async fn refresh(&self, context: &Context) {
        let age = self.read().looked.map(|at| at.elapsed());
        if age.is_some_and(|age| age < FRESH) {
            return;
        }
        // Whoever comes second while something is known goes on with that.
        let _turn = match (age, self.turn.try_lock()) {
            (_, Ok(turn)) => turn,
            (Some(_), Err(_)) => return,
            (None, Err(_)) => self.turn.lock().await,
        };
        if self.read().looked.is_some_and(|at| at.elapsed() < FRESH) {
            return;
        }
        match self.look(context).await {
            Ok(()) => {}
            Err(e) => {
                tracing::warn!(cause = %e, "who wears which brand could not be read; pages stay as they are");
            }
        }
        self.write().looked = Some(Instant::now());
    }

    async fn look(&self, context: &Context) -> Result<(), ActionError> {
        let worn: HashMap<Option<Uuid>, i64> =
            in_time(brands::worn(&context.db)).await?.into_iter().collect();
        for version in worn.values() {
            self.make_ready(context, *version).await?;
        }
        let mut state = self.write();
        let mut others: Vec<i64> =
            state.ready.keys().filter(|v| !worn.values().any(|worn| worn == *v)).copied().collect();
        others.sort_unstable();
        for version in others.iter().rev().skip(MOST_OTHERS) {
            state.ready.remove(version);
        }
        state.worn = worn;
        Ok(())
    }

    async fn make_ready(&self, context: &Context, version: i64) -> Result<Option<Arc<Look>>, ActionError> {
        if let Some(known) = self.read().ready.get(&version) {
            return Ok(known.clone());
        }
        let Some(kept) = in_time(brands::content(&context.db, version)).await? else { return Ok(None) };
        let (catalogue, state) = (self.catalogue.clone(), self.state.clone());
        // Parsing is not for the threads that answer requests, and goes on when nobody waits for it any more.
        let made = tokio::task::spawn_blocking(move || {
            let look = read(version, &kept, &catalogue);
            write(&state).ready.insert(version, look.clone());
            look
        });
        match made.await {
            Ok(look) => Ok(look),
            Err(e) => {
                tracing::error!(version, cause = %e, "a brand could not be read; its pages go without");
                self.write().ready.insert(version, None);
                Ok(None)
            }
        }
    }

    /// What the pages of an app wear: its own brand, or the installation's where it has no look of its own at all. For
    /// `None`: what pages of no app wear.
    pub fn of(&self, app: Option<&App>) -> Option<Arc<Look>> {
        let state = self.read();
        let own = app.and_then(|app| state.worn.get(&Some(app.id)));
        // A logo or an accent in the app's file was made readable on the portal's own colours, not on another's.
        let inherits = app.is_none_or(|app| app.brand.is_none());
        let version = own.or_else(|| state.worn.get(&None).filter(|_| inherits))?;
        state.ready.get(version)?.clone()
    }

    /// What the letters of an app are said and dressed in, from these words of ours. Looks at the database where that is due,
    /// since no page stands before a letter.
    pub async fn for_letter(&self, context: &Context, app: &App, words: &Arc<Words>) -> (Arc<Words>, Dress) {
        self.refresh(context).await;
        let look = self.of(Some(app));
        let dress = look.as_ref().and_then(|look| look.dress()).unwrap_or_else(|| Dress::of_app(app));
        (look.map_or_else(|| words.clone(), |look| look.words(words)), dress)
    }

    /// Puts a look beside those of the database.
    pub fn put_beside(&self, look: Arc<Look>) {
        let mut beside = self.beside.write().unwrap_or_else(PoisonError::into_inner);
        beside.insert(look.key().to_owned(), look);
    }

    /// A look beside those of the database.
    pub fn beside(&self, key: &str) -> Option<Arc<Look>> {
        self.beside.read().unwrap_or_else(PoisonError::into_inner).get(key).cloned()
    }

    /// The file at an address below `/brand/KEY/`, also of a version that another node shows already, or one that is
    /// worn no more.
    pub async fn file(
        &self,
        context: &Context,
        key: &str,
        address: &str,
    ) -> Result<Option<Served>, ActionError> {
        let look = match (self.beside(key), key.parse::<i64>()) {
            (Some(look), _) => Some(look),
            (None, Ok(version)) => self.make_ready(context, version).await?,
            (None, Err(_)) => None,
        };
        Ok(look.and_then(|look| look.file(address).cloned()))
    }

    fn read(&self) -> std::sync::RwLockReadGuard<'_, State> {
        self.state.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn write(&self) -> std::sync::RwLockWriteGuard<'_, State> {
        write(&self.state)
    }
}

/// A database that is away must not keep pages waiting that do without it.
async fn in_time<T>(asked: impl Future<Output = Result<T, ActionError>>) -> Result<T, ActionError> {
    tokio::time::timeout(PATIENCE, asked).await.unwrap_or(Err(ActionError::Late))
}

fn write(state: &RwLock<State>) -> std::sync::RwLockWriteGuard<'_, State> {
    state.write().unwrap_or_else(PoisonError::into_inner)
}

/// Reads a version; what is wrong with it is logged once for a node.
fn read(version: i64, kept: &str, catalogue: &Catalogue) -> Option<Arc<Look>> {
    let files = match Files::from_kept(kept) {
        Ok(files) => files,
        Err(e) => {
            tracing::error!(version, cause = %e, "a brand cannot be read; its pages go without");
            return None;
        }
    };
    let look = Look::of(&version.to_string(), &files, catalogue);
    let errors: Vec<String> =
        look.findings.iter().filter(|f| f.is_error()).map(ToString::to_string).collect();
    if !errors.is_empty() {
        tracing::error!(version, findings = ?errors, "parts of a brand cannot be used any more and are left out");
    }
    Some(Arc::new(look))
}
