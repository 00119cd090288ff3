//! A clinic's look: its accent colour, made readable, and its logo.
//!
//! What lives here: colours and their contrast, the style sheet that sets three custom properties, and which
//! files may be a logo. What must not: any other style; the pages' own sheet decides what is accented. Where to
//! look next: `application`, which holds the brand, and `app_file`, which reads it.

use serde::{Deserialize, Serialize};

/// What text needs against what it stands on (WCAG 2.2, 1.4.3).
pub const TEXT_CONTRAST: f64 = 4.5;

/// What a button or a border needs against the page (WCAG 2.2, 1.4.11).
pub const SHAPE_CONTRAST: f64 = 3.0;

/// The page, its panels and its tinted boxes at their darkest in the light scheme (`--page`, `--surface` and
/// `--tint` of the stylesheet).
pub const LIGHT_BACKGROUNDS: [Colour; 3] =
    [Colour::WHITE, Colour::rgb(0xf2, 0xf5, 0xf5), Colour::rgb(0xe8, 0xe8, 0xe8)];

/// The page, its panels and its tinted boxes at their brightest in the dark scheme (`--page`, `--surface` and `--tint` of the
/// stylesheet).
pub const DARK_BACKGROUNDS: [Colour; 3] =
    [Colour::rgb(0x0d, 0x15, 0x17), Colour::rgb(0x16, 0x20, 0x23), Colour::rgb(0x2b, 0x34, 0x37)];

/// An opaque sRGB colour, written `#005eb8` or `#05b`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Colour {
    /// 0 to 255.
    pub red: u8,
    /// 0 to 255.
    pub green: u8,
    /// 0 to 255.
    pub blue: u8,
}

/// The text is no colour of the form `#rrggbb` or `#rgb`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("is not a colour of the form #rrggbb or #rgb")]
pub struct NotAColour;

impl Colour {
    const fn rgb(red: u8, green: u8, blue: u8) -> Self {
        Self { red, green, blue }
    }

    /// `#ffffff`.
    pub const WHITE: Colour = Colour { red: 0xff, green: 0xff, blue: 0xff };

    /// The near-black that text on a bright accent has, and the dark page: `#101418`.
    pub const INK: Colour = Colour { red: 0x10, green: 0x14, blue: 0x18 };

    /// Reads `#rrggbb` or `#rgb`, in any case.
    pub fn parse(text: &str) -> Result<Colour, NotAColour> {
        let digits = text.strip_prefix('#').ok_or(NotAColour)?;
        let digits: Vec<u8> = digits
            .chars()
            .map(|c| c.to_digit(16).map(|digit| digit as u8).ok_or(NotAColour))
            .collect::<Result<_, _>>()?;
        match digits[..] {
            [r, g, b] => Ok(Colour { red: r * 17, green: g * 17, blue: b * 17 }),
            [r1, r2, g1, g2, b1, b2] => {
                Ok(Colour { red: r1 * 16 + r2, green: g1 * 16 + g2, blue: b1 * 16 + b2 })
            }
            _ => Err(NotAColour),
        }
    }

    /// WCAG's relative luminance, 0 for black to 1 for white.
    pub fn luminance(self) -> f64 {
        let linear = |channel: u8| {
            let c = f64::from(channel) / 255.0;
            if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(self.red) + 0.7152 * linear(self.green) + 0.0722 * linear(self.blue)
    }

    /// WCAG's contrast ratio, 1 to 21; the order does not matter.
    pub fn contrast(self, other: Colour) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    /// Hue, saturation and lightness, each 0 to 1.
    fn hsl(self) -> (f64, f64, f64) {
        let [r, g, b] = [self.red, self.green, self.blue].map(|channel| f64::from(channel) / 255.0);
        let (max, min) = (r.max(g).max(b), r.min(g).min(b));
        let (spread, lightness) = (max - min, (max + min) / 2.0);
        if spread == 0.0 {
            return (0.0, 0.0, lightness);
        }
        let saturation = spread / (1.0 - (2.0 * lightness - 1.0).abs());
        let sixth = if max == r {
            ((g - b) / spread).rem_euclid(6.0)
        } else if max == g {
            (b - r) / spread + 2.0
        } else {
            (r - g) / spread + 4.0
        };
        (sixth / 6.0, saturation, lightness)
    }

    fn from_hsl((hue, saturation, lightness): (f64, f64, f64)) -> Colour {
        let reach = saturation * lightness.min(1.0 - lightness);
        let channel = |offset: f64| {
            let k = (offset + hue * 12.0).rem_euclid(12.0);
            let value = lightness - reach * (k - 3.0).min(9.0 - k).clamp(-1.0, 1.0);
            (value * 255.0).round().clamp(0.0, 255.0) as u8
        };
        Colour { red: channel(0.0), green: channel(8.0), blue: channel(4.0) }
    }
}

impl std::fmt::Display for Colour {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.red, self.green, self.blue)
    }
}

