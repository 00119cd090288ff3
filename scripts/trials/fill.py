"""Fills a database with stored requests, by SQL: each with what a patient and an app left behind, spread over 80 days.

Of twenty requests ten are authorized (person, account, record, authorization, pickup), nine nobody picked up (pending in the last
four weeks, expired before), one is locked. Each has two events. All are one app's: no list is cheaper by being divided.
"""

import hashlib
import os
import sqlite3
import uuid
from datetime import datetime, timedelta, timezone

from .node import APP_ID

_DAYS = 80
#: Expressions of the row number n, the same for both databases but for `uid`, `at` and how random bytes are called.
_AUTHORIZED, _LOCKED = "n % 20 < 10", "n % 20 = 19"
_TABLES = {
    "persons": ("true", "id, name, created_at", "{uid1}, 'Pat Example', {at}"),
    "credentials": ("true", "kind, subject, person_id, secret, email, created_at",
                    "'password', 'old' || n || '@example.org', {uid1}, :secret, 'old' || n || '@example.org', {at}"),
    "records": ("true", "id, name, created_at", "{uid2}, 'Pat Example', {at}"),
    "record_holders": ("true", "person_id, record_id, since", "{uid1}, {uid2}, {at}"),
    "person_pseudonyms": ("true", "app_id, person_id, pseudonym", "{app}, {uid1}, {uid3}"),
    "app_specific_records": ("true", "app_id, record_id, pseudonym", "{app}, {uid2}, 'old-' || n"),
    "authorizations": (
        "true",
        "id, app_id, person_id, record_id, person_pseudonym, record_pseudonym, app_specific_record_id, rules, since,"
        " authorized_at, version",
        "{uid4}, {app}, {uid1}, {uid2}, {uid3}, {uid5}, 'old-' || n, :rules, {at}, {at}, 1",
    ),
    "pickups": ("true", "request_id, authorization_id, app_id, authorized_at, seq", "{uid0}, {uid4}, {app}, {at}, n * 2"),
}


def _requests(old):
    """The columns of a request. `old`: expired long ago where nobody picked it up."""
    unpicked = f"NOT ({_AUTHORIZED}) AND NOT ({_LOCKED})"
    return (
        "id, app_id, external_id, code_hash, friendly_name, question, answer_hash, attempts_left, attempts_allowed, created_at,"
        " expires_at, locked_at, last_authorized_at, version, opened_at, expired_told_at, locked_told_at, rearmed",
        f"{{uid0}}, {{app}}, 'old-' || n, {{code}}, 'Your visits in spring', 'Which word did we agree on at the desk?', :answer,"
        f" CASE WHEN {_LOCKED} THEN 0 ELSE 3 END, 3, {{at}}, {{later}},"
        f" CASE WHEN {_LOCKED} THEN {{at}} END, CASE WHEN {_AUTHORIZED} THEN {{at}} END, 2,"
        f" CASE WHEN {unpicked} THEN NULL ELSE {{at}} END,"
        f" CASE WHEN {unpicked} AND n < {old} THEN {{later}} END, CASE WHEN {_LOCKED} THEN {{at}} END, 0",
    )


def _events(second):
    kind = f"CASE WHEN {_AUTHORIZED} THEN 'authorized' WHEN {_LOCKED} THEN 'locked' ELSE 'expired' END" if second else "'opened'"
    authorization = f"CASE WHEN {_AUTHORIZED} THEN {{uid4}} END" if second else "NULL"
    return (
        "app_id, seq, at, kind, external_id, authorization_id",
        f"{{app}}, n * 2 - {1 - second}, {{at}}, {kind}, 'old-' || n, {authorization}",
    )


def _statements(rows, batch):
    """(table, condition, columns, values, from, to): parents before children, in batches of so many requests."""
    old = rows * (_DAYS - 28) // _DAYS
    for start in range(1, rows + 1, batch):
        end = min(start + batch - 1, rows)
        for table, (_, columns, values) in _TABLES.items():
            if table == "authorizations":
                yield "connect_requests", "true", *_requests(old), start, end
            yield table, _AUTHORIZED, columns, values, start, end
        for second in (False, True):
            yield "events", "true", *_events(second), start, end


