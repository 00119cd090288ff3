//! Goes through the layers of a brand: what can be taken of each, and everything that is wrong.

use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest, Sha256};

use super::{clean::clean, drawing::write_anew, files::Files};
use crate::{
    copy::FILES,
    domain::brand::{
        Code, Finding, MAX_WEIGHT,
        height::{self, MOST_LINES},
        media::{self, MAX_FONT, MAX_PIXELS, MAX_PNG, MAX_TOML, MAX_WORDS},
        paths::{Kind, SHELL, TOKENS, is_plain},
        shell,
        slots::{self, ELEMENTS, Slot},
        tokens::{self, Named, Tokens},
        unseen::{find_unseen, without_unseen},
        words,
    },
};

/// A picture or a font that can be served.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Media {
    /// For the `Content-Type` header.
    pub media_type: &'static str,
    /// What is served: of a drawing, what was written anew.
    pub bytes: Vec<u8>,
    /// Where it is served: below `/brand/`, with a hash of the bytes.
    pub address: String,
}

/// What can be taken of a brand.
#[derive(Debug, Default)]
pub struct Checked {
    /// `brand.toml`.
    pub tokens: Tokens,
    /// Pictures and font by the names of their files.
    pub media: BTreeMap<String, Media>,
    /// The good words of each language, as Fluent files.
    pub words: BTreeMap<String, String>,
    /// Slots, cleaned.
    pub slots: BTreeMap<(Slot, Option<String>), String>,
    /// The shell, cleaned; it can be split.
    pub shell: Option<String>,
    /// Everything that was found, by file and line.
    pub findings: Vec<Finding>,
}

impl Checked {
    /// How many findings are errors: with one, a brand is refused.
    pub fn errors(&self) -> usize {
        self.findings.iter().filter(|finding| finding.is_error()).count()
    }
}

/// Checks a brand whose files are to be served below `/brand/KEY/`. Never fails: what cannot be taken is left out.
pub fn check(files: &Files, key: &str) -> Checked {
    let mut checked = Checked::default();
    weigh(files, &mut checked.findings);
    for name in files.0.keys().filter(|name| is_text(name) && files.text(name).is_none()) {
        checked.findings.push(Finding::new(Code::FileText, name, "is not UTF-8 text: save it as UTF-8"));
    }
    read_tokens(files, &mut checked);
    let mut pictures: Vec<(String, String, usize)> = Vec::new();
    for (slot, lang, name) in slots_of(files) {
        check_slot(files, &name, slot, &mut checked.findings, &mut pictures);
        _ = checked.slots.insert((slot, lang), name);
    }
    if let Some(html) = files.text(SHELL) {
        let (findings, shown) = shell::check(SHELL, html);
        checked.findings.extend(findings);
        pictures.extend(shown.into_iter().map(|(src, line)| (SHELL.to_owned(), src, line)));
    }
    read_media(files, key, &pictures, &mut checked);
    write_markup_anew(files, &mut checked);
    read_words(files, &mut checked);
    name_the_unused(files, &pictures, &mut checked);
    checked
        .findings
        .sort_by(|one, two| (&one.file, one.line, one.code).cmp(&(&two.file, two.line, two.code)));
    checked
}

fn is_text(name: &str) -> bool {
    !matches!(Kind::of(name), Kind::Svg | Kind::Png | Kind::Woff2 | Kind::Other)
}

fn weigh(files: &Files, findings: &mut Vec<Finding>) {
    let weight = files.weight();
    if weight > MAX_WEIGHT {
        let message = format!("the brand has {weight} bytes; all its files together may have {MAX_WEIGHT}");
        findings.push(Finding::new(Code::Weight, TOKENS, message).measured(weight as f64, MAX_WEIGHT as f64));
    }
}

