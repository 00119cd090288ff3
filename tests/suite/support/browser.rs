//! A patient's browser, and what she does in it.

use std::{
    collections::{BTreeMap, HashMap},
    sync::{Arc, LazyLock},
};

use patient_connect::ports::{SystemRandom, new_pseudonym};
use regex::Regex;
use reqwest::{
    cookie::Jar,
    header::{HeaderMap, HeaderName, HeaderValue},
};

use super::{Letter, TestMailbox};

const FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");

/// A browser without JavaScript.
#[derive(Clone)]
pub struct Browser {
    http: reqwest::Client,
    base: String,
    pub status: u16,
    pub path: String,
    pub html: String,
    /// Of the last answer.
    pub headers: HeaderMap,
    /// Every cookie that it has, as it was set, by name.
    pub cookies: BTreeMap<String, String>,
    pub visited: Vec<String>,
    address: Option<String>,
    agent: String,
    /// Where a redirect led that did not stay here, if it may.
    pub elsewhere: String,
    pub may_leave: bool,
    /// Where the portal's mails arrive.
    mailbox: Option<TestMailbox>,
    /// The policy of the last answer.
    pub policy: String,
}

impl Browser {
    pub fn new(base: &str) -> Self {
        Self::with(base, None, "", BTreeMap::new())
    }

    /// A browser that calls itself so.
    pub fn that_says(base: &str, agent: &str) -> Self {
        Self::with(base, None, agent, BTreeMap::new())
    }

    /// One at another address than the tests', as a proxy tells it.
    pub fn from_address(base: &str, address: &str) -> Self {
        Self::with(base, Some(address.to_owned()), "", BTreeMap::new())
    }

    /// This browser after it was closed and opened again: it has the cookies that were to last, and no others.
    pub fn reopened(&self) -> Self {
        let lasting = self.cookies.clone().into_iter().filter(|(_, cookie)| cookie.contains("Max-Age="));
        Self::with(&self.base, self.address.clone(), &self.agent, lasting.collect())
    }

    fn with(base: &str, address: Option<String>, agent: &str, cookies: BTreeMap<String, String>) -> Self {
        let jar = Jar::default();
        for cookie in cookies.values() {
            jar.add_cookie_str(cookie, &base.parse().unwrap());
        }
        let from = address.iter().map(|a| (FORWARDED_FOR, HeaderValue::from_str(a).unwrap()));
        let http = reqwest::Client::builder()
            .cookie_provider(Arc::new(jar))
            .default_headers(from.collect())
            .user_agent(agent)
            .redirect(reqwest::redirect::Policy::none())
            .build()
            .unwrap();
        Self {
            http,
            base: base.to_owned(),
            status: 0,
            path: String::new(),
            html: String::new(),
            headers: HeaderMap::new(),
            cookies,
            visited: Vec::new(),
            address,
            agent: agent.to_owned(),
            elsewhere: String::new(),
            may_leave: false,
            policy: String::new(),
            mailbox: None,
        }
    }

    /// The same whose mails arrive there.
    pub fn reading(self, mailbox: Option<TestMailbox>) -> Self {
        Self { mailbox, ..self }
    }

    /// The same browser with the same page in front, before another node of the portal.
    pub fn at(&self, base: &str) -> Self {
        Self { base: base.to_owned(), ..self.clone() }
    }

    /// Opens an address of the portal and follows redirects, which must stay there.
    pub async fn open(&mut self, address: &str) {
        let mut path = address.strip_prefix(&self.base).unwrap_or(address).to_owned();
        for _ in 0..10 {
            let response = self
                .http
                .get(format!("{}{path}", self.base))
                .header("accept-language", "en")
                .send()
                .await
                .unwrap();
            match self.take(path, response).await {
                Some(next) => path = next,
                None => return,
            }
        }
        panic!("too many redirects");
    }

    /// Sends the form of the page in front, with its hidden fields.
    pub async fn submit(&mut self, action: &str, fields: &[(&str, &str)]) {
        if let Some(next) = self.submit_only(action, fields).await {
            self.open(&next).await;
        }
    }

