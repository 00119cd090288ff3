//! SVG written anew: parsed into shapes by usvg, with nothing that it points to looked up, and written from those
//! shapes (`shapes`). Scripts, handlers, styles, links and whatever else a drawing can carry are not shapes, and so not there.

use quick_xml::{Reader, events::Event};
use usvg::{ImageHrefResolver, Options, Tree};

use super::shapes::{self, NotAShape};
use crate::domain::brand::{
    Code, Finding,
    media::{MAX_DEPTH, MAX_ELEMENTS, MAX_PIXELS, MAX_SVG},
};

/// What was seen of a drawing before it was parsed.
#[derive(Default)]
struct Seen {
    elements: usize,
    deepest: usize,
    uses: usize,
    nested_use: bool,
    text: bool,
    picture: bool,
    repeats: bool,
    active: Vec<String>,
    entities: bool,
}

/// Copies (`use`) that a drawing may have: each is written out.
const MOST_COPIES: usize = 64;

/// Writes a drawing anew. `None` where it cannot be used; the findings say why.
pub fn write_anew(file: &str, bytes: &[u8]) -> (Option<Vec<u8>>, Vec<Finding>) {
    let error = |code, message: String| (None, vec![Finding::new(code, file, message)]);
    if bytes.len() > MAX_SVG {
        let message = format!("has {} bytes; a drawing may have {MAX_SVG}", bytes.len());
        let finding = Finding::new(Code::SvgLarge, file, message);
        return (None, vec![finding.measured(bytes.len() as f64, MAX_SVG as f64)]);
    }
    let Ok(text) = std::str::from_utf8(bytes) else {
        return error(Code::FileKind, "is no SVG: it is not UTF-8 text".to_owned());
    };
    let seen = match look(text) {
        Ok(seen) => seen,
        Err(why) => return error(Code::SvgBroken, format!("is no SVG: {why}")),
    };
    if let Some((code, message)) = refusal(&seen) {
        return error(code, message);
    }
    let options = Options {
        image_href_resolver: ImageHrefResolver {
            resolve_data: Box::new(|_, _, _| None),
            resolve_string: Box::new(|_, _| None),
        },
        ..Options::default()
    };
    let tree = match Tree::from_str(text, &options) {
        Ok(tree) => tree,
        Err(e) => return error(Code::SvgBroken, format!("is no SVG: {e}")),
    };
    let side = f64::from(tree.size().width().max(tree.size().height()));
    if side > MAX_PIXELS as f64 {
        let message = format!("is {side} wide or high; {MAX_PIXELS} is enough");
        return (
            None,
            vec![Finding::new(Code::PictureSize, file, message).measured(side, MAX_PIXELS as f64)],
        );
    }
    let written = match shapes::write(&tree) {
        Ok(written) => written,
        Err(NotAShape::Effect) => {
            let message =
                "has a mask, a filter, a pattern or a blend mode: export it with plain shapes and gradients";
            return error(Code::SvgEffect, message.to_owned());
        }
        Err(NotAShape::Foreign) => return error(Code::SvgPicture, "has more than shapes inside".to_owned()),
        Err(NotAShape::TooLarge) => {
            return error(
                Code::SvgLarge,
                "comes to too many shapes: export it with simplified paths".to_owned(),
            );
        }
    };
    let told = seen.active.first().map(|what| {
        Finding::new(Code::SvgActive, file, format!("{what} is left out: a logo only has shapes"))
    });
    (Some(written.into_bytes()), told.into_iter().collect())
}

fn refusal(seen: &Seen) -> Option<(Code, String)> {
    if seen.entities {
        return Some((Code::SvgEntities, "declares entities: export it without them".to_owned()));
    }
    if seen.elements > MAX_ELEMENTS {
        let message = format!("has {} elements; a logo may have {MAX_ELEMENTS}", seen.elements);
        return Some((Code::SvgLarge, message));
    }
    if seen.deepest > MAX_DEPTH {
        return Some((Code::SvgLarge, format!("nests {} deep; {MAX_DEPTH} is the most", seen.deepest)));
    }
    if seen.nested_use || seen.uses > MOST_COPIES || seen.repeats {
        let message =
            "copies shapes that copy shapes, or too many, or has markers: export it with plain paths";
        return Some((Code::SvgLarge, message.to_owned()));
    }
    if seen.text {
        let message =
            "has text, which would need fonts: export it with outlines (“create outlines”, “object to path”)";
        return Some((Code::SvgText, message.to_owned()));
    }
    if seen.picture {
        return Some((Code::SvgPicture, "has a picture inside: export it with shapes, or as PNG".to_owned()));
    }
    None
}

