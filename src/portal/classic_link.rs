//! The query string of a link, as all its producers have spelled it: our own letters', and those of the classic
//! shell's `redirect.aspx`, whose `targetqs` is a query string in a query string.

use std::collections::HashMap;

use percent_encoding::percent_decode_str;

/// Parameters by name in lower case: classic links spell them in any case. Of one that is repeated the first counts.
pub type Parameters = HashMap<String, String>;

/// What a link to `redirect.aspx` asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// The page where a patient picks up a connect request, with these parameters.
    Connect(Parameters),
    /// Something that this shell does not have.
    Unknown,
}

/// The parameters that mean something to a page of ours. Anything else in a link is ignored, above all `redirect`,
/// which would send the browser to wherever a stranger wants.
const OURS: [&str; 3] = ["packageid", "culture", "lcid"];

/// Reads the query of `redirect.aspx`.
pub fn target(query: &str) -> Target {
    let outer = parameters(query);
    let named =
        |name: &str| outer.get("target").is_some_and(|target| target.trim().eq_ignore_ascii_case(name));
    // "`target=PICKUP` with `packageid` is the same for packages": codes and package ids share one page.
    if !named("CONNECT") && !named("PICKUP") {
        return Target::Unknown;
    }
    let inner = outer.get("targetqs").map_or("", String::as_str).trim();
    let mut inner = parameters(inner.strip_prefix('?').unwrap_or(inner));
    // Where the inner string was not encoded, its later parameters have become the outer one's.
    for name in OURS {
        if let (false, Some(value)) = (inner.contains_key(name), outer.get(name)) {
            inner.insert(name.to_owned(), value.clone());
        }
    }
    Target::Connect(inner)
}

/// Whether a query string brings a code, or may.
pub fn brings_code(parameters: &Parameters) -> bool {
    ["packageid", "targetqs"].iter().any(|name| parameters.contains_key(*name))
}

/// Path and query of a page, for the language switch to come back to: never with a code in it, ours or a provider's.
pub fn without_code(path: &str, query: &str) -> String {
    if path.starts_with("/sign-in/") {
        "/sign-in".to_owned()
    } else if query.is_empty() {
        path.to_owned()
    } else if brings_code(&parameters(query)) {
        "/connect".to_owned()
    } else {
        format!("{path}?{query}")
    }
}

/// Reads a query string: pairs between `&`, split at the first `=`, decoded once.
pub fn parameters(query: &str) -> Parameters {
    let mut all = Parameters::new();
    for pair in query.split('&').filter(|pair| !pair.is_empty()) {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        all.entry(decode(name).to_ascii_lowercase()).or_insert_with(|| decode(value));
    }
    all
}

/// Percent-decoding as forms have it, and `%uXXXX` for a unit of UTF-16, as one classic library writes it. What is no
/// escape stands for itself; what is no text becomes U+FFFD.
fn decode(text: &str) -> String {
    let text = text.replace('+', " ");
    let (mut bytes, mut units) = (Vec::with_capacity(text.len()), Vec::new());
    let mut rest = text.as_str();
    while let Some((before, unit, after)) = next_wide(rest) {
        if !before.is_empty() {
            append(&mut bytes, &mut units);
            bytes.extend(percent_decode_str(before));
        }
        units.push(unit);
        rest = after;
    }
    append(&mut bytes, &mut units);
    bytes.extend(percent_decode_str(rest));
    String::from_utf8_lossy(&bytes).into_owned()
}

/// The first `%uXXXX`, with what stands before and after it.
fn next_wide(text: &str) -> Option<(&str, u16, &str)> {
    text.match_indices('%').find_map(|(at, _)| {
        let escape = &text[at + 1..];
        let digits = escape.strip_prefix(['u', 'U'])?.get(..4)?;
        let unit = digits.bytes().all(|digit| digit.is_ascii_hexdigit()).then_some(digits)?;
        Some((&text[..at], u16::from_str_radix(unit, 16).ok()?, &escape[5..]))
    })
}

