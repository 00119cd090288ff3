//! Slots: named places on our pages where a brand may put HTML of its own, from a small set of elements, without
//! variables: "no patient's data can meet a brand's text".

use url::Url;

use super::{
    findings::{Code, Finding},
    tags::{self, Tag},
};

macro_rules! slots {
    ($($slot:ident $name:literal $about:literal,)*) => {
        /// A place for a brand's own HTML.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Slot { $(#[doc = $about] $slot,)* }

        impl Slot {
            /// All of them.
            pub const ALL: &[Slot] = &[$(Slot::$slot),*];

            /// The name of its file, without `.html`.
            pub fn as_str(self) -> &'static str {
                match self { $(Slot::$slot => $name,)* }
            }

            /// Where it is, in a sentence.
            pub fn about(self) -> &'static str {
                match self { $(Slot::$slot => $about,)* }
            }
        }
    };
}

slots! {
    Header "header" "Below the clinic’s name, on every page.",
    Footer "footer" "Above our own footer, on every page.",
    CodeBefore "code-before" "Before the form for the code.",
    CodeAfter "code-after" "After the form for the code.",
    QuestionAfter "question-after" "After the secret question.",
    SignInAfter "sign-in-after" "After the forms for signing in.",
    RecordAfter "record-after" "After the choice of a record.",
    AuthorizeAfter "authorize-after" "After the two buttons of the decision.",
    SuccessAfter "success-after" "At the end of the last page.",
    RefusalAfter "refusal-after" "At the end of every page that says why it does not go on.",
    MailHeader "mail-header" "Above the text of every mail.",
    MailFooter "mail-footer" "Below the text of every mail.",
}

impl Slot {
    /// The one of this name.
    pub fn parse(name: &str) -> Option<Slot> {
        Slot::ALL.iter().copied().find(|slot| slot.as_str() == name)
    }

    /// Whether it is part of a mail, which loads nothing.
    pub fn is_mail(self) -> bool {
        matches!(self, Slot::MailHeader | Slot::MailFooter)
    }
}

/// The most bytes of a slot, and of a shell.
pub const MAX_MARKUP: usize = 20 * 1024;
/// What a slot may hold.
pub const ELEMENTS: [&str; 14] =
    ["h2", "h3", "h4", "p", "ul", "ol", "li", "a", "strong", "em", "br", "img", "details", "summary"];
/// What a shell may hold besides.
pub const SHELL_ELEMENTS: [&str; 5] = ["header", "footer", "nav", "div", "section"];
/// The schemes that links may have.
pub const SCHEMES: [&str; 3] = ["https", "mailto", "tel"];
/// What holds words and inline elements only.
const OF_WORDS: [&str; 7] = ["p", "h2", "h3", "h4", "summary", "strong", "em"];
/// What stands within a line.
const INLINE: [&str; 5] = ["a", "strong", "em", "br", "img"];
/// What has no end tag.
const VOID: [&str; 2] = ["br", "img"];

/// Whether an element may have an attribute.
pub fn may_have(element: &str, attribute: &str) -> bool {
    matches!(
        (element, attribute),
        ("a", "href") | ("img", "src" | "alt") | (_, "lang" | "dir") | ("nav" | "section", "aria-label")
    )
}

/// How deep elements may stand in each other. Browsers take deep ones apart, from 512 on, and forms with them.
pub const MAX_DEPTH: usize = 32;

/// Whether a link may lead there: a whole address with one of [`SCHEMES`]. `https:account` is none, which a browser reads as
/// a page of ours, nor is one with a name before the host, which reads as another host.
pub fn is_address(text: &str) -> bool {
    let is_whole = text.get(..8).is_some_and(|start| start.eq_ignore_ascii_case("https://"));
    Url::parse(text).is_ok_and(|url| match url.scheme() {
        "https" => is_whole && url.username().is_empty() && url.password().is_none(),
        other => SCHEMES.contains(&other),
    })
}

