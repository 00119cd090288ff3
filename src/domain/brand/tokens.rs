//! `brand.toml`: what a brand says with values alone.
//!
//! Whatever is wrong is a finding, and is left out of what is read: so a stored brand that a later version finds fault
//! with keeps all that is right in it.

use std::collections::BTreeMap;

use url::Url;

use super::{
    CONTRACT, Colour, Palette, Scheme, Token, contrast,
    findings::{Code, Finding},
    paths::{TOKENS, is_plain},
    toml_reader::{Keys, Value},
    unseen::{find_unseen, is_read},
};
use crate::domain::local_text::is_language_tag;

/// A file that `brand.toml` names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// Its name in the folder.
    pub file: String,
    /// The line that names it.
    pub line: usize,
}

/// The letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Family {
    /// What the reader's system has.
    #[default]
    System,
    /// With serifs.
    Serif,
    /// Without, with the stroke of a pen.
    Humanist,
    /// With round ends.
    Rounded,
}

impl Family {
    const CHOICES: [(&'static str, Family); 4] = [
        ("system", Family::System),
        ("serif", Family::Serif),
        ("humanist", Family::Humanist),
        ("rounded", Family::Rounded),
    ];
}

/// The links that a brand may put into every page's footer.
pub const LINKS: [&str; 3] = ["privacy", "accessibility", "imprint"];

/// What `brand.toml` says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tokens {
    /// The version of the contract that the brand was made for.
    pub contract: u32,
    /// The clinic's name on pages of no app.
    pub name: Option<String>,
    /// The language of slots and shell that are not of a language.
    pub language: Option<String>,
    /// The colours in light and dark; `None` where the brand gives none, or such that cannot be read.
    pub colours: Option<[Palette; 2]>,
    /// The radius of corners, in pixels.
    pub radius: Option<u32>,
    /// The letters.
    pub family: Family,
    /// A font of the brand's own, before [`Self::family`].
    pub font: Option<Named>,
    /// The logo.
    pub logo: Option<Named>,
    /// The logo on a dark page, where it is another.
    pub logo_dark: Option<Named>,
    /// The logo's height, in pixels.
    pub logo_height: u32,
    /// The picture in the browser's tab.
    pub favicon: Option<Named>,
    /// The page's width, in rem; `None`: ours.
    pub width: Option<u32>,
    /// Whether the page stands on the ground without an edge.
    pub plain: bool,
    /// Whether the header is tall.
    pub tall: bool,
    /// Whether the logo stands in the middle.
    pub centred: bool,
    /// Links of [`LINKS`], all `https`.
    pub links: BTreeMap<&'static str, String>,
    /// The opening hours: by language, under `""` where they are of none.
    pub hours: BTreeMap<String, String>,
}

impl Tokens {
    /// The files that it names.
    pub fn files(&self) -> impl Iterator<Item = &Named> {
        [&self.logo, &self.logo_dark, &self.favicon, &self.font].into_iter().flatten()
    }
}

/// Reads the file.
pub fn read(text: &str) -> (Tokens, Vec<Finding>) {
    let mut keys = Keys::read(text);
    let is_toml = keys.findings.is_empty();
    let mut tokens = Tokens { contract: CONTRACT, logo_height: 40, ..Tokens::default() };
    if is_toml {
        contract(&mut keys, &mut tokens);
    }
    tokens.name = one_line(&mut keys, "name", 200).map(|(name, _)| name);
    tokens.language = language(&mut keys);
    tokens.plain = keys.choice("layout.content", &[("card", false), ("plain", true)]).unwrap_or_default();
    tokens.colours = colours(&mut keys, tokens.plain);
    tokens.radius = keys.number("shape.radius", 0, 24);
    let widths = [("narrow", 32), ("normal", 38), ("wide", 46)];
    tokens.width = keys.choice("shape.width", &widths);
    tokens.family = keys.choice("type.family", &Family::CHOICES).unwrap_or_default();
    tokens.font = file(&mut keys, "type.font");
    tokens.logo = file(&mut keys, "logo.light");
    tokens.logo_dark = file(&mut keys, "logo.dark");
    tokens.logo_height = keys.number("logo.height", 16, 96).unwrap_or(40);
    tokens.favicon = file(&mut keys, "favicon");
    tokens.tall = keys.choice("layout.header", &[("compact", false), ("tall", true)]).unwrap_or_default();
    tokens.centred = keys.choice("layout.logo", &[("left", false), ("centre", true)]).unwrap_or_default();
    links(&mut keys, &mut tokens);
    hours(&mut keys, &mut tokens);
    (tokens, keys.end())
}

fn contract(keys: &mut Keys, tokens: &mut Tokens) {
    let message = match keys.take("contract") {
        Some((Value::Whole(n), line)) => match u32::try_from(n) {
            Ok(n) if (1..=CONTRACT).contains(&n) => {
                tokens.contract = n;
                return;
            }
            _ => (line, format!("this version of the portal reads brands for contract 1 to {CONTRACT}")),
        },
        Some((_, line)) => (line, "contract must be a whole number".to_owned()),
        None => (1, format!("says no contract: write `contract = {CONTRACT}`")),
    };
    let finding = Finding::new(Code::Contract, TOKENS, message.1).at(message.0);
    keys.findings.push(finding.suggesting(Some(format!("contract = {CONTRACT}"))));
}

