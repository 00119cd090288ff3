//! A browser in plain words, from what it says of itself: “Firefox on Windows”. For people to recognise, not for
//! programs to trust: whoever writes the header decides what it says.

/// What browsers call themselves. The first that is found counts: most of them name others, too.
const NAMES: [(&str, &str); 12] = [
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("Vivaldi/", "Vivaldi"),
    ("FxiOS/", "Firefox"),
    ("Firefox/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("HeadlessChrome/", "Chrome"),
    ("Chromium/", "Chromium"),
    ("Chrome/", "Chrome"),
    ("MSIE ", "Internet Explorer"),
    ("Safari/", "Safari"),
];

/// What devices call themselves.
const SYSTEMS: [(&str, &str); 8] = [
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("CrOS", "ChromeOS"),
    ("Windows", "Windows"),
    ("Macintosh", "Mac"),
    ("Mac OS X", "Mac"),
    ("Linux", "Linux"),
];

/// A browser and the system that it runs on, as far as they are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Browser {
    /// Its name.
    pub name: Option<&'static str>,
    /// What it runs on.
    pub system: Option<&'static str>,
}

fn first(known: &[(&str, &'static str)], text: &str) -> Option<&'static str> {
    known.iter().find(|(mark, _)| text.contains(mark)).map(|(_, name)| *name)
}

impl Browser {
    /// What a `User-Agent` header says.
    pub fn of(user_agent: &str) -> Self {
        Self { name: first(&NAMES, user_agent), system: first(&SYSTEMS, user_agent) }
    }

    /// Its text, to be stored.
    pub fn as_text(self) -> String {
        format!("{}/{}", self.name.unwrap_or_default(), self.system.unwrap_or_default())
    }

    /// Reads what was stored. What an other version knew and this one does not is unknown.
    pub fn parse(text: &str) -> Self {
        let (name, system) = text.split_once('/').unwrap_or_default();
        let known = |all: &[(&str, &'static str)], wanted: &str| {
            all.iter().map(|(_, name)| *name).find(|name| *name == wanted)
        };
        Self { name: known(&NAMES, name), system: known(&SYSTEMS, system) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_is_named_as_its_owner_knows_it() {
        for (says, name, system) in [
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:131.0) Gecko/20100101 Firefox/131.0",
                "Firefox",
                "Windows",
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) \
                 Version/17.5 Mobile/15E148 Safari/604.1",
                "Safari",
                "iPhone",
            ),
            (
                "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/129.0.0.0 \
                 Mobile Safari/537.36",
                "Chrome",
                "Android",
            ),
            (
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) \
                 Chrome/129.0.0.0 Safari/537.36 Edg/129.0.0.0",
                "Edge",
                "Mac",
            ),
        ] {
            let browser = Browser::of(says);
            assert_eq!((browser.name, browser.system), (Some(name), Some(system)));
            assert_eq!(Browser::parse(&browser.as_text()), browser);
        }
    }

    #[test]
    fn what_is_not_known_is_not_guessed() {
        for says in ["", "curl/8.5.0", "\u{0}/<script>"] {
            let browser = Browser::of(says);
            assert_eq!(browser, Browser::default(), "{says}");
            assert_eq!(Browser::parse(&browser.as_text()), browser);
        }
        assert_eq!(Browser::parse("Netscape/Windows"), Browser { name: None, system: Some("Windows") });
        assert_eq!(Browser::parse(""), Browser::default());
    }
}
