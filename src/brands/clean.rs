//! A brand's HTML written anew: parsed as browsers do, with the documented set of elements and attributes alone. What
//! the check says of the markup is for people; this is what makes it safe, whatever the check has missed.

use std::{
    borrow::Cow,
    collections::{HashMap, HashSet},
};

use ammonia::{Builder, UrlRelative};

use crate::domain::brand::slots::{SCHEMES, is_address};

/// Elements whose words go with them: they are no text.
const WITH_WORDS: [&str; 12] = [
    "script", "style", "title", "template", "iframe", "noscript", "textarea", "select", "object", "svg",
    "math", "form",
];

/// Cleans a piece of HTML. `address` gives where a picture of the brand is served; pictures that it does not know are
/// left out with their address.
pub fn clean(html: &str, elements: &[&str], address: &dyn Fn(&str) -> Option<String>) -> String {
    let addresses: HashMap<String, String> = sources(html)
        .into_iter()
        .filter_map(|source| address(&source).map(|address| (source, address)))
        .collect();
    let mut builder = Builder::empty();
    builder
        .tags(elements.iter().copied().collect())
        .clean_content_tags(WITH_WORDS.into_iter().filter(|tag| !elements.contains(tag)).collect())
        .tag_attributes(HashMap::from([
            ("a", HashSet::from(["href"])),
            ("img", HashSet::from(["src", "alt"])),
            ("nav", HashSet::from(["aria-label"])),
            ("section", HashSet::from(["aria-label"])),
        ]))
        .generic_attributes(HashSet::from(["lang", "dir"]))
        .url_schemes(SCHEMES.into_iter().collect())
        // What is relative has been seen to below.
        .url_relative(UrlRelative::PassThrough)
        .link_rel(Some("noopener noreferrer"))
        .strip_comments(true)
        .attribute_filter(move |element, attribute, value| match (element, attribute) {
            ("a", "href") => is_address(value).then_some(Cow::Borrowed(value)),
            ("img", "src") => addresses.get(value).map(|address| Cow::Owned(address.clone())),
            (_, "dir") => ["ltr", "rtl", "auto"].contains(&value).then_some(Cow::Borrowed(value)),
            _ => Some(Cow::Borrowed(value)),
        });
    builder.clean(html).to_string()
}

/// What the pictures of a piece of HTML name as their source, as it is written.
fn sources(html: &str) -> Vec<String> {
    let tags = crate::domain::brand::tags::tags(html).unwrap_or_default();
    let images = tags.iter().filter(|tag| tag.name == "img");
    images.filter_map(|tag| tag.attribute("src").map(str::to_owned)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::brand::slots::ELEMENTS;

    fn cleaned(html: &str) -> String {
        clean(html, &ELEMENTS, &|name| (name == "map.png").then(|| "/brand/1/map-abc.png".to_owned()))
    }

    #[test]
    fn good_markup_stays_as_it_is() {
        let html = "<h2>Help</h2>\n<p lang=\"es\">Call <a href=\"tel:+15550100\">us</a></p>";
        let expected = html.replace("\">us", "\" rel=\"noopener noreferrer\">us");
        assert_eq!(cleaned(html), expected);
        let picture = cleaned("<img src=\"map.png\" alt=\"Map\">");
        assert_eq!(picture, "<img src=\"/brand/1/map-abc.png\" alt=\"Map\">");
    }

    #[test]
    fn what_could_act_load_or_hide_is_gone() {
        for html in [
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "<a href=\"javascript:alert(1)\">x</a>",
            "<a href=\"JaVaScRiPt&colon;alert(1)\">x</a>",
            "<a href=\"/connections\">x</a>",
            "<a href=\"//evil.example/\">x</a>",
            "<img src=\"https://evil.example/a.png\">",
            "<img src=\"data:image/png;base64,AAAA\">",
            "<img src=\"//evil.example/a.png\">",
            "<img srcset=\"https://evil.example/a.png 1x\">",
            "<style>@import 'https://evil.example/'</style>",
            "<p style=\"background:url(https://evil.example/)\" class=\"unseen\" id=\"main\">x</p>",
            "</main></body><h1>x</h1>",
            "<svg><script>alert(1)</script></svg>",
            "<math><mtext><style><img src=x onerror=alert(1)></style></mtext></math>",
            "<form action=\"https://evil.example\"><input name=answer></form>",
            "<iframe srcdoc=\"<script>x</script>\"></iframe>",
            "<base href=\"https://evil.example/\"><meta http-equiv=refresh content=\"0;url=https://evil.example\">",
            "<!--><script>alert(1)</script>-->",
            "<p dir=\"x\" hidden aria-hidden=\"true\">x</p>",
        ] {
            let out = cleaned(html).to_lowercase();
            for sign in [
                "<script",
                "javascript:",
                "evil",
                "data:",
                "style",
                "class=",
                " id=",
                "<h1",
                "</main",
                "<svg",
                "<form",
                "<input",
                "<iframe",
                "<meta",
                "<base",
                "onerror",
                "hidden",
                "src=",
                "srcset",
                "href=\"/",
                "dir=",
            ] {
                assert!(!out.contains(sign), "{html}: {out}");
            }
        }
    }
}
