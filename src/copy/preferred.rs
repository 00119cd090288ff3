//! What a browser asks for: `Accept-Language` (RFC 9110, section 12.5.4).

/// The languages of a header, the most wanted first; those of one weight stay in their order. What is refused
/// (`q=0`), what stands for any (`*`) and what cannot be read is left out.
pub(super) fn preferred(accept_language: &str) -> Vec<&str> {
    let mut wanted: Vec<(u32, &str)> = accept_language.split(',').filter_map(one).collect();
    wanted.sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
    wanted.into_iter().map(|(_, tag)| tag).collect()
}

/// A tag with its weight in thousandths.
fn one(range: &str) -> Option<(u32, &str)> {
    let mut parts = range.split(';').map(str::trim);
    let tag = parts.next().filter(|tag| !tag.is_empty() && *tag != "*")?;
    let weight = match parts.find_map(|part| part.strip_prefix("q=").or_else(|| part.strip_prefix("Q="))) {
        None => 1000,
        Some(weight) => {
            let weight: f32 = weight.trim().parse().ok().filter(|weight| (0.0..=1.0).contains(weight))?;
            // From 0 to 1000: nothing is cut off.
            (weight * 1000.0).round() as u32
        }
    };
    (weight > 0).then_some((weight, tag))
}

#[cfg(test)]
mod tests {
    use super::preferred;

    #[test]
    fn what_is_wanted_most_comes_first_and_what_is_refused_does_not_come() {
        assert_eq!(preferred("fr;q=0.5, de-AT , en;q=0.8, de;q=1.0"), ["de-AT", "de", "en", "fr"]);
        assert_eq!(preferred("en;q=0, *;q=0.5, he;q=2, ,;q=1, ar;q=x"), [""; 0]);
        assert_eq!(preferred("ar ; Q=0.3,he"), ["he", "ar"]);
    }
}
