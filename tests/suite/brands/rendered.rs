//! Every page and mail in a brand.

use std::sync::Arc;

use patient_connect::{
    brands::{Look, check},
    copy::Catalogue,
};
use regex::Regex;

use super::{Shot, files, folder, shots, shots_in};

/// The brands that must render, with whether they have a shell.
const BRANDS: [(&str, bool); 3] = [
    ("examples/brands/harbour", false),
    ("examples/brands/noor", true),
    ("tests/suite/fixtures/brand-v1", true),
];

/// What must be on every page, whatever a brand puts there.
#[track_caller]
fn is_whole(brand: &str, shot: &Shot) {
    let Shot { page, state, html } = shot;
    let place = format!("{brand}: {page}/{state}");
    if page.starts_with("mail-") {
        assert!(!html.contains("<img") && !html.contains("<link"), "{place}: a mail loads nothing");
        return;
    }
    for part in [
        "<a class=\"skip\" href=\"#main\">",
        "<main id=\"main\"",
        "action=\"/language\"",
        " class=\"head\"",
        " class=\"foot\"",
        &format!("data-testid=\"page-{page}\""),
    ] {
        assert_eq!(html.matches(part).count(), 1, "{place}: {part}");
    }
    // One banner and one footer: the shell's, where it has one.
    assert_eq!((html.matches("<header").count(), html.matches("<footer").count()), (1, 1), "{place}");
    assert_eq!(html.matches("<h1").count(), 1, "{place}: one h1");
    assert_eq!(html.matches("<main").count(), 1, "{place}: one main");
    let scripts = html.matches("<script").count();
    assert_eq!(html.matches("<script src=\"/static/").count(), scripts, "{place}: our scripts alone");
    assert!(html.contains("brand-through") || html.contains("Patient Connect"), "{place}: says through whom");
    assert!(html.len() < 20 * 1024, "{place}: {} bytes", html.len());
}

#[test]
fn brands_of_contract_1_render_every_page_and_mail() {
    let catalogue = Catalogue::load();
    let own = Regex::new(r#"(?:src|href|srcset)="(/brand/[^"]+)""#).unwrap();
    for (brand, has_shell) in BRANDS {
        let files = folder(brand);
        let checked = check(&files, "1");
        let errors: Vec<String> =
            checked.findings.iter().filter(|f| f.is_error()).map(ToString::to_string).collect();
        assert!(errors.is_empty(), "{brand}, by layer and line: {errors:#?}");
        let look = Arc::new(Look::of("1", &files, &catalogue));
        assert_eq!(look.shell("en").is_some(), has_shell, "{brand}: its shell");
        assert!(look.accent.is_some(), "{brand}: its tokens");
        assert!(look.logo.is_some() && look.icon.is_some(), "{brand}: its files");
        let mut pages = 0;
        for words in catalogue.languages() {
            for shot in shots_in(&catalogue, words, &look) {
                pages += 1;
                is_whole(brand, &shot);
                for address in own.captures_iter(&shot.html) {
                    assert!(look.file(&address[1]).is_some(), "{brand}: {} is served", &address[1]);
                }
            }
        }
        assert!(pages > 200, "{brand}: {pages}");
        let weight: usize = look.addresses().map(|address| look.file(address).unwrap().bytes.len()).sum();
        assert!(weight < 100 * 1024, "{brand}: {weight} bytes");
    }
}

fn page<'s>(shots: &'s [Shot], page: &str) -> &'s str {
    &shots.iter().find(|shot| shot.page == page).unwrap().html
}

