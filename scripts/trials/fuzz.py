"""The JSON API, fuzzed from its own document by Schemathesis (MIT), in an environment of its own with pinned packages.

Bounded by time. What it must not find: an answer of the 500s, or a status, a header, a media type or a body that the document
does not know.
"""

import asyncio
import hashlib
import os
import subprocess
import sys
from pathlib import Path

from .node import APP_ID, CannotRun, command
from .stage import Stage

_HERE = Path(__file__).resolve().parent
_CHECKS = (
    "not_a_server_error", "status_code_conformance", "content_type_conformance", "response_headers_conformance",
    "response_schema_conformance",
)


def _environment():
    """Schemathesis, installed once for each list of packages, below the build's folder."""
    wanted = _HERE / "requirements.txt"
    name = "schemathesis-" + hashlib.sha256(wanted.read_bytes() + sys.version.encode()).hexdigest()[:12]
    place = Path(os.environ.get("CARGO_TARGET_DIR", _HERE.parents[1] / "target")) / name
    if not (place / "complete").exists():
        python = place / "bin" / "python"
        steps = (
            [sys.executable, "-m", "venv", "--clear", str(place)],
            [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes", "-r", str(wanted)],
        )
        for step in steps:
            made = subprocess.run(step, capture_output=True, text=True)
            if made.returncode:
                raise CannotRun(
                    "Schemathesis could not be installed (Debian: apt-get install python3-venv; and Python's package registry"
                    f" must be reached): {(made.stderr or made.stdout)[-400:]}"
                )
        (place / "complete").touch()
    return place / "bin" / "schemathesis"


async def fuzzed(trial, _):
    """Every call of the document, with data that it allows and data that it forbids."""
    seconds = 45 if trial.short else 600
    program = await asyncio.to_thread(_environment)
    async with Stage("API fuzzed", trial.program, trial.seed) as stage:
        # Real things to ask for: a few requests in each state, and somebody connected.
        await stage.crowd(8, trial.at_once).walk()
        # A key of its own: what it does must not be mistaken for what the trial's clinic did.
        key = command(trial.program, ["app", "key", "new", APP_ID], stage.direct).strip()
        base = "http://127.0.0.1:%d" % stage.nodes[0].address[1]
        process = await asyncio.create_subprocess_exec(
            str(program), "run", f"{base}/api/openapi.json", "--url", f"{base}/api/v1",
            "--header", f"Authorization: Bearer {key}", "--checks", ",".join(_CHECKS), "--max-time", str(seconds),
            "--request-timeout", "20", "--seed", str(int(hashlib.sha256(trial.seed.encode()).hexdigest()[:8], 16)),
            "--continue-on-failure", "--no-color", "--warnings", "off", "--generation-database", "none",
            "--suppress-health-check", "all", "--exclude-path", "/events",
            cwd=stage.home, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT,
        )
        try:
            said, _ = await asyncio.wait_for(process.communicate(), seconds * 3 + 120)
        except asyncio.TimeoutError:
            process.kill()
            raise AssertionError(f"Schemathesis did not end, although it was given {seconds} s") from None
        text = said.decode("utf-8", "replace")
        stage.notes["Schemathesis"] = next((line.strip() for line in text.splitlines() if "generated" in line), "")
        await stage.heals("API fuzzed")
        return {
            "stage": stage.name, "database": "SQLite", "nodes": 1, "journeys": 9, "pages": stage.ledger.pages,
            "counts": {}, "notes": stage.notes,
            "findings": {"answers": [*stage.ledger.violations, *([text[-6000:]] if process.returncode else [])]}
            if process.returncode or stage.ledger.violations else {},
        }
