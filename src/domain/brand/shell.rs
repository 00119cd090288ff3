//! The shell: one HTML file around our header (`{{head}}`) and our page (`{{content}}`), split once when the brand is
//! taken. It may be before, between and behind them; it may not hide them, stand in for them, or take their heading.

use std::collections::BTreeSet;

use super::{
    findings::{Code, Finding, line_of},
    height::{self, MOST_LINES},
    slots::{self, ELEMENTS, MAX_DEPTH, SHELL_ELEMENTS},
    tags::{self, Tag},
};

/// Where our header goes: the clinic's name, sign-out, the account's links.
pub const HEAD: &str = "{{head}}";
/// Where our page and our footer go.
pub const CONTENT: &str = "{{content}}";
/// What the two places may stand in.
const AROUND: [&str; 2] = ["div", "section"];
/// Elements without an end.
const VOID: [&str; 2] = ["br", "img"];
/// Attributes that hide what they are on.
const HIDING: [&str; 5] = ["hidden", "aria-hidden", "inert", "style", "popover"];

/// What a shell may hold.
pub fn elements() -> Vec<&'static str> {
    ELEMENTS.iter().chain(&SHELL_ELEMENTS).copied().collect()
}

/// What is wrong with a shell, and the pictures that it shows.
pub fn check(file: &str, html: &str) -> (Vec<Finding>, Vec<(String, usize)>) {
    let (findings, pictures) = slots::check(file, html, &elements());
    // What a shell is refused for most has codes of its own.
    let own = what_stands_in_the_way(file, html);
    let lines: BTreeSet<Option<usize>> = own.iter().map(|finding| finding.line).collect();
    let is_told_better = |finding: &Finding| {
        matches!(finding.code, Code::MarkupElement | Code::MarkupAttribute) && lines.contains(&finding.line)
    };
    let mut findings: Vec<Finding> = findings.into_iter().filter(|f| !is_told_better(f)).collect();
    findings.extend(own);
    findings.extend(check_places(file, html));
    findings.extend(check_height(file, html));
    (findings, pictures)
}

fn what_stands_in_the_way(file: &str, html: &str) -> Vec<Finding> {
    let mut found = Vec::new();
    for tag in tags::tags(html).unwrap_or_default().iter().filter(|tag| !tag.closes) {
        let mut add = |code, message: String| found.push(Finding::new(code, file, message).at(tag.line));
        match tag.name.as_str() {
            "h1" => add(Code::ShellHeading, "the page has its own h1: begin with h2".to_owned()),
            "main" => add(Code::ShellMain, "the page has its own main: use div or section".to_owned()),
            _ => {}
        }
        for (name, _) in tag.attributes.iter().filter(|(name, _)| HIDING.contains(&name.as_str())) {
            add(
                Code::ShellHides,
                format!("the attribute {name} can hide what a patient must read: leave it out"),
            );
        }
    }
    found
}

fn check_places(file: &str, html: &str) -> Vec<Finding> {
    let mut found = Vec::new();
    let all = tags::tags(html).unwrap_or_default();
    let mut firsts = Vec::new();
    for place in [HEAD, CONTENT] {
        let at: Vec<usize> = html.match_indices(place).map(|(at, _)| at).collect();
        if at.len() != 1 {
            let message = format!("has {place} {} times: write it exactly once", at.len());
            found.push(Finding::new(Code::ShellPlaces, file, message).measured(at.len() as f64, 1.0));
            continue;
        }
        let at = at[0];
        firsts.push(at);
        let line = line_of(html, at);
        if all.iter().any(|tag| (tag.start..tag.end).contains(&at)) || in_comment(html, at) {
            let message = format!("{place} stands within a tag or a comment");
            found.push(Finding::new(Code::ShellInside, file, message).at(line));
            continue;
        }
        let open = around(&all, at);
        let mut add = |code, message: String| found.push(Finding::new(code, file, message).at(line));
        if open.len() > MAX_DEPTH {
            add(Code::MarkupNesting, format!("{place} stands in more than {MAX_DEPTH} elements"));
        }
        for Tag { name, .. } in open.iter().filter(|tag| !AROUND.contains(&tag.name.as_str())) {
            let code = if name == "details" { Code::ShellHides } else { Code::ShellInside };
            add(code, format!("{place} stands within <{name}>: only div and section may be around it"));
        }
        // Our page says its own language: what is around it would say another to who listens to it.
        for name in
            ["lang", "dir"].into_iter().filter(|name| open.iter().any(|tag| tag.attribute(name).is_some()))
        {
            add(
                Code::ShellInside,
                format!("{place} stands within an element with {name}: leave {name} out there"),
            );
        }
    }
    if let [head, content] = firsts[..]
        && head > content
    {
        let message = format!("{CONTENT} stands before {HEAD}: the header comes first");
        found.push(Finding::new(Code::ShellPlaces, file, message).at(line_of(html, head)));
    }
    found
}