#[test]
fn each_slot_is_at_its_place() {
    let names = [
        "header",
        "footer",
        "code-before",
        "code-after",
        "question-after",
        "sign-in-after",
        "record-after",
        "authorize-after",
        "success-after",
        "refusal-after",
        "mail-header",
        "mail-footer",
    ];
    let all: Vec<(String, String)> =
        names.iter().map(|name| (format!("slots/{name}.html"), format!("<p>SLOT {name}.</p>"))).collect();
    let all: Vec<(&str, &str)> = all.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let shots = shots(&files(&all));
    for (name, slots) in [
        ("code", &["header", "code-before", "code-after", "footer"][..]),
        ("question", &["header", "question-after", "footer"]),
        ("sign-in", &["header", "sign-in-after", "footer"]),
        ("record", &["header", "record-after", "footer"]),
        ("authorize", &["header", "authorize-after", "footer"]),
        ("success", &["header", "success-after", "footer"]),
        ("locked", &["header", "refusal-after", "footer"]),
        ("expired", &["header", "refusal-after", "footer"]),
        ("frozen", &["header", "refusal-after", "footer"]),
        ("connections", &["header", "footer"]),
        ("mail-invitation", &["mail-header", "mail-footer"]),
    ] {
        let html = page(&shots, name);
        let found: Vec<&str> =
            html.split("SLOT ").skip(1).map(|rest| rest.split('.').next().unwrap()).collect();
        assert_eq!(found, slots, "{name}");
    }
}

#[test]
fn a_language_has_its_own_slot_and_else_the_one_of_none_marked_with_its_language() {
    let catalogue = Catalogue::load();
    let files = files(&[
        ("slots/footer.html", "<p>English words</p>"),
        ("slots/es/footer.html", "<p>Palabras</p>"),
        ("slots/header.html", "<p>Only one</p>"),
    ]);
    let mut files = files;
    files.0.insert("brand.toml".to_owned(), b"contract = 1\nlanguage = \"en\"\n".to_vec());
    let look = Arc::new(Look::of("1", &files, &catalogue));
    let spanish = catalogue.find("es").unwrap();
    let html = &shots_in(&catalogue, spanish, &look)[0].html;
    assert!(html.contains("<div class=\"slot\"><p>Palabras</p></div>"), "{html}");
    assert!(html.contains("<div class=\"slot\" lang=\"en\" dir=\"ltr\"><p>Only one</p></div>"), "{html}");
}

#[test]
fn a_brands_words_stand_above_ours_in_their_language_alone() {
    let catalogue = Catalogue::load();
    let files =
        files(&[("words.en.ftl", "code-heading = Type it here\nsuccess-heading = Hooray for { $app }\n")]);
    let look = Arc::new(Look::of("1", &files, &catalogue));
    let shots = shots_in(&catalogue, catalogue.default(), &look);
    assert!(page(&shots, "code").contains("Type it here"));
    assert!(page(&shots, "success").contains("Hooray for <bdi>Fabrikam Visits</bdi>"));
    let spanish = shots_in(&catalogue, catalogue.find("es").unwrap(), &look);
    assert!(!page(&spanish, "code").contains("Type it here"));
}

#[test]
fn one_broken_layer_takes_no_other_with_it() {
    let good = folder("examples/brands/harbour");
    let catalogue = Catalogue::load();
    for (file, text) in [
        ("brand.toml", "contract = ["),
        ("words.en.ftl", "code-heading"),
        ("slots/footer.html", "<p"),
        ("shell.html", "{{head}}"),
        ("logo.svg", "<svg"),
    ] {
        let mut broken = good.clone();
        broken.0.insert(file.to_owned(), text.into());
        let look = Arc::new(Look::of("1", &broken, &catalogue));
        assert!(look.findings.iter().any(|finding| finding.is_error()), "{file}");
        let shots = shots_in(&catalogue, catalogue.default(), &look);
        for shot in &shots {
            is_whole(file, shot);
        }
        let html = page(&shots, "code");
        assert_eq!(html.contains("from your Harbour letter"), file != "words.en.ftl", "{file}: words");
        assert!(html.contains("Caring for families"), "{file}: the other slots stay");
        assert_eq!(look.accent.is_some(), file != "brand.toml", "{file}: tokens");
        assert!(look.shell("en").is_none());
    }
}

#[test]
fn a_shell_in_another_language_than_the_page_says_so() {
    let catalogue = Catalogue::load();
    let look = Arc::new(Look::of("1", &folder("examples/brands/noor"), &catalogue));
    let html = &shots_in(&catalogue, catalogue.default(), &look)[0].html;
    assert_eq!(html.matches("<header lang=\"ar\" dir=\"rtl\">").count(), 1, "{html}");
    assert_eq!(html.matches("<footer lang=\"ar\" dir=\"rtl\">").count(), 1, "{html}");
}
