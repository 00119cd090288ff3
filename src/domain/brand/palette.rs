//! The colours of a brand in one colour scheme: those that it gives, and those that follow from them.

use std::collections::BTreeMap;

use super::{
    Colour, TEXT_CONTRAST,
    colour::nearest_fitting,
    contrast::{PAIRS, holds},
};

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scheme {
    /// Dark text on a bright page.
    Light,
    /// Bright text on a dark page.
    Dark,
}

impl Scheme {
    /// Both.
    pub const ALL: [Scheme; 2] = [Scheme::Light, Scheme::Dark];

    /// Its table in `brand.toml`.
    pub fn as_str(self) -> &'static str {
        match self {
            Scheme::Light => "light",
            Scheme::Dark => "dark",
        }
    }
}

macro_rules! tokens {
    ($($token:ident $name:literal $light:literal $dark:literal $about:literal,)*) => {
        /// One colour of the pages. The last four are mixed, never given.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Token { $(#[doc = $about] $token,)* }

        impl Token {
            /// All of them, in the order in which they are documented.
            pub const ALL: &[Token] = &[$(Token::$token),*];

            /// Its name in `brand.toml` and, behind `--brand-`, in the stylesheet.
            pub fn as_str(self) -> &'static str {
                match self { $(Token::$token => $name,)* }
            }

            /// What it is for, in a sentence.
            pub fn about(self) -> &'static str {
                match self { $(Token::$token => $about,)* }
            }

            /// Our own colour, as `static/portal/page.css` has it.
            fn ours(self, scheme: Scheme) -> Colour {
                let text = match (self, scheme) {
                    $((Token::$token, Scheme::Light) => $light, (Token::$token, Scheme::Dark) => $dark,)*
                };
                Colour::parse(text).unwrap_or(Colour::INK)
            }
        }
    };
}

tokens! {
    Page "page" "#f2f5f5" "#0d1517" "The ground of header and footer.",
    Surface "surface" "#ffffff" "#162023" "The ground of the page itself, and of fields.",
    Ink "ink" "#14262b" "#e9f0f0" "Text.",
    InkSoft "ink-soft" "#4a5d63" "#aabbbe" "Hints and side notes.",
    Line "line" "#d6dfe0" "#2c3b3f" "Lines between things; decoration.",
    Control "control" "#6a7c82" "#80959a" "The borders of fields and of second buttons.",
    Accent "accent" "#0b6470" "#7dd0d8" "Buttons and bars.",
    OnAccent "on-accent" "#ffffff" "#05272b" "Text on the accent.",
    AccentText "accent-text" "#0a5c67" "#8cd8df" "Links.",
    Danger "danger" "#a8231c" "#ffb1a8" "Errors, and buttons that delete.",
    Good "good" "#17683a" "#8fd9ab" "What went well.",
    Warning "warning" "#7a4a00" "#f1cb80" "Warnings.",
    Focus "focus" "#1a4fd6" "#9dc0ff" "The ring around what the keyboard is on.",
    Tint "tint" "#e8f2f3" "#1d3438" "A touch of the accent on the surface; mixed.",
    DangerTint "danger-tint" "#fdf1f0" "#35201f" "A touch of danger on the surface; mixed.",
    GoodTint "good-tint" "#e9f5ee" "#16301f" "A touch of good on the surface; mixed.",
    WarningTint "warning-tint" "#fdf4e1" "#33290f" "A touch of warning on the surface; mixed.",
}

/// How much of its colour a tint has.
const TINTS: [(Token, Token, f64); 4] = [
    (Token::Tint, Token::Accent, 0.09),
    (Token::DangerTint, Token::Danger, 0.07),
    (Token::GoodTint, Token::Good, 0.09),
    (Token::WarningTint, Token::Warning, 0.09),
];

impl Token {
    /// Whether it is computed.
    pub fn is_mixed(self) -> bool {
        TINTS.iter().any(|(tint, ..)| *tint == self)
    }

    /// The one with this name that a brand may give.
    pub fn parse(name: &str) -> Option<Token> {
        Token::ALL.iter().copied().find(|token| token.as_str() == name && !token.is_mixed())
    }
}

/// Every colour of the pages in one scheme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Palette([Colour; Token::ALL.len()]);

impl Palette {
    /// The portal's own.
    pub fn ours(scheme: Scheme) -> Palette {
        let mut palette = Palette([Colour::INK; Token::ALL.len()]);
        for token in Token::ALL {
            palette.set(*token, token.ours(scheme));
        }
        palette
    }

