//! What a check of a brand says: findings, each with a code that `docs/branding/findings.md` explains.

use std::fmt;

use serde::{Serialize, Serializer};

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// The brand is refused.
    Error,
    /// The brand is taken, but something in it does not arrive.
    Warning,
    /// Could be better.
    Hint,
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Level::Error => "error",
            Level::Warning => "warning",
            Level::Hint => "hint",
        })
    }
}

macro_rules! codes {
    ($($code:ident $name:literal $level:ident $layer:ident,)*) => {
        /// What kind of thing was found. Its name is stable, and is a heading of `docs/branding/findings.md`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        #[expect(missing_docs, reason = "each is explained in docs/branding/findings.md, which a test holds")]
        pub enum Code { $($code,)* }

        impl Code {
            /// All of them.
            pub const ALL: &[Code] = &[$(Code::$code),*];

            /// Its name, stable.
            pub fn as_str(self) -> &'static str {
                match self { $(Code::$code => $name,)* }
            }

            /// How much it matters.
            pub fn level(self) -> Level {
                match self { $(Code::$code => Level::$level,)* }
            }

            /// The layer that is left out where a stored brand has such an error.
            pub fn layer(self) -> Layer {
                match self { $(Code::$code => Layer::$layer,)* }
            }
        }
    };
}

/// The layers of a brand. One that cannot be read is left out; the others stay.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Layer {
    /// `brand.toml`.
    Tokens,
    /// Pictures and the font.
    Files,
    /// `words.<lang>.ftl`.
    Words,
    /// `slots/`.
    Slots,
    /// `shell.html`.
    Shell,
}

codes! {
    FileMissing "file-missing" Error Files,
    FileLink "file-link" Error Files,
    FilePath "file-path" Error Files,
    FileKind "file-kind" Error Files,
    FileText "file-text" Error Files,
    FileUnused "file-unused" Hint Files,
    Weight "weight" Error Files,
    TomlSyntax "toml-syntax" Error Tokens,
    TomlKey "toml-key" Error Tokens,
    TomlValue "toml-value" Error Tokens,
    Contract "contract" Error Tokens,
    Contrast "contrast" Error Tokens,
    LinkAddress "link-address" Error Tokens,
    FontKind "font-kind" Error Files,
    PictureSize "picture-size" Error Files,
    PictureMoves "picture-moves" Error Files,
    SvgBroken "svg-broken" Error Files,
    SvgText "svg-text" Error Files,
    SvgPicture "svg-picture" Error Files,
    SvgEntities "svg-entities" Error Files,
    SvgLarge "svg-large" Error Files,
    SvgEffect "svg-effect" Error Files,
    SvgActive "svg-active" Warning Files,
    WordsLanguage "words-language" Warning Words,
    WordsSyntax "words-syntax" Error Words,
    WordsKey "words-key" Error Words,
    WordsKept "words-kept" Error Words,
    WordsTwice "words-twice" Error Words,
    WordsVariable "words-variable" Error Words,
    WordsReference "words-reference" Error Words,
    WordsMarkup "words-markup" Error Words,
    WordsBlank "words-blank" Error Words,
    WordsHidden "words-hidden" Error Words,
    WordsSize "words-size" Error Words,
    WordsMissing "words-missing" Hint Words,
    WordsLong "words-long" Hint Words,
    SlotName "slot-name" Error Slots,
    SlotPicture "slot-picture" Error Slots,
    MarkupElement "markup-element" Error Slots,
    MarkupAttribute "markup-attribute" Error Slots,
    MarkupAddress "markup-address" Error Slots,
    MarkupNesting "markup-nesting" Error Slots,
    MarkupLarge "markup-large" Error Slots,
    MarkupHeight "markup-height" Error Slots,
    MarkupHidden "markup-hidden" Error Slots,
    PictureWords "picture-words" Error Slots,
    ShellPlaces "shell-places" Error Shell,
    ShellInside "shell-inside" Error Shell,
    ShellHeading "shell-heading" Error Shell,
    ShellMain "shell-main" Error Shell,
    ShellHides "shell-hides" Error Shell,
}

impl Serialize for Code {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

/// One thing that a check found.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Finding {
    /// How much it matters.
    pub level: Level,
    /// What kind of thing it is.
    pub code: Code,
    /// The file, as it is called in the brand's folder.
    pub file: String,
    /// The line, from 1; `None` where it is about the file as a whole.
    pub line: Option<usize>,
    /// What is wrong and what to do, in a sentence.
    pub message: String,
    /// What was measured: a contrast (1 to 21), bytes, pixels, as the message says.
    pub measured: Option<f64>,
    /// What is needed, in the same unit.
    pub needed: Option<f64>,
    /// What to write instead.
    pub suggestion: Option<String>,
}

impl Finding {
    /// A finding about a file as a whole.
    pub fn new(code: Code, file: &str, message: impl Into<String>) -> Finding {
        Finding {
            level: code.level(),
            code,
            file: file.to_owned(),
            line: None,
            message: message.into(),
            measured: None,
            needed: None,
            suggestion: None,
        }
    }

    /// The same at a line, from 1.
    #[must_use]
    pub fn at(mut self, line: usize) -> Finding {
        self.line = Some(line);
        self
    }

    /// The same with what was measured and what is needed.
    #[must_use]
    pub fn measured(mut self, measured: f64, needed: f64) -> Finding {
        (self.measured, self.needed) = (Some(measured), Some(needed));
        self
    }

    /// The same with what to write instead.
    #[must_use]
    pub fn suggesting(mut self, suggestion: Option<String>) -> Finding {
        self.suggestion = suggestion;
        self
    }

    /// Whether the brand is refused for it.
    pub fn is_error(&self) -> bool {
        self.level == Level::Error
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:<7} {}", self.level, self.file)?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        write!(f, " {}: {}", self.code.as_str(), self.message)?;
        if let Some(suggestion) = &self.suggestion {
            write!(f, " (try {suggestion})")?;
        }
        Ok(())
    }
}

/// The line, from 1, on which a byte of a text stands.
pub(super) fn line_of(text: &str, byte: usize) -> usize {
    let end = byte.min(text.len());
    text.as_bytes()[..end].iter().filter(|b| **b == b'\n').count() + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_finding_reads_as_a_line() {
        let finding =
            Finding::new(Code::Contrast, "brand.toml", "too faint").at(7).suggesting(Some("#333333".into()));
        assert_eq!(finding.to_string(), "error   brand.toml:7 contrast: too faint (try #333333)");
        assert_eq!(serde_json::to_value(&finding).unwrap()["code"], "contrast");
    }
}
