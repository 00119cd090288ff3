//! Bytes to elements, each with its place in the bytes, so that what is hashed or signed is cut out as it stands.
//!
//! Stricter than the parser beneath where a sender could hide something: no DTD, no entity but the five and character
//! references, bounded depth, elements and attributes, nothing but white space and comments around the root.

use std::ops::Range;

use quick_xml::{
    XmlVersion,
    events::{BytesDecl, BytesStart, Event},
    name::ResolveResult,
    reader::NsReader,
};
use zeroize::Zeroizing;

use super::fault::Fault;

/// How deep elements may be nested. The deepest request of any method has seven levels.
pub const MOST_DEPTH: usize = 64;
/// Elements in one request: the longest lists that anyone sends have some hundred.
pub const MOST_ELEMENTS: usize = 10_000;
/// Attributes of one element.
pub const MOST_ATTRIBUTES: usize = 32;

/// The namespace of the root of every request.
pub const REQUEST_NAMESPACE: &str = "urn:com.microsoft.wc.request";

/// A namespace, as far as anybody asks. (Not the text itself: a long one, inherited by many elements, would grow.)
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Namespace {
    /// None.
    None,
    /// [`REQUEST_NAMESPACE`].
    Request,
    /// Any other.
    Other,
}

/// An element, its children and its place.
#[derive(Clone, PartialEq, Eq)]
pub struct Element<'a> {
    /// The name without its prefix.
    pub name: &'a str,
    /// The namespace that its prefix, or the default, stands for.
    pub namespace: Namespace,
    /// Attributes without a prefix, by name.
    attributes: Vec<(String, String)>,
    children: Vec<Element<'a>>,
    text: Zeroizing<String>,
    /// From the `<` of the start tag to the `>` of the end tag.
    pub span: Range<usize>,
}

impl std::fmt::Debug for Element<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Element(<{}> {:?})", self.name, self.span)
    }
}

/// White space as XML knows it.
fn is_white(text: &str) -> bool {
    text.bytes().all(|b| matches!(b, b' ' | b'\t' | b'\r' | b'\n'))
}

fn is_char(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | '\u{20}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}

fn is_name(name: &str) -> bool {
    let starts = |c: char| c.is_ascii_alphabetic() || c == '_' || !c.is_ascii();
    let part_is_name = |part: &str| {
        part.chars().next().is_some_and(starts)
            && part.chars().all(|c| starts(c) || c.is_ascii_digit() || c == '-' || c == '.')
    };
    match name.split_once(':') {
        Some((prefix, local)) => part_is_name(prefix) && part_is_name(local),
        None => part_is_name(name),
    }
}

impl<'a> Element<'a> {
    /// An attribute without a prefix.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(n, _)| n == name).map(|(_, value)| value.as_str())
    }

    /// The children of an element that has nothing else in it.
    pub fn children(&self) -> Result<Children<'_, 'a>, Fault> {
        if !is_white(&self.text) {
            return Err(Fault::xml("There is text where only elements may be."));
        }
        Ok(Children(self.children.iter()))
    }

    /// The text of an element that has no children, exactly, entities resolved.
    pub fn text(&self) -> Result<&str, Fault> {
        if !self.children.is_empty() {
            return Err(Fault::xml("There are elements where only text may be."));
        }
        Ok(&self.text)
    }

    /// The same without the white space around it, for everything that is no free text.
    pub fn token(&self) -> Result<&str, Fault> {
        Ok(self.text()?.trim_matches([' ', '\t', '\r', '\n']))
    }

    /// The first child of this name, wherever it is.
    pub fn find(&self, name: &str) -> Option<&Element<'a>> {
        self.children.iter().find(|child| child.is(name))
    }

    fn is(&self, name: &str) -> bool {
        self.name == name && self.namespace == Namespace::None
    }
}

/// The children of an element, taken in the order of a schema.
#[derive(Debug, Clone)]
pub struct Children<'e, 'a>(std::slice::Iter<'e, Element<'a>>);

impl<'e, 'a> Children<'e, 'a> {
    /// The next child, if it has this name (and no namespace).
    pub fn optional(&mut self, name: &str) -> Option<&'e Element<'a>> {
        let next = self.0.as_slice().first().filter(|next| next.is(name))?;
        self.0.next();
        Some(next)
    }

