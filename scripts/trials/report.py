"""The report of scripts/chaos as a table."""

_KINDS = ("lost", "invented", "fourth check", "events", "answers")


def total(rows):
    """All stages together."""
    counts = {}
    for row in rows:
        for name, number in row.get("counts", {}).items():
            counts[name] = counts.get(name, 0) + number
    found = {kind: sum(len(row["findings"].get(kind, ())) for row in rows) for kind in _KINDS}
    sums = ("journeys", "pages", "answers lost", "not reached", "told to come back")
    return {name: sum(row.get(name) or 0 for row in rows) for name in sums} | {"counts": counts, "findings": found}


def table(rows):
    """Markdown: a line for each stage, and what was looked at in all."""
    head = ["stage", "database, nodes", "journeys", "answers lost", "told to come back", "slowest page s",
            "healed within s", *_KINDS]
    lines = ["| " + " | ".join(head) + " |", "| " + " | ".join("---" for _ in head) + " |"]
    for row in rows:
        where = f"{row.get('database', '')}, {row.get('nodes', '')}".strip(", ")
        cells = [row["stage"], where, row["journeys"], row.get("answers lost", ""), row.get("told to come back", ""),
                 row.get("slowest page s", ""), row.get("healed within s") or "", *(len(row["findings"].get(k, ())) for k in _KINDS)]
        lines.append("| " + " | ".join(map(str, cells)) + " |")
    of_all = total(rows)
    lines += ["", f"{of_all['journeys']:,} journeys, {of_all['pages']:,} pages, {of_all['answers lost']:,} answers lost, "
              f"{of_all['not reached']:,} times nobody was reached, {of_all['told to come back']:,} times told to come back.", ""]
    lines += [f"- {name}: {number:,}" for name, number in sorted(of_all["counts"].items())]
    lines += ["", "Found: " + ", ".join(f"{number} {kind}" for kind, number in of_all["findings"].items()) + ".", ""]
    lines += [f"- {row['stage']}: {name}: {value}" for row in rows for name, value in row.get("notes", {}).items()]
    return "\n".join(lines) + "\n"