fn one_line(keys: &mut Keys, path: &str, most: usize) -> Option<(String, usize)> {
    let (text, line) = keys.text(path)?;
    match unusable(&text, most) {
        None => Some((text, line)),
        Some(why) => {
            keys.wrong(line, format!("{path} {why}"));
            None
        }
    }
}

/// Why a text cannot stand on a page.
fn unusable(text: &str, most: usize) -> Option<String> {
    if !text.chars().any(is_read) {
        return Some("must not be blank".to_owned());
    }
    if text.chars().count() > most {
        return Some(format!("may have at most {most} characters"));
    }
    let odd = text.chars().any(char::is_control) || find_unseen(text).is_some();
    odd.then(|| "must be a single line without hidden characters".to_owned())
}

fn language(keys: &mut Keys) -> Option<String> {
    let (tag, line) = keys.text("language")?;
    if is_language_tag(&tag) {
        return Some(tag);
    }
    keys.wrong(line, "language must be a language, such as en or pt-BR".to_owned());
    None
}

fn file(keys: &mut Keys, path: &str) -> Option<Named> {
    let (file, line) = keys.text(path)?;
    if is_plain(&file) {
        return Some(Named { file, line });
    }
    let message = format!(
        "{path} names {file:?}: a file of this folder is named by letters, digits, dots, - and _ alone"
    );
    keys.findings.push(Finding::new(Code::FilePath, TOKENS, message).at(line));
    None
}

/// The colours in light and dark. On a `plain` page, header and footer stand on the surface, too: what a brand gives for
/// `page` is seen nowhere, and fails nowhere.
fn colours(keys: &mut Keys, plain: bool) -> Option<[Palette; 2]> {
    let mut given: BTreeMap<Scheme, BTreeMap<Token, (Colour, usize)>> = BTreeMap::new();
    let mut all_read = true;
    for scheme in Scheme::ALL {
        for (name, value, line) in keys.take_below(scheme.as_str()) {
            let path = format!("{}.{name}", scheme.as_str());
            let colour = match &value {
                Value::Text(text) => Colour::parse(text).ok(),
                _ => None,
            };
            match (Token::parse(&name), colour) {
                (Some(token), Some(colour)) => {
                    _ = given.entry(scheme).or_default().insert(token, (colour, line));
                }
                (None, _) => {
                    all_read = false;
                    let message = format!("{path} is not a colour that a brand can have");
                    keys.findings.push(Finding::new(Code::TomlKey, TOKENS, message).at(line));
                }
                (_, None) => {
                    all_read = false;
                    keys.wrong(line, format!("{path} must be a colour of the form #rrggbb or #rgb"));
                }
            }
        }
    }
    if given.is_empty() {
        return None;
    }
    let colours = |scheme: Scheme| -> BTreeMap<Token, Colour> {
        let own = given.get(&scheme).into_iter().flatten();
        let mut own: BTreeMap<Token, Colour> = own.map(|(token, (colour, _))| (*token, *colour)).collect();
        if plain {
            let surface = own.get(&Token::Surface).copied();
            own.insert(Token::Page, surface.unwrap_or_else(|| Palette::ours(scheme).get(Token::Surface)));
        }
        own
    };
    let (light, dark) = (colours(Scheme::Light), colours(Scheme::Dark));
    let accent = |of: &BTreeMap<Token, Colour>| of.get(&Token::Accent).copied();
    let palettes = [
        Palette::complete(Scheme::Light, &light, accent(&dark)),
        Palette::complete(Scheme::Dark, &dark, accent(&light)),
    ];
    let mut readable = true;
    for (scheme, palette) in Scheme::ALL.into_iter().zip(&palettes) {
        for fault in contrast::faults(scheme, palette) {
            readable = false;
            keys.findings.push(finding(&fault, palette, given.get(&scheme)));
        }
    }
    (readable && all_read).then_some(palettes)
}

/// Said at the line of the front where the brand gives it, else at the ground's.
fn finding(
    fault: &contrast::Fault,
    palette: &Palette,
    given: Option<&BTreeMap<Token, (Colour, usize)>>,
) -> Finding {
    let contrast::Pair { front, ground, needs, seen } = fault.pair;
    let line_of = |token: Token| given.and_then(|given| given.get(&token)).map(|(_, line)| *line);
    let measured = (fault.measured * 100.0).floor() / 100.0;
    let message = format!(
        "{seen}, {}: {} {} on {} {} has a contrast of {measured:.2}:1 and needs {needs}:1",
        fault.scheme.as_str(),
        front.as_str(),
        palette.get(front),
        ground.as_str(),
        palette.get(ground),
    );
    let suggestion = fault.suggestion.map(|colour| format!("{} = \"{colour}\"", front.as_str()));
    let mut finding = Finding::new(Code::Contrast, TOKENS, message).measured(measured, needs);
    finding.line = line_of(front)
        .or_else(|| line_of(ground))
        .or_else(|| given.and_then(|given| given.values().map(|(_, line)| *line).min()));
    finding.suggesting(suggestion)
}

