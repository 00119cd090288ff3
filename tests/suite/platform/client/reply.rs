//! An answer, held against the rules that libraries impose.

use regex::Regex;

/// An answer that has passed every rule.
#[derive(Clone, PartialEq, Eq)]
pub struct Reply {
    pub code: u32,
    pub body: String,
}

impl std::fmt::Debug for Reply {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.body)
    }
}

impl Reply {
    /// Every text between these tags (which may have attributes).
    pub fn all(&self, name: &str) -> Vec<String> {
        let found = Regex::new(&format!("<{name}(?: [^>]*)?>([^<]*)</{name}>")).unwrap();
        found.captures_iter(&self.body).map(|c| c[1].to_owned()).collect()
    }

    #[track_caller]
    pub fn one(&self, name: &str) -> String {
        let all = self.all(name);
        assert_eq!(all.len(), 1, "one {name} in {self:?}");
        all[0].clone()
    }

    /// Every value of an attribute.
    pub fn attributes(&self, name: &str) -> Vec<String> {
        let found = Regex::new(&format!(" {name}=\"([^\"]*)\"")).unwrap();
        found.captures_iter(&self.body).map(|c| c[1].to_owned()).collect()
    }

    /// Fails unless it is in this method's namespace.
    #[track_caller]
    pub fn of(self, method: &str) -> Self {
        let start = format!("<wc:info xmlns:wc=\"urn:com.microsoft.wc.methods.response.{method}\">");
        assert!(self.body.contains(&start), "{method}: {self:?}");
        self
    }

    #[track_caller]
    pub fn ok(self) -> Self {
        assert_eq!(self.code, 0, "{self:?}");
        self
    }

    #[track_caller]
    pub fn is(self, code: u32) -> Self {
        assert_eq!(self.code, code, "{self:?}");
        self
    }
}

/// Section 4 of the wire format, on every answer.
#[track_caller]
pub fn read(body: &str) -> Reply {
    let success = Regex::new(
        r#"(?s)^<response><status><code>0</code></status>(?:<wc:info xmlns:wc="urn:com\.microsoft\.wc\.methods\.response\.[A-Za-z0-9]+">.*</wc:info>)?</response>$"#,
    )
    .unwrap();
    let failure =
        Regex::new(r"^<response><status><code>([1-9][0-9]*)</code><error><message>[^<]+</message></error></status></response>$")
            .unwrap();
    assert_eq!(body.matches("<code>").count(), 1, "{body}");
    assert!(body.matches("<token").count() <= 1, "{body}");
    assert_eq!(body.matches("xmlns").count(), body.matches("<wc:info ").count(), "{body}");
    assert!(!Regex::new(r">\s+<").unwrap().is_match(body), "no insignificant white space: {body}");
    let guid = Regex::new("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}").unwrap();
    assert!(guid.find_iter(body).all(|found| found.as_str() == found.as_str().to_lowercase()), "{body}");
    let mut reader = quick_xml::Reader::from_str(body);
    while !matches!(reader.read_event().unwrap(), quick_xml::events::Event::Eof) {}
    let code = match failure.captures(body) {
        Some(found) => found[1].parse().unwrap(),
        None => {
            assert!(success.is_match(body), "{body}");
            0
        }
    };
    Reply { code, body: body.to_owned() }
}