/// What is wrong with the markup of a file, from tags that may be these, and the pictures that it shows.
pub fn check(file: &str, html: &str, elements: &[&str]) -> (Vec<Finding>, Vec<(String, usize)>) {
    if html.len() > MAX_MARKUP {
        let message = format!("has {} bytes; make it shorter than {MAX_MARKUP}", html.len());
        let finding = Finding::new(Code::MarkupLarge, file, message);
        return (vec![finding.measured(html.len() as f64, MAX_MARKUP as f64)], Vec::new());
    }
    let all = match tags::tags(html) {
        Ok(all) => all,
        Err(line) => {
            let message = "has a tag or a comment that does not end: write its `>`";
            return (vec![Finding::new(Code::MarkupNesting, file, message).at(line)], Vec::new());
        }
    };
    let mut findings = Vec::new();
    let mut pictures = Vec::new();
    for tag in &all {
        check_tag(file, tag, elements, &mut findings);
        if let (false, "img", Some(src)) = (tag.closes, tag.name.as_str(), tag.attribute("src")) {
            pictures.push((src.to_owned(), tag.line));
        }
    }
    // Nesting is told only of what may be there: one fault, one finding.
    if findings.is_empty() {
        findings.extend(check_nesting(file, &all));
    }
    (findings, pictures)
}

fn check_tag(file: &str, tag: &Tag, elements: &[&str], findings: &mut Vec<Finding>) {
    let mut add = |code, message: String| findings.push(Finding::new(code, file, message).at(tag.line));
    if !elements.contains(&tag.name.as_str()) {
        add(Code::MarkupElement, format!("<{}> is not taken: only {} are", tag.name, elements.join(", ")));
        return;
    }
    if tag.closes {
        return;
    }
    for (name, value) in &tag.attributes {
        if !may_have(&tag.name, name) {
            add(
                Code::MarkupAttribute,
                format!("the attribute {name} of <{}> is not taken: leave it out", tag.name),
            );
        } else if name == "href" && (!is_address(value) || has_entity(value)) {
            add(
                Code::MarkupAddress,
                format!("{value:?} is not taken: a link begins with https:, mailto: or tel:"),
            );
        }
    }
    if tag.name == "a" && tag.attribute("href").is_none() {
        add(Code::MarkupAddress, "a link needs an address (href)".to_owned());
    }
    if tag.name == "img" && tag.attribute("alt").is_none() {
        add(
            Code::PictureWords,
            "a picture needs words for who cannot see it: alt=\"…\", empty for decoration".to_owned(),
        );
    }
    if tag.name == "img" && tag.attribute("src").is_none() {
        add(Code::SlotPicture, "a picture needs a file of the brand (src)".to_owned());
    }
}

/// An address that is hidden behind character references cannot be read by who checks it.
fn has_entity(value: &str) -> bool {
    value.match_indices('&').any(|(at, _)| {
        value[at..].starts_with("&#") || {
            let name = value[at + 1..].split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
            value[at + 1 + name.len()..].starts_with(';') && name != "amp"
        }
    })
}

fn check_nesting(file: &str, all: &[Tag]) -> Option<Finding> {
    let wrong =
        |line: usize, message: String| Some(Finding::new(Code::MarkupNesting, file, message).at(line));
    let mut open: Vec<&Tag> = Vec::new();
    for tag in all {
        let name = tag.name.as_str();
        if tag.closes {
            match open.pop() {
                Some(last) if last.name == name => {}
                Some(last) => {
                    return wrong(tag.line, format!("</{name}> stands where </{}> is due", last.name));
                }
                None => return wrong(tag.line, format!("</{name}> closes nothing")),
            }
            continue;
        }
        let parent = open.last().map(|tag| tag.name.as_str());
        if let Some(message) = misplaced(name, parent, &open) {
            return wrong(tag.line, message);
        }
        if !VOID.contains(&name) {
            open.push(tag);
        }
        if open.len() > MAX_DEPTH {
            return wrong(tag.line, format!("elements stand more than {MAX_DEPTH} deep in each other"));
        }
    }
    open.last().and_then(|tag| wrong(tag.line, format!("<{}> is not closed", tag.name)))
}

