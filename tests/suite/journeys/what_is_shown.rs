//! What a page shows is what is done: one test for each thing that may come between a page and the sending of its form.
//! `interleavings` tries them in all orders; here each stands by its name.

use super::{
    people::{email, invite, somebody},
    tabs::{ANSWER, Browser, Form, Tab},
    truth::{Granted, Truth, ask_for},
};
use crate::support::{Database, TestPortal, spawn};

const LETTER: &str = "Spring visits";

/// A portal where Ada holds Emma’s and Noah’s records and Bo his own, a letter, and who watches.
struct Scene {
    portal: TestPortal,
    truth: Truth,
    link: String,
    browser: Browser,
}

impl Scene {
    async fn new() -> Self {
        let portal = spawn(Database::Sqlite).await;
        ask_for(&portal, 0).await;
        somebody(&portal, "Ada", &["Emma", "Noah"]).await;
        somebody(&portal, "Bo", &["Bo"]).await;
        let link = invite(&portal.clinic(), LETTER).await;
        let truth = Truth::of(&portal).await;
        Self { browser: Browser::new(&portal.base), portal, truth, link }
    }

    /// A tab that has opened the letter.
    async fn tab(&self) -> Tab {
        let mut tab = Tab::of(&self.browser);
        tab.open(&self.link).await;
        tab
    }

    /// A tab in which Ada may allow Emma’s record.
    async fn before_allow(&self) -> Tab {
        let mut tab = self.tab().await;
        tab.answer(ANSWER).await;
        tab.sign_in(&email("Ada")).await;
        tab.pick("Emma").await;
        tab.shows("authorize", 200);
        tab
    }

    /// Another tab, at the records.
    async fn at_the_records(&self) -> Tab {
        let mut tab = self.tab().await;
        let records = tab.page().link("/connect/record").unwrap();
        tab.open(&records).await;
        tab.shows("record", 200);
        tab
    }

    /// Another tab, in which Ada was not the right one, and Bo signs in.
    async fn bo_instead_of_ada(&self) -> Tab {
        let mut tab = self.at_the_records().await;
        let not_you = tab.page().not_you().unwrap();
        tab.send(&not_you).await;
        tab.sign_in(&email("Bo")).await;
        tab.shows("record", 200);
        tab
    }

    /// Person, record and request of what was authorized since the last look.
    async fn granted(&mut self) -> Vec<(String, String, String)> {
        let news = self.truth.news().await.unwrap();
        news.into_iter().map(|Granted { person, record, request, .. }| (person, record, request)).collect()
    }

    async fn authorized_nothing(&mut self, why: &str) {
        let granted = self.granted().await;
        assert!(granted.is_empty(), "{why}, and yet this was authorized: {granted:?}");
    }

    #[track_caller]
    fn is(granted: &[(String, String, String)], person: &str, record: &str) {
        assert_eq!(granted, [(person.to_owned(), record.to_owned(), LETTER.to_owned())]);
    }
}

fn token(tab: &Tab) -> String {
    let forms = tab.page().forms();
    forms.iter().find_map(|form| form.get("csrf_token")).unwrap().to_owned()
}

/// The form as if its page had been given the token that `tab` has.
fn with_the_token_of(tab: &Tab, form: Form) -> Form {
    form.replacing("csrf_token", &token(tab))
}

fn allowing(tab: &Tab) -> Form {
    tab.form("/connect/authorize").with("decision", "allow")
}

#[actix_web::test]
async fn allow_authorizes_only_the_record_that_its_page_showed_when_another_tab_picked_another() {
    let mut scene = Scene::new().await;
    let mut one = scene.before_allow().await;
    let mut two = scene.at_the_records().await;
    two.pick("Noah").await;
    assert_eq!(two.page().text("record-name").as_deref(), Some("Noah"));

    one.allow().await;
    scene.authorized_nothing("the page said Emma").await;
    one.shows("authorize", 422);
    assert_eq!(one.page().text("record-name").as_deref(), Some("Noah"), "it says now what is true");
    one.allow().await;
    one.shows("success", 200);
    Scene::is(&scene.granted().await, "Ada", "Noah");
}

