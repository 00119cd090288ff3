"""The real program: commands and serving nodes, each a process of its own that ends with the trial."""

import asyncio
import os
import signal
import socket
import subprocess
import time
from pathlib import Path

from .http import Lost, Unreached, once

APP_ID = "7d3f0b1e-52c4-4d0c-9a8a-5b6f1f0f5a22"
APP_FILE = f"""id = "{APP_ID}"
name = "Trial Visits"
organization = "Trial Clinic"
kind = "web"
methods = ["ConnectPackage"]
success_message = "You are now connected!"
contact = "Call +1 555 0100"

[[rule]]
name = "visits"
title = "Your visits"
why = "So that your visit notes reach your record."
data_types = ["Encounter"]
access = ["create", "read"]

[[rule]]
name = "medicines"
title = "Your medicines"
why = "So that your doctor sees which medicines you take."
data_types = ["Medication"]
access = ["read"]
optional = true
"""
#: Limits per address and app are not what is tried, but where a trial says so.
NO_LIMITS = {
    f"PATIENT_CONNECT_LIMIT_{name}": "100000000"
    for name in ("CODES", "ANSWERS", "SIGN_INS", "ACCOUNTS", "API", "BAD_KEYS")
}


class CannotRun(Exception):
    """Something that a trial needs is not here. Its text says what to install."""


class Ended(AssertionError):
    """The program ended by itself."""


def program_path(given=None):
    """The program: the one that is named, else PATIENT_CONNECT_BIN, else the newest of the build."""
    root = Path(__file__).resolve().parents[2]
    built = Path(os.environ.get("CARGO_TARGET_DIR", root / "target"))
    named = given or os.environ.get("PATIENT_CONNECT_BIN")
    candidates = [Path(named)] if named else [built / kind / "patient-connect" for kind in ("release", "debug")]
    found = [path for path in candidates if os.access(path, os.X_OK)]
    if not found:
        raise CannotRun(f"there is no program at {candidates[-1]}: run cargo build, or set PATIENT_CONNECT_BIN")
    return str(max(found, key=lambda path: path.stat().st_mtime).resolve())


def free_port():
    """A port of this machine that is free now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def clean_environment(extra):
    """The environment without settings of whoever runs this, and with these."""
    ours = ("PATIENT_CONNECT_", "RUST_BACKTRACE")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    return kept | {"PATIENT_CONNECT_LOG": "warn"} | extra


def command(program, arguments, environment, seconds=120):
    """Runs a command of the program that must succeed, and gives what it prints."""
    ended = subprocess.run(
        [program, *arguments], env=clean_environment(environment), capture_output=True, text=True, timeout=seconds
    )
    if ended.returncode:
        raise AssertionError(f"{' '.join(arguments[:2])} ended with {ended.returncode}: {ended.stderr[-500:]}")
    return ended.stdout


def ended_politely(coroutine):
    """Runs a trial. SIGTERM ends it as Ctrl-C does: with everything that it started."""

    async def run():
        task = asyncio.current_task()
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
        return await coroutine

    try:
        return asyncio.run(run())
    except (KeyboardInterrupt, asyncio.CancelledError):
        return 130


def end_process(process, how=signal.SIGTERM, seconds=25):
    """Ends a process that we started, however it stands."""
    if process.poll() is None:
        process.send_signal(signal.SIGCONT)
        process.send_signal(how)
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


class Node:
    """One serving node. `environment` are its settings; `wrapper` stands before the program on its command line."""

    def __init__(self, program, environment, log, wrapper=()):
        self.address = ("127.0.0.1", free_port())
        self.program, self.wrapper, self.log = program, list(wrapper), log
        self.environment = environment | {
            "PATIENT_CONNECT_LISTEN": f"127.0.0.1:{self.address[1]}",
            "PATIENT_CONNECT_TRUSTED_PROXIES": "127.0.0.1",
        }
        self.environment.setdefault("PATIENT_CONNECT_BASE_URL", f"http://127.0.0.1:{self.address[1]}")
        self.process, self.starts, self.frozen = None, 0, False

    def spawn(self):
        """Starts the process, without waiting until it answers."""
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(
                [*self.wrapper, self.program, "serve"],
                env=clean_environment(self.environment), stdin=subprocess.DEVNULL, stdout=log, stderr=log,
            )
        self.starts += 1

    async def start(self, seconds=60):
        """Starts it and waits until it is ready, as a service manager does: one that ends meanwhile (it does where its database
        does not answer in time) is started again. Gives how long that took."""
        began = time.monotonic()
        self.spawn()
        while True:
            try:
                return await self.until_ready(seconds, began)
            except Ended:
                if time.monotonic() - began > seconds:
                    raise
                await asyncio.sleep(1)
                self.spawn()

    async def until_ready(self, seconds, began=None):
        """Waits until `/readyz` answers 200, and gives how long that took. Raises `Ended` when the process ends by itself."""
        began = began or time.monotonic()
        while time.monotonic() - began < seconds:
            if self.process.poll() is not None:
                raise Ended(f"the program ended with {self.process.returncode}: {self.said()}")
            if await self.ready() == 200:
                return time.monotonic() - began
            await asyncio.sleep(0.02)
        raise AssertionError(f"not ready after {seconds} s (readyz {await self.ready()}): {self.said()}")

    async def ready(self):
        """The status of `/readyz`; 0 when nobody answers."""
        try:
            return (await once(self.address, "GET", "/readyz", seconds=20)).status
        except (Unreached, Lost):
            return 0

    def said(self):
        """The end of its log."""
        return Path(self.log).read_text("utf-8", "replace")[-800:] if os.path.exists(self.log) else ""

    def kill(self):
        """SIGKILL: nothing of it gets to say goodbye."""
        self.process.kill()
        self.process.wait()

    def freeze(self):
        """SIGSTOP: it holds what it holds and does nothing."""
        self.process.send_signal(signal.SIGSTOP)

    def thaw(self):
        """SIGCONT."""
        self.process.send_signal(signal.SIGCONT)

    def stop(self):
        """Ends it as a service manager does."""
        if self.process:
            end_process(self.process)

    def resident(self, kind="VmRSS"):
        """Resident memory in MB; of the kind `RssAnon` only what is its own, without pages of the program's file."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(next(line for line in status.splitlines() if line.startswith(kind)).split()[1]) / 1024

    def cpu_seconds(self):
        """Processor time that it has used, user and system."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
