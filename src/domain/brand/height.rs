//! How far what a brand puts before our page pushes it down. A form that begins many screens below the first is hidden.

use super::tags;

/// The most lines that a brand may put before a page at one place: of the three places there are (shell, `header`,
/// `code-before`) all together come to less than three screens of a phone.
pub const MOST_LINES: usize = 24;
/// How many characters a phone has on a line.
const LINE: usize = 30;
/// How many lines a picture is high at most: `static/portal/brand.css` makes it no higher.
const PICTURE: usize = 11;

/// About how many lines a piece of markup is high on a phone.
pub fn lines(html: &str) -> usize {
    let all = tags::tags(html).unwrap_or_default();
    let of = |name: &str| match name {
        "p" | "h2" | "h3" | "h4" => 2,
        "li" | "summary" | "header" | "footer" | "nav" | "section" | "br" => 1,
        "img" => PICTURE,
        _ => 0,
    };
    let blocks: usize = all.iter().filter(|tag| !tag.closes).map(|tag| of(&tag.name)).sum();
    let in_tags: usize = all.iter().map(|tag| html[tag.start..tag.end].chars().count()).sum();
    blocks + html.chars().count().saturating_sub(in_tags) / LINE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_s_own_frame_is_low_and_a_wall_of_text_is_high() {
        let links = "<li><a href=\"https://x.example/\">Opening hours</a></li>".repeat(8);
        assert!(lines(&format!("<header><nav><ul>{links}</ul></nav></header><p>Welcome</p>")) <= MOST_LINES);
        assert!(lines(&format!("<p>{}</p>", "far ".repeat(300))) > MOST_LINES);
        assert!(lines(&"<br>".repeat(MOST_LINES + 1)) > MOST_LINES);
        assert!(lines(&"<img src=\"a.png\" alt=\"\">".repeat(3)) > MOST_LINES);
    }
}
