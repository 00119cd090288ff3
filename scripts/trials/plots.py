"""Tables and plots of scripts/bench, made from its bench.json: SVG without script, readable on light and dark ground."""

import math
from html import escape

#: Colours that differ for everybody (Okabe and Ito), in the order of databases and nodes.
_COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9")


def _series(line):
    return f"{line['database']}, {line['nodes']} node{'s' * (line['nodes'] > 1)}"


def _figure(value):
    return f"{value:,.0f}" if value >= 100 else f"{value:,.1f}" if value >= 1 else f"{value:.2f}"


def growth(report):
    """What a load costs in processor time at each size, beside the same at the smallest: {(load, series): [(rows, ratio)]}."""
    found = {}
    for line in report["loads"]:
        found.setdefault((line["load"], _series(line)), []).append((line["rows"], line["node_us"] + line["database_us"]))
    smallest = {key: min(points)[1] for key, points in found.items()}
    return {key: sorted((rows, cost / smallest[key]) for rows, cost in points) for key, points in found.items()}


def bars(title, unit, groups, note=""):
    """Horizontal bars: `groups` are (name, [(series, value)])."""
    series = list(dict.fromkeys(name for _, values in groups for name, _ in values))
    most = max(value for _, values in groups for _, value in values) or 1
    left, width, line = 210, 420, 15
    y, parts = 58 + 16 * len(series), []
    for place, name in enumerate(series):
        parts.append(f'<rect x="{left}" y="{42 + place * 16}" width="10" height="10" fill="{_COLOURS[place % 6]}"/>'
                     f'<text x="{left + 16}" y="{51 + place * 16}">{escape(name)}</text>')
    for name, values in groups:
        parts.append(f'<text x="{left - 8}" y="{y + 11}" text-anchor="end">{escape(name)}</text>')
        for one, value in values:
            length = max(1, width * value / most)
            colour = _COLOURS[series.index(one) % 6]
            parts.append(f'<rect x="{left}" y="{y}" width="{length:.1f}" height="{line - 3}" fill="{colour}"/>'
                         f'<text x="{left + length + 5:.1f}" y="{y + 10}">{_figure(value)}</text>')
            y += line
        y += 8
    return _svg(title, unit, parts, left + width + 90, y + 20, note)


def curves(title, unit, lines, note=""):
    """Ratios over the number of stored requests, which is drawn as its logarithm: `lines` are (series, [(rows, ratio)])."""
    left, top, width, height = 60, 56, 420, 240
    sizes = sorted({rows for _, points in lines for rows, _ in points})
    most = max(1.5, max(value for _, points in lines for _, value in points) * 1.1)
    low, high = math.log10(sizes[0]), math.log10(max(sizes[-1], sizes[0] * 10))

    def at(rows, value):
        return left + width * (math.log10(rows) - low) / (high - low), top + height * (1 - value / most)

    parts = [f'<path d="M{left} {top}V{top + height}H{left + width}" fill="none" stroke="currentColor"/>']
    for value in (0, 0.5, 1, 1.25, most):
        _, y = at(sizes[0], value)
        parts.append(f'<text x="{left - 6}" y="{y + 4:.1f}" text-anchor="end">{value:.2f}</text>'
                     f'<path d="M{left} {y:.1f}h{width}" stroke="currentColor" stroke-opacity="0.2"/>')
    for rows in sizes:
        x, _ = at(rows, 0)
        parts.append(f'<text x="{x:.1f}" y="{top + height + 18}" text-anchor="middle">{rows:,}</text>')
    for place, (name, points) in enumerate(lines):
        colour, drawn = _COLOURS[place % 6], [at(*point) for point in points]
        dash = ("", "6 3", "2 3")[place // 6 % 3]
        path = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in drawn)
        parts.append(f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="2" stroke-dasharray="{dash}"/>')
        parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>' for x, y in drawn]
        y = top + 14 * place
        parts.append(f'<path d="M{left + width + 16} {y}h18" stroke="{colour}" stroke-width="2" stroke-dasharray="{dash}"/>'
                     f'<text x="{left + width + 40}" y="{y + 4}">{escape(name)}</text>')
    return _svg(title, unit, parts, left + width + 240, max(top + height + 34, top + 14 * len(lines) + 20), note)


def _svg(title, unit, parts, width, height, note):
    body = "\n".join(parts)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img"'
        f' aria-label="{escape(title)}">\n<style>svg{{font:12px system-ui,sans-serif;fill:currentColor;color:#1b1b1b;background:#fff}}'
        "@media(prefers-color-scheme:dark){svg{color:#eee;background:#161616}}</style>\n"
        f'<text x="8" y="18" font-weight="bold" font-size="14">{escape(title)}</text>\n<text x="8" y="34">{escape(unit)}</text>\n'
        f'{body}\n<text x="8" y="{height - 6}">{escape(note)}</text>\n</svg>\n'
    )