/// What stands before our page must not push it out of sight.
fn check_height(file: &str, html: &str) -> Option<Finding> {
    let before = html.split_once(CONTENT).map_or(html, |(before, _)| before);
    let lines = height::lines(before);
    let message = format!("is about {lines} lines high before {CONTENT}: put more of it behind");
    let finding =
        || Finding::new(Code::MarkupHeight, file, message).measured(lines as f64, MOST_LINES as f64);
    (lines > MOST_LINES).then(finding)
}

fn in_comment(html: &str, at: usize) -> bool {
    html[..at].rfind("<!--").is_some_and(|open| !html[open..at].contains("-->"))
}

/// The elements that are open at a byte.
fn around(all: &[Tag], at: usize) -> Vec<&Tag> {
    let mut open: Vec<&Tag> = Vec::new();
    for tag in all.iter().take_while(|tag| tag.start < at) {
        if !tag.closes {
            if !VOID.contains(&tag.name.as_str()) {
                open.push(tag);
            }
        } else if let Some(last) = open.iter().rposition(|own| own.name == tag.name) {
            open.truncate(last);
        }
    }
    open
}

/// A cleaned shell whose own parts, not what is around our places, say their language and direction: for pages in
/// another language.
pub fn marked(cleaned: &str, language: &str, direction: &str) -> String {
    let all = tags::tags(cleaned).unwrap_or_default();
    let places: Vec<usize> = [HEAD, CONTENT].iter().filter_map(|place| cleaned.find(place)).collect();
    let mut open: Vec<usize> = Vec::new();
    let mut inserts = Vec::new();
    for tag in &all {
        if tag.closes {
            open.pop();
            continue;
        }
        let holds = |start: usize| {
            // The end tag of what begins there: as many open as before it.
            let mut depth = 0;
            let end = all.iter().filter(|tag| tag.start >= start && !VOID.contains(&tag.name.as_str())).find(
                |tag| {
                    depth += if tag.closes { -1 } else { 1 };
                    depth == 0
                },
            );
            end.is_some_and(|end| places.iter().any(|place| (start..end.start).contains(place)))
        };
        let is_part = open.iter().all(|start| holds(*start)) && !holds(tag.start);
        if is_part && tag.attribute("lang").is_none() {
            inserts.push(tag.end - 1);
        }
        if !VOID.contains(&tag.name.as_str()) {
            open.push(tag.start);
        }
    }
    let (mut out, mut at) = (String::with_capacity(cleaned.len()), 0);
    for end in inserts {
        out.push_str(&cleaned[at..end]);
        out.push_str(&format!(" lang=\"{language}\" dir=\"{direction}\""));
        at = end;
    }
    out + &cleaned[at..]
}

