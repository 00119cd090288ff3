//! The clinic's words on our pages: its success message, plain text or Markdown, as HTML that can do no harm.
//!
//! What lives here: the one place where text becomes HTML without a template. What must not: any text of ours.
//! Where to look next: `application` for which language's message is shown.
//!
//! The clinic's text is not trusted: HTML in it is shown as text, pictures become their descriptions, links go
//! to the web, to mail and to the telephone only, and headings stay below the page's own.

use pulldown_cmark::{
    CodeBlockKind, CowStr, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd, html,
};
use pulldown_cmark_escape::escape_html;
use url::Url;

/// The most characters a message may have.
pub const MAX_CHARACTERS: usize = 4_000;

/// Where a link may go.
const SCHEMES: [&str; 4] = ["https", "http", "mailto", "tel"];

/// What is wrong with a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum MarkupProblem {
    /// Nothing in it but spaces.
    #[error("must not be blank")]
    Blank,
    /// More characters than anyone would read.
    #[error("may have at most {max} characters")]
    TooLong {
        /// The most allowed.
        max: usize,
    },
}

/// Whether `message` may be set as a success message.
pub fn check(message: &str) -> Result<(), MarkupProblem> {
    if message.trim().is_empty() {
        return Err(MarkupProblem::Blank);
    }
    if message.chars().nth(MAX_CHARACTERS).is_some() {
        return Err(MarkupProblem::TooLong { max: MAX_CHARACTERS });
    }
    Ok(())
}

/// Turns a success message, "plain text or Markdown", into HTML to be put on a page as it is. A single line
/// break is kept, as people expect who write plain text. Of a message that [`check`] would have refused, only
/// the first [`MAX_CHARACTERS`] are shown.
pub fn safe_html(message: &str) -> String {
    let end = message.char_indices().nth(MAX_CHARACTERS).map_or(message.len(), |(at, _)| at);
    let mut open_links = Vec::new();
    let events = Parser::new_ext(&message[..end], Options::empty())
        .filter_map(|event| harmless(event, &mut open_links));
    let mut page = String::with_capacity(end * 3 / 2);
    html::push_html(&mut page, events);
    page
}

/// What remains of one piece of the message; `None` where only its contents remain. `open_links` remembers,
/// for each link that is open, whether its beginning was kept.
fn harmless<'a>(event: Event<'a>, open_links: &mut Vec<bool>) -> Option<Event<'a>> {
    Some(match event {
        Event::Html(text) | Event::InlineHtml(text) => Event::Text(text),
        Event::Start(Tag::HtmlBlock) => Event::Start(Tag::Paragraph),
        Event::End(TagEnd::HtmlBlock) => Event::End(TagEnd::Paragraph),
        Event::SoftBreak => Event::HardBreak,
        Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => return None,
        Event::Start(Tag::Heading { level, .. }) => {
            Event::Start(Tag::Heading { level: below_ours(level), id: None, classes: vec![], attrs: vec![] })
        }
        Event::End(TagEnd::Heading(level)) => Event::End(TagEnd::Heading(below_ours(level))),
        Event::Start(Tag::CodeBlock(_)) => Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)),
        Event::Start(Tag::Link { link_type, dest_url, .. }) => {
            let target = target(link_type, &dest_url);
            open_links.push(target.is_some());
            Event::InlineHtml(opening_tag(&target?))
        }
        Event::End(TagEnd::Link) => {
            open_links.pop().filter(|kept| *kept)?;
            Event::InlineHtml("</a>".into())
        }
        other => other,
    })
}

/// The page has an `h1`, and perhaps an `h2` above the message.
fn below_ours(level: HeadingLevel) -> HeadingLevel {
    match level {
        HeadingLevel::H1 => HeadingLevel::H3,
        HeadingLevel::H2 => HeadingLevel::H4,
        HeadingLevel::H3 => HeadingLevel::H5,
        HeadingLevel::H4 | HeadingLevel::H5 | HeadingLevel::H6 => HeadingLevel::H6,
    }
}

/// The link's address as a browser would read it, if it goes where links may go.
fn target(link_type: LinkType, address: &str) -> Option<Url> {
    let url = match link_type {
        LinkType::Email => Url::parse(&format!("mailto:{address}")),
        _ => Url::parse(address),
    };
    url.ok().filter(|url| SCHEMES.contains(&url.scheme()))
}

