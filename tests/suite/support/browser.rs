//! A patient's browser, and what she does in it.

use std::{collections::HashMap, sync::LazyLock};

use patient_connect::ports::{SystemRandom, new_pseudonym};
use regex::Regex;

use super::Letter;

/// A browser without JavaScript.
#[derive(Clone)]
pub struct Browser {
    http: reqwest::Client,
    base: String,
    pub status: u16,
    pub path: String,
    pub html: String,
    pub visited: Vec<String>,
}

impl Browser {
    pub fn new(base: &str) -> Self {
        let http = reqwest::Client::builder()
            .cookie_store(true)
            .redirect(reqwest::redirect::Policy::none())
            .build()
            .unwrap();
        Self {
            http,
            base: base.to_owned(),
            status: 0,
            path: String::new(),
            html: String::new(),
            visited: Vec::new(),
        }
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
        let hidden = Regex::new(r#"<input type="hidden" name="([^"]+)" value="([^"]*)">"#).unwrap();
        let mut form: HashMap<String, String> =
            hidden.captures_iter(&self.html).map(|c| (c[1].to_owned(), c[2].to_owned())).collect();
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
        if let Some(next) = self.take(action.to_owned(), response).await {
            self.open(&next).await;
        }
    }

    async fn take(&mut self, path: String, response: reqwest::Response) -> Option<String> {
        self.status = response.status().as_u16();
        self.visited.push(path.clone());
        self.path = path;
        let location = response.headers().get("location").map(|v| v.to_str().unwrap().to_owned());
        self.html = response.text().await.unwrap();
        if self.status != 303 {
            return None;
        }
        let location = location.expect("a redirect says where to");
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
        (email, password)
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
