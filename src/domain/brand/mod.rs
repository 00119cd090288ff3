//! A clinic's look: its accent `colour`, made readable, and its `logo`.
//!
//! What lives here: colours and their contrast, and which files may be a logo. What must not: style; the pages' own
//! sheet decides what is accented. Where to look next: `application`, which holds the brand, `app_file`, which reads
//! it, and `portal::brand`, which serves it.

mod colour;
mod logo;

pub use self::{
    colour::{
        Accent, Accents, Colour, DARK_BACKGROUNDS, LIGHT_BACKGROUNDS, NotAColour, SHAPE_CONTRAST,
        TEXT_CONTRAST, accent_pair,
    },
    logo::{Logo, LogoKind, LogoProblem},
};