fn links(keys: &mut Keys, tokens: &mut Tokens) {
    for name in LINKS {
        let path = format!("links.{name}");
        let Some((text, line)) = keys.text(&path) else { continue };
        let good = Url::parse(&text).ok().filter(|url| {
            url.scheme() == "https"
                && url.host_str().is_some()
                && url.username().is_empty()
                && url.password().is_none()
        });
        match good {
            Some(url) => _ = tokens.links.insert(name, url.to_string()),
            None => {
                let message = format!("{path} must be an address that begins with https://");
                keys.findings.push(Finding::new(Code::LinkAddress, TOKENS, message).at(line));
            }
        }
    }
}

fn hours(keys: &mut Keys, tokens: &mut Tokens) {
    let mut given = keys.take_below("hours");
    if let Some((value, line)) = keys.take("hours") {
        given.push((String::new(), value, line));
    }
    for (tag, value, line) in given {
        let problem = match &value {
            _ if !tag.is_empty() && !is_language_tag(&tag) => {
                Some("is not a language, such as en".to_owned())
            }
            Value::Text(text) => unusable(text, 300),
            _ => Some("must be a text in quotes".to_owned()),
        };
        match (problem, value) {
            (None, Value::Text(text)) => _ = tokens.hours.insert(tag, text),
            (problem, _) => {
                keys.wrong(line, format!("hours.{tag} {}", problem.unwrap_or_default()));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        let all = read(text).1;
        all.iter().map(|f| format!("{}:{}", f.code.as_str(), f.line.unwrap_or_default())).collect()
    }

    #[test]
    fn the_least_is_a_contract() {
        let (tokens, findings) = read("contract = 1\n");
        assert_eq!((findings, tokens.colours, tokens.logo_height), (vec![], None, 40));
    }

    #[test]
    fn all_of_it_is_read() {
        let text = "contract = 1\nname = \"Harbour Clinic\"\nlanguage = \"en\"\nfavicon = \"icon.svg\"\n[light]\naccent = \"#005eb8\"\n\
            [dark]\naccent = \"#7ab8ff\"\n[shape]\nradius = 4\nwidth = \"wide\"\n[type]\nfamily = \"serif\"\nfont = \"own.woff2\"\n\
            [logo]\nlight = \"a.svg\"\ndark = \"b.svg\"\nheight = 48\n[layout]\ncontent = \"plain\"\nheader = \"tall\"\nlogo = \"centre\"\n\
            [links]\nprivacy = \"https://x.example/privacy\"\n[hours]\nen = \"Monday to Friday\"\n";
        let (tokens, findings) = read(text);
        assert_eq!(findings, []);
        let files: Vec<_> = tokens.files().map(|named| named.file.as_str()).collect();
        assert_eq!(files, ["a.svg", "b.svg", "icon.svg", "own.woff2"]);
        assert!(tokens.plain && tokens.tall && tokens.centred);
        assert_eq!(tokens.colours.unwrap()[0].get(Token::Accent).to_string(), "#005eb8");
        assert_eq!(tokens.hours["en"], "Monday to Friday");
    }

    #[test]
    fn every_problem_has_its_line() {
        assert_eq!(found("contract = 1\nname ="), ["toml-syntax:2"]);
        assert_eq!(found("name = \"x\""), ["contract:1"]);
        assert_eq!(found("contract = 2"), ["contract:1"]);
        assert_eq!(
            found(
                "contract = 1\nfoo = 1\n[light]\nshadow = \"#000\"\nink = \"black\"\n[shape]\nradius = 99\n[links]\nprivacy = \"http://x.example\"\n[logo]\nlight = \"../logo.svg\""
            ),
            ["toml-key:2", "toml-key:4", "toml-value:5", "toml-value:7", "link-address:9", "file-path:11"]
        );
    }

    #[test]
    fn on_a_plain_page_the_ground_of_header_and_footer_is_the_surface() {
        let faint = "contract = 1\n[light]\nink = \"#14262b\"\npage = \"#777777\"\n";
        assert!(!found(faint).is_empty());
        let (tokens, findings) = read(&format!("{faint}[layout]\ncontent = \"plain\"\n"));
        assert_eq!(findings, []);
        let [light, _] = tokens.colours.unwrap();
        assert_eq!(light.get(Token::Page), light.get(Token::Surface));
    }

    #[test]
    fn a_colour_that_cannot_be_read_is_told_with_numbers_and_the_portals_own_stay() {
        let (tokens, findings) = read("contract = 1\n[light]\nink-soft = \"#9a9a9a\"\n");
        assert!(tokens.colours.is_none());
        assert!(findings.iter().all(|f| f.code == Code::Contrast && f.line == Some(3)), "{findings:?}");
        assert_eq!(findings[0].needed, Some(4.5));
        let better = findings[0].suggestion.clone().unwrap();
        assert_eq!(read(&format!("contract = 1\n[light]\n{better}\n")).1, []);
    }
}
