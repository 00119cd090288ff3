//! `brand contract`: what a brand may say, for people and for tools that make brands.

use serde_json::{Value, json};

use crate::{
    copy::FILES,
    domain::brand::{
        CONTRACT, Code, MAX_WEIGHT, Token,
        contrast::PAIRS,
        media::{MAX_FONT, MAX_PIXELS, MAX_PNG, MAX_SVG},
        shell,
        slots::{ELEMENTS, MAX_MARKUP, SCHEMES, SHELL_ELEMENTS, Slot},
        tokens::LINKS,
        words::{self, KEPT},
    },
};

/// All of it.
pub(super) fn contract() -> Value {
    json!({
        "contract": CONTRACT,
        "tokens": {
            "colours": Token::ALL.iter().filter(|token| !token.is_mixed())
                .map(|token| json!({ "name": token.as_str(), "about": token.about() })).collect::<Vec<_>>(),
            "keys": {
                "name": "text", "language": "language", "favicon": "file",
                "light": "colours", "dark": "colours",
                "shape.radius": "0 to 24 (pixels)", "shape.width": ["narrow", "normal", "wide"],
                "type.family": ["system", "serif", "humanist", "rounded"], "type.font": "file",
                "logo.light": "file", "logo.dark": "file", "logo.height": "16 to 96 (pixels)",
                "layout.content": ["card", "plain"], "layout.header": ["compact", "tall"],
                "layout.logo": ["left", "centre"],
                "links": LINKS, "hours": "text, or one per language",
            },
            "pairs": PAIRS.iter().map(|pair| json!({
                "front": pair.front.as_str(), "ground": pair.ground.as_str(), "needs": pair.needs, "seen": pair.seen,
            })).collect::<Vec<_>>(),
        },
        "words": words_of_contract(),
        "slots": Slot::ALL.iter()
            .map(|slot| json!({ "name": slot.as_str(), "about": slot.about() })).collect::<Vec<_>>(),
        "markup": { "elements": ELEMENTS, "shell": SHELL_ELEMENTS, "schemes": SCHEMES },
        "shell": { "places": [shell::HEAD, shell::CONTENT] },
        "limits": {
            "brand_bytes": MAX_WEIGHT, "font_bytes": MAX_FONT, "svg_bytes": MAX_SVG, "png_bytes": MAX_PNG,
            "pixels": MAX_PIXELS, "markup_bytes": MAX_MARKUP,
        },
        "findings": Code::ALL.iter()
            .map(|code| json!({ "code": code.as_str(), "level": code.level() })).collect::<Vec<_>>(),
    })
}

/// Every text of ours that a brand may say otherwise, with its variables, and the languages.
fn words_of_contract() -> Value {
    let languages: Vec<&str> = FILES.iter().map(|(tag, _)| *tag).collect();
    let texts = FILES.first().map(|(_, source)| words::messages(source)).unwrap_or_default();
    let texts = texts.iter().filter(|message| !KEPT.contains(&message.key)).map(|message| {
        let variables = words::variables(message.pattern);
        json!({ "key": message.key, "variables": variables, "text": message.pattern.trim() })
    });
    json!({ "languages": languages, "texts": texts.collect::<Vec<_>>() })
}