fn opening_tag(target: &Url) -> CowStr<'static> {
    let mut tag = String::from("<a href=\"");
    escape_html(&mut tag, target.as_str()).expect("a text takes all that is written");
    tag.push_str("\" rel=\"noopener noreferrer\">");
    tag.into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use regex::Regex;
    use std::sync::LazyLock;

    #[track_caller]
    fn becomes(message: &str, page: &str) {
        assert_eq!(safe_html(message).trim_end(), page);
        assert_harmless(message);
    }

    /// Every `<` and every attribute of the result is one of ours.
    #[track_caller]
    fn assert_harmless(message: &str) {
        static OURS: LazyLock<Regex> = LazyLock::new(|| {
            Regex::new(concat!(
                r#"</?(?:p|h[3-6]|ul|ol|li|blockquote|pre|code|em|strong)>|<br />|<hr />|</a>|<ol start="\d+">"#,
                r#"|<a href="(?:https?://|mailto:|tel:)[^"<>]*" rel="noopener noreferrer">"#,
            ))
            .unwrap()
        });
        let page = safe_html(message);
        let rest = OURS.replace_all(&page, "");
        assert!(!rest.contains('<'), "{message:?} became {page:?}");
        assert!(!page.contains("<script") && !page.contains("<h1") && !page.contains("<h2"));
    }

    #[test]
    fn plain_text_keeps_its_lines() {
        becomes("You are now connected!", "<p>You are now connected!</p>");
        becomes("Thank you.\nSee you soon.\n\nBye", "<p>Thank you.<br />\nSee you soon.</p>\n<p>Bye</p>");
    }

    #[test]
    fn markdown_is_formatted() {
        becomes("**Thank** *you*", "<p><strong>Thank</strong> <em>you</em></p>");
        becomes("- one\n- two", "<ul>\n<li>one</li>\n<li>two</li>\n</ul>");
        becomes("3. one\n4. two", "<ol start=\"3\">\n<li>one</li>\n<li>two</li>\n</ol>");
    }

    #[test]
    fn headings_stay_below_the_pages_own() {
        becomes(
            "# Next\n## Then\n### And\n###### So",
            "<h3>Next</h3>\n<h4>Then</h4>\n<h5>And</h5>\n<h6>So</h6>",
        );
        becomes("Next\n====", "<h3>Next</h3>");
    }

    #[test]
    fn html_is_shown_as_text() {
        becomes("<b>bold</b>", "<p>&lt;b&gt;bold&lt;/b&gt;</p>");
        becomes("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>");
        becomes("a <img src=x onerror=alert(1)> b", "<p>a &lt;img src=x onerror=alert(1)&gt; b</p>");
        becomes("<!-- hidden -->", "<p>&lt;!-- hidden --&gt;</p>");
        assert_harmless("<div>\n\n# a\n</div>\n<style>\n*{}");
    }

    #[test]
    fn pictures_become_their_descriptions() {
        becomes("![our clinic](https://x.example/a.png \"t\")", "<p>our clinic</p>");
        assert_harmless("![a [b](https://x.example) c](javascript:x)");
    }

    #[test]
    fn links_go_to_the_web_to_mail_and_to_the_telephone() {
        becomes(
            "[us](https://x.example/?a=1&b='2' \"title\")",
            "<p><a href=\"https://x.example/?a=1&amp;b=%272%27\" rel=\"noopener noreferrer\">us</a></p>",
        );
        becomes(
            "<help@fabrikam.example>",
            "<p><a href=\"mailto:help@fabrikam.example\" rel=\"noopener noreferrer\">help@fabrikam.example</a></p>",
        );
        becomes(
            "[call](tel:+15550100)",
            "<p><a href=\"tel:+15550100\" rel=\"noopener noreferrer\">call</a></p>",
        );
    }

    #[test]
    fn other_links_become_their_text() {
        for address in [
            "javascript:alert(1)",
            "JavaScript:alert(1)",
            "&#106;avascript:alert(1)",
            "java&Tab;script:alert(1)",
            "data:text/html,x",
            "vbscript:x",
            "file:///etc/passwd",
            "/connections",
            "//x.example",
            "#top",
            "",
        ] {
            becomes(&format!("[here](<{address}>)"), "<p>here</p>");
        }
        becomes("[a](/x) and [b](/y)", "<p>a and b</p>");
    }

    #[test]
    fn tables_and_the_names_of_languages_are_left_out() {
        becomes("a|b\n-|-", "<p>a|b<br />\n-|-</p>");
        becomes("```x\" onclick=\"y\nz\n```", "<pre><code>z\n</code></pre>");
    }

    #[test]
    fn too_long_and_blank_are_refused() {
        assert_eq!(check(&"x".repeat(MAX_CHARACTERS)), Ok(()));
        assert_eq!(
            check(&"x".repeat(MAX_CHARACTERS + 1)),
            Err(MarkupProblem::TooLong { max: MAX_CHARACTERS })
        );
        assert_eq!(check(" \n"), Err(MarkupProblem::Blank));
        assert!(safe_html(&"é".repeat(9_000)).len() < 9_000);
    }

    proptest! {
        #[test]
        fn no_text_becomes_harmful(message in any::<String>()) {
            assert_harmless(&message);
        }

        #[test]
        fn no_markup_becomes_harmful(
            pieces in prop::collection::vec(
                prop::sample::select(vec![
                    "<", ">", "[", "]", "(", ")", "!", "\"", "'", "`", "```", "*", "_", "#", "# ", "- ", "1. ", "> ", "\n", "\n\n",
                    "    ", "\\", "&", "&lt;", "&#60;", "&quot;", "javascript:", "https://x.example", "mailto:a@b.c", "tel:1", "data:",
                    "<script>", "</script>", "<img src=x onerror=alert(1)>", "<a href=\"x\">", "<!--", "-->", "<![CDATA[", "]]>", "<?x",
                    "onload=", "[a]: ", "[a]", "![", "](", "|", "---", "===", "<b", "/>", "\0", "\t", "é", "x", " ",
                ]),
                0..24,
            ),
        ) {
            assert_harmless(&pieces.concat());
        }
    }
}