/// A cleaned shell in three: before our header, between it and the page, behind. `None` where it is no shell any more.
pub fn split(cleaned: &str) -> Option<[String; 3]> {
    if !check_places("", cleaned).is_empty() || !what_stands_in_the_way("", cleaned).is_empty() {
        return None;
    }
    let (before, rest) = cleaned.split_once(HEAD)?;
    let (between, after) = rest.split_once(CONTENT)?;
    Some([before, between, after].map(str::to_owned))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(html: &str) -> Vec<&'static str> {
        check("shell.html", html).0.iter().map(|finding| finding.code.as_str()).collect()
    }

    #[test]
    fn a_shell_is_split_once() {
        let html = "<nav><ul><li><a href=\"https://x.example/\">Home</a></li></ul></nav><div>{{head}}<section>{{content}}</section></div><footer><p>x</p></footer>";
        assert_eq!(codes(html), [""; 0]);
        let [before, between, after] = split(html).unwrap();
        assert!(before.ends_with("<div>") && between == "<section>" && after.starts_with("</section>"));
    }

    #[test]
    fn its_own_parts_say_their_language_and_what_is_around_our_page_does_not() {
        let html = "<header><p>x</p></header><div>{{head}}<section><p>y<br></p>{{content}}</section></div><footer lang=\"en\">z</footer>";
        assert_eq!(
            marked(html, "ar", "rtl"),
            "<header lang=\"ar\" dir=\"rtl\"><p>x</p></header><div>{{head}}<section><p lang=\"ar\" dir=\"rtl\">y<br></p>{{content}}</section></div><footer lang=\"en\">z</footer>"
        );
    }

    #[test]
    fn a_shell_that_pushes_our_page_down_or_stands_deep_around_it_is_refused() {
        let far = format!("{{{{head}}}}<p>{}</p>{{{{content}}}}", "<br>".repeat(MOST_LINES));
        assert_eq!(codes(&far), ["markup-height"]);
        let behind = format!("{{{{head}}}}{{{{content}}}}<p>{}</p>", "<br>".repeat(MOST_LINES));
        assert_eq!(codes(&behind), [""; 0]);
        let around =
            |depth| format!("{}{{{{head}}}}{{{{content}}}}{}", "<div>".repeat(depth), "</div>".repeat(depth));
        assert_eq!(codes(&around(MAX_DEPTH)), [""; 0]);
        assert!(codes(&around(MAX_DEPTH + 1)).contains(&"markup-nesting") && split(&around(600)).is_none());
    }

    #[test]
    fn a_shell_that_hides_or_takes_over_is_refused() {
        for (html, code) in [
            ("{{head}}", "shell-places"),
            ("{{head}}{{content}}{{content}}", "shell-places"),
            ("{{content}}{{head}}", "shell-places"),
            ("<details><summary>x</summary>{{head}}{{content}}</details>", "shell-hides"),
            ("<div hidden>{{head}}{{content}}</div>", "shell-hides"),
            ("<div aria-hidden=\"true\">{{head}}{{content}}</div>", "shell-hides"),
            ("<div style=\"display:none\">{{head}}{{content}}</div>", "shell-hides"),
            ("<!-- {{head}} -->{{content}}", "shell-inside"),
            ("<p>{{head}}</p>{{content}}", "shell-inside"),
            ("<header>{{head}}</header>{{content}}", "shell-inside"),
            ("<img src=\"a.png\" alt=\"{{head}}\">{{content}}", "shell-inside"),
            ("<h1>Clinic</h1>{{head}}{{content}}", "shell-heading"),
            ("{{head}}<main>{{content}}</main>", "shell-main"),
            ("<template>{{head}}{{content}}</template>", "markup-element"),
            ("<div>{{head}}{{content}}", "markup-nesting"),
            ("<div lang=\"zh\">{{head}}{{content}}</div>", "shell-inside"),
            ("{{head}}<section dir=\"rtl\">{{content}}</section>", "shell-inside"),
        ] {
            assert!(codes(html).contains(&code), "{html}: {:?}", codes(html));
            assert!(code.starts_with("markup") || split(html).is_none(), "{html}");
        }
    }
}
