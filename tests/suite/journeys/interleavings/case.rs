//! Plays one sequence and looks after each move whether it did what its page showed.
//!
//! The oracle: whatever an Allow authorizes is exactly what the page in its tab said (the person in the header, the
//! record, the friendly name, the rules and those ticked); nothing else authorizes anything; a form without its seal
//! authorizes nothing, and one with the seal of another page what that page said, if anything. And since a portal that
//! refuses everything would keep all that: when nothing came between the page and its Allow, it is done.

use super::{Goal, How, Move, Sequence, TABS, hall::Hall, shown::Shown};
use crate::journeys::{
    people::email,
    tabs::{ANSWER, Form, Page, Tab},
    truth::{ASKINGS, ask_for},
};

/// The hidden fields that say what a page showed.
const SEALS: [&str; 2] = ["seal", "rules_shown"];

/// An authorize page that was shown in this sequence.
struct Seen {
    browser: usize,
    page: Page,
    shown: Shown,
    asking: usize,
}

impl Seen {
    fn is_of(&self, browser: usize, page: &Page) -> bool {
        self.browser == browser && self.page.turn == page.turn
    }
}

/// Plays a sequence. `Err` says what went wrong, and how it came to it.
pub async fn play(hall: &mut Hall, sequence: &Sequence) -> Result<(), String> {
    let (number, people) = hall.begin();
    let browsers = [(); 3].map(|()| hall.browser.another());
    let mut case = Case {
        people,
        number,
        tabs: std::array::from_fn(|tab| Tab::of(&browsers[browser_of(tab)])),
        latest: [None, None, None],
        seen: Vec::new(),
        story: Vec::new(),
        hall,
    };
    case.run(sequence).await.map_err(|why| format!("{why}\n{}", case.story.join("\n")))
}

/// Two tabs are one browser's.
fn browser_of(tab: usize) -> usize {
    tab.saturating_sub(1)
}

/// A sequence while it is played.
struct Case<'h> {
    hall: &'h mut Hall,
    people: [String; 2],
    number: usize,
    tabs: [Tab; TABS],
    /// What each browser was given last.
    latest: [Option<Page>; 3],
    seen: Vec<Seen>,
    story: Vec<String>,
}