    /// The next child, which must have this name.
    pub fn required(&mut self, name: &'static str) -> Result<&'e Element<'a>, Fault> {
        self.optional(name).ok_or_else(|| Fault::xml(format!("<{name}> is missing or misplaced.")))
    }

    /// The next child, whatever it is.
    pub fn any(&mut self) -> Option<&'e Element<'a>> {
        self.0.next()
    }

    /// All further children, which must have this name.
    pub fn all(mut self, name: &'static str) -> Result<Vec<&'e Element<'a>>, Fault> {
        let mut found = Vec::new();
        while let Some(next) = self.optional(name) {
            found.push(next);
        }
        self.end()?;
        Ok(found)
    }

    /// Fails when a child is left.
    pub fn end(self) -> Result<(), Fault> {
        match self.0.as_slice().first() {
            None => Ok(()),
            Some(_) => Err(Fault::xml("An element is unknown, repeated or misplaced.")),
        }
    }
}

/// The text of a request: UTF-8, with or without a byte order mark. Offsets count from here.
pub fn text(body: &[u8]) -> Result<&str, Fault> {
    let body = body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body);
    let text = std::str::from_utf8(body).map_err(|_| Fault::xml("The body is not UTF-8."))?;
    if !text.chars().all(is_char) {
        return Err(Fault::xml("The body has a character that XML does not allow."));
    }
    Ok(text)
}

/// Reads a whole document and gives its root.
pub fn parse(text: &str) -> Result<Element<'_>, Fault> {
    let mut reader = NsReader::from_str(text);
    let config = reader.config_mut();
    config.check_comments = true;
    config.check_end_names = true;
    let mut document = Document::default();
    loop {
        let from = at(reader.buffer_position());
        let (namespace, event) =
            reader.read_resolved_event().map_err(|_| Fault::xml("The body is not well-formed XML."))?;
        let namespace = match (&event, namespace) {
            (Event::Start(_) | Event::Empty(_), ResolveResult::Unknown(_)) => {
                return Err(Fault::xml("A namespace prefix is not declared."));
            }
            (_, ResolveResult::Bound(namespace)) if namespace.0 == REQUEST_NAMESPACE => Namespace::Request,
            (_, ResolveResult::Bound(_)) => Namespace::Other,
            _ => Namespace::None,
        };
        match event {
            Event::Start(start) => document.open(name_in(text, from, &start)?, namespace, &start, from)?,
            Event::Empty(start) => {
                document.open(name_in(text, from, &start)?, namespace, &start, from)?;
                document.close(at(reader.buffer_position()))?;
            }
            Event::End(_) => document.close(at(reader.buffer_position()))?,
            Event::Text(piece) => {
                if piece.contains("]]>") {
                    return Err(Fault::xml("The body is not well-formed XML."));
                }
                document.text(&piece.xml10_content())?;
            }
            Event::CData(piece) => document.section(&piece.xml10_content())?,
            Event::GeneralRef(reference) => {
                let resolved = match reference.resolve_char_ref() {
                    Ok(Some(c)) if is_char(c) => Some(c),
                    Ok(None) => predefined(&reference),
                    _ => None,
                };
                let c = resolved.ok_or_else(|| {
                    Fault::xml("The body refers to an entity or character that is not allowed.")
                })?;
                document.section(c.encode_utf8(&mut [0; 4]))?;
            }
            Event::Decl(declaration) => check_declaration(&declaration, &text[..from])?,
            Event::DocType(_) => return Err(Fault::xml("A document type declaration is not allowed.")),
            Event::Comment(_) | Event::PI(_) => {}
            Event::Eof => return document.root(),
        }
    }
}

/// An XML declaration stands first, whatever white space one client writes before it, and names UTF-8 or nothing.
fn check_declaration(declaration: &BytesDecl<'_>, before: &str) -> Result<(), Fault> {
    let fits =
        |encoding: &str| ["utf-8", "utf8", "us-ascii"].contains(&encoding.to_ascii_lowercase().as_str());
    if is_white(before) && declaration.encoding().is_none_or(|encoding| encoding.is_ok_and(|e| fits(&e))) {
        return Ok(());
    }
    Err(Fault::xml("The XML declaration is misplaced or names another encoding than UTF-8."))
}

