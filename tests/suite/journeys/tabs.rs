//! A browser with several tabs: one cookie jar for all of them, and in each tab the page that it shows with the older
//! ones behind it, so that Back shows a page as it was, without asking the portal.
//!
//! A form is sent as it stands on its page: with every hidden field of that very form, whatever it carries.

use std::sync::{
    Arc, LazyLock,
    atomic::{AtomicU64, Ordering},
};

use regex::Regex;
use reqwest::{
    cookie::{CookieStore, Jar},
    header::{ACCEPT_LANGUAGE, COOKIE, LOCATION, SET_COOKIE},
};
use url::Url;

pub const ANSWER: &str = "violet harbour";
pub const PASSWORD: &str = "violet harbour tuesday lantern";

/// What a person reads of a piece of HTML, and what an attribute means.
pub fn text_of(html: &str) -> String {
    static TAG: LazyLock<Regex> = LazyLock::new(|| Regex::new("<[^>]*>").unwrap());
    let words = unescaped(&TAG.replace_all(html, " "));
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn unescaped(text: &str) -> String {
    static NUMBER: LazyLock<Regex> = LazyLock::new(|| Regex::new("&#([0-9]+);").unwrap());
    let character = |c: &regex::Captures<'_>| {
        c[1].parse().ok().and_then(char::from_u32).map_or_else(String::new, |c| c.to_string())
    };
    let text = NUMBER.replace_all(text, character);
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    static ATTRIBUTE: LazyLock<Regex> = LazyLock::new(|| Regex::new(r#"([a-z][a-z-]*)="([^"]*)""#).unwrap());
    ATTRIBUTE.captures_iter(tag).find(|c| &c[1] == name).map(|c| unescaped(&c[2]))
}

/// A form as it will be sent.
#[derive(Debug, Clone)]
pub struct Form {
    pub action: String,
    pub fields: Vec<(String, String)>,
}

impl Form {
    pub fn get(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|(n, _)| n == name).map(|(_, value)| value.as_str())
    }

    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.fields.push((name.to_owned(), value.to_owned()));
        self
    }

    pub fn without(mut self, name: &str) -> Self {
        self.fields.retain(|(n, _)| n != name);
        self
    }

    /// As if its page had been given another value for this field.
    pub fn replacing(self, name: &str, value: &str) -> Self {
        self.without(name).with(name, value)
    }
}

/// A page as it was shown.
#[derive(Debug, Clone)]
pub struct Page {
    pub address: String,
    pub status: u16,
    pub html: String,
    /// How much had happened in its browser when it was shown.
    pub turn: u64,
}

impl Page {
    /// Which page of the way it is; empty when it is none of ours.
    pub fn name(&self) -> &str {
        static NAME: LazyLock<Regex> =
            LazyLock::new(|| Regex::new(r#"data-testid="page-([a-z-]+)""#).unwrap());
        NAME.captures(&self.html).and_then(|c| c.get(1)).map_or("", |name| name.as_str())
    }

    pub fn forms(&self) -> Vec<Form> {
        static FORM: LazyLock<Regex> =
            LazyLock::new(|| Regex::new(r"(?s)<form\b([^>]*)>(.*?)</form>").unwrap());
        static INPUT: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"<input\b([^>]*)>").unwrap());
        let hidden = |tag: &str| {
            let is_hidden = attribute(tag, "type").is_some_and(|kind| kind == "hidden");
            is_hidden.then(|| (attribute(tag, "name").unwrap(), attribute(tag, "value").unwrap_or_default()))
        };
        let fields = |body: &str| INPUT.captures_iter(body).filter_map(|c| hidden(&c[1])).collect();
        FORM.captures_iter(&self.html)
            .map(|c| Form { action: attribute(&c[1], "action").unwrap_or_default(), fields: fields(&c[2]) })
            .collect()
    }

    /// The form that is sent to this path.
    pub fn form(&self, path: &str) -> Option<Form> {
        self.forms().into_iter().find(|form| form.action.split('?').next() == Some(path))
    }

    /// "Not you?": signs the person out, and keeps the journey of the page.
    pub fn not_you(&self) -> Option<Form> {
        self.forms().into_iter().find(|f| f.action == "/sign-out" && f.get("journey").is_some())
    }

    /// The header's own way out.
    pub fn sign_out(&self) -> Option<Form> {
        self.forms().into_iter().find(|f| f.action == "/sign-out" && f.get("journey").is_none())
    }