def _begin():
    return datetime.now(timezone.utc) - timedelta(days=_DAYS)


def fill_sqlite(file, rows, sample):
    """Fills the embedded database, while no portal has it open. `sample`: answer, secret and rules, as the program wrote them."""
    begin, step = _begin(), timedelta(days=_DAYS) / rows
    milliseconds = int(begin.timestamp() * 1000)

    def at(n, days):
        return (begin + n * step + timedelta(days=days)).isoformat(timespec="microseconds")

    def uid(kind, n):
        tail = hashlib.md5(b"%d %d" % (kind, n)).digest()
        return (milliseconds + n).to_bytes(6) + bytes([0x70 | kind, tail[0], 0x80 | tail[1] & 0x3F]) + tail[2:9]

    with sqlite3.connect(file) as db:
        db.executescript("PRAGMA synchronous=OFF; PRAGMA cache_size=-524288")
        db.create_function("at", 2, at, deterministic=True)
        db.create_function("uid", 2, uid, deterministic=True)
        said = {f"uid{kind}": f"uid({kind}, n)" for kind in range(6)}
        said |= {"at": "at(n, 0)", "later": "at(n, 28)", "app": ":app", "code": "randomblob(32)"}
        given = sample | {"app": uuid.UUID(APP_ID).bytes}
        first = db.execute("SELECT seq FROM app_feeds WHERE app_id = :app", given).fetchone()
        if first and first[0]:
            db.execute("DELETE FROM deliveries")
            db.execute("DELETE FROM pickups")
            db.execute("DELETE FROM events")
        for table, condition, columns, values, start, end in _statements(rows, 200_000):
            db.execute(
                f"WITH RECURSIVE numbers(n) AS (SELECT {start} UNION ALL SELECT n + 1 FROM numbers WHERE n < {end})"
                f" INSERT INTO {table} ({columns}) SELECT {values.format(**said)} FROM numbers WHERE {condition}",
                given,
            )
            db.commit()
        db.execute("UPDATE app_feeds SET seq = ?, at = ? WHERE app_id = ?", (rows * 2, at(rows, 0), given["app"]))
        db.commit()
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    db.close()
    return sum(os.path.getsize(f"{file}{end}") for end in ("", "-wal") if os.path.exists(f"{file}{end}"))


def fill_postgres(server, database, rows, sample):
    """Fills a PostgreSQL database, and gives its size in bytes."""
    begin = _begin()
    micros = int(timedelta(days=_DAYS) / timedelta(microseconds=1)) // rows
    milliseconds = int(begin.timestamp() * 1000)
    quote = lambda text: "'" + text.replace("'", "''") + "'"  # noqa: E731
    said = {
        f"uid{kind}": f"(lpad(to_hex({milliseconds}::bigint + n), 12, '0') || '7{kind}' || substr(md5('{kind} ' || n), 1, 2)"
        f" || '8' || substr(md5('{kind} ' || n), 3, 15))::uuid"
        for kind in range(6)
    }
    at = f"('{begin.isoformat()}'::timestamptz + n * interval '{micros} microseconds')"
    said |= {"at": at, "later": f"({at} + interval '28 days')", "app": f"'{APP_ID}'::uuid",
             "code": "sha256(convert_to('code ' || n, 'UTF8'))"}
    # Foreign keys hold by the way the rows are made; asking for each would take longer than all the rest.
    text = ["SET session_replication_role = replica; SET synchronous_commit = off;",
            "DELETE FROM pickups; DELETE FROM deliveries; DELETE FROM events;"]
    for table, condition, columns, values, start, end in _statements(rows, 500_000):
        values = values.format(**said)
        for name, value in sample.items():
            values = values.replace(f":{name}", quote(value))
        text.append(
            f"INSERT INTO {table} ({columns}) SELECT {values} FROM generate_series({start}::bigint, {end}::bigint) AS n WHERE {condition};"
        )
    text.append(f"UPDATE app_feeds SET seq = {rows * 2}, at = {at.replace('n *', f'{rows} *')};")
    server.sql(database, "\n".join(text))
    server.sql(database, "VACUUM (ANALYZE)")
    return int(server.sql(database, "SELECT pg_database_size(current_database())")[0][0])