/// Writes what a run of `%uXXXX` stands for: a letter beyond the first 65,536 takes two of them.
fn append(bytes: &mut Vec<u8>, units: &mut Vec<u16>) {
    for c in char::decode_utf16(units.drain(..)) {
        let c = c.unwrap_or(char::REPLACEMENT_CHARACTER);
        bytes.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const CODE: &str = "JKYZ-QNMN-VHRX-ZGNR-GZNH";

    fn code_in(query: &str) -> Option<String> {
        match target(query) {
            Target::Connect(parameters) => parameters.get("packageid").cloned(),
            Target::Unknown => panic!("{query}: the target is known"),
        }
    }

    #[test]
    fn every_producers_spelling_leads_to_the_code() {
        for query in [
            "target=CONNECT&targetqs=packageid%3dCODE",
            "target=CONNECT&targetqs=packageid%3DCODE",
            "target=CONNECT&targetqs=%3fpackageid%3dCODE",
            "target=CONNECT&targetqs=%3Fpackageid%3DCODE",
            "target=CONNECT&targetqs=?packageid%3dCODE",
            "target=CONNECT&targetqs=?packageid=CODE",
            "target=CONNECT&targetqs=?appid=3f1c%26redirect%3dhttp%253a%252f%252fevil.example%26packageid%3dCODE",
            "target=CONNECT&targetqs=packageid=CODE",
            "target=Connect&targetqs=packageid%3dCODE",
            "TARGET=connect&TargetQS=PackageID%3dCODE",
            "target=CONNECT&targetqs=packageid%3dCODE&",
            "target=CONNECT&targetqs=packageid%3dCODE%26",
            "target=CONNECT&targetqs=%3fisMra%3dfalse%26extRecordId%3d7%26packageid%3dCODE%26&",
            "target=CONNECT&targetqs=%3factionqs%3d%u00eb%u263a%26packageid%3dCODE",
            "targetqs=packageid%3dCODE&target=CONNECT",
            "trm=get&aib=true&targetqs=packageid%3dCODE&colour=blue&target=CONNECT",
            "target=PICKUP&targetqs=packageid%3dCODE",
            "target=CONNECT&targetqs=%3fappid%3d1&packageid=CODE",
        ] {
            assert_eq!(code_in(&query.replace("CODE", CODE)).as_deref(), Some(CODE), "{query}");
        }
    }

    #[test]
    fn the_language_switch_never_comes_back_to_an_address_with_a_code() {
        assert_eq!(without_code("/connect/question", "journey=2"), "/connect/question?journey=2");
        assert_eq!(without_code("/connect", ""), "/connect");
        assert_eq!(without_code("/connect", &format!("PackageId={CODE}")), "/connect");
        assert_eq!(
            without_code("/redirect.aspx", &format!("target=CONNECT&TargetQS=packageid%3d{CODE}")),
            "/connect"
        );
    }

    #[test]
    fn without_a_code_she_types_it() {
        for query in [
            "target=CONNECT",
            "target=CONNECT&targetqs=",
            "target=CONNECT&targetqs=%3f",
            "target=CONNECT&targetqs",
        ] {
            assert_eq!(code_in(query), None, "{query}");
        }
    }

    #[test]
    fn every_other_target_is_unknown() {
        for target_name in [
            "",
            "APPAUTH",
            "APPREDIRECT",
            "APPSIGNOUT",
            "AUTH",
            "CREATEACCOUNT",
            "CREATEAPPLICATION",
            "CREATERECORD",
            "EDITRECORD",
            "HELP",
            "MANAGEACCOUNT",
            "RECONCILE",
            "RECORDLIST",
            "SHAREDAPPDETAILS",
            "SHARERECORD",
            "VIEWITEMS",
            "CONNECTED",
        ] {
            let query = format!("target={target_name}&targetqs=packageid%3d{CODE}");
            assert_eq!(target(&query), Target::Unknown, "{target_name}");
        }
        assert_eq!(target(""), Target::Unknown);
    }

    #[test]
    fn the_language_is_found_inside_and_outside() {
        let Target::Connect(inside) =
            target("target=CONNECT&targetqs=culture%3des-ES%26lcid%3d3082&lcid=1033")
        else {
            panic!("known")
        };
        assert_eq!((inside["culture"].as_str(), inside["lcid"].as_str()), ("es-ES", "3082"));
        let Target::Connect(outside) = target("target=CONNECT&Culture=es-ES") else { panic!("known") };
        assert_eq!(outside["culture"], "es-ES");
    }

    #[test]
    fn escapes_of_both_kinds_are_decoded_and_what_is_none_stands_for_itself() {
        for (typed, means) in [
            ("a+b%20c", "a b c"),
            ("Zo%C3%AB", "Zoë"),
            ("Zo%u00eb", "Zoë"),
            ("%ud83d%ude00", "😀"),
            ("%ud83dx", "\u{fffd}x"),
            ("%u263a%C3%AB%u263a", "☺ë☺"),
            ("100%", "100%"),
            ("%", "%"),
            ("%4", "%4"),
            ("%u12", "%u12"),
            ("%zz%u00g0", "%zz%u00g0"),
            ("%ff", "\u{fffd}"),
            ("é%25", "é%"),
        ] {
            assert_eq!(decode(typed), means, "{typed}");
        }
    }

    proptest! {
        #[test]
        fn without_wide_escapes_it_reads_as_forms_are_read(query in "[a-zA-Z0-9%=&+_.é-]{0,60}") {
            prop_assume!(!query.contains("%u") && !query.contains("%U"));
            let mut expected = Parameters::new();
            for (name, value) in url::form_urlencoded::parse(query.as_bytes()) {
                expected.entry(name.to_ascii_lowercase()).or_insert_with(|| value.into_owned());
            }
            prop_assert_eq!(parameters(&query), expected);
        }
    }
}
