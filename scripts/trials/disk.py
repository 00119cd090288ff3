"""A small disk of the trial's own, which can be filled and made read-only. Needs root, since it is mounted."""

import resource
import shutil
import subprocess
import tempfile
from pathlib import Path

from .node import CannotRun


class SmallDisk:
    """A tmpfs of so many megabytes."""

    def __init__(self, megabytes):
        self.place = Path(tempfile.mkdtemp(prefix="patient-connect-disk."))
        made = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m,mode=700", "tmpfs", str(self.place)],
            capture_output=True, text=True,
        )
        if made.returncode:
            self.place.rmdir()
            raise CannotRun(
                "a small disk cannot be mounted, so a full and a read-only disk cannot be tried: run this as root"
                f" ({made.stderr.strip()})"
            )

    def fill(self):
        """Leaves not one block free."""
        with open(self.place / "ballast", "ab", buffering=0) as ballast:
            try:
                while ballast.write(bytes(65536)):
                    pass
            except OSError:
                pass
            try:
                while ballast.write(bytes(512)):
                    pass
            except OSError:
                pass

    def empty(self):
        """Gives the room back."""
        (self.place / "ballast").unlink(missing_ok=True)

    def read_only(self, wanted):
        """Makes it read-only, or no longer. Not while a program has a file open for writing: the kernel refuses that."""
        subprocess.run(
            ["mount", "-o", f"remount,{'ro' if wanted else 'rw'}", str(self.place)], check=True, capture_output=True
        )

    def remove(self):
        """Unmounts it."""
        subprocess.run(["umount", "-l", str(self.place)], capture_output=True)
        shutil.rmtree(self.place, ignore_errors=True)


def let_write(pid, wanted):
    """Lets a process write nothing into any file from now on, or all it wants: as a disk that refuses writes does."""
    if not shutil.which("prlimit"):
        raise CannotRun("prlimit is not installed (Debian: apt-get install util-linux): a disk that refuses cannot be tried")
    most = "unlimited" if wanted else "0"
    subprocess.run(["prlimit", "--pid", str(pid), f"--fsize={most}:"], check=True)


#: Before the program on its command line: without it the system ends a program that writes over the limit.
IGNORES_THE_LIMIT = ("/bin/sh", "-c", "trap '' XFSZ; exec \"$0\" \"$@\"")


def descriptors(wanted):
    """Lets this process, and those that it starts, have so many files and sockets open."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft < wanted:
        if hard != resource.RLIM_INFINITY and hard < wanted:
            raise CannotRun(f"{wanted} open files are needed and {hard} are allowed: raise the limit (ulimit -n)")
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
