//! The Report page: every state that it can be in.

use super::samples;
use crate::portal::{chrome::Chrome, journey::report::ReportPage, problems::Problems, seal::Seal, urls::Url};

/// Every state the page can be in, by name.
pub(super) fn states(chrome: &Chrome) -> Vec<(&'static str, ReportPage)> {
    let ask = ReportPage {
        chrome: samples::branded(chrome),
        problems: Problems::none(),
        journey: "1".to_owned(),
        action: Url::Report(1),
        back: Url::Question(1),
        seal: Seal::sample(),
    };
    let stale = samples::problem(chrome, "form", "problem-form-stale", &[]);
    vec![("ask", ask.clone()), ("stale", ReportPage { problems: stale, ..ask })]
}