fn read_tokens(files: &Files, checked: &mut Checked) {
    if files.get(TOKENS).is_none() {
        let message = "is missing: a brand begins with it (`brand new` writes one)";
        checked.findings.push(Finding::new(Code::FileMissing, TOKENS, message));
    }
    if let Some(text) = files.text(TOKENS) {
        let text = if is_light(TOKENS, text, MAX_TOML, &mut checked.findings) { text } else { "" };
        let (tokens, findings) = tokens::read(text);
        checked.tokens = tokens;
        checked.findings.extend(findings);
    }
}

/// Whether a text is short enough to be read; told where it is not.
fn is_light(name: &str, text: &str, most: usize, findings: &mut Vec<Finding>) -> bool {
    let size = text.len();
    if size > most {
        let message = format!("has {size} bytes; it may have {most}, and is not read");
        findings.push(Finding::new(Code::Weight, name, message).measured(size as f64, most as f64));
    }
    size <= most
}

fn slots_of(files: &Files) -> Vec<(Slot, Option<String>, String)> {
    let slot = |name: &String| match Kind::of(name) {
        Kind::Slot(slot, lang) => Some((slot, lang, name.clone())),
        _ => None,
    };
    files.0.keys().filter_map(slot).collect()
}

fn check_slot(
    files: &Files,
    name: &str,
    slot: Slot,
    findings: &mut Vec<Finding>,
    pictures: &mut Vec<(String, String, usize)>,
) {
    let Some(html) = files.text(name) else { return };
    let (found, shown) = slots::check(name, html, &ELEMENTS);
    findings.extend(found);
    let lines = height::lines(html);
    if matches!(slot, Slot::Header | Slot::CodeBefore) && lines > MOST_LINES {
        let message = format!("is about {lines} lines high, and our page begins below it: say less");
        let finding = Finding::new(Code::MarkupHeight, name, message);
        findings.push(finding.measured(lines as f64, MOST_LINES as f64));
    }
    for (src, line) in shown {
        if slot.is_mail() {
            let message = "a mail loads nothing: use words";
            findings.push(Finding::new(Code::SlotPicture, name, message).at(line));
        }
        pictures.push((name.to_owned(), src, line));
    }
}

/// Reads what `brand.toml` and the markup name, and nothing else.
fn read_media(files: &Files, key: &str, pictures: &[(String, String, usize)], checked: &mut Checked) {
    let tokens = checked.tokens.clone();
    let font = tokens.font.as_ref().map(|named| named.file.clone());
    for Named { file, line } in tokens.files() {
        read_one(files, key, file, (TOKENS, *line), font.as_ref() == Some(file), checked);
    }
    for (named_by, src, line) in pictures {
        if !is_plain(src) {
            let message = format!("{src:?} is no file of this folder: a picture is named by its file alone");
            checked.findings.push(Finding::new(Code::SlotPicture, named_by, message).at(*line));
        } else {
            read_one(files, key, src, (named_by, *line), false, checked);
        }
    }
}

fn read_one(
    files: &Files,
    key: &str,
    file: &str,
    named: (&str, usize),
    is_font: bool,
    checked: &mut Checked,
) {
    if checked.media.contains_key(file) || checked.findings.iter().any(|f| f.file == file && f.is_error()) {
        return;
    }
    let Some(bytes) = files.get(file) else {
        let finding = Finding::new(Code::FileMissing, named.0, format!("{file} is not in the folder"));
        checked.findings.push(finding.at(named.1));
        return;
    };
    let (read, findings) = match Kind::of(file) {
        Kind::Woff2 if is_font => font(file, bytes),
        Kind::Svg if !is_font => {
            let (written, findings) = write_anew(file, bytes);
            (written.map(|bytes| ("image/svg+xml", bytes)), findings)
        }
        Kind::Png if !is_font => png(file, bytes),
        _ => {
            let wanted = if is_font { "a font is a WOFF2 file" } else { "a picture is an SVG or a PNG file" };
            (None, vec![Finding::new(Code::FileKind, file, wanted)])
        }
    };
    checked.findings.extend(findings);
    if let Some((media_type, bytes)) = read {
        let address = address(key, file, &bytes);
        _ = checked.media.insert(file.to_owned(), Media { media_type, bytes, address });
    }
}