    /// The same without following a redirect; gives where it leads.
    pub async fn submit_only(&mut self, action: &str, fields: &[(&str, &str)]) -> Option<String> {
        let hidden = Regex::new(r#"<input type="hidden" name="([^"]+)" value="([^"]*)">"#).unwrap();
        // Those of the form that is sent there; of the whole page where none is.
        let start = self.html.find(&format!("action=\"{action}\"")).unwrap_or(0);
        let end = if start == 0 { None } else { self.html[start..].find("</form>") };
        let part = &self.html[start..end.map_or(self.html.len(), |end| start + end)];
        let mut form: HashMap<String, String> =
            hidden.captures_iter(part).map(|c| (c[1].to_owned(), c[2].to_owned())).collect();
        form.remove("return_to");
        form.extend(fields.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())));
        let response = self
            .http
            .post(format!("{}{action}", self.base))
            .header("accept-language", "en")
            .form(&form)
            .send()
            .await
            .unwrap();
        self.take(action.to_owned(), response).await
    }

    async fn take(&mut self, path: String, response: reqwest::Response) -> Option<String> {
        self.status = response.status().as_u16();
        self.visited.push(path.clone());
        self.path = path;
        self.headers = response.headers().clone();
        for cookie in self.headers.get_all("set-cookie").iter().map(|v| v.to_str().unwrap()) {
            let name = cookie.split('=').next().unwrap().to_owned();
            match cookie.contains("Max-Age=0") {
                true => self.cookies.remove(&name),
                false => self.cookies.insert(name, cookie.to_owned()),
            };
        }
        let header = |name| response.headers().get(name).map(|v| v.to_str().unwrap().to_owned());
        let location = header("location");
        self.policy = header("content-security-policy").unwrap_or_default();
        self.html = response.text().await.unwrap();
        if self.status != 303 {
            return None;
        }
        let location = location.expect("a redirect says where to");
        if self.may_leave && !location.starts_with('/') {
            self.elsewhere = location;
            return None;
        }
        assert!(
            location.starts_with('/') && !location.starts_with("//"),
            "a redirect stays here: {location}"
        );
        Some(location)
    }

    /// Fails unless this is the page, with this status.
    #[track_caller]
    pub fn is(&self, page: &str, status: u16) {
        let found = Regex::new(r#"data-testid="(page-[a-z-]+)""#).unwrap();
        let found = found.captures(&self.html).map(|c| c[1].to_owned()).unwrap_or_default();
        assert_eq!(
            (found.as_str(), self.status),
            (format!("page-{page}").as_str(), status),
            "at {}",
            self.path
        );
    }

    pub async fn answer(&mut self, answer: &str) {
        self.submit("/connect/question", &[("answer", answer)]).await;
    }

    /// From the sign-in page to the record page, as somebody new.
    pub async fn create_account(&mut self) -> (String, &'static str) {
        let email = format!("{}@example.com", new_pseudonym(&SystemRandom).simple());
        let password = "violet harbour tuesday lantern";
        self.open(&self.path.replace("/sign-in", "/create-account")).await;
        let fields = [("name", "Pat Example"), ("email", email.as_str()), ("password", password)];
        self.submit(&self.path.clone(), &fields).await;
        if self.html.contains("data-testid=\"page-verify-email\"") {
            let code = self.mailed_code(&email).await;
            self.submit(&self.path.clone(), &[("email_code", &code)]).await;
        }
        (email, password)
    }

    /// The code of the newest mail to an address: in the portal's mailbox, or in the sandbox's.
    pub async fn mailed_code(&self, email: &str) -> String {
        if let Some(mailbox) = &self.mailbox {
            return mailbox.newest_code(email).await;
        }
        let page = format!("{}/_demo/mail.json?to={email}", self.base);
        let found: serde_json::Value = self.http.get(page).send().await.unwrap().json().await.unwrap();
        found["items"][0]["codes"][0].as_str().expect("a code has arrived").to_owned()
    }

    pub async fn choose_new(&mut self, name: &str) {
        self.submit("/connect/record", &[("record", "new"), ("new_record_name", name)]).await;
    }

    pub async fn allow(&mut self) {
        self.submit("/connect/authorize", &[("decision", "allow")]).await;
    }

    /// The whole way as somebody new.
    pub async fn connect(&mut self, letter: &Letter, record: &str) {
        self.open(&letter.link).await;
        self.answer(&letter.answer).await;
        self.is("sign-in", 200);
        self.create_account().await;
        self.choose_new(record).await;
        self.allow().await;
        self.is("success", 200);
    }

    /// Ends the first of her connections, through its pages.
    pub async fn disconnect(&mut self) {
        static CONNECTION: LazyLock<Regex> =
            LazyLock::new(|| Regex::new(r#"href="(/connections/[0-9a-f-]{36}/disconnect)""#).unwrap());
        self.open("/connections").await;
        let page = CONNECTION.captures(&self.html).expect("there is a connection")[1].to_owned();
        self.open(&page).await;
        self.submit(&page, &[]).await;
        self.is("connections", 200);
    }

    /// The value of an existing record's radio button.
    pub fn record_id(&self, name: &str) -> String {
        let found = Regex::new(r#"name="record" id="[^"]*" value="([0-9a-f-]{36})"[^>]*><span class="choice-words"><strong><bdi>([^<]*)"#).unwrap();
        let html = self.html.clone();
        found
            .captures_iter(&html)
            .find(|c| &c[2] == name)
            .map(|c| c[1].to_owned())
            .expect("the record is a choice")
    }
}