def table(report):
    """Markdown: every load, then what is stored, then memory."""
    text = ["| load | database, nodes | stored | /s (lowest to highest) | µs of node + database | p50 ms | p99 ms | beside the smallest |",
            "| --- | --- | --- | --- | --- | --- | --- | --- |"]
    ratios = growth(report)
    for line in sorted(report["loads"], key=lambda one: (one["load"], one["database"], one["nodes"], one["rows"])):
        ratio = dict(ratios[line["load"], _series(line)])[line["rows"]]
        text.append(
            f"| {line['load']} | {_series(line)} | {line['rows']:,} | {_figure(line['per_s'])} ({_figure(line['per_s_low'])} to "
            f"{_figure(line['per_s_high'])}) | {_figure(line['node_us'])} + {_figure(line['database_us'])} | {line['p50_ms']:.1f} | "
            f"{line['p99_ms']:.1f} | **{ratio:.2f}** |"
        )
    text += ["", "| database | stored | MiB | filled in s |", "| --- | --- | --- | --- |"]
    text += [f"| {s['database']} | {s['rows']:,} | {s['bytes'] / 2**20:,.0f} | {s['filled s']} |" for s in report["stored"]]
    names = list(report["memory"][0]) if report["memory"] else []
    text += ["", "| " + " | ".join(names) + " |", "| " + " | ".join("---" for _ in names) + " |"]
    text += ["| " + " | ".join(v if isinstance(v, str) else f"{v:.0f}" for v in m.values()) + " |" for m in report["memory"]]
    return "\n".join(text) + "\n"


def summary(report):
    """Markdown: a line for each load; for each series its rate, its cost at the most that is stored, and that beside the least."""
    series = list(dict.fromkeys(map(_series, report["loads"])))
    largest, ratios = max(line["rows"] for line in report["loads"]), growth(report)
    text = ["| load | " + " | ".join(series) + " |", "| --- |" + " --- |" * len(series)]
    for load in dict.fromkeys(line["load"] for line in report["loads"]):
        cells = []
        for one in series:
            line = next((k for k in report["loads"] if (k["load"], _series(k), k["rows"]) == (load, one, largest)), None)
            if line is None:
                cells.append("–")
                continue
            cost, ratio = line["node_us"] + line["database_us"], dict(ratios[load, one])[largest]
            cells.append(f"{_figure(line['per_s'])} /s, {_figure(cost)} µs, **{ratio:.2f}**")
        text.append(f"| {load} | " + " | ".join(cells) + " |")
    return "\n".join(text) + "\n"


def write(report, out):
    """Writes bench.md and the plots beside bench.json."""
    (out / "bench.md").write_text(summary(report) + "\n" + table(report))
    largest = max(line["rows"] for line in report["loads"])
    names = list(dict.fromkeys(line["load"] for line in report["loads"]))
    note = f"{largest:,} stored requests; {report['machine']['processors']} processors, the load on the same machine"

    def groups(figure):
        return [(name, [(_series(one), figure(one)) for one in report["loads"] if one["load"] == name and one["rows"] == largest])
                for name in names if name != "journeys"]

    rates = groups(lambda one: one["per_s"])
    costs = [group for group in groups(lambda one: one["node_us"] + one["database_us"]) if group[0] != "create"]
    drawn = {}
    if rates:
        drawn["rate"] = bars("Requests a second", "more is better", rates, note)
    if costs:
        drawn["cost"] = bars("Processor time of a request, nodes and database", "µs, less is better", costs, note)
    for database in dict.fromkeys(line["database"] for line in report["loads"]):
        lines = [(load, points) for (load, series), points in growth(report).items()
                 if series == f"{database}, 1 node" and load != "journeys"]
        if lines and len(lines[0][1]) > 1:
            drawn[f"growth-{database.lower()}"] = curves(
                f"What a request costs as more is stored: {database}", "processor time beside the smallest; 1.25 is allowed", lines)
    for name, svg in drawn.items():
        (out / f"bench-{name}.svg").write_text(svg)
