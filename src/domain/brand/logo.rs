//! Which files may be a logo: small pictures of four kinds, known by their bytes, that cannot act.

use serde::{Deserialize, Serialize};

/// The kinds of picture that every browser shows and that a clinic has at hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum LogoKind {
    /// Scalable; refused when it carries scripts.
    #[serde(rename = "image/svg+xml")]
    Svg,
    /// Portable network graphics.
    #[serde(rename = "image/png")]
    Png,
    /// A photograph's format.
    #[serde(rename = "image/jpeg")]
    Jpeg,
    /// A newer format for both.
    #[serde(rename = "image/webp")]
    Webp,
}

impl LogoKind {
    /// For the `Content-Type` header.
    pub fn media_type(self) -> &'static str {
        match self {
            LogoKind::Svg => "image/svg+xml",
            LogoKind::Png => "image/png",
            LogoKind::Jpeg => "image/jpeg",
            LogoKind::Webp => "image/webp",
        }
    }
}

/// A clinic's logo: a small picture of a kind that was found out from its bytes, not its name.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Logo {
    media_type: LogoKind,
    #[serde(with = "base64")]
    bytes: Vec<u8>,
}

impl std::fmt::Debug for Logo {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Logo({}, {} bytes)", self.media_type.media_type(), self.bytes.len())
    }
}

/// Why a file cannot be a logo. Reads on after the file's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum LogoProblem {
    /// Nothing in it.
    #[error("is empty")]
    Empty,
    /// More than [`Logo::MAX_BYTES`].
    #[error("is larger than {max} bytes")]
    TooLarge {
        /// The most allowed.
        max: usize,
    },
    /// None of the four kinds.
    #[error("is neither SVG, PNG, JPEG nor WebP")]
    UnknownKind,
    /// It would run scripts if it were opened by itself.
    #[error("is an SVG with scripts, event handlers, entities or foreign objects; export it without them")]
    ActiveSvg,
}

impl Logo {
    /// A logo is on every page, and patients pay for their bytes.
    pub const MAX_BYTES: usize = 100 * 1024;

    /// Takes a file's bytes if they are a small picture of a known kind.
    pub fn from_bytes(bytes: Vec<u8>) -> Result<Logo, LogoProblem> {
        if bytes.is_empty() {
            return Err(LogoProblem::Empty);
        }
        if bytes.len() > Logo::MAX_BYTES {
            return Err(LogoProblem::TooLarge { max: Logo::MAX_BYTES });
        }
        let media_type = match bytes.as_slice() {
            [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => LogoKind::Png,
            [0xff, 0xd8, 0xff, ..] => LogoKind::Jpeg,
            [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => LogoKind::Webp,
            _ => svg(&bytes)?,
        };
        Ok(Logo { media_type, bytes })
    }

    /// The kind, for the `Content-Type` header.
    pub fn media_type(&self) -> &'static str {
        self.media_type.media_type()
    }

    /// The picture itself.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }
}

fn svg(bytes: &[u8]) -> Result<LogoKind, LogoProblem> {
    let text = std::str::from_utf8(bytes).map_err(|_| LogoProblem::UnknownKind)?;
    let text = text.trim_start_matches('\u{feff}').trim_start().to_ascii_lowercase();
    if !text.starts_with('<') || !text.contains("<svg") || text.contains("<html") {
        return Err(LogoProblem::UnknownKind);
    }
    let active = ["<script", ":script", "<foreignobject", ":foreignobject", "javascript:", "<!entity"];
    if active.iter().any(|sign| text.contains(sign)) || has_event_handler(&text) {
        return Err(LogoProblem::ActiveSvg);
    }
    Ok(LogoKind::Svg)
}

/// `onload=` and its like, wherever they stand: a logo has no such words in its text.
fn has_event_handler(text: &str) -> bool {
    text.split(|c: char| c.is_whitespace() || "\"'/".contains(c)).any(|word| {
        word.strip_prefix("on").is_some_and(|rest| {
            let name = rest.trim_start_matches(|c: char| c.is_ascii_alphabetic());
            name.len() < rest.len() && (name.is_empty() || name.starts_with('='))
        })
    })
}

/// Bytes as base64 text, so that a brand can be kept as JSON.
mod base64 {
    use data_encoding::BASE64;
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    pub(super) fn serialize<S: Serializer>(bytes: &[u8], serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&BASE64.encode(bytes))
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<u8>, D::Error> {
        let text = String::deserialize(deserializer)?;
        BASE64.decode(text.as_bytes()).map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::brand::Colour;
    use proptest::prelude::*;

    #[test]
    fn a_logo_is_known_by_its_bytes() {
        let kind = |bytes: &[u8]| Logo::from_bytes(bytes.to_vec()).map(|logo| logo.media_type());
        assert_eq!(kind(b"\x89PNG\r\n\x1a\n..."), Ok("image/png"));
        assert_eq!(kind(b"\xff\xd8\xff\xe0..."), Ok("image/jpeg"));
        assert_eq!(kind(b"RIFF\x10\0\0\0WEBPVP8 "), Ok("image/webp"));
        assert_eq!(kind(b"<svg xmlns='http://www.w3.org/2000/svg'></svg>"), Ok("image/svg+xml"));
        assert_eq!(
            kind(b"\xef\xbb\xbf<?xml version=\"1.0\"?>\n<!-- made -->\n<svg></svg>"),
            Ok("image/svg+xml")
        );
        assert_eq!(kind(b""), Err(LogoProblem::Empty));
        assert_eq!(kind(b"GIF89a"), Err(LogoProblem::UnknownKind));
        assert_eq!(kind(b"<html><svg></svg></html>"), Err(LogoProblem::UnknownKind));
        assert_eq!(kind(&[b'x'; Logo::MAX_BYTES + 1]), Err(LogoProblem::TooLarge { max: 102_400 }));
    }

    #[test]
    fn a_logo_that_could_act_is_refused() {
        for svg in [
            "<svg><script>alert(1)</script></svg>",
            "<svg onload=\"alert(1)\"></svg>",
            "<svg\nonclick = 'alert(1)'></svg>",
            "<svg><a href='JavaScript:alert(1)'/></svg>",
            "<svg><foreignObject/></svg>",
            "<!DOCTYPE svg [<!ENTITY x 'y'>]><svg>&x;</svg>",
            "<svg><x:script xmlns:x='http://www.w3.org/2000/svg'/></svg>",
        ] {
            assert_eq!(Logo::from_bytes(svg.into()), Err(LogoProblem::ActiveSvg), "{svg}");
        }
    }

    #[test]
    fn a_logo_survives_being_kept_as_json() {
        let logo = Logo::from_bytes(b"\x89PNG\r\n\x1a\n\0\xff".to_vec()).unwrap();
        let json = serde_json::to_string(&logo).unwrap();
        assert!(json.contains("image/png"));
        assert_eq!(serde_json::from_str::<Logo>(&json).unwrap(), logo);
    }

    proptest! {
        #[test]
        fn no_text_and_no_bytes_make_it_panic(text in any::<String>(), bytes in any::<Vec<u8>>()) {
            let _ = Colour::parse(&text);
            let _ = Logo::from_bytes(bytes);
            let _ = Logo::from_bytes(format!("<svg{text}").into_bytes());
        }
    }
}