impl From<Colour> for String {
    fn from(colour: Colour) -> String {
        colour.to_string()
    }
}

impl TryFrom<String> for Colour {
    type Error = NotAColour;

    fn try_from(text: String) -> Result<Colour, NotAColour> {
        Colour::parse(&text)
    }
}

/// A clinic's accent in one colour scheme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Accent {
    /// For buttons, borders and bars: 3:1 against the page and its panels.
    pub accent: Colour,
    /// For text on the accent: white or near-black, 4.5:1 against it.
    pub on_accent: Colour,
    /// For links and other accented text: 4.5:1 against the page and its panels.
    pub accent_text: Colour,
}

/// A clinic's accent in both colour schemes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Accents {
    /// On [`LIGHT_BACKGROUNDS`].
    pub light: Accent,
    /// On [`DARK_BACKGROUNDS`].
    pub dark: Accent,
}

/// Makes a clinic's accent readable in both schemes: its hue is kept, its lightness moved only as far as
/// contrast needs. A colour that is readable already stays as it is.
pub fn accent_pair(accent: Colour) -> Accents {
    Accents { light: accent_on(accent, &LIGHT_BACKGROUNDS), dark: accent_on(accent, &DARK_BACKGROUNDS) }
}

fn accent_on(colour: Colour, backgrounds: &[Colour]) -> Accent {
    let against_all =
        |c: Colour, least: f64| backgrounds.iter().all(|background| c.contrast(*background) >= least);
    let text_on =
        |c: Colour| [Colour::WHITE, Colour::INK].into_iter().find(|text| text.contrast(c) >= TEXT_CONTRAST);
    let accent = nearest(colour, |c| against_all(c, SHAPE_CONTRAST) && text_on(c).is_some());
    Accent {
        accent,
        on_accent: text_on(accent).unwrap_or(Colour::WHITE),
        accent_text: nearest(colour, |c| against_all(c, TEXT_CONTRAST)),
    }
}

/// The colour of the same hue and saturation, nearest in lightness, that `fits`. On every background either
/// black or white fits, and both are within reach.
fn nearest(colour: Colour, fits: impl Fn(Colour) -> bool) -> Colour {
    const STEPS: i32 = 510;
    if fits(colour) {
        return colour;
    }
    let (hue, saturation, lightness) = colour.hsl();
    (1..=STEPS)
        .flat_map(|step| [-step, step])
        .map(|step| {
            Colour::from_hsl((
                hue,
                saturation,
                (lightness + f64::from(step) / f64::from(STEPS)).clamp(0.0, 1.0),
            ))
        })
        .find(|candidate| fits(*candidate))
        .unwrap_or(colour)
}