    /// The colours that a brand gives, and for the others such that can be read beside them: ours, moved in lightness as
    /// far as contrast needs. `other_accent` is the accent of the other scheme, from which this one's follows where
    /// none is given.
    pub fn complete(
        scheme: Scheme,
        given: &BTreeMap<Token, Colour>,
        other_accent: Option<Colour>,
    ) -> Palette {
        let mut palette = Palette::ours(scheme);
        for (token, colour) in given {
            palette.set(*token, *colour);
        }
        let wants_accent = !given.contains_key(&Token::Accent);
        if let (true, Some(accent)) = (wants_accent, other_accent) {
            palette.set(Token::Accent, accent);
        }
        palette.mix();
        let free = |token: Token| !given.contains_key(&token);
        if wants_accent {
            palette.settle(Token::Accent, |palette| palette.text_on_accent().is_some());
        }
        if free(Token::OnAccent)
            && let Some(text) = palette.text_on_accent()
        {
            palette.set(Token::OnAccent, text);
        }
        // The accent's own hue for links, where none is given.
        if free(Token::AccentText) && (!wants_accent || other_accent.is_some()) {
            palette.set(Token::AccentText, palette.get(Token::Accent));
        }
        use Token::{AccentText, Control, Danger, Focus, Good, Ink, InkSoft, Warning};
        for token in [Danger, Good, Warning, Ink, InkSoft, Control, AccentText, Focus] {
            if free(token) {
                palette.settle(token, |_| true);
            }
        }
        palette
    }

    /// One of them.
    pub fn get(&self, token: Token) -> Colour {
        self.0[token as usize]
    }

    fn set(&mut self, token: Token, colour: Colour) {
        self.0[token as usize] = colour;
    }

    fn mix(&mut self) {
        for (tint, of, share) in TINTS {
            self.set(tint, self.get(Token::Surface).mixed_with(self.get(of), share));
        }
    }

    /// The same with one colour changed, and what is mixed of it.
    pub(super) fn with(&self, token: Token, colour: Colour) -> Palette {
        let mut other = *self;
        other.set(token, colour);
        other.mix();
        other
    }

    fn text_on_accent(&self) -> Option<Colour> {
        let accent = self.get(Token::Accent);
        // On every colour either white or black can be read; near-black is the calmer one of the two.
        let black = Colour::rgb(0, 0, 0);
        [Colour::WHITE, Colour::INK, black].into_iter().find(|text| text.contrast(accent) >= TEXT_CONTRAST)
    }

    /// Moves a colour to the nearest that can be seen on all that it meets. Where none can, it stays, and the check says so.
    fn settle(&mut self, token: Token, fits: impl Fn(&Palette) -> bool) {
        let needs = |colour: Colour| {
            let other = self.with(token, colour);
            // Text on the accent is chosen after the accent.
            PAIRS.iter().filter(|pair| pair.front == token).all(|pair| holds(&other, pair)) && fits(&other)
        };
        if let Some(colour) = nearest_fitting(self.get(token), needs) {
            *self = self.with(token, colour);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn our_own_colours_stand_in_our_stylesheet() {
        let css = include_str!("../../../static/portal/page.css");
        for token in Token::ALL {
            let name = if token.as_str().starts_with("warning") {
                token.as_str().replace("warning", "warn")
            } else {
                token.as_str().to_owned()
            };
            let line = css.lines().find(|line| line.starts_with(&format!("  --{name}: "))).unwrap();
            for scheme in Scheme::ALL {
                let ours = token.ours(scheme);
                let long = ours.to_string();
                let short = long.replace("#ffffff", "#fff");
                assert!(line.contains(&short) || line.contains(&long), "{name} is not {ours}: {line}");
            }
        }
    }

    #[test]
    fn one_accent_is_enough_for_both_schemes() {
        let given: BTreeMap<_, _> = [(Token::Accent, Colour::parse("#ffcc00").unwrap())].into();
        let dark = Palette::complete(Scheme::Dark, &BTreeMap::new(), given.get(&Token::Accent).copied());
        assert_eq!(dark.get(Token::Accent).to_string(), "#ffcc00");
        assert_eq!(dark.get(Token::OnAccent), Colour::INK);
        assert_ne!(dark.get(Token::AccentText), Token::AccentText.ours(Scheme::Dark));
    }

    #[test]
    fn mixed_colours_cannot_be_given() {
        assert_eq!(Token::parse("tint"), None);
        assert_eq!(Token::parse("ink-soft"), Some(Token::InkSoft));
    }
}