/// Where a file is served: its name says what is in it, so that browsers may keep it.
pub(super) fn address(key: &str, file: &str, bytes: &[u8]) -> String {
    let hash: String = Sha256::digest(bytes).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    let name = file.replace('/', "-");
    let (stem, ending) = name.rsplit_once('.').unwrap_or((&name, "bin"));
    format!("/brand/{key}/{stem}-{hash}.{ending}")
}

type Read = (Option<(&'static str, Vec<u8>)>, Vec<Finding>);

fn font(file: &str, bytes: &[u8]) -> Read {
    if bytes.len() > MAX_FONT {
        let message =
            format!("has {} bytes; a font may have {MAX_FONT}: keep the letters you need", bytes.len());
        let finding = Finding::new(Code::Weight, file, message).measured(bytes.len() as f64, MAX_FONT as f64);
        return (None, vec![finding]);
    }
    match media::check_woff2(bytes) {
        Ok(()) => (Some(("font/woff2", bytes.to_vec())), Vec::new()),
        Err(problem) => (None, vec![Finding::new(Code::FontKind, file, problem.to_string())]),
    }
}

fn png(file: &str, bytes: &[u8]) -> Read {
    if bytes.len() > MAX_PNG {
        let message = format!("has {} bytes; a picture may have {MAX_PNG}", bytes.len());
        let finding = Finding::new(Code::Weight, file, message).measured(bytes.len() as f64, MAX_PNG as f64);
        return (None, vec![finding]);
    }
    let size = imagesize::blob_size(bytes).ok().filter(|_| media::is_png(bytes));
    let Some(size) = size else { return (None, vec![Finding::new(Code::FileKind, file, "is no PNG")]) };
    let side = size.width.max(size.height);
    if side > MAX_PIXELS {
        let message = format!("is {} by {} pixels; {MAX_PIXELS} is the most", size.width, size.height);
        let finding = Finding::new(Code::PictureSize, file, message);
        return (None, vec![finding.measured(side as f64, MAX_PIXELS as f64)]);
    }
    if media::moves(bytes) {
        let message =
            "moves, which keeps some people from reading and harms others: export it as one still picture";
        return (None, vec![Finding::new(Code::PictureMoves, file, message)]);
    }
    (Some(("image/png", bytes.to_vec())), Vec::new())
}

/// Replaces the names of slots' files by their markup, written anew.
fn write_markup_anew(files: &Files, checked: &mut Checked) {
    let media = std::mem::take(&mut checked.media);
    let address =
        |src: &str| media.get(src).filter(|m| m.media_type != "font/woff2").map(|m| m.address.clone());
    let nothing = |_: &str| None;
    for ((slot, _), markup) in &mut checked.slots {
        let name = std::mem::take(markup);
        let html = files.text(&name).unwrap_or_default();
        let cleaned =
            if slot.is_mail() { clean(html, &ELEMENTS, &nothing) } else { clean(html, &ELEMENTS, &address) };
        let cleaned = seen(&name, &cleaned, &mut checked.findings);
        *markup = if is_out_of_shape(&checked.findings, &name) { String::new() } else { cleaned };
    }
    checked.slots.retain(|_, markup| !markup.trim().is_empty());
    if let Some(html) = files.text(SHELL) {
        let cleaned = clean(html, &shell::elements(), &address);
        let cleaned = seen(SHELL, &cleaned, &mut checked.findings);
        let fits = !is_out_of_shape(&checked.findings, SHELL);
        checked.shell = shell::split(&cleaned).filter(|_| fits).map(|_| cleaned);
        // What is no place in the file may be one where its character references are read.
        if checked.shell.is_none() && !checked.findings.iter().any(|f| f.file == SHELL && f.is_error()) {
            let message = "has a place that is written with character references: write it once, as it is";
            checked.findings.push(Finding::new(Code::ShellPlaces, SHELL, message));
        }
    }
    checked.media = media;
}

/// Whether markup, clean as it may be, would push our page out of sight or be taken apart by browsers.
fn is_out_of_shape(findings: &[Finding], name: &str) -> bool {
    findings.iter().any(|f| f.file == name && matches!(f.code, Code::MarkupHeight | Code::MarkupNesting))
}

/// Markup without characters that are not seen, however they are written in the file; told where there were any.
fn seen(name: &str, cleaned: &str, findings: &mut Vec<Finding>) -> String {
    if find_unseen(cleaned).is_some() {
        let message =
            "has a character that is not seen, turns the text around, or piles up marks: type it again";
        findings.push(Finding::new(Code::MarkupHidden, name, message));
    }
    without_unseen(cleaned)
}

fn read_words(files: &Files, checked: &mut Checked) {
    let mut said: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for name in files.0.keys() {
        let (Kind::Words(lang), Some(source)) = (Kind::of(name), files.text(name)) else { continue };
        if !is_light(name, source, MAX_WORDS, &mut checked.findings) {
            continue;
        }
        let ours = FILES.iter().find(|(tag, _)| *tag == lang).map(|(_, source)| words::ours(source));
        let Some(ours) = ours else {
            let tags: Vec<_> = FILES.iter().map(|(tag, _)| *tag).collect();
            let message = format!("{lang:?} is no language of the portal: it speaks {}", tags.join(", "));
            checked.findings.push(Finding::new(Code::WordsLanguage, name, message));
            continue;
        };
        let (good, findings) = words::check(name, source, &ours);
        checked.findings.extend(findings);
        _ = said.insert(lang.clone(), words::messages(&good).iter().map(|m| m.key.to_owned()).collect());
        _ = checked.words.insert(lang, good);
    }
    let all: BTreeSet<&String> = said.values().flatten().collect();
    for (lang, keys) in &said {
        let missing: Vec<&str> =
            all.iter().filter(|key| !keys.contains(**key)).map(|key| key.as_str()).collect();
        if !missing.is_empty() {
            let message =
                format!("other languages of the brand say {}; this one does not", missing.join(", "));
            checked.findings.push(Finding::new(Code::WordsMissing, &format!("words.{lang}.ftl"), message));
        }
    }
}

fn name_the_unused(files: &Files, pictures: &[(String, String, usize)], checked: &mut Checked) {
    for name in files.0.keys() {
        let named = checked.tokens.files().any(|named| named.file == *name)
            || pictures.iter().any(|(_, src, _)| src == name);
        match Kind::of(name) {
            Kind::NoSlot => {
                let names: Vec<_> = Slot::ALL.iter().map(|slot| slot.as_str()).collect();
                let message = format!("is no slot: there are {}", names.join(", "));
                checked.findings.push(Finding::new(Code::SlotName, name, message));
            }
            Kind::Svg | Kind::Png | Kind::Woff2 | Kind::Other if !named => {
                checked.findings.push(Finding::new(
                    Code::FileUnused,
                    name,
                    "is named by nothing, and is not kept",
                ));
            }
            _ => {}
        }
    }
}

/// Those files of a brand that something names: what is kept of it.
pub(super) fn used(files: &Files, checked: &Checked) -> Files {
    let is_used = |name: &str| is_text(name) || checked.media.contains_key(name);
    files
        .0
        .iter()
        .filter(|(name, _)| is_used(name))
        .map(|(name, bytes)| (name.clone(), bytes.clone()))
        .collect()
}

impl Checked {
    /// Those files of the brand that are kept.
    pub fn kept(&self, files: &Files) -> Files {
        used(files, self)
    }
}