#[actix_web::test]
async fn allow_authorizes_nothing_when_its_page_showed_a_new_record_and_another_tab_named_another() {
    let mut scene = Scene::new().await;
    let mut one = scene.before_allow().await;
    let mut two = scene.at_the_records().await;
    two.pick("Mia").await;
    let shown = two.page().clone();
    assert!(two.back());
    two.pick("Mio").await;
    one.send(&shown.form("/connect/authorize").unwrap().with("decision", "allow")).await;
    scene.authorized_nothing("the page said Mia").await;
    one.shows("authorize", 422);
    two.allow().await;
    Scene::is(&scene.granted().await, "Ada", "Mio");
}

#[actix_web::test]
async fn allow_authorizes_only_for_the_person_whom_its_page_showed_when_another_signed_in_through_not_you() {
    let mut scene = Scene::new().await;
    let mut one = scene.before_allow().await;
    let mut two = scene.bo_instead_of_ada().await;
    two.pick("Bo").await;
    two.shows("authorize", 200);
    let adas = allowing(&one);

    one.send(&adas).await;
    scene.authorized_nothing("the page said Ada, and Emma").await;
    one.send(&with_the_token_of(&two, adas)).await;
    scene.authorized_nothing("whatever its token").await;
    one.shows("authorize", 422);
    assert!(one.page().header().contains("Bo"));
    assert_eq!(one.page().text("record-name").as_deref(), Some("Bo"), "it says now what is true");
    two.allow().await;
    Scene::is(&scene.granted().await, "Bo", "Bo");
}

#[actix_web::test]
async fn a_form_without_the_seal_of_its_page_authorizes_nothing() {
    let mut scene = Scene::new().await;
    let mut tab = scene.before_allow().await;
    let form = allowing(&tab);
    let others = ["csrf_token", "journey", "decision"];
    let seals: Vec<_> = form.fields.iter().filter(|(name, _)| !others.contains(&name.as_str())).collect();
    for (name, _) in &seals {
        for form in [form.clone().without(name), form.clone().replacing(name, "")] {
            tab.send(&form).await;
            scene.authorized_nothing(&format!("without its {name}")).await;
            tab.shows("authorize", 422);
        }
    }
    assert!(form.get("seal").is_some(), "the form has a seal among {seals:?}");
    tab.send(&form).await;
    tab.shows("success", 200);
    Scene::is(&scene.granted().await, "Ada", "Emma");
}

#[actix_web::test]
async fn allow_authorizes_nothing_when_the_clinic_asks_for_something_else_by_then() {
    let mut scene = Scene::new().await;
    let mut tab = scene.before_allow().await;
    for asking in 1..super::truth::ASKINGS.len() {
        let form = allowing(&tab);
        ask_for(&scene.portal, asking).await;
        let bare = form.clone().without("seal").without("rules_shown");
        for form in [form.clone(), form.without("rules_shown"), bare] {
            tab.send(&form).await;
            scene.authorized_nothing(super::truth::ASKINGS[asking]).await;
            tab.shows("authorize", 422);
        }
    }
    tab.allow().await;
    Scene::is(&scene.granted().await, "Ada", "Emma");
}

#[actix_web::test]
async fn an_answer_a_sign_in_and_a_pick_without_the_seal_of_their_page_do_nothing() {
    let scene = Scene::new().await;
    let mut tab = scene.tab().await;
    let ada = email("Ada");
    for (page, path, fields) in [
        ("question", "/connect/question", vec![("answer", ANSWER)]),
        ("sign-in", "/sign-in", vec![("email", &ada), ("password", super::tabs::PASSWORD)]),
        ("record", "/connect/record", vec![("record", "new"), ("new_record_name", "Mia")]),
    ] {
        let form = fields.iter().fold(tab.form(path), |form, (name, value)| form.with(name, value));
        for form in [form.clone().without("seal"), form.clone().replacing("seal", "")] {
            tab.send(&form).await;
            tab.shows(page, 422);
        }
        tab.send(&form).await;
        assert_ne!(tab.page().name(), page, "with its seal it leads on");
    }
    tab.shows("authorize", 200);
}

