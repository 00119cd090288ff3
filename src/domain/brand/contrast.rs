//! Which colours meet on our pages, and what each pair of them needs (WCAG 2.2: 1.4.3 for text, 1.4.11 for what is no
//! text). Measured by [`Colour::contrast`], WCAG's relative luminance.

use super::{
    Colour, Palette, SHAPE_CONTRAST, Scheme, TEXT_CONTRAST, Token,
    Token::{
        Accent, AccentText, Control, Danger, DangerTint, Focus, Good, GoodTint, Ink, InkSoft, OnAccent, Page,
        Surface, Tint, Warning, WarningTint,
    },
    colour::nearest_fitting,
};

/// Two colours that meet.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pair {
    /// What is seen.
    pub front: Token,
    /// What it stands on.
    pub ground: Token,
    /// The least contrast, 1 to 21.
    pub needs: f64,
    /// Where they meet.
    pub seen: &'static str,
}

const fn text(front: Token, ground: Token, seen: &'static str) -> Pair {
    Pair { front, ground, needs: TEXT_CONTRAST, seen }
}

const fn shape(front: Token, ground: Token, seen: &'static str) -> Pair {
    Pair { front, ground, needs: SHAPE_CONTRAST, seen }
}

/// Every pair that meets on a page of ours, and no other: the browser suite finds the same ones.
pub const PAIRS: &[Pair] = &[
    text(Ink, Page, "text in header and footer"),
    text(Ink, Surface, "text on the page"),
    text(Ink, Tint, "text in boxes"),
    text(Ink, DangerTint, "the heading of the error box"),
    text(Ink, GoodTint, "text in notices and on the last page"),
    text(Ink, WarningTint, "text in warnings"),
    text(InkSoft, Page, "side notes in header and footer"),
    text(InkSoft, Surface, "hints"),
    text(InkSoft, Tint, "notes in a choice that is ticked"),
    text(AccentText, Page, "links in header and footer"),
    text(AccentText, Surface, "links"),
    text(AccentText, Tint, "links in boxes"),
    text(AccentText, WarningTint, "links in warnings"),
    text(OnAccent, Accent, "the words of a button"),
    text(Danger, Surface, "the message at a field"),
    text(Danger, DangerTint, "the links of the error box"),
    text(Surface, Danger, "the words of a button that deletes"),
    shape(Accent, Page, "the portal’s mark"),
    shape(Accent, Surface, "buttons"),
    shape(Control, Surface, "the border of a field"),
    shape(Good, Surface, "the border of a notice"),
    shape(Good, GoodTint, "the tick on the last page"),
    shape(Warning, Surface, "the border of a warning"),
    shape(Warning, WarningTint, "the sign in a warning"),
    shape(Focus, Page, "the focus ring in header and footer"),
    shape(Focus, Surface, "the focus ring"),
    shape(Focus, Tint, "the focus ring in boxes"),
    shape(Focus, DangerTint, "the focus ring in the error box"),
    shape(Focus, WarningTint, "the focus ring in warnings"),
];

/// The contrast of a pair, 1 to 21.
pub fn measure(palette: &Palette, pair: &Pair) -> f64 {
    palette.get(pair.front).contrast(palette.get(pair.ground))
}

/// Whether a pair has the contrast that it needs.
pub fn holds(palette: &Palette, pair: &Pair) -> bool {
    measure(palette, pair) >= pair.needs
}

/// A pair that cannot be told apart well enough.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Fault {
    /// In light or in dark.
    pub scheme: Scheme,
    /// Which two.
    pub pair: Pair,
    /// What was measured, 1 to 21.
    pub measured: f64,
    /// The colour for the front, nearest in lightness, with which every pair that it is in front of holds; `None`
    /// where there is none, and the ground is what must change.
    pub suggestion: Option<Colour>,
}

/// Every pair of a palette that fails.
pub fn faults(scheme: Scheme, palette: &Palette) -> Vec<Fault> {
    let failing = PAIRS.iter().filter(|pair| !holds(palette, pair));
    let fault = |pair: &Pair| Fault {
        scheme,
        pair: *pair,
        measured: measure(palette, pair),
        suggestion: suggestion(palette, pair.front),
    };
    failing.map(fault).collect()
}

fn suggestion(palette: &Palette, front: Token) -> Option<Colour> {
    let fits = |colour: Colour| {
        let other = palette.with(front, colour);
        PAIRS.iter().filter(|pair| pair.front == front).all(|pair| holds(&other, pair))
    };
    nearest_fitting(palette.get(front), fits)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use proptest::prelude::*;

    #[test]
    fn our_own_colours_pass_in_light_and_dark() {
        for scheme in Scheme::ALL {
            assert_eq!(faults(scheme, &Palette::ours(scheme)), []);
        }
    }

    #[test]
    fn a_failing_pair_is_told_with_its_numbers_and_a_colour_that_passes() {
        let given: BTreeMap<_, _> = [(InkSoft, Colour::parse("#999999").unwrap())].into();
        let palette = Palette::complete(Scheme::Light, &given, None);
        let all = faults(Scheme::Light, &palette);
        let on_surface = all.iter().find(|fault| fault.pair.ground == Surface).unwrap();
        assert!((on_surface.measured - 2.85).abs() < 0.01, "{on_surface:?}");
        let mended = palette.with(InkSoft, on_surface.suggestion.unwrap());
        assert_eq!(faults(Scheme::Light, &mended), []);
    }

    fn given() -> impl Strategy<Value = BTreeMap<Token, Colour>> {
        let token =
            prop::sample::select(Token::ALL.iter().copied().filter(|t| !t.is_mixed()).collect::<Vec<_>>());
        let colour = any::<[u8; 3]>().prop_map(|[r, g, b]| Colour::rgb(r, g, b));
        prop::collection::btree_map(token, colour, 0..4)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(300))]

        #[test]
        fn a_palette_without_faults_has_every_pair_at_its_need(light in given(), dark in given()) {
            for (scheme, given) in [(Scheme::Light, &light), (Scheme::Dark, &dark)] {
                let palette = Palette::complete(scheme, given, None);
                let faults = faults(scheme, &palette);
                let short: Vec<&Pair> = PAIRS
                    .iter()
                    .filter(|pair| {
                        palette.get(pair.front).contrast(palette.get(pair.ground)) < pair.needs
                    })
                    .collect();
                prop_assert_eq!(short.len(), faults.len());
                for (token, colour) in given {
                    prop_assert_eq!(palette.get(*token), *colour, "what is given is never changed");
                }
            }
        }

        #[test]
        fn an_accent_alone_never_fails(rgb in any::<[u8; 3]>()) {
            let accent = Colour::rgb(rgb[0], rgb[1], rgb[2]);
            let dark = Palette::complete(Scheme::Dark, &BTreeMap::new(), Some(accent));
            prop_assert_eq!(faults(Scheme::Dark, &dark), vec![]);
            let light = Palette::complete(Scheme::Light, &BTreeMap::new(), Some(accent));
            prop_assert_eq!(faults(Scheme::Light, &light), vec![]);
        }

        #[test]
        fn a_suggestion_mends_every_pair_of_its_colour(given in given()) {
            let palette = Palette::complete(Scheme::Light, &given, None);
            for fault in faults(Scheme::Light, &palette) {
                if let Some(colour) = fault.suggestion {
                    let mended = palette.with(fault.pair.front, colour);
                    prop_assert!(PAIRS.iter().filter(|p| p.front == fault.pair.front).all(|p| holds(&mended, p)));
                }
            }
        }
    }
}