fn misplaced(name: &str, parent: Option<&str>, open: &[&Tag]) -> Option<String> {
    let within = |names: &[&str]| open.iter().any(|tag| names.contains(&tag.name.as_str()));
    let of_words = within(&OF_WORDS) || within(&["a"]);
    let list = matches!(parent, Some("ul" | "ol"));
    if name == "li" && !list {
        return Some("<li> stands outside of a list".to_owned());
    }
    if name != "li" && list {
        return Some(format!("<{name}> stands between the items of a list"));
    }
    if name == "summary" && parent != Some("details") {
        return Some("<summary> stands outside of <details>".to_owned());
    }
    if of_words && !INLINE.contains(&name) {
        return Some(format!("<{name}> cannot stand within <{}>", parent.unwrap_or_default()));
    }
    if name == "a" && within(&["a", "summary"]) {
        return Some("a link cannot stand within a link or a summary".to_owned());
    }
    if matches!(name, "header" | "footer") && within(&["header", "footer"]) {
        return Some(format!("<{name}> cannot stand within a header or footer"));
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(html: &str) -> Vec<&'static str> {
        check("slots/footer.html", html, &ELEMENTS).0.iter().map(|finding| finding.code.as_str()).collect()
    }

    #[test]
    fn the_documented_set_is_taken() {
        let html = "<h2>Help</h2>\n<p>Call <a href=\"tel:+15550100\">us</a>, <strong>any</strong> <em>day</em>.<br>\n\
            <img src=\"map.png\" alt=\"Map\"></p><ul><li lang=\"es\">Uno</li></ul>\
            <details><summary>More</summary><p>Words &amp; words</p></details>";
        let (findings, pictures) = check("slots/footer.html", html, &ELEMENTS);
        assert_eq!(findings, []);
        assert_eq!(pictures, [("map.png".to_owned(), 3)]);
    }

    #[test]
    fn everything_else_is_told() {
        for (html, code) in [
            ("<script>x</script>", "markup-element"),
            ("<h1>Big</h1>", "markup-element"),
            ("<p style=\"color:red\">x</p>", "markup-attribute"),
            ("<p onclick=\"x\">x</p>", "markup-attribute"),
            ("<p class=x>x</p>", "markup-attribute"),
            ("<a href=\"javascript:x\">x</a>", "markup-address"),
            ("<a href=\"java&#115;cript:x\">x</a>", "markup-address"),
            ("<a href=\"/connect\">x</a>", "markup-address"),
            ("<a href=\"//x.example\">x</a>", "markup-address"),
            ("<a href=\"http://x.example\">x</a>", "markup-address"),
            ("<a>x</a>", "markup-address"),
            ("<img src=\"a.png\">", "picture-words"),
            ("<p>x", "markup-nesting"),
            ("</p>", "markup-nesting"),
            ("<p><ul><li>x</li></ul></p>", "markup-nesting"),
            ("<ul><p>x</p></ul>", "markup-nesting"),
            ("<p><strong><h2>x</h2></strong></p>", "markup-nesting"),
            ("<summary>x</summary>", "markup-nesting"),
            ("<p", "markup-nesting"),
            ("<a href=\"https:account\">x</a>", "markup-address"),
            ("<a href=\"https://portal.example@x.example/\">x</a>", "markup-address"),
            ("<ul><li>".repeat(20).as_str(), "markup-nesting"),
        ] {
            assert!(codes(html).contains(&code), "{html}: {:?}", codes(html));
        }
        assert_eq!(codes(&"x".repeat(MAX_MARKUP + 1)), ["markup-large"]);
    }

    #[test]
    fn slots_are_those_of_the_contract() {
        assert_eq!(Slot::ALL.len(), 12);
        assert_eq!(Slot::parse("mail-footer"), Some(Slot::MailFooter));
        assert_eq!(Slot::parse("sidebar"), None);
    }
}
