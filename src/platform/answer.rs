//! The answer, in the one form that all clients read: the prefix literally `wc`, children without a namespace, `code`
//! the first element, no white space between elements, `message` on every failure.

use quick_xml::escape::escape;
use zeroize::Zeroizing;

use super::fault::Fault;

/// What every method's namespace begins with.
const NAMESPACE: &str = "urn:com.microsoft.wc.methods.response.";

/// What a method gives back. It may hold a secret, so it is wiped and does not print.
#[derive(Clone, PartialEq, Eq)]
pub struct Answer(Zeroizing<String>);

impl std::fmt::Debug for Answer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Answer(…)")
    }
}

impl Answer {
    /// Done; there is nothing to tell.
    pub fn done() -> Self {
        Self(Zeroizing::new("<response><status><code>0</code></status></response>".to_owned()))
    }

    /// A result, in the namespace of `name`. An empty result is an empty `wc:info`, not a missing one.
    pub fn with(name: &str, content: &Xml) -> Self {
        Self(Zeroizing::new(format!(
            "<response><status><code>0</code></status><wc:info xmlns:wc=\"{NAMESPACE}{name}\">{}</wc:info></response>",
            content.as_str()
        )))
    }

    /// A refusal.
    pub fn refused(fault: &Fault) -> Self {
        let mut xml = Xml::default();
        xml.element("message", &fault.message);
        Self(Zeroizing::new(format!(
            "<response><status><code>{}</code><error>{}</error></status></response>",
            fault.code as u16,
            xml.as_str()
        )))
    }

    /// The document.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Elements being written, without any white space that means nothing.
#[derive(Clone, Default)]
pub struct Xml(Zeroizing<String>);

impl std::fmt::Debug for Xml {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Xml(…)")
    }
}

impl Xml {
    /// What was written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// An element with text.
    pub fn element(&mut self, name: &str, text: &str) -> &mut Self {
        self.element_with(name, &[], text)
    }

    /// An element with attributes and text.
    pub fn element_with(&mut self, name: &str, attributes: &[(&str, &str)], text: &str) -> &mut Self {
        self.open_with(name, attributes).text(text).close(name)
    }

    /// A start tag.
    pub fn open(&mut self, name: &str) -> &mut Self {
        self.open_with(name, &[])
    }

    /// A start tag with attributes.
    pub fn open_with(&mut self, name: &str, attributes: &[(&str, &str)]) -> &mut Self {
        self.0.push('<');
        self.0.push_str(name);
        for (name, value) in attributes {
            self.0.push(' ');
            self.0.push_str(name);
            self.0.push_str("=\"");
            self.text(value);
            self.0.push('"');
        }
        self.0.push('>');
        self
    }

    /// An end tag.
    pub fn close(&mut self, name: &str) -> &mut Self {
        self.0.push_str("</");
        self.0.push_str(name);
        self.0.push('>');
        self
    }

    /// Text, escaped. What no XML document may hold is replaced; our other doors let in a character or two of these.
    fn text(&mut self, text: &str) -> &mut Self {
        let allowed = |c: char| !matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}');
        let clean =
            Zeroizing::new(text.chars().map(|c| if allowed(c) { c } else { '\u{fffd}' }).collect::<String>());
        // A carriage return would be read as a line feed, and in an attribute both would be read as spaces.
        let escaped = Zeroizing::new(escape(clean.as_str()).into_owned());
        for c in escaped.chars() {
            match c {
                '\r' => self.0.push_str("&#13;"),
                '\n' => self.0.push_str("&#10;"),
                '\t' => self.0.push_str("&#9;"),
                c => self.0.push(c),
            }
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::{fault::Code, xml};

    #[test]
    fn answers_have_exactly_the_form_that_clients_read() {
        let mut xml = Xml::default();
        xml.element("identity-code", "JKYZ");
        assert_eq!(
            Answer::with("CreateConnectRequest", &xml).as_str(),
            "<response><status><code>0</code></status><wc:info xmlns:wc=\"urn:com.microsoft.wc.methods.response.\
             CreateConnectRequest\"><identity-code>JKYZ</identity-code></wc:info></response>"
        );
        assert_eq!(Answer::done().as_str(), "<response><status><code>0</code></status></response>");
        assert_eq!(
            Answer::refused(&Fault::new(Code::DuplicateConnectRequest, "a < b")).as_str(),
            "<response><status><code>79</code><error><message>a &lt; b</message></error></status></response>"
        );
        assert_eq!(
            Answer::with("X", &Xml::default()).as_str(),
            "<response><status><code>0</code></status><wc:info \
             xmlns:wc=\"urn:com.microsoft.wc.methods.response.X\"></wc:info></response>"
        );
    }

    #[test]
    fn whatever_a_text_holds_it_is_read_back_the_same() {
        for text in ["a & b", "<>\"'", "é漢🩺", " x ", "a\nb\tc\rd", "]]>"] {
            let mut xml = Xml::default();
            xml.element_with("e", &[("a", text)], text);
            let read = xml::parse(xml.as_str()).unwrap();
            assert_eq!((read.text().unwrap(), read.attribute("a").unwrap()), (text, text));
        }
        let mut xml = Xml::default();
        xml.element("e", "a\u{ffff}\u{1}b");
        assert_eq!(xml.as_str(), "<e>a\u{fffd}\u{fffd}b</e>");
    }
}
