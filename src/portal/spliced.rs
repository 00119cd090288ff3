//! Pages that are the same for everybody but for their form token, their address and what was typed. Each is rendered
//! once for a state, a language and a brand; from then on those three are put between its fixed pieces.
//!
//! What is spliced is what would have been rendered, byte for byte: the tests compare them. A brand that is replaced and
//! a language of its own words make the page anew, since both are compared by identity.

use std::{cell::RefCell, collections::HashMap, ops::Range, sync::Arc};

use actix_web::http::StatusCode;
use askama::filters::{Html, escape};

use crate::{
    brands::Look,
    copy::Words,
    ports::{self, Random},
};

/// What differs between two showings of a page. As marks: texts that stand for them, to be found again.
#[derive(Clone, Copy, Debug)]
pub struct Holes<T> {
    /// The hidden field `csrf_token`.
    pub csrf: T,
    /// Path and query of the page.
    pub here: T,
    /// What was typed before.
    pub typed: T,
}

/// A page, taken apart.
#[derive(Debug)]
pub struct Pieces {
    /// The status that it is sent with.
    pub status: StatusCode,
    html: String,
    /// What stands between the holes; after each but the last comes a hole.
    fixed: Vec<Range<usize>>,
    holes: Vec<Hole>,
}

#[derive(Clone, Copy, Debug)]
enum Hole {
    Csrf,
    Here,
    Typed,
}

struct Kept {
    words: Arc<Words>,
    look: Option<Arc<Look>>,
    /// `None`: its template does more with a mark than to write it, so this page is rendered each time.
    pieces: Option<Arc<Pieces>>,
}

/// A state of a page, and whether nothing was typed, which a template may ask.
pub type State = (&'static str, bool);

/// The pages that one worker has taken apart. At most as many as there are states and languages.
pub struct Spliced {
    marks: Holes<String>,
    pages: RefCell<HashMap<State, Vec<Kept>>>,
}

impl std::fmt::Debug for Spliced {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Spliced")
    }
}

impl Spliced {
    /// None yet. The marks are random, so that no text of a clinic can hold one.
    pub fn new(random: &dyn Random) -> Self {
        let mark = || data_encoding::HEXLOWER.encode(&ports::bytes::<16>(random));
        Self { marks: Holes { csrf: mark(), here: mark(), typed: mark() }, pages: RefCell::default() }
    }

    /// A page in a state, in these words and this brand, if it was asked for before; `Some(None)`: it cannot be spliced.
    pub fn kept(
        &self,
        state: State,
        words: &Arc<Words>,
        look: Option<&Arc<Look>>,
    ) -> Option<Option<Arc<Pieces>>> {
        let pages = self.pages.borrow();
        let kept = pages.get(&state)?.iter().find(|kept| kept.is_in(words, look))?;
        Some(kept.pieces.clone())
    }

    /// A page in a state, in these words and this brand, rendered by `render` where it is not known yet. `None` where it
    /// cannot be spliced: a mark is not in it as it was given.
    ///
    /// # Errors
    /// What `render` fails with.
    pub fn page<E>(
        &self,
        state: State,
        words: &Arc<Words>,
        look: Option<&Arc<Look>>,
        render: impl FnOnce(Holes<&str>) -> Result<(StatusCode, String), E>,
    ) -> Result<Option<Arc<Pieces>>, E> {
        if let Some(known) = self.kept(state, words, look) {
            return Ok(known);
        }
        let Holes { csrf, here, typed } = &self.marks;
        let (_, nothing_typed) = state;
        let (status, html) = render(Holes { csrf, here, typed: if nothing_typed { "" } else { typed } })?;
        let marked = [csrf, here].into_iter().chain((!nothing_typed).then_some(typed));
        let is_whole = marked.into_iter().all(|mark| html.contains(mark.as_str()));
        let pieces = is_whole.then(|| Arc::new(take_apart(status, html, &self.marks)));
        let kept = Kept { words: words.clone(), look: look.cloned(), pieces: pieces.clone() };
        let mut pages = self.pages.borrow_mut();
        let of_state = pages.entry(state).or_default();
        // A brand's new version takes the place of the one before.
        of_state.retain(|kept| kept.words.tag() != words.tag());
        of_state.push(kept);
        Ok(pieces)
    }
}

impl Kept {
    fn is_in(&self, words: &Arc<Words>, look: Option<&Arc<Look>>) -> bool {
        Arc::ptr_eq(&self.words, words)
            && match (&self.look, look) {
                (Some(kept), Some(look)) => Arc::ptr_eq(kept, look),
                (None, None) => true,
                _ => false,
            }
    }
}

