//! Every language that the portal speaks, and how one is found.

use std::{
    collections::HashMap,
    sync::{Arc, LazyLock, RwLock},
};

use super::{FILES, PSEUDO, Words, preferred::preferred, pseudo};

/// Windows primary language identifiers, which the classic links carry as `lcid`.
const PRIMARY_LANGUAGES: &[(u32, &str)] = &[
    (0x01, "ar"),
    (0x04, "zh"),
    (0x07, "de"),
    (0x09, "en"),
    (0x0a, "es"),
    (0x0c, "fr"),
    (0x0d, "he"),
    (0x10, "it"),
    (0x11, "ja"),
    (0x12, "ko"),
    (0x13, "nl"),
    (0x15, "pl"),
    (0x16, "pt"),
    (0x19, "ru"),
    (0x1f, "tr"),
    (0x22, "uk"),
    (0x29, "fa"),
    (0x2a, "vi"),
    (0x39, "hi"),
];

/// Older names of languages (RFC 5646, section 2.2.1, and its registry), which old browsers and systems still send.
const FORMER_NAMES: &[(&str, &str)] = &[("iw", "he"), ("in", "id"), ("ji", "yi")];

/// In which script Chinese is written where the tag names a place and no script.
const CHINESE_SCRIPTS: &[(&str, &str)] =
    &[("cn", "hans"), ("sg", "hans"), ("my", "hans"), ("tw", "hant"), ("hk", "hant"), ("mo", "hant")];

/// Every language that the portal speaks.
#[derive(Debug, Clone)]
pub struct Catalogue {
    languages: Vec<Arc<Words>>,
    /// What came of the headers that were met so far: browsers of one region all send the same few.
    negotiated: Arc<RwLock<HashMap<String, usize>>>,
}

/// How many headers are remembered, and how long one may be.
const REMEMBERED: usize = 512;
const LONGEST_REMEMBERED: usize = 200;

impl Catalogue {
    /// The embedded files, once for all who ask. Each is read when its language is first asked for something.
    pub fn load() -> Catalogue {
        static EMBEDDED: LazyLock<Catalogue> = LazyLock::new(Catalogue::read);
        EMBEDDED.clone()
    }

    fn read() -> Catalogue {
        let mut languages: Vec<Arc<Words>> = Vec::with_capacity(FILES.len() + 1);
        for (tag, source) in FILES {
            let words = Words::of(tag, (*source).into(), languages.first().cloned());
            languages.push(Arc::new(words));
        }
        Catalogue { languages, negotiated: Arc::default() }
    }

    /// The same with a made-up language at its end, which shows what was not translated and what is too tight. For
    /// the sandbox alone.
    #[must_use]
    pub fn with_pseudo(mut self) -> Catalogue {
        let fallback = self.languages.first().cloned();
        self.languages.push(Arc::new(Words::of(PSEUDO, pseudo(FILES[0].1).into(), fallback)));
        self.negotiated = Arc::default();
        self
    }

    /// All of them, the default one first.
    pub fn languages(&self) -> &[Arc<Words>] {
        &self.languages
    }

    /// The language of a tag in any of its usual spellings: `es`, `es-ES`, `es_MX`, `ES`. Where the very one is not
    /// there, the nearest is: `zh-TW` finds `zh-Hans`, which its reader reads sooner than English. `None` for one that
    /// we do not speak.
    pub fn find(&self, tag: &str) -> Option<&Arc<Words>> {
        let tag = tag.trim().replace('_', "-").to_ascii_lowercase();
        let (primary, rest) = tag.split_once('-').unwrap_or((&tag, ""));
        let primary = FORMER_NAMES.iter().find(|(old, _)| *old == primary).map_or(primary, |(_, now)| now);
        let mut wanted = if rest.is_empty() { primary.to_owned() } else { format!("{primary}-{rest}") };
        if let Some((_, script)) = CHINESE_SCRIPTS.iter().find(|(place, _)| primary == "zh" && *place == rest)
        {
            wanted = format!("zh-{script}");
        }
        let named = |name: &str| self.languages.iter().find(|words| words.tag().eq_ignore_ascii_case(name));
        let mut ends = wanted.match_indices('-').map(|(end, _)| end).rev();
        named(&wanted)
            .or_else(|| ends.find_map(|end| named(&wanted[..end])))
            .or_else(|| self.languages.iter().find(|words| is_kin(words.tag(), primary)))
    }

    /// The language of a Windows locale number (1033 is English, 3082 Spanish): regions share their language.
    pub fn find_lcid(&self, lcid: u32) -> Option<&Arc<Words>> {
        let primary = lcid & 0x3ff;
        let (_, tag) = PRIMARY_LANGUAGES.iter().find(|(number, _)| *number == primary)?;
        self.find(tag)
    }

    /// The best language for an `Accept-Language` header; the default one when nothing fits.
    pub fn negotiate(&self, accept_language: &str) -> &Arc<Words> {
        let known = self.negotiated.read().ok().and_then(|known| known.get(accept_language).copied());
        let place = known.unwrap_or_else(|| {
            let place = self.best(accept_language);
            if accept_language.len() <= LONGEST_REMEMBERED
                && let Ok(mut known) = self.negotiated.write()
                && known.len() < REMEMBERED
            {
                known.insert(accept_language.to_owned(), place);
            }
            place
        });
        &self.languages[place]
    }

    /// The place of the best language for a header.
    fn best(&self, accept_language: &str) -> usize {
        let best = preferred(accept_language).into_iter().find_map(|tag| self.find(tag));
        let place = |best: &Arc<Words>| self.languages.iter().position(|words| Arc::ptr_eq(words, best));
        best.and_then(place).unwrap_or_default()
    }

    /// The language of those who asked for none.
    pub fn default(&self) -> &Arc<Words> {
        &self.languages[0]
    }
}

/// Whether a language of ours is a written form of the one that is asked for.
fn is_kin(ours: &str, primary: &str) -> bool {
    ours != PSEUDO && ours.split('-').next().is_some_and(|own| own.eq_ignore_ascii_case(primary))
}
