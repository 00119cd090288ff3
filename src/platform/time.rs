//! Times as classic clients write them (XML Schema's `dateTime`).
//!
//! "No zone means UTC. Accept 0 to 7 (or more) fraction digits and any offset."

use chrono::{DateTime, NaiveDate, SecondsFormat, TimeDelta, Timelike, Utc};

/// Reads an instant, cut to microseconds. `None` when it is none, or not within the years 1 to 9999.
pub fn parse(text: &str) -> Option<DateTime<Utc>> {
    let (date, rest) = text.split_once('T')?;
    let mut date = date.splitn(3, '-');
    let year = digits(date.next()?, 4)?;
    let month = digits(date.next()?, 2)?;
    let day = digits(date.next()?, 2)?;
    let day = NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day).filter(|_| year > 0)?;

    let zone = rest.find(['Z', '+', '-']).unwrap_or(rest.len());
    let (time, zone) = rest.split_at(zone);
    let (time, fraction) = match time.split_once('.') {
        Some((time, fraction)) => (time, Some(fraction)),
        None => (time, None),
    };
    let mut time = time.splitn(3, ':');
    let hour = digits(time.next()?, 2)?;
    let minute = digits(time.next()?, 2)?;
    let second = digits(time.next()?, 2)?;
    let micros = fraction.map_or(Some(0), micros)?;
    let at = match (hour, minute, second, micros) {
        (24, 0, 0, 0) => day.succ_opt()?.and_hms_opt(0, 0, 0)?,
        _ => day.and_hms_micro_opt(hour, minute, second, micros)?,
    };
    let at = at.checked_sub_signed(TimeDelta::minutes(offset(zone)?))?.and_utc();
    (1..=9999).contains(&chrono::Datelike::year(&at)).then_some(at)
}

/// An instant as this server writes it: "in UTC with `Z` and at most three fraction digits". Cut, not rounded.
pub fn write(at: DateTime<Utc>) -> String {
    let millis = at.nanosecond() / 1_000_000 * 1_000_000;
    at.with_nanosecond(millis).unwrap_or(at).to_rfc3339_opts(SecondsFormat::Millis, true)
}

fn digits(text: &str, length: usize) -> Option<u32> {
    (text.len() == length && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok())?
}

fn micros(fraction: &str) -> Option<u32> {
    if fraction.is_empty() || !fraction.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    format!("{:0<6}", &fraction[..fraction.len().min(6)]).parse().ok()
}

/// Minutes east of Greenwich.
fn offset(zone: &str) -> Option<i64> {
    let sign = match zone.as_bytes().first() {
        None => return Some(0),
        Some(b'Z') => return (zone == "Z").then_some(0),
        Some(b'-') => -1,
        Some(_) => 1,
    };
    let (hours, minutes) = zone[1..].split_once(':')?;
    let (hours, minutes) = (digits(hours, 2)?, digits(minutes, 2)?);
    let valid = minutes < 60 && hours * 60 + minutes <= 14 * 60;
    valid.then(|| sign * i64::from(hours * 60 + minutes))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn every_clients_spelling_is_understood() {
        for (text, means) in [
            ("2026-11-23T21:02:04.508Z", "2026-11-23T21:02:04.508Z"),
            ("2026-11-23T21:02:04Z", "2026-11-23T21:02:04Z"),
            ("2026-11-23T20:52:50", "2026-11-23T20:52:50Z"),
            ("2026-11-23T20:57:26+00:00", "2026-11-23T20:57:26Z"),
            ("2026-11-23T22:57:26+02:00", "2026-11-23T20:57:26Z"),
            ("2026-11-23T20:56:16.812000", "2026-11-23T20:56:16.812Z"),
            ("2026-11-23T21:10:21.900002+00:00", "2026-11-23T21:10:21.900002Z"),
            ("2008-06-21T03:13:50.750-04:00", "2008-06-21T07:13:50.750Z"),
            ("2010-01-01T00:00:00Z", "2010-01-01T00:00:00Z"),
            ("2011-01-01T00:00:41.3940000Z", "2011-01-01T00:00:41.394Z"),
            ("2011-01-01T00:00:41.394000000001Z", "2011-01-01T00:00:41.394Z"),
            ("2011-12-31T24:00:00Z", "2012-01-01T00:00:00Z"),
            ("0001-01-01T00:00:00", "0001-01-01T00:00:00Z"),
        ] {
            let means = DateTime::parse_from_rfc3339(means).unwrap();
            assert_eq!(parse(text), Some(means.to_utc()), "{text}");
        }
    }

    #[test]
    fn what_is_no_time_is_refused() {
        for text in [
            "",
            "yesterday",
            "2026-11-23",
            "2026-11-23 20:52:50Z",
            "2026-13-01T00:00:00Z",
            "2026-02-30T00:00:00Z",
            "2026-11-23T25:00:00Z",
            "2026-11-23T24:00:01Z",
            "2026-11-23T20:60:00Z",
            "2026-11-23T20:52:61Z",
            "2026-11-23T20:52:50.Z",
            "2026-11-23T20:52:50.1x",
            "2026-11-23T20:52:50+2:00",
            "2026-11-23T20:52:50+15:00",
            "2026-11-23T20:52:50ZZ",
            "2026-11-23T20:52Z",
            "26-11-23T20:52:50Z",
            "+026-11-23T20:52:50Z",
            "0000-01-01T00:00:00Z",
            "0001-01-01T00:00:00+01:00",
            "9999-12-31T23:59:59-01:00",
            "99999-12-31T23:59:59Z",
            "2026-11-23T20:52:50é",
            "２０２６-11-23T20:52:50Z",
            "-2026-11-23T20:52:50Z",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }

    #[test]
    fn times_are_written_in_utc_with_three_digits_and_never_rounded_up() {
        let at = parse("2026-11-23T23:59:59.999999+01:00").unwrap();
        assert_eq!(write(at), "2026-11-23T22:59:59.999Z");
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(seconds in -62_000_000_000i64..253_000_000_000, millis in 0u32..1000) {
            let at = DateTime::from_timestamp(seconds, millis * 1_000_000).unwrap();
            prop_assert_eq!(parse(&write(at)), Some(at));
        }

        #[test]
        fn nothing_makes_it_panic(text in ".{0,40}") {
            let _ = parse(&text);
        }
    }
}
