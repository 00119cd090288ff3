//! What stands around every page: languages, the person, the clinic's look, and the files that pages load.

use std::sync::{Arc, LazyLock};

use sha2::{Digest, Sha256};

use super::copy::Words;

/// What the layout of every page needs.
#[derive(Clone, Debug)]
pub struct Chrome {
    /// The language of the page.
    pub words: Arc<Words>,
    /// Tag and own name of every language, for the switch in the footer.
    pub languages: Vec<(String, String)>,
    /// Value of the hidden field `csrf_token` of every form.
    pub csrf: String,
    /// Path and query of this page: where the language switch comes back to.
    pub here: String,
    /// Name of the signed-in person.
    pub person: Option<String>,
    /// The app's look, on its pages.
    pub brand: Option<Brand>,
    /// A status message, already in words.
    pub notice: Option<String>,
    /// Whether this is the sandbox, which says so on every page.
    pub sandbox: bool,
    /// Where the stylesheet, the script and the icon are.
    pub assets: &'static Assets,
}

impl Chrome {
    /// The app's name; the portal's own where no app is known.
    pub fn app(&self) -> &str {
        self.brand.as_ref().map_or(self.words.text("service-name"), |brand| &brand.app_name)
    }

    /// The organization behind the app; “the clinic” where none is known.
    pub fn organization(&self) -> &str {
        self.brand.as_ref().map_or(self.words.text("the-clinic"), |brand| &brand.organization)
    }

    /// How to reach the clinic, in its own words; none where it is not known.
    pub fn contact(&self) -> Option<&str> {
        self.brand.as_ref().map(|brand| brand.contact.as_str()).filter(|contact| !contact.trim().is_empty())
    }

    /// The languages one can switch to.
    pub fn other_languages(&self) -> impl Iterator<Item = &(String, String)> {
        self.languages.iter().filter(|(tag, _)| tag != self.words.tag())
    }
}

/// An app's look, which is data: names, a picture, and a stylesheet that sets custom properties only.
#[derive(Clone, Debug)]
pub struct Brand {
    /// The app's name.
    pub app_name: String,
    /// The organization behind it.
    pub organization: String,
    /// How patients reach it: plain text.
    pub contact: String,
    /// URL of the logo.
    pub logo: Option<String>,
    /// URL of a stylesheet that sets `--brand-accent`, `--brand-on-accent` and `--brand-accent-text` on `:root`.
    pub stylesheet: Option<String>,
}

/// One thing wrong with one field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The `id` of the field; `form` for what no single field is to blame for.
    pub field: &'static str,
    /// What is wrong and what to do, in the visitor's language.
    pub message: String,
}

/// URLs of the files that every page loads. Their names change with their content, so that browsers may keep them.
#[derive(Debug)]
pub struct Assets {
    /// URL of the stylesheet.
    pub stylesheet: String,
    /// URL of the script, which no page depends on.
    pub script: String,
    /// URL of the icon.
    pub icon: String,
    /// URL of the stylesheet that the API's documentation has beside the portal's.
    pub docs: String,
    files: Vec<Asset>,
}

/// One embedded file.
#[derive(Debug)]
pub struct Asset {
    /// Its URL path: `/static/portal-<hash>.css`.
    pub path: String,
    /// For the `Content-Type` header.
    pub content_type: &'static str,
    /// What it contains.
    pub bytes: &'static [u8],
}

impl Assets {
    /// The files in the binary.
    pub fn embedded() -> &'static Assets {
        static EMBEDDED: LazyLock<Assets> = LazyLock::new(|| {
            let files = vec![
                Asset::new(
                    "portal",
                    "css",
                    "text/css; charset=utf-8",
                    include_bytes!("../../static/portal.css"),
                ),
                Asset::new(
                    "portal",
                    "js",
                    "text/javascript; charset=utf-8",
                    include_bytes!("../../static/portal.js"),
                ),
                Asset::new("icon", "svg", "image/svg+xml", include_bytes!("../../static/icon.svg")),
                Asset::new("docs", "css", "text/css; charset=utf-8", include_bytes!("../../static/docs.css")),
            ];
            let path = |place: usize| files[place].path.clone();
            Assets { stylesheet: path(0), script: path(1), icon: path(2), docs: path(3), files }
        });
        &EMBEDDED
    }

    /// All files.
    pub fn files(&self) -> &[Asset] {
        &self.files
    }

    /// The file at a URL path. `None`: there is none, or it was another version's.
    pub fn find(&self, path: &str) -> Option<&Asset> {
        self.files.iter().find(|file| file.path == path)
    }
}

impl Asset {
    fn new(stem: &str, extension: &str, content_type: &'static str, bytes: &'static [u8]) -> Asset {
        let hash = Sha256::digest(bytes);
        let hash: String = hash.iter().take(6).map(|byte| format!("{byte:02x}")).collect();
        Asset { path: format!("/static/{stem}-{hash}.{extension}"), content_type, bytes }
    }
}