#[actix_web::test]
async fn a_record_form_that_one_person_was_shown_picks_nothing_for_another() {
    let scene = Scene::new().await;
    scene.before_allow().await;
    let mut one = scene.at_the_records().await;
    let mut two = scene.bo_instead_of_ada().await;
    let adas = one.form("/connect/record").with("record", "new").with("new_record_name", "Emma’s sister");

    one.send(&adas).await;
    two.open("/connect/authorize").await;
    two.shows("record", 200);
    one.send(&with_the_token_of(&two, adas)).await;
    one.shows("record", 422);
    assert_eq!(one.page().records().len(), 1, "it shows Bo his own record");
    two.open("/connect/authorize").await;
    two.shows("record", 200);
}

#[actix_web::test]
async fn the_form_token_is_renewed_at_sign_in_and_at_sign_out() {
    let scene = Scene::new().await;
    let mut tab = scene.tab().await;
    tab.answer(ANSWER).await;
    tab.shows("sign-in", 200);
    let mut tokens = vec![token(&tab)];
    tab.sign_in(&email("Ada")).await;
    tokens.push(token(&tab));
    let not_you = tab.page().not_you().unwrap();
    tab.send(&not_you).await;
    tab.shows("sign-in", 200);
    tokens.push(token(&tab));
    tab.sign_in(&email("Bo")).await;
    tokens.push(token(&tab));
    let picking = tab.form("/connect/record").with("record", "new").with("new_record_name", "Mia");
    for old in &tokens[..3] {
        tab.send(&picking.clone().replacing("csrf_token", old)).await;
        tab.shows("record", 403);
    }
    let sign_out = tab.page().sign_out().unwrap();
    tab.send(&sign_out).await;
    tab.shows("sign-in", 200);
    tokens.push(token(&tab));
    for (before, after) in tokens.iter().zip(&tokens[1..]) {
        assert_ne!(before, after, "of {tokens:?}");
    }
}

#[actix_web::test]
async fn a_sign_in_whose_reply_was_lost_leads_on_when_it_is_sent_again() {
    let mut scene = Scene::new().await;
    let mut tab = scene.tab().await;
    tab.answer(ANSWER).await;
    let form = tab.form("/sign-in").with("email", &email("Ada")).with("password", super::tabs::PASSWORD);
    scene.browser.send_and_lose_the_reply(&form).await;
    tab.send(&form).await;
    tab.shows("record", 200);
    assert_eq!(tab.page().text("friendly-name").as_deref(), Some(LETTER), "the journey is kept");
    tab.pick("Emma").await;
    tab.allow().await;
    tab.shows("success", 200);
    Scene::is(&scene.granted().await, "Ada", "Emma");
}

#[actix_web::test]
async fn an_account_whose_reply_was_lost_leads_on_when_it_is_sent_again() {
    let mut scene = Scene::new().await;
    let mut tab = scene.tab().await;
    tab.answer(ANSWER).await;
    let form = tab.new_account("Cleo", &email("Cleo")).await;
    scene.browser.send_and_lose_the_reply(&form).await;
    tab.send(&form).await;
    tab.shows("record", 200);
    assert_eq!(tab.page().text("friendly-name").as_deref(), Some(LETTER), "the journey is kept");
    tab.pick("Cleo").await;
    tab.allow().await;
    tab.shows("success", 200);
    Scene::is(&scene.granted().await, "Cleo", "Cleo");
}

#[actix_web::test]
async fn the_cookie_of_before_a_sign_in_opens_nothing_after_it() {
    let scene = Scene::new().await;
    let mut tab = scene.tab().await;
    tab.answer(ANSWER).await;
    let form = tab.form("/sign-in").with("email", &email("Ada")).with("password", super::tabs::PASSWORD);
    scene.browser.send_and_lose_the_reply(&form).await;
    for address in ["/connect/record", "/connections", "/connect/authorize"] {
        tab.open(address).await;
        assert!(["code", "sign-in"].contains(&tab.page().name()), "{address}: {}", tab.page().name());
    }
    tab.send(&form.replacing("password", "something else entirely")).await;
    assert!(tab.page().status >= 400, "the old cookie and another password lead nowhere");
    tab.open("/connections").await;
    tab.shows("sign-in", 200);
}
