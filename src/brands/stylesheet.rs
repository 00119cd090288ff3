//! The stylesheet of a brand: custom properties that begin with `--brand-`, and its font. Nothing else: what they change
//! is decided by the portal's own sheet, `static/portal/page.css`.

use std::fmt::Write;

use crate::domain::brand::{
    Token,
    tokens::{Family, Tokens},
};

/// Writes the stylesheet. `font` is where the brand's own font is served.
pub(super) fn stylesheet(tokens: &Tokens, font: Option<&str>) -> String {
    let mut sheet = String::new();
    let mut rule = String::from(":root {\n");
    if let Some(font) = font {
        let face =
            "@font-face {\n  font-family: \"brand\";\n  font-weight: 100 900;\n  font-display: swap;\n";
        // Writing to a text does not fail.
        let _ = write!(sheet, "{face}  src: url(\"{font}\") format(\"woff2\");\n}}\n");
    }
    let mut set = |name: &str, value: &str| {
        let _ = writeln!(rule, "  --brand-{name}: {value};");
    };
    if let Some([light, dark]) = &tokens.colours {
        for token in Token::ALL {
            let both = format!("var(--if-light, {}) var(--if-dark, {})", light.get(*token), dark.get(*token));
            set(token.as_str(), &both);
        }
    }
    if let Some(radius) = tokens.radius {
        set("round", &format!("{radius}px"));
        set("round-page", &format!("{}px", radius + radius / 2));
    }
    if let Some(width) = tokens.width {
        set("width", &format!("{width}rem"));
    }
    if font.is_some() || tokens.family != Family::System {
        let own = if font.is_some() { "\"brand\", " } else { "" };
        set("font", &format!("{own}{}", families(tokens.family)));
    }
    if tokens.plain {
        set("edge", "0");
        set("shadow", "none");
        set("page", "var(--surface)");
    }
    if tokens.tall {
        set("head-pad", "2.75rem 2rem");
    }
    if tokens.centred {
        set("mark-justify", "center");
        set("mark-direction", "column");
        set("mark-align", "center");
    }
    if tokens.logo.is_some() {
        set("logo-height", &format!("{}px", tokens.logo_height));
    }
    rule.push_str("}\n");
    sheet + &rule
}

/// Families that the systems of patients have.
fn families(family: Family) -> &'static str {
    match family {
        Family::System => {
            "system-ui, -apple-system, \"Segoe UI\", Roboto, \"Noto Sans\", \"Helvetica Neue\", Arial, sans-serif"
        }
        Family::Serif => {
            "Charter, \"Bitstream Charter\", \"Sitka Text\", Cambria, \"Noto Serif\", Georgia, serif"
        }
        Family::Humanist => {
            "Seravek, \"Gill Sans Nova\", Ubuntu, Calibri, \"DejaVu Sans\", \"Noto Sans\", source-sans-pro, sans-serif"
        }
        Family::Rounded => {
            "ui-rounded, \"Hiragino Maru Gothic ProN\", Quicksand, Comfortaa, Manjari, \"Arial Rounded MT Bold\", Nunito, \
             \"Noto Sans\", sans-serif"
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::brand::tokens;

    #[test]
    fn it_sets_custom_properties_and_a_font_and_nothing_else() {
        let (tokens, findings) = tokens::read(
            "contract = 1\n[light]\naccent = \"#005eb8\"\n[shape]\nradius = 6\nwidth = \"wide\"\n[type]\nfamily = \"serif\"\n\
             [layout]\ncontent = \"plain\"\nheader = \"tall\"\nlogo = \"centre\"\n",
        );
        assert_eq!(findings, []);
        let sheet = stylesheet(&tokens, Some("/brand/1/own-abc.woff2"));
        let (face, root) = sheet.split_once(":root {\n").unwrap();
        assert!(face.starts_with("@font-face {\n") && face.matches('{').count() == 1, "{face}");
        for line in root.trim_end_matches("}\n").lines() {
            assert!(line.starts_with("  --brand-") && line.ends_with(';'), "{line}");
        }
        assert!(root.contains("--brand-accent: var(--if-light, #005eb8) var(--if-dark, "), "{root}");
        assert_eq!(stylesheet(&Tokens::default(), None), ":root {\n}\n");
    }
}
