//! The language that a page speaks: the patient's own choice above all, else the one that the app chose for the
//! request that the page is about, else her browser's.

use std::{cell::OnceCell, ops::Deref, sync::Arc};

use crate::copy::Words;

/// The words of a page. Which request it is about is known only after its journey was loaded.
#[derive(Debug)]
pub struct Spoken {
    own: Option<Arc<Words>>,
    of_request: OnceCell<Arc<Words>>,
    of_browser: Arc<Words>,
}

impl Spoken {
    /// As far as headers and cookies say: her own choice, and what her browser prefers.
    pub(super) fn new(own: Option<Arc<Words>>, of_browser: Arc<Words>) -> Self {
        Self { own, of_request: OnceCell::new(), of_browser }
    }

    /// What she chose herself, in this browser or for her account.
    pub(super) fn chosen(&self) -> Option<&Words> {
        self.own.as_deref()
    }

    /// What the app chose for the request that the page is about. The first counts: a page is about one.
    pub(super) fn of_request(&self, words: Arc<Words>) {
        // Fails only where it was said before.
        let _ = self.of_request.set(words);
    }
}

impl Deref for Spoken {
    type Target = Arc<Words>;

    fn deref(&self) -> &Arc<Words> {
        self.own.as_ref().or_else(|| self.of_request.get()).unwrap_or(&self.of_browser)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::copy::Catalogue;

    #[test]
    fn her_own_choice_counts_above_the_apps_and_that_above_her_browsers() {
        let catalogue = Catalogue::load();
        let words = |tag: &str| catalogue.find(tag).unwrap().clone();
        let spoken = Spoken::new(None, words("en"));
        assert_eq!(spoken.tag(), "en");
        spoken.of_request(words("es"));
        assert_eq!(spoken.tag(), "es");
        let chosen = Spoken::new(Some(words("en")), words("es"));
        chosen.of_request(words("es"));
        assert_eq!(chosen.tag(), "en");
    }
}
