//! Clinics' brands: what is refused, what pages make of what is taken, and how a running portal shows it.

mod commands;
mod documented;
mod hostile;
mod letters;
mod preview;
mod rendered;
mod worn;

use std::{path::Path, sync::Arc};

use patient_connect::{
    brands::{Files, Look, read_folder},
    copy::{Catalogue, Words},
    gallery,
    portal::chrome::Chrome,
};

/// The least that a brand can be.
pub const LEAST: &str = "contract = 1\n";

/// A brand of these files, beside the least.
pub fn files(all: &[(&str, &str)]) -> Files {
    let least = [("brand.toml", LEAST)];
    least.iter().chain(all).map(|(name, text)| (*name, text.as_bytes())).collect()
}

/// A folder of the project.
pub fn folder(path: &str) -> Files {
    let (files, findings) = read_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap();
    assert_eq!(findings, [], "{path}");
    files
}

/// What stands around a page in a brand, in one language.
pub fn chrome(catalogue: &Catalogue, words: &Arc<Words>, look: &Arc<Look>) -> Chrome {
    crate::gallery::chrome(catalogue, words).wearing(Some(look.clone()))
}

/// A page or a mail in one state, as it is sent in a brand.
pub struct Shot {
    pub page: &'static str,
    pub state: &'static str,
    pub html: String,
}

/// Every page and mail in a brand, in the default language.
pub fn shots(files: &Files) -> Vec<Shot> {
    let catalogue = Catalogue::load();
    let look = Arc::new(Look::of("1", files, &catalogue));
    shots_in(&catalogue, catalogue.default(), &look)
}

/// The same in a language.
pub fn shots_in(catalogue: &Catalogue, words: &Arc<Words>, look: &Arc<Look>) -> Vec<Shot> {
    let all = gallery::all(&chrome(catalogue, words, look));
    all.into_iter()
        .map(|sample| Shot { page: sample.page, state: sample.state, html: sample.render().unwrap() })
        .collect()
}
