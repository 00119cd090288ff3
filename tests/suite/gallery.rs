//! Every sample of every page, in every language, is rendered, looked at, and put into `target/gallery`, where it can
//! be opened in a browser: a clinic or a translator sees every state without having to bring it about.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::LazyLock,
};

use patient_connect::{
    copy::Catalogue, domain::zone::Zone, gallery, portal::chrome::Chrome, web::assets::Assets,
};
use regex::Regex;

/// One page as it is sent.
struct Shot {
    name: &'static str,
    sample: &'static str,
    language: String,
    dir: String,
    /// What the title of a page begins with that says what is wrong.
    error: String,
    html: String,
}

impl Shot {
    fn file(&self) -> String {
        format!("{}--{}.html", self.name, self.sample)
    }
}

/// What stands around the samples in one language.
pub fn chrome(catalogue: &Catalogue, words: &std::sync::Arc<patient_connect::copy::Words>) -> Chrome {
    let languages = catalogue.languages().iter().map(|w| (w.tag().to_owned(), w.name().to_owned())).collect();
    Chrome {
        words: words.clone(),
        zone: Zone::UTC,
        languages,
        csrf: "4f1d0c6a9b2e7f35".repeat(4),
        here: "/connect".to_owned(),
        person: None,
        brand: None,
        look: None,
        notice: None,
        sandbox: false,
        assets: Assets::embedded(),
    }
}

/// The pages, without the mails.
fn pages() -> impl Iterator<Item = &'static Shot> {
    shots().iter().filter(|shot| !shot.name.starts_with("mail-"))
}

/// The mails, as HTML.
fn mails() -> impl Iterator<Item = &'static Shot> {
    shots().iter().filter(|shot| shot.name.starts_with("mail-"))
}

/// Everything, made once for all tests.
fn shots() -> &'static [Shot] {
    static SHOTS: LazyLock<Vec<Shot>> = LazyLock::new(take_shots);
    &SHOTS
}

fn take_shots() -> Vec<Shot> {
    let catalogue = Catalogue::load();
    let of_language = |words| {
        let chrome = chrome(&catalogue, words);
        gallery::all(&chrome).into_iter().map(move |sample| Shot {
            name: sample.page,
            sample: sample.state,
            language: chrome.words.tag().to_owned(),
            dir: chrome.words.dir().to_owned(),
            error: chrome.words.text("title-error").to_owned(),
            html: sample.render().unwrap(),
        })
    };
    catalogue.languages().iter().flat_map(of_language).collect()
}

/// Beside what Cargo builds, wherever that is.
fn folder() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).parent().expect("the folder lies in target").join("gallery")
}

/// Every page that a template of ours makes is in the registry.
#[test]
fn a_page_that_is_not_in_the_gallery_fails_here() {
    let shown: std::collections::BTreeSet<String> =
        shots().iter().map(|shot| shot.name.replace('-', "_")).collect();
    let name = Regex::new(r#"fn name\(&self\) -> &'static str \{\s*"([a-z-]+)""#).unwrap();
    let mut pages = 0;
    for source in crate::sources::below("src/portal") {
        for found in name.captures_iter(&source.text) {
            pages += 1;
            let page = found[1].replace('-', "_");
            assert!(shown.contains(&page), "{}: the page {page} is not in the gallery", source.path);
        }
    }
    assert!(pages >= 19, "the pages were found: {pages}");
}

#[test]
fn every_page_can_be_looked_at_in_the_gallery() {
    let folder = folder();
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("static")).unwrap();
    for asset in Assets::embedded().files() {
        fs::write(folder.join(&asset.path[1..]), asset.bytes).unwrap();
    }
    let mut index = String::from(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Gallery</title><h1>Gallery</h1><ul>\n",
    );
    for shot in shots() {
        let place = folder.join(&shot.language);
        fs::create_dir_all(&place).unwrap();
        fs::write(place.join(shot.file()), shot.html.replace("\"/static/", "\"../static/")).unwrap();
        index += &format!("<li><a href=\"{0}/{1}\">{0} {1}</a></li>\n", shot.language, shot.file());
    }
    fs::write(folder.join("index.html"), index + "</ul></html>\n").unwrap();
}

#[test]
fn every_page_has_one_heading_one_main_and_a_title_that_says_the_same() {
    let heading = Regex::new(r"(?s)<h1[^>]*>(.*?)</h1>").unwrap();
    let title = Regex::new(r"(?s)<title>(.*?)</title>").unwrap();
    let tag = Regex::new(r"<[^>]+>").unwrap();
    for shot in shots() {
        let place = format!("{} {}", shot.language, shot.file());
        let headings: Vec<_> = heading.captures_iter(&shot.html).collect();
        assert_eq!(headings.len(), 1, "{place}: one h1");
        assert_eq!(shot.html.matches("<main ").count(), 1, "{place}: one main");
        assert!(shot.html.contains(&format!("data-testid=\"page-{}\"", shot.name)), "{place}: main is named");
        assert!(
            shot.html.starts_with(&format!(
                "<!doctype html>\n<html lang=\"{}\" dir=\"{}\">",
                shot.language, shot.dir
            )),
            "{place}"
        );
        let titles: Vec<_> = title.captures_iter(&shot.html).collect();
        assert_eq!(titles.len(), 1, "{place}: one title");
        let heading = tag.replace_all(&headings[0][1], "").into_owned();
        let title = &titles[0][1];
        assert!(title.contains(heading.trim()), "{place}: title “{title}” says “{heading}”");
        assert_eq!(
            title.starts_with(&format!("{} ", shot.error)),
            shot.html.contains("data-testid=\"error-summary\""),
            "{place}: the title says that something is wrong"
        );
    }
}

