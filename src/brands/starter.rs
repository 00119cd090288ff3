//! What `brand new` writes: a brand that passes its check, with a comment at everything.

/// The files of a new brand.
pub const FILES: [(&str, &str); 4] = [
    ("brand.toml", include_str!("starter/brand.toml")),
    ("logo.svg", include_str!("starter/logo.svg")),
    ("words.en.ftl", include_str!("starter/words.en.ftl")),
    ("slots/footer.html", include_str!("starter/footer.html")),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::brands::{Files, check};

    #[test]
    fn a_new_brand_has_nothing_wrong_with_it() {
        let files: Files = FILES.into_iter().collect();
        assert_eq!(check(&files, "1").findings, []);
    }

    /// A key or a table behind a `#`.
    fn commented(line: &str) -> Option<&str> {
        let rest = line.strip_prefix("# ")?;
        let key = rest.split(" = ").next()?;
        (rest.starts_with('[') || (rest != key && !key.contains(' '))).then_some(rest)
    }

    #[test]
    fn every_key_that_is_commented_out_is_good() {
        let toml: String = FILES[0]
            .1
            .lines()
            .map(|line| commented(line).unwrap_or(line))
            .map(|line| format!("{line}\n"))
            .collect();
        let (_, findings) = crate::domain::brand::tokens::read(&toml);
        assert_eq!(findings, [], "{toml}");
    }
}