fn take_apart(status: StatusCode, html: String, marks: &Holes<String>) -> Pieces {
    let all = [(Hole::Csrf, &marks.csrf), (Hole::Here, &marks.here), (Hole::Typed, &marks.typed)];
    let mut found: Vec<(usize, usize, Hole)> = all
        .iter()
        .flat_map(|(hole, mark)| html.match_indices(mark.as_str()).map(|(at, it)| (at, it.len(), *hole)))
        .collect();
    found.sort_unstable_by_key(|(at, ..)| *at);
    let mut fixed = Vec::with_capacity(found.len() + 1);
    let mut from = 0;
    for (at, length, _) in &found {
        fixed.push(from..*at);
        from = at + length;
    }
    fixed.push(from..html.len());
    Pieces { status, html, fixed, holes: found.into_iter().map(|(.., hole)| hole).collect() }
}

impl Pieces {
    /// The page with these in its holes, as a template would have written them.
    pub fn fill(&self, with: Holes<&str>) -> String {
        let room = with.csrf.len() * 2 + with.here.len() * 2 + with.typed.len() * 2;
        let mut page = String::with_capacity(self.html.len() + room);
        for (at, fixed) in self.fixed.iter().enumerate() {
            page.push_str(&self.html[fixed.clone()]);
            match self.holes.get(at) {
                Some(Hole::Csrf) => put(&mut page, with.csrf),
                Some(Hole::Here) => put(&mut page, with.here),
                Some(Hole::Typed) => put(&mut page, with.typed),
                None => {}
            }
        }
        page
    }
}

fn put(page: &mut String, text: &str) {
    // As all tokens and most addresses are.
    if text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'/')) {
        page.push_str(text);
        return;
    }
    use std::fmt::Write as _;
    let Ok(escaped) = escape(text, Html);
    // Writing to a text does not fail.
    let _ = write!(page, "{escaped}");
}

#[cfg(test)]
mod tests {
    use askama::Template;

    use super::*;
    use crate::{
        copy::Catalogue,
        domain::zone::Zone,
        portal::{
            chrome::Chrome,
            journey::code::CodePage,
            problems::{Problem, Problems},
            urls::Url,
        },
        ports::SystemRandom,
        web::assets::Assets,
    };

    fn page(words: &Arc<Words>, with: Holes<&str>, wrong: bool) -> CodePage {
        let problem = Problem {
            field: "identity_code",
            message: words.text("problem-identity-code-unknown").to_owned(),
        };
        CodePage {
            chrome: Chrome {
                words: words.clone(),
                zone: Zone::default(),
                languages: Arc::new([("en".to_owned(), "English".to_owned())]),
                csrf: with.csrf.to_owned(),
                here: with.here.to_owned(),
                person: None,
                brand: None,
                look: None,
                notice: None,
                sandbox: false,
                assets: Assets::embedded(),
            },
            problems: if wrong { problem.into() } else { Problems::none() },
            identity_code: with.typed.to_owned(),
            action: Url::Code,
        }
    }

    #[test]
    fn a_spliced_page_is_the_rendered_page_byte_for_byte_whatever_was_typed_and_is_made_once() {
        let (catalogue, spliced) = (Catalogue::load(), Spliced::new(&SystemRandom));
        let shown = [
            Holes { csrf: "a", here: "/connect", typed: "" },
            Holes {
                csrf: "b_-",
                here: "/connect?culture=\"><b>&x='",
                typed: "JKYZ <script>\"'&</script> ünï",
            },
        ];
        for tag in ["en", "ar", "zh-Hans"] {
            let words = catalogue.find(tag).unwrap();
            for (state, wrong) in [("code", false), ("code, unknown", true)] {
                let mut made = 0;
                for with in shown.into_iter().chain(shown) {
                    let pieces = spliced
                        .page((state, with.typed.is_empty()), words, None, |marks| {
                            made += 1;
                            page(words, marks, wrong).render().map(|html| (StatusCode::OK, html))
                        })
                        .unwrap()
                        .unwrap();
                    assert_eq!(
                        pieces.fill(with),
                        page(words, with, wrong).render().unwrap(),
                        "{tag}, {state}"
                    );
                }
                assert_eq!(made, 2, "{tag}, {state}: with something typed, and with nothing");
            }
        }
    }

    #[test]
    fn a_page_that_does_more_with_what_was_typed_than_to_write_it_is_not_spliced() {
        let (catalogue, spliced) = (Catalogue::load(), Spliced::new(&SystemRandom));
        let words = catalogue.find("en").unwrap();
        let louder = |marks: Holes<&str>| {
            let html = format!("{} {} {}", marks.csrf, marks.here, marks.typed.to_uppercase());
            Ok::<_, ()>((StatusCode::OK, html))
        };
        assert!(spliced.page(("code", false), words, None, louder).unwrap().is_none());
        assert!(spliced.page(("code", true), words, None, louder).unwrap().is_some());
    }
}
