//! Colours, their contrast, and an accent that can be read in both colour schemes.

use std::sync::LazyLock;

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

/// The light of a channel, 0 to 1, by its value in sRGB (WCAG's relative luminance). Each page of an app in its accent asks
/// for some hundred.
static LINEAR: LazyLock<[f64; 256]> = LazyLock::new(|| {
    std::array::from_fn(|channel| {
        let c = channel as f64 / 255.0;
        if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
    })
});

impl Colour {
    pub(super) const fn rgb(red: u8, green: u8, blue: u8) -> Self {
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
        let linear = |channel: u8| LINEAR[usize::from(channel)];
        0.2126 * linear(self.red) + 0.7152 * linear(self.green) + 0.0722 * linear(self.blue)
    }

    /// WCAG's contrast ratio, 1 to 21; the order does not matter.
    pub fn contrast(self, other: Colour) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    /// This colour with a `share` (0 to 1) of another in it, mixed in sRGB as `color-mix(in srgb, …)` does.
    pub fn mixed_with(self, other: Colour, share: f64) -> Colour {
        let channel = |one: u8, two: u8| {
            (f64::from(one) * (1.0 - share) + f64::from(two) * share).round().clamp(0.0, 255.0) as u8
        };
        Colour {
            red: channel(self.red, other.red),
            green: channel(self.green, other.green),
            blue: channel(self.blue, other.blue),
        }
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
    nearest_fitting(colour, fits).unwrap_or(colour)
}

/// The colour of the same hue and saturation, nearest in lightness, that `fits`; `None` where no lightness does.
pub(super) fn nearest_fitting(colour: Colour, fits: impl Fn(Colour) -> bool) -> Option<Colour> {
    const STEPS: i32 = 510;
    if fits(colour) {
        return Some(colour);
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
    }
}
