//! Time zones: in which one patients read times. "Dates and times are in the clinic's time zone and the form of her
//! language, never in UTC."

use std::fmt;

use chrono::{DateTime, NaiveDateTime, Utc};
use chrono_tz::{TZ_VARIANTS, Tz};
use serde::{Deserialize, Serialize};

/// A time zone of the IANA database, as it is built into the program. Kept by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Zone(Tz);

/// Why a text is no time zone.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("is no time zone of the IANA database, such as {example}")]
pub struct ZoneProblem {
    /// One that is: the same in other letters, where there is one.
    example: &'static str,
}

impl Zone {
    /// The one that is meant where nothing is said.
    pub const UTC: Zone = Zone(Tz::UTC);

    /// Reads a name, such as `America/Chicago`.
    pub fn parse(name: &str) -> Result<Zone, ZoneProblem> {
        let name = name.trim();
        name.parse().map(Zone).map_err(|_| {
            let same =
                TZ_VARIANTS.iter().map(|zone| zone.name()).find(|known| known.eq_ignore_ascii_case(name));
            ZoneProblem { example: same.unwrap_or("America/Chicago") }
        })
    }

    /// Its name.
    pub fn name(&self) -> &'static str {
        self.0.name()
    }

    /// What the clocks there show at an instant.
    pub fn wall_clock(&self, at: DateTime<Utc>) -> NaiveDateTime {
        at.with_timezone(&self.0).naive_local()
    }
}

impl Default for Zone {
    fn default() -> Self {
        Self::UTC
    }
}

impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl TryFrom<String> for Zone {
    type Error = ZoneProblem;

    fn try_from(name: String) -> Result<Self, ZoneProblem> {
        Zone::parse(&name)
    }
}

impl From<Zone> for String {
    fn from(zone: Zone) -> Self {
        zone.name().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeZone;

    #[test]
    fn a_clock_in_chicago_shows_chicagos_time_in_summer_and_in_winter() {
        let chicago = Zone::parse(" America/Chicago ").unwrap();
        let shown = |month| {
            let at = Utc.with_ymd_and_hms(2026, month, 1, 3, 30, 0).unwrap();
            chicago.wall_clock(at).format("%d.%m. %H:%M").to_string()
        };
        assert_eq!(shown(7), "30.06. 22:30");
        assert_eq!(shown(12), "30.11. 21:30");
        assert_eq!(Zone::default().wall_clock(DateTime::UNIX_EPOCH).to_string(), "1970-01-01 00:00:00");
    }

    #[test]
    fn a_name_that_is_none_is_told_with_the_one_that_was_meant() {
        let said = |name: &str| Zone::parse(name).unwrap_err().to_string();
        assert!(said("america/chicago").ends_with("such as America/Chicago"));
        assert!(said("europe/berlin").ends_with("such as Europe/Berlin"));
        assert!(said("+02:00").ends_with("such as America/Chicago"));
        assert!(said("").contains("IANA"));
    }

    #[test]
    fn a_zone_is_kept_by_its_name() {
        let zone = Zone::parse("Asia/Ho_Chi_Minh").unwrap();
        let kept = serde_json::to_string(&zone).unwrap();
        assert_eq!(kept, "\"Asia/Ho_Chi_Minh\"");
        assert_eq!(serde_json::from_str::<Zone>(&kept).unwrap(), zone);
        assert!(serde_json::from_str::<Zone>("\"Mars/Olympus\"").is_err());
    }
}