/// Goes through the elements once, without resolving anything.
fn look(text: &str) -> Result<Seen, String> {
    let mut seen = Seen::default();
    let mut reader = Reader::from_str(text);
    // Whether each open element can be copied by its id.
    let mut open: Vec<bool> = Vec::new();
    loop {
        let (element, is_empty) = match reader.read_event().map_err(|e| e.to_string())? {
            Event::Eof => break,
            Event::DocType(doctype) => {
                seen.entities |= doctype.contains('[');
                continue;
            }
            Event::End(_) => {
                open.pop();
                continue;
            }
            Event::Start(element) => (element, false),
            Event::Empty(element) => (element, true),
            _ => continue,
        };
        let name = element.local_name().as_ref().to_ascii_lowercase();
        if seen.elements == 0 && name != "svg" {
            return Err(format!("it begins with <{name}>"));
        }
        seen.elements += 1;
        seen.deepest = seen.deepest.max(open.len() + 1);
        if seen.elements > MAX_ELEMENTS || seen.deepest > MAX_DEPTH {
            break;
        }
        let mut has_id = false;
        for attribute in element.attributes().with_checks(false) {
            let attribute = attribute.map_err(|e| e.to_string())?;
            let key = attribute.key.as_ref().to_ascii_lowercase();
            has_id |= key == "id";
            if key.starts_with("on") {
                seen.active.push(format!("the handler {key}"));
            }
        }
        notice(&mut seen, &name, open.iter().skip(1).any(|id| *id));
        if !is_empty {
            open.push(has_id);
        }
    }
    if seen.elements == 0 { Err("it has no elements".to_owned()) } else { Ok(seen) }
}

fn notice(seen: &mut Seen, name: &str, within_id: bool) {
    match name {
        "use" => {
            seen.uses += 1;
            seen.nested_use |= within_id;
        }
        "text" | "tspan" | "textpath" => seen.text = true,
        "image" | "feimage" => seen.picture = true,
        "marker" => seen.repeats = true,
        "script" | "foreignobject" | "iframe" | "animate" | "set" | "animatetransform" | "animatemotion"
        | "handler" => {
            seen.active.push(format!("<{name}>"));
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(svg: &str) -> Vec<&'static str> {
        write_anew("logo.svg", svg.as_bytes()).1.iter().map(|f| f.code.as_str()).collect()
    }

    fn svg(inner: &str) -> String {
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" viewBox=\"0 0 48 48\">\
             {inner}<rect width=\"48\" height=\"48\" fill=\"#005eb8\"/></svg>"
        )
    }

    #[test]
    fn shapes_stay() {
        let (written, findings) =
            write_anew("logo.svg", svg("<circle cx=\"9\" cy=\"9\" r=\"5\"/>").as_bytes());
        assert_eq!(findings, []);
        let written = String::from_utf8(written.unwrap()).unwrap();
        assert!(written.contains("#005eb8") && written.contains("<path"), "{written}");
    }

    #[test]
    fn what_is_no_shape_does_not_arrive() {
        for inner in [
            "<script>alert(1)</script>",
            "<foreignObject><body xmlns=\"http://www.w3.org/1999/xhtml\"><script>x</script></body></foreignObject>",
            "<style>@import url(https://evil.example/a.css); rect { fill: url(https://evil.example/#a) }</style>",
            "<rect width=\"1\" height=\"1\" fill=\"url(https://evil.example/a.svg#b)\"/>",
            "<rect width=\"1\" height=\"1\" onclick=\"alert(1)\" style=\"background:image-set('https://evil.example/')\"/>",
            "<a xlink:href=\"javascript:alert(1)\"><rect width=\"1\" height=\"1\"/></a>",
            "<use xlink:href=\"https://evil.example/a.svg#b\"/>",
            "<animate attributeName=\"href\" to=\"javascript:alert(1)\"/>",
        ] {
            let (written, _) = write_anew("logo.svg", svg(inner).as_bytes());
            let written = String::from_utf8(written.expect(inner)).unwrap();
            for sign in ["script", "evil", "alert", "foreign", "import", "onclick", "animate"] {
                assert!(!written.contains(sign), "{inner}: {written}");
            }
        }
        assert_eq!(codes(&svg("<script>x</script>")), ["svg-active"]);
    }

    #[test]
    fn what_cannot_be_a_logo_is_refused_with_its_reason() {
        let deep = "<g>".repeat(MAX_DEPTH + 1) + &"</g>".repeat(MAX_DEPTH + 1);
        let many = "<g/>".repeat(MAX_ELEMENTS + 1);
        let copies =
            "<g id=\"a\"><rect width=\"1\" height=\"1\"/></g><g id=\"b\"><use xlink:href=\"#a\"/></g>";
        for (text, code) in [
            (svg("<text>Clinic</text>"), "svg-text"),
            (svg("<image href=\"/etc/passwd\"/>"), "svg-picture"),
            (svg("<image href=\"data:image/png;base64,AAAA\"/>"), "svg-picture"),
            (svg(&deep), "svg-large"),
            (svg(&many), "svg-large"),
            (svg(copies), "svg-large"),
            (svg("<marker/>"), "svg-large"),
            (svg("<rect width=\"9\" height=\"9\" style=\"mix-blend-mode:multiply\"/>"), "svg-effect"),
            ("x".repeat(MAX_SVG + 1), "svg-large"),
            ("<html></html>".to_owned(), "svg-broken"),
            ("".to_owned(), "svg-broken"),
            ("<svg".to_owned(), "svg-broken"),
            (format!("<!DOCTYPE svg [<!ENTITY a \"aaaa\">]>{}", svg("")), "svg-entities"),
        ] {
            assert_eq!(codes(&text), [code], "{}", &text[..text.len().min(80)]);
        }
        assert_eq!(write_anew("a.svg", &[0xff, 0xfe]).1[0].code, Code::FileKind);
    }
}
