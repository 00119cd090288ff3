//! The files of a brand, as they are read from its folder and kept in the database.

use std::collections::BTreeMap;

use data_encoding::BASE64;

/// Files by their names in the folder, with `/` between parts.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Files(pub BTreeMap<String, Vec<u8>>);

impl std::fmt::Debug for Files {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(self.0.keys()).finish()
    }
}

/// What is kept is no brand.
#[derive(Debug, thiserror::Error)]
#[error("what is kept is not the files of a brand")]
pub struct NotFiles;

impl Files {
    /// One of them.
    pub fn get(&self, name: &str) -> Option<&[u8]> {
        self.0.get(name).map(Vec::as_slice)
    }

    /// One of them as text; `None` where it is missing or no UTF-8.
    pub fn text(&self, name: &str) -> Option<&str> {
        let text = std::str::from_utf8(self.get(name)?).ok()?;
        Some(text.trim_start_matches('\u{feff}'))
    }

    /// All bytes together.
    pub fn weight(&self) -> usize {
        self.0.values().map(Vec::len).sum()
    }

    /// As they are kept: a JSON object of base64 texts by name.
    pub fn to_kept(&self) -> String {
        let all = self.0.iter().map(|(name, bytes)| (name.clone(), BASE64.encode(bytes).into()));
        serde_json::Value::Object(all.collect()).to_string()
    }

    /// Reads what [`Self::to_kept`] wrote.
    pub fn from_kept(kept: &str) -> Result<Files, NotFiles> {
        let all: BTreeMap<String, String> = serde_json::from_str(kept).map_err(|_| NotFiles)?;
        let file = |(name, text): (String, String)| {
            BASE64.decode(text.as_bytes()).map(|bytes| (name, bytes)).map_err(|_| NotFiles)
        };
        all.into_iter().map(file).collect::<Result<_, _>>().map(Files)
    }
}

impl<N: Into<String>, B: Into<Vec<u8>>> FromIterator<(N, B)> for Files {
    fn from_iter<I: IntoIterator<Item = (N, B)>>(all: I) -> Self {
        Files(all.into_iter().map(|(name, bytes)| (name.into(), bytes.into())).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_kept_and_read_back() {
        let files: Files =
            [("brand.toml", b"contract = 1".to_vec()), ("a.png", vec![0, 255])].into_iter().collect();
        assert_eq!(Files::from_kept(&files.to_kept()).unwrap(), files);
        for kept in ["", "[]", "{\"a\": 1}", "{\"a\": \"%\"}"] {
            assert!(Files::from_kept(kept).is_err(), "{kept}");
        }
    }
}
