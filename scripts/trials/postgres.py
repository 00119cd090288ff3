"""A PostgreSQL server of the trial's own: in a temporary directory, on loopback, with a password made for the run."""

import asyncio
import os
import pwd
import re
import secrets
import shutil
import signal
import subprocess
import tempfile
import time
from glob import glob
from pathlib import Path

from .node import CannotRun, end_process, free_port


def _programs():
    versions = sorted(glob("/usr/lib/postgresql/*/bin/initdb"), key=lambda p: int(re.findall(r"\d+", p)[0]))
    found = versions[-1] if versions else shutil.which("initdb")
    if not found:
        raise CannotRun("PostgreSQL's programs are not installed (Debian: apt-get install postgresql)")
    return Path(found).parent


class Postgres:
    """One server. Durable as PostgreSQL is by default (fsync): what is acknowledged must be there after a crash."""

    def __init__(self, settings=(), keep=None):
        """`keep`: a folder in which it is made once, found again, and left."""
        self.bin, self.settings, self.kept = _programs(), list(settings), keep is not None
        if keep:
            keep.mkdir(parents=True, exist_ok=True)
        self.home = keep or Path(tempfile.mkdtemp(prefix="patient-connect-postgres."))
        self.port, self.password, self.process = free_port(), secrets.token_hex(16), None
        self._as = []
        self._init()

    def _init(self):
        self._become_nobody_much()
        word = self.home / "password"
        if word.exists():
            self.password = word.read_text().strip()
            return
        word.touch(0o600)
        word.write_text(self.password + "\n")
        if self._as:
            os.chown(word, self.home.stat().st_uid, self.home.stat().st_gid)
        made = subprocess.run(
            [*self._as, self.bin / "initdb", f"--pgdata={self.home}/data", "--username=patient_connect",
             f"--pwfile={word}", "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C", "--no-sync"],
            capture_output=True, text=True, cwd=self.home,
        )
        if made.returncode:
            raise CannotRun(f"initdb failed: {made.stderr[-500:]}")

    def _become_nobody_much(self):
        # PostgreSQL refuses to run as root: then somebody without rights runs it.
        if os.geteuid() == 0:
            owner = next(user for user in ("postgres", "nobody") if user in {p.pw_name for p in pwd.getpwall()})
            entry = pwd.getpwnam(owner)
            self._as = ["setpriv", f"--reuid={entry.pw_uid}", f"--regid={entry.pw_gid}", "--clear-groups"]
            os.chown(self.home, entry.pw_uid, entry.pw_gid)

    async def start(self):
        """Starts it and waits until it takes connections."""
        options = {
            "listen_addresses": "127.0.0.1", "unix_socket_directories": self.home, "max_connections": "300",
            "port": self.port, **dict(self.settings),
        }
        arguments = [part for name, value in options.items() for part in ("-c", f"{name}={value}")]
        with open(self.home / "log", "ab") as log:
            self.process = subprocess.Popen(
                [*self._as, self.bin / "postgres", "-D", self.home / "data", *arguments],
                stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd=self.home, process_group=0,
            )
        began = time.monotonic()
        while subprocess.run([self.bin / "pg_isready", "-q", "-h", "127.0.0.1", "-p", str(self.port)]).returncode:
            if self.process.poll() is not None or time.monotonic() - began > 60:
                raise CannotRun(f"PostgreSQL did not start: {(self.home / 'log').read_text()[-500:]}")
            await asyncio.sleep(0.1)

    def url(self, database, port=None):
        """The address of a database, through another port where one is given (a wire)."""
        return f"postgres://patient_connect:{self.password}@127.0.0.1:{port or self.port}/{database}"

    def sql(self, database, text):
        """Runs SQL with psql and gives the rows, tab-separated."""
        ended = subprocess.run(
            [self.bin / "psql", "-X", "-q", "-t", "-A", "-F", "\t", "-v", "ON_ERROR_STOP=1", self.url(database)],
            input=text, capture_output=True, text=True, timeout=7200,
        )
        if ended.returncode:
            raise AssertionError(f"psql: {ended.stderr[-500:]}")
        return [line.split("\t") for line in ended.stdout.splitlines() if line]

    def cpu_seconds(self):
        """Processor time of all of its processes that live."""
        ticks = 0
        for pid in self._processes():
            try:
                fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
                ticks += int(fields[11]) + int(fields[12])
            except FileNotFoundError:
                pass
        return ticks / os.sysconf("SC_CLK_TCK")

    def stop(self, how=signal.SIGINT):
        """Ends it: SIGINT is PostgreSQL's fast shutdown."""
        if self.process:
            end_process(self.process, how)

    def crash(self):
        """SIGKILL for the server and all of its own processes."""
        self._all(signal.SIGKILL)
        self.process.wait()

    def freeze(self):
        """SIGSTOP for all of it: connections stay, nothing answers."""
        self._all(signal.SIGSTOP)

    def thaw(self):
        """SIGCONT for all of it."""
        self._all(signal.SIGCONT)

    def _processes(self):
        """The server's process and those that it made. Each of them leads a session of its own, so no group names them."""
        try:
            return [self.process.pid, *map(int, Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split())]
        except FileNotFoundError:
            return [self.process.pid]

    def _all(self, number):
        for pid in self._processes():
            try:
                os.kill(pid, number)
            except ProcessLookupError:
                pass

    def remove(self):
        """Ends it and removes its files, but those that are to be kept."""
        if self.process and self.process.poll() is None:
            self.thaw()
            self.stop()
        if not self.kept:
            shutil.rmtree(self.home, ignore_errors=True)