/// The style sheet of a clinic's pages: it sets three custom properties, and nothing else. Which of the two colours
/// stands is decided by the portal's own sheet, with its switches `--if-light` and `--if-dark`.
pub fn stylesheet(accents: &Accents) -> String {
    let Accents { light, dark } = accents;
    let property = |name: &str, light: Colour, dark: Colour| {
        format!("  --brand-{name}: var(--if-light, {light}) var(--if-dark, {dark});\n")
    };
    [
        ":root {\n".to_owned(),
        property("accent", light.accent, dark.accent),
        property("on-accent", light.on_accent, dark.on_accent),
        property("accent-text", light.accent_text, dark.accent_text),
        "}\n".to_owned(),
    ]
    .concat()
}

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
    use proptest::prelude::*;

    fn colour(text: &str) -> Colour {
        Colour::parse(text).unwrap()
    }

    #[test]
    fn colours_are_read_long_and_short() {
        assert_eq!(colour("#005eb8"), Colour { red: 0, green: 0x5e, blue: 0xb8 });
        assert_eq!(colour("#0AF"), colour("#00aaff"));
        for text in ["", "#", "005eb8", "#005eb", "#005eb8f", "#ggg", "blue", "#00 5eb", "#ééé", " #fff"] {
            assert_eq!(Colour::parse(text), Err(NotAColour), "{text}");
        }
    }

    #[test]
    fn contrast_agrees_with_the_published_examples() {
        assert!((Colour::WHITE.contrast(colour("#000")) - 21.0).abs() < 0.001);
        assert!((Colour::WHITE.contrast(colour("#767676")) - 4.54).abs() < 0.01);
        assert!((colour("#777").contrast(Colour::WHITE) - 4.48).abs() < 0.01);
    }

    #[test]
    fn a_readable_accent_stays_as_it_is() {
        let light = accent_pair(colour("#005eb8")).light;
        assert_eq!(light.accent, colour("#005eb8"));
        assert_eq!(light.accent_text, colour("#005eb8"));
        assert_eq!(light.on_accent, Colour::WHITE);
    }

    #[test]
    fn a_bright_accent_gets_dark_text_and_keeps_its_hue() {
        let accents = accent_pair(colour("#ffcc00"));
        assert_eq!(accents.dark.accent, colour("#ffcc00"));
        assert_eq!(accents.dark.on_accent, Colour::INK);
        let (hue, _, lightness) = accents.light.accent_text.hsl();
        assert!((hue - colour("#ffcc00").hsl().0).abs() < 0.01);
        assert!(lightness < 0.4);
    }

    #[test]
    fn the_style_sheet_sets_three_properties_in_both_schemes_and_nothing_else() {
        assert_eq!(
            stylesheet(&Accents {
                light: Accent {
                    accent: colour("#005eb8"),
                    on_accent: Colour::WHITE,
                    accent_text: colour("#005eb8"),
                },
                dark: Accent {
                    accent: colour("#4da3ff"),
                    on_accent: Colour::INK,
                    accent_text: colour("#4da3ff"),
                },
            }),
            ":root {\n  \
             --brand-accent: var(--if-light, #005eb8) var(--if-dark, #4da3ff);\n  \
             --brand-on-accent: var(--if-light, #ffffff) var(--if-dark, #101418);\n  \
             --brand-accent-text: var(--if-light, #005eb8) var(--if-dark, #4da3ff);\n}\n"
        );
    }

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

    fn any_colour() -> impl Strategy<Value = Colour> {
        any::<[u8; 3]>().prop_map(|[red, green, blue]| Colour { red, green, blue })
    }

    fn is_readable(accent: Accent, backgrounds: &[Colour]) -> bool {
        accent.on_accent.contrast(accent.accent) >= TEXT_CONTRAST
            && backgrounds.iter().all(|background| {
                accent.accent_text.contrast(*background) >= TEXT_CONTRAST
                    && accent.accent.contrast(*background) >= SHAPE_CONTRAST
            })
    }

    proptest! {
        #[test]
        fn every_accent_ends_readable_in_both_schemes(colour in any_colour()) {
            let accents = accent_pair(colour);
            prop_assert!(is_readable(accents.light, &LIGHT_BACKGROUNDS), "{colour} {:?}", accents.light);
            prop_assert!(is_readable(accents.dark, &DARK_BACKGROUNDS), "{colour} {:?}", accents.dark);
        }

        #[test]
        fn lightness_is_changed_and_changed_back(colour in any_colour()) {
            let back = Colour::from_hsl(colour.hsl());
            prop_assert_eq!(back, colour);
        }

        #[test]
        fn a_colour_is_read_as_it_is_written(colour in any_colour()) {
            prop_assert_eq!(Colour::parse(&colour.to_string()), Ok(colour));
        }

        #[test]
        fn no_text_and_no_bytes_make_it_panic(text in any::<String>(), bytes in any::<Vec<u8>>()) {
            let _ = Colour::parse(&text);
            let _ = Logo::from_bytes(bytes);
            let _ = Logo::from_bytes(format!("<svg{text}").into_bytes());
        }
    }
}