impl Case<'_> {
    async fn run(&mut self, sequence: &Sequence) -> Result<(), String> {
        if self.hall.asking != 0 {
            self.make(&Move::Ask { asking: 0 }).await?;
            self.story.clear();
        }
        for (tab, start) in sequence.starts.iter().enumerate() {
            if start.goal > Goal::Nothing {
                self.make(&Move::Open { tab, letter: start.letter }).await?;
            }
            for _ in 0..3 {
                if self.has_come_to(tab) < start.goal {
                    self.make(&Move::GoOn { tab, choice: start.choice }).await?;
                }
            }
            if start.goal == Goal::Record {
                self.make(&Move::AnotherRecord { tab }).await?;
            }
        }
        let both = self.tabs[..2].iter().all(|tab| tab.page().name() == "authorize");
        self.hall.counts.both_tabs_at_authorize += usize::from(both);
        for it in &sequence.moves {
            self.hall.counts.moves += 1;
            self.make(it).await?;
        }
        Ok(())
    }

    fn has_come_to(&self, tab: usize) -> Goal {
        match self.tabs[tab].page().name() {
            "question" => Goal::Question,
            "sign-in" => Goal::SignIn,
            "record" => Goal::Record,
            _ => Goal::Authorize,
        }
    }

    async fn make(&mut self, it: &Move) -> Result<(), String> {
        match *it {
            Move::Open { tab, letter } => self.open(tab, letter).await?,
            Move::GoOn { tab, choice } => self.go_on(tab, choice).await?,
            Move::AnotherRecord { tab } => {
                let shown = self.tabs[tab].page();
                if let Some(link) = shown.link("/connect/record").filter(|_| shown.name() == "authorize") {
                    self.tabs[tab].open(&link).await;
                    self.told(tab, "goes back to the records")?;
                }
            }
            Move::NotYou { tab } => {
                let form = self.tabs[tab].page().not_you();
                self.send(tab, form, "“Not you?”").await?;
            }
            Move::SignOut { tab } => {
                let form = self.tabs[tab].page().sign_out();
                self.send(tab, form, "signs out").await?;
            }
            Move::Allow { tab, ticks, how } => return self.allow(tab, ticks, how).await,
            Move::Decline { tab } => {
                let form = self.tabs[tab].page().form("/connect/authorize");
                let form = form.map(|form| form.with("decision", "decline"));
                self.send(tab, form, "declines").await?;
            }
            Move::Back { tab } => {
                if self.tabs[tab].back() {
                    self.tell(tab, "Back");
                }
            }
            Move::Reload { tab } => {
                if self.tabs[tab].page().turn > 0 {
                    self.tabs[tab].reload().await;
                    self.told(tab, "reloads")?;
                }
            }
            Move::Ask { asking } => {
                ask_for(&self.hall.portal, asking).await;
                self.hall.asking = asking;
                self.tabs.iter().for_each(|tab| _ = tab.browser.advance());
                self.story.push(format!("  the clinic asks: {}", ASKINGS[asking]));
            }
        }
        match self.hall.truth.news().await?.as_slice() {
            [] => Ok(()),
            news => Err(format!("this was authorized though nobody pressed Allow: {news:#?}")),
        }
    }

    async fn open(&mut self, tab: usize, letter: usize) -> Result<(), String> {
        let link = self.hall.letter(letter).await;
        self.tabs[tab].open(&link).await;
        self.told(tab, &format!("opens letter {letter}"))
    }

    async fn go_on(&mut self, tab: usize, choice: usize) -> Result<(), String> {
        match self.tabs[tab].page().name() {
            "question" => {
                self.tabs[tab].answer(ANSWER).await;
                self.told(tab, "answers")
            }
            "sign-in" => {
                let person = self.people[choice % 2].clone();
                self.tabs[tab].sign_in(&email(&person)).await;
                self.told(tab, &format!("signs in as {person}"))
            }
            "record" => {
                let records = self.tabs[tab].page().records();
                // Both persons may name a new one alike.
                let new = format!("New {}-{}", self.number, choice / 3);
                let known = records.get(choice % 3).filter(|_| choice % 3 < 2);
                let name = known.map_or(new, |(_, name)| name.clone());
                self.tabs[tab].pick(&name).await;
                self.told(tab, &format!("picks {name}"))
            }
            "authorize" => Ok(()),
            _ => self.open(tab, choice / 5).await,
        }
    }

    async fn send(&mut self, tab: usize, form: Option<Form>, what: &str) -> Result<(), String> {
        let Some(form) = form else { return Ok(()) };
        self.tabs[tab].send(&form).await;
        self.told(tab, what)
    }

    fn tell(&mut self, tab: usize, what: &str) {
        let page = self.tabs[tab].page();
        let says = self.seen.iter().find(|seen| seen.is_of(browser_of(tab), page)).map(|seen| &seen.shown);
        let says =
            says.map_or_else(String::new, |s| format!(" ({} for {}, {})", s.record, s.person, s.request));
        self.story.push(format!("  tab {tab} {what}: {} {}{says}", page.status, page.name()));
    }

    /// Takes note of the page that was just given to a tab.
    fn told(&mut self, tab: usize, what: &str) -> Result<(), String> {
        let (page, browser) = (self.tabs[tab].page().clone(), browser_of(tab));
        let shown = Shown::on(&page, &self.people);
        let whole = shown.as_ref().is_none_or(|s| !s.person.is_empty() && !s.required.is_empty());
        if let Some(shown) = shown {
            self.seen.push(Seen { browser, page: page.clone(), shown, asking: self.hall.asking });
        }
        self.tell(tab, what);
        if !whole {
            return Err("an authorize page says who is signed in, and what for".to_owned());
        }
        if page.status >= 500 {
            return Err(format!("the portal answered {}", page.status));
        }
        self.latest[browser] = Some(page);
        Ok(())
    }

    /// Allow, in whatever way, and what has come of it.
    async fn allow(&mut self, tab: usize, ticks: usize, how: How) -> Result<(), String> {
        let (page, browser) = (self.tabs[tab].page().clone(), browser_of(tab));
        let Some(seen) = self.seen.iter().position(|seen| seen.is_of(browser, &page)) else { return Ok(()) };
        let shown = self.seen[seen].shown.clone();
        let optional = shown.optional.iter().enumerate().filter(|(n, _)| ticks & (1 << n) != 0);
        let ticked: Vec<String> = optional.map(|(_, (value, _))| value.clone()).collect();
        let form = self.tabs[tab].form("/connect/authorize").with("decision", "allow");
        let form = ticked.iter().fold(form, |form, value| form.with("rule", value));
        let (form, says) = self.prepared(form, &shown, browser, how);
        let fresh = how == How::AsShown && page.turn == self.tabs[tab].browser.turn();
        self.count(seen, how, fresh);

        self.tabs[tab].send(&form).await;
        self.told(tab, &format!("Allow, {how:?}, with {ticked:?}"))?;
        let news = self.hall.truth.news().await?;
        self.hall.counts.authorizations += news.len();
        self.hall.counts.authorizations_beside += if browser > 0 { news.len() } else { 0 };
        self.hall.counts.refused += usize::from(news.is_empty());
        self.tabs.iter().filter(|_| !news.is_empty()).for_each(|tab| _ = tab.browser.advance());
        match (news.as_slice(), says.map(|says| says.grants(&ticked))) {
            ([], _) if fresh => Err(format!("nothing came between, and yet this was not done: {shown:#?}")),
            ([], _) => Ok(()),
            ([done], Some(said)) if *done == said => Ok(()),
            (done, Some(said)) => Err(format!("the page said {said:#?}\nand this was done: {done:#?}")),
            (done, None) => Err(format!("a form without its seal did this: {done:#?}")),
        }
    }

    /// Counts what an Allow tries, before it is sent.
    fn count(&mut self, seen: usize, how: How, fresh: bool) {
        let seen = &self.seen[seen];
        let last = self
            .seen
            .iter()
            .rev()
            .find(|s| s.browser == seen.browser && s.shown.request == seen.shown.request);
        let header = self.latest[seen.browser].as_ref().map(Page::header).unwrap_or_default();
        let counts = &mut self.hall.counts;
        match how {
            How::AsShown | How::WithTheNewestToken => counts.allows += 1,
            How::Without { .. } | How::WithTheSealOf { .. } => counts.forged += 1,
        }
        counts.fresh += usize::from(fresh);
        counts.other_record += usize::from(last.is_some_and(|last| last.shown.record != seen.shown.record));
        let others = self.people.iter().filter(|name| **name != seen.shown.person);
        counts.other_person += others.filter(|name| header.contains(*name)).count();
        counts.other_rules += usize::from(seen.asking != self.hall.asking);
    }

    /// The form as it is sent, and the page that says what it may do.
    fn prepared(&self, form: Form, shown: &Shown, browser: usize, how: How) -> (Form, Option<Shown>) {
        match how {
            How::AsShown => (form, Some(shown.clone())),
            How::WithTheNewestToken => {
                let mut forms = self.latest[browser].iter().flat_map(Page::forms);
                let newest = forms.find_map(|form| form.get("csrf_token").map(str::to_owned));
                (form.replacing("csrf_token", &newest.unwrap_or_default()), Some(shown.clone()))
            }
            How::Without { seals } => {
                let chosen = SEALS.iter().enumerate().filter(|(n, _)| seals & (1 << n) != 0);
                let bare = chosen.fold(form.clone(), |form, (_, name)| form.without(name));
                let has_lost_its_seal = form.get("seal").is_some() && bare.get("seal").is_none();
                (bare, if has_lost_its_seal { None } else { Some(shown.clone()) })
            }
            How::WithTheSealOf { page } => {
                let other = &self.seen[page % self.seen.len()];
                let theirs = other.page.form("/connect/authorize").unwrap_or_else(|| form.clone());
                if SEALS.iter().all(|name| form.get(name) == theirs.get(name)) {
                    return (form, Some(shown.clone()));
                }
                let take =
                    |form: Form, name: &&str| form.replacing(name, theirs.get(name).unwrap_or_default());
                (SEALS.iter().fold(form.clone(), take), Some(other.shown.clone()))
            }
        }
    }
}