fn at(position: u64) -> usize {
    usize::try_from(position).unwrap_or(usize::MAX)
}

fn predefined(name: &str) -> Option<char> {
    Some(match name {
        "lt" => '<',
        "gt" => '>',
        "amp" => '&',
        "apos" => '\'',
        "quot" => '"',
        _ => return None,
    })
}

/// The local name of the tag that starts at `from`, as a part of the text itself.
fn name_in<'a>(text: &'a str, from: usize, start: &BytesStart<'_>) -> Result<&'a str, Fault> {
    let name = start.name();
    let whole = from
        .checked_add(1)
        .and_then(|from| text.get(from..from + name.0.len()))
        .filter(|found| *found == name.0 && is_name(found))
        .ok_or_else(|| Fault::xml("The body is not well-formed XML."))?;
    Ok(whole.split_once(':').map_or(whole, |(_, local)| local))
}

/// What has been read so far.
#[derive(Default)]
struct Document<'a> {
    root: Option<Element<'a>>,
    open: Vec<Element<'a>>,
    elements: usize,
}

impl<'a> Document<'a> {
    fn open(
        &mut self,
        name: &'a str,
        namespace: Namespace,
        start: &BytesStart<'_>,
        from: usize,
    ) -> Result<(), Fault> {
        self.elements += 1;
        if self.open.len() >= MOST_DEPTH {
            return Err(Fault::xml("The body is nested too deeply."));
        }
        if self.elements > MOST_ELEMENTS {
            return Err(Fault::xml("The body has too many elements."));
        }
        if self.open.is_empty() && self.root.is_some() {
            return Err(Fault::xml("The body has more than one root."));
        }
        let attributes = attributes(start)?;
        self.open.push(Element {
            name,
            namespace,
            attributes,
            children: Vec::new(),
            text: Zeroizing::default(),
            span: from..from,
        });
        Ok(())
    }

    fn close(&mut self, to: usize) -> Result<(), Fault> {
        let mut element = self.open.pop().ok_or_else(|| Fault::xml("The body is not well-formed XML."))?;
        element.span.end = to;
        match self.open.last_mut() {
            Some(parent) => parent.children.push(element),
            None => self.root = Some(element),
        }
        Ok(())
    }

    fn text(&mut self, piece: &str) -> Result<(), Fault> {
        match self.open.last_mut() {
            Some(element) => element.text.push_str(piece),
            None if is_white(piece) => {}
            None => return Err(Fault::xml("There is text outside the root.")),
        }
        Ok(())
    }

    /// Text that is not white space by itself: a CDATA section, a reference.
    fn section(&mut self, piece: &str) -> Result<(), Fault> {
        match self.open.last_mut() {
            Some(element) => element.text.push_str(piece),
            None => return Err(Fault::xml("There is text outside the root.")),
        }
        Ok(())
    }

    fn root(self) -> Result<Element<'a>, Fault> {
        if !self.open.is_empty() {
            return Err(Fault::xml("The body ends in the middle of an element."));
        }
        self.root.ok_or_else(|| Fault::xml("The body is empty."))
    }
}

/// The attributes without a prefix. Those with one, and namespace declarations, mean nothing to any method.
fn attributes(start: &BytesStart<'_>) -> Result<Vec<(String, String)>, Fault> {
    let bad = || Fault::xml("An attribute is not well-formed.");
    let mut found = Vec::new();
    for (n, attribute) in start.attributes().enumerate() {
        if n == MOST_ATTRIBUTES {
            return Err(Fault::xml("An element has too many attributes."));
        }
        let attribute = attribute.map_err(|_| bad())?;
        let value = attribute.normalized_value(XmlVersion::Implicit1_0).map_err(|_| bad())?;
        if attribute.value.contains('<') || !is_name(attribute.key.0) || !value.chars().all(is_char) {
            return Err(bad());
        }
        if attribute.key.0 == "xmlns" || attribute.key.0.contains(':') {
            continue;
        }
        found.push((attribute.key.0.to_owned(), value.into_owned()));
    }
    Ok(found)
}