#[test]
fn every_page_keeps_to_the_content_security_policy_and_to_its_size() {
    let handler = Regex::new(r#"<[^>]+\son[a-z]+="#).unwrap();
    let foreign = Regex::new(r#"(src|action)="(https?:)?//"#).unwrap();
    for shot in pages() {
        let place = format!("{} {}", shot.language, shot.file());
        assert!(!shot.html.contains(" style="), "{place}: no style attribute");
        assert!(!shot.html.contains("<style"), "{place}: no style element");
        assert!(!handler.is_match(&shot.html), "{place}: no inline handler");
        assert!(!foreign.is_match(&shot.html), "{place}: nothing from elsewhere");
        assert!(has_only_our_scripts(&shot.html), "{place}: scripts");
        assert!(shot.html.len() < 14 * 1024, "{place}: {} bytes", shot.html.len());
    }
    let assets: usize = Assets::embedded().files().iter().map(|asset| asset.bytes.len()).sum();
    assert!(assets < 46 * 1024, "stylesheet, script and icon have {assets} bytes");
}

#[test]
fn every_page_is_in_words_and_not_in_keys() {
    let keys = super::copy::keys("en").into_iter().filter(|key| key.contains('-'));
    let keys: std::collections::HashSet<String> = keys.collect();
    let tag = Regex::new(r"(?s)<[^>]*>").unwrap();
    for shot in shots() {
        let place = format!("{} {}", shot.language, shot.file());
        let text = tag.replace_all(&shot.html, "\n");
        let shown = text.lines().find(|line| keys.contains(line.trim()));
        assert_eq!(shown, None, "{place}: a key is shown");
        assert!(!text.contains("{$") && !text.contains("{ $"), "{place}: a variable is not filled in");
    }
}

#[test]
fn every_form_carries_its_token_and_every_wrong_field_is_tied_to_its_message() {
    let id = Regex::new(r#" id="([^"]+)""#).unwrap();
    let summary_link = Regex::new(r##"<li><a href="#([^"]+)">([^<]+)</a></li>"##).unwrap();
    for shot in shots() {
        let place = format!("{} {}", shot.language, shot.file());
        assert_eq!(
            shot.html.matches("<form ").count(),
            shot.html.matches("name=\"csrf_token\"").count(),
            "{place}: every form has a token"
        );
        let mut ids: Vec<&str> =
            id.captures_iter(&shot.html).map(|found| found.get(1).unwrap().as_str()).collect();
        let count = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), count, "{place}: ids are unique");
        for problem in summary_link.captures_iter(&shot.html) {
            let (field, message) = (&problem[1], &problem[2]);
            assert!(ids.contains(&field), "{place}: there is a field {field}");
            let at_field = format!("id=\"{field}-error\" data-testid=\"field-error-{field}\">{message}</p>");
            assert!(shot.html.contains(&at_field), "{place}: the same words at the field {field}");
        }
    }
}

#[test]
fn no_clinic_or_patient_text_becomes_markup() {
    let catalogue = Catalogue::load();
    let nasty = "<script>alert(1)</script>\"'&";
    let chrome = Chrome {
        csrf: nasty.to_owned(),
        here: nasty.to_owned(),
        person: Some(nasty.to_owned()),
        notice: Some(nasty.to_owned()),
        sandbox: true,
        ..chrome(&catalogue, catalogue.default())
    };
    let mut pages = 0;
    for sample in gallery::all(&chrome).into_iter().filter(|sample| !sample.page.starts_with("mail-")) {
        pages += 1;
        let html = sample.render().unwrap();
        assert!(has_only_our_scripts(&html), "{}: only our own scripts", sample.page);
    }
    assert!(pages > 80);
}

/// Every kind of mail is in the registry: each has a name of its own in the domain.
#[test]
fn a_mail_that_is_not_in_the_gallery_fails_here() {
    let shown: std::collections::BTreeSet<&str> = mails().map(|shot| shot.name).collect();
    let name = Regex::new(r#"=> "(mail-[a-z-]+)""#).unwrap();
    let says = crate::sources::below("src/domain/mail");
    let kinds: Vec<&str> = says
        .iter()
        .flat_map(|source| name.captures_iter(&source.text))
        .map(|found| found.get(1).unwrap().as_str())
        .collect();
    assert!(!kinds.is_empty(), "the kinds were found");
    for kind in kinds {
        assert!(shown.contains(kind), "the mail {kind} is not in the gallery");
    }
}

#[test]
fn a_mail_loads_nothing_runs_nothing_and_leads_only_to_the_portal_and_to_whom_to_ask() {
    let loads =
        Regex::new(r#"(?i)<(script|img|link|iframe|object|form|base)\b|\ssrc=|url\(|@import"#).unwrap();
    let link = Regex::new(r#"href="([^"]*)""#).unwrap();
    for shot in mails() {
        let place = format!("{} {}", shot.language, shot.file());
        assert!(!loads.is_match(&shot.html), "{place} loads something");
        assert!(shot.html.len() < 14 * 1024, "{place}: {} bytes", shot.html.len());
        for found in link.captures_iter(&shot.html) {
            assert!(
                ["https://connect.clinic.example/", "tel:", "mailto:"]
                    .iter()
                    .any(|own| found[1].starts_with(own)),
                "{place} leads to {}",
                &found[1]
            );
        }
    }
}

/// The one that every page loads, and at most one more, both from our own files.
fn has_only_our_scripts(html: &str) -> bool {
    let ours = html.matches("<script src=\"/static/").count();
    html.matches("<script").count() == ours && (1..=2).contains(&ours)
}
