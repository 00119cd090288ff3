//! Where the portal listens: one place, or several.

use std::{
    fmt,
    net::SocketAddr,
    path::{Path, PathBuf},
    str::FromStr,
};

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{self, SeqAccess, Visitor},
};

/// What stands before the path of a Unix socket.
const SOCKET: &str = "unix:";

/// One place to listen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// An address and a port.
    Address(SocketAddr),
    /// A Unix socket: a file that programs on this machine connect to.
    Socket(PathBuf),
}

impl FromStr for Place {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let text = text.trim();
        if let Some(path) = text.strip_prefix(SOCKET) {
            let path = Path::new(path);
            // Relative to where the program was started, a proxy would not find it.
            return if path.is_absolute() && path.file_name().is_some() {
                Ok(Self::Socket(path.to_owned()))
            } else {
                Err(format!("`{text}`: a socket is `unix:` and a path that begins with /"))
            };
        }
        text.parse().map(Self::Address).map_err(|_| {
            format!("`{text}` is no address and port such as 127.0.0.1:8080, and no `unix:/path/of/a/socket`")
        })
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Address(address) => address.fmt(f),
            Self::Socket(path) => write!(f, "{SOCKET}{}", path.display()),
        }
    }
}

/// All places to listen: at least one. A text with commas, or a list of texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listen(Vec<Place>);

impl Listen {
    /// The places, in the order in which they were written.
    pub fn places(&self) -> &[Place] {
        &self.0
    }

    /// The Unix sockets among them.
    pub fn sockets(&self) -> impl Iterator<Item = &Path> {
        self.0.iter().filter_map(|place| match place {
            Place::Socket(path) => Some(path.as_path()),
            Place::Address(_) => None,
        })
    }

    fn of(places: Vec<Place>) -> Result<Self, String> {
        if places.is_empty() {
            return Err("listen names no address".to_owned());
        }
        for (at, place) in places.iter().enumerate() {
            if places[..at].contains(place) {
                return Err(format!("`{place}` is named twice"));
            }
        }
        Ok(Self(places))
    }
}

impl From<SocketAddr> for Listen {
    fn from(address: SocketAddr) -> Self {
        Self(vec![Place::Address(address)])
    }
}

impl FromStr for Listen {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let places = text.split(',').filter(|place| !place.trim().is_empty()).map(str::parse);
        Self::of(places.collect::<Result<_, _>>()?)
    }
}

impl fmt::Display for Listen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let places: Vec<String> = self.0.iter().map(ToString::to_string).collect();
        f.write_str(&places.join(", "))
    }
}

impl Serialize for Listen {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

struct Written;

impl<'de> Visitor<'de> for Written {
    type Value = Listen;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an address and port such as 127.0.0.1:8080, `unix:/path/of/a/socket`, or a list of them")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Listen, E> {
        text.parse().map_err(E::custom)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut written: A) -> Result<Listen, A::Error> {
        let mut places = Vec::new();
        while let Some(text) = written.next_element::<String>()? {
            places.push(text.parse().map_err(de::Error::custom)?);
        }
        Listen::of(places).map_err(de::Error::custom)
    }
}

impl<'de> Deserialize<'de> for Listen {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Written)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(toml: &str) -> Result<String, String> {
        #[derive(Deserialize)]
        struct Only {
            listen: Listen,
        }
        let read: Result<Only, _> = toml::from_str(&format!("listen = {toml}"));
        read.map(|only| only.listen.to_string()).map_err(|e| e.to_string())
    }

    #[test]
    fn one_address_several_and_a_socket_are_read_from_a_text_and_from_a_list() {
        assert_eq!(written("\"127.0.0.1:8080\"").unwrap(), "127.0.0.1:8080");
        let both = "127.0.0.1:8080, unix:/run/patient-connect/portal.sock";
        assert_eq!(written(&format!("\"{both}\"")).unwrap(), both);
        assert_eq!(written("[\"127.0.0.1:8080\", \"unix:/run/patient-connect/portal.sock\"]").unwrap(), both);
        assert_eq!(written("\"[::1]:80,0.0.0.0:80\"").unwrap(), "[::1]:80, 0.0.0.0:80");
    }

    #[test]
    fn what_is_no_place_to_listen_is_named() {
        for (toml, told) in [
            ("\"localhost\"", "`localhost`"),
            ("\"unix:portal.sock\"", "begins with /"),
            ("\"unix:/\"", "begins with /"),
            ("\"\"", "no address"),
            ("[]", "no address"),
            ("[\"127.0.0.1:80\", \"127.0.0.1:80\"]", "named twice"),
            ("8080", "such as 127.0.0.1:8080"),
        ] {
            let problem = written(toml).unwrap_err();
            assert!(problem.contains(told), "{toml}: {problem}");
        }
    }
}
