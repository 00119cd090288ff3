//! What messages are filled with.

use std::borrow::Cow;

use pulldown_cmark_escape::escape_html;

/// One value that a message is filled with.
#[derive(Clone, Debug)]
pub enum Arg<'a> {
    /// A name, a place, a piece of text.
    Text(Cow<'a, str>),
    /// A count, which also picks singular or plural.
    Number(i64),
    /// Words of ours, which need no isolation, in both forms that a message has.
    Ours {
        /// As plain text.
        plain: String,
        /// As HTML that is safe already.
        html: String,
    },
}

impl Arg<'_> {
    /// As HTML: a text is escaped and stands in a `<bdi>`, so that a name in another script does not turn the sentence
    /// around. A number stays one.
    pub(super) fn as_html(&self) -> Arg<'static> {
        match self {
            Arg::Text(text) => Arg::from(isolated(text)),
            Arg::Number(number) => Arg::Number(*number),
            Arg::Ours { html, .. } => Arg::from(html.clone()),
        }
    }
}

/// A text of somebody else's as HTML.
pub(super) fn isolated(text: &str) -> String {
    format!("<bdi>{}</bdi>", escape(text))
}

/// Text made safe to stand in HTML.
pub(super) fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    escape_html(&mut safe, text).expect("a text takes all that is written");
    safe
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Arg::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Arg::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Arg<'_> {
    fn from(text: String) -> Self {
        Arg::Text(Cow::Owned(text))
    }
}

impl From<char> for Arg<'_> {
    fn from(letter: char) -> Self {
        Arg::Text(Cow::Owned(letter.to_string()))
    }
}

impl From<i64> for Arg<'_> {
    fn from(number: i64) -> Self {
        Arg::Number(number)
    }
}

impl From<u32> for Arg<'_> {
    fn from(number: u32) -> Self {
        Arg::Number(i64::from(number))
    }
}

impl From<usize> for Arg<'_> {
    fn from(number: usize) -> Self {
        Arg::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}