    /// Where a link to this path leads.
    pub fn link(&self, path: &str) -> Option<String> {
        static LINK: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"<a\b([^>]*)>").unwrap());
        let targets = LINK.captures_iter(&self.html).filter_map(|c| attribute(&c[1], "href"));
        targets.into_iter().find(|target| target.split('?').next() == Some(path))
    }

    /// The text of the element with this test id.
    pub fn text(&self, test_id: &str) -> Option<String> {
        let (_, after) = self.html.split_once(&format!("data-testid=\"{test_id}\""))?;
        Some(text_of(after.split_once('>')?.1.split("</").next()?))
    }

    /// What stands above every page: who is signed in.
    pub fn header(&self) -> String {
        let after = self.html.split_once("<header").map_or("", |(_, after)| after);
        text_of(after.split("</header>").next().unwrap_or_default().split_once('>').map_or("", |(_, h)| h))
    }

    /// The records to pick from, by value and name; the new one is not among them.
    pub fn records(&self) -> Vec<(String, String)> {
        static OPTION: LazyLock<Regex> =
            LazyLock::new(|| Regex::new(r#"(?s)<input\b([^>]*name="record"[^>]*)>.*?<bdi>([^<]*)"#).unwrap());
        let options = OPTION.captures_iter(&self.html);
        let options = options.map(|c| (attribute(&c[1], "value").unwrap_or_default(), unescaped(&c[2])));
        options.filter(|(value, _)| value != "new").collect()
    }
}

/// A browser. Its tabs share it, and its cookies.
#[derive(Clone)]
pub struct Browser {
    http: reqwest::Client,
    jar: Arc<Jar>,
    base: Url,
    turn: Arc<AtomicU64>,
}

impl Browser {
    pub fn new(base: &str) -> Self {
        let http = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build().unwrap();
        Self { http, jar: Arc::default(), base: base.parse().unwrap(), turn: Arc::default() }
    }

    /// Another one, of somebody else: it has no cookies yet.
    pub fn another(&self) -> Self {
        Self { http: self.http.clone(), jar: Arc::default(), base: self.base.clone(), turn: Arc::default() }
    }

    /// How much has happened so far.
    pub fn turn(&self) -> u64 {
        self.turn.load(Ordering::Relaxed)
    }

    /// Something happened, here or elsewhere, that the pages shown so far do not know of.
    pub fn advance(&self) -> u64 {
        self.turn.fetch_add(1, Ordering::Relaxed) + 1
    }

    /// What the portal answers to a form, or to a look at an address.
    async fn ask(&self, form: Option<&Form>, address: &str) -> reqwest::Response {
        let address = self.base.join(address).unwrap();
        let request = match form {
            Some(form) => self.http.post(address).form(&form.fields),
            None => self.http.get(address),
        };
        let request = match self.jar.cookies(&self.base) {
            Some(cookies) => request.header(COOKIE, cookies),
            None => request,
        };
        request.header(ACCEPT_LANGUAGE, "en").send().await.unwrap()
    }

    fn keep_cookies(&self, response: &reqwest::Response) {
        let mut cookies = response.headers().get_all(SET_COOKIE).iter().peekable();
        if cookies.peek().is_some() {
            self.jar.set_cookies(&mut cookies, &self.base);
        }
    }

    /// Sends a form, or opens an address, and follows where it leads.
    async fn load(&self, form: Option<&Form>, address: &str) -> Page {
        let mut address = address.to_owned();
        let mut response = self.ask(form, &address).await;
        self.keep_cookies(&response);
        while response.status() == 303 {
            let location = response.headers()[LOCATION].to_str().unwrap();
            assert!(location.starts_with('/') && !location.starts_with("//"), "stays here: {location}");
            address = location.to_owned();
            response = self.ask(None, &address).await;
            self.keep_cookies(&response);
        }
        let status = response.status().as_u16();
        let html = response.text().await.unwrap();
        Page { address, status, html, turn: self.advance() }
    }

    /// Sends a form whose reply gets lost on its way: the portal has acted, and the browser knows nothing of it.
    pub async fn send_and_lose_the_reply(&self, form: &Form) {
        let response = self.ask(Some(form), &form.action).await;
        assert_eq!(response.status(), 303, "the portal did as it was asked");
    }
}

/// A tab: the page that it shows is the last of its history.
pub struct Tab {
    pub browser: Browser,
    history: Vec<Page>,
}

impl Tab {
    pub fn of(browser: &Browser) -> Self {
        let blank = Page { address: "about:blank".to_owned(), status: 0, html: String::new(), turn: 0 };
        Self { browser: browser.clone(), history: vec![blank] }
    }

    pub fn page(&self) -> &Page {
        self.history.last().unwrap()
    }

    pub async fn open(&mut self, address: &str) {
        let page = self.browser.load(None, address).await;
        self.history.push(page);
    }

    pub async fn send(&mut self, form: &Form) {
        let page = self.browser.load(Some(form), &form.action).await;
        self.history.push(page);
    }

    /// Asks for the page's address again.
    pub async fn reload(&mut self) {
        let address = self.page().address.clone();
        let page = self.browser.load(None, &address).await;
        *self.history.last_mut().unwrap() = page;
    }

    /// Shows the page before as it was. False on the first one.
    pub fn back(&mut self) -> bool {
        let has_older = self.history.len() > 2;
        if has_older {
            self.history.pop();
        }
        has_older
    }

    /// Fails unless the tab shows this page.
    #[track_caller]
    pub fn shows(&self, page: &str, status: u16) {
        let shown = self.page();
        assert_eq!((shown.name(), shown.status), (page, status), "at {}", shown.address);
    }

    /// The form of the page shown that is sent to this path.
    #[track_caller]
    pub fn form(&self, path: &str) -> Form {
        let page = self.page();
        page.form(path).unwrap_or_else(|| panic!("page {:?} has a form for {path}", page.name()))
    }

    pub async fn answer(&mut self, answer: &str) {
        let form = self.form("/connect/question").with("answer", answer);
        self.send(&form).await;
    }

    pub async fn sign_in(&mut self, email: &str) {
        let form = self.form("/sign-in").with("email", email).with("password", PASSWORD);
        self.send(&form).await;
    }

    /// From the sign-in page to the form of somebody new, filled in.
    pub async fn new_account(&mut self, name: &str, email: &str) -> Form {
        let form = self.page().link("/create-account").unwrap();
        self.open(&form).await;
        self.form("/create-account").with("name", name).with("email", email).with("password", PASSWORD)
    }

    /// Picks the record of this name among those on the page, or a new one.
    pub async fn pick(&mut self, name: &str) {
        let form = self.form("/connect/record");
        let known = self.page().records().into_iter().find(|(_, record)| record == name);
        let form = match known {
            Some((value, _)) => form.with("record", &value).with("new_record_name", ""),
            None => form.with("record", "new").with("new_record_name", name),
        };
        self.send(&form).await;
    }

    pub async fn allow(&mut self) {
        let form = self.form("/connect/authorize").with("decision", "allow");
        self.send(&form).await;
    }
}
