"""Files: written whole or not at all, by every command and page that writes one."""

import errno
import fcntl
import glob
import os
import secrets
import stat
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

_REPEATED = 40
"""Characters of a file's name that its draft's name begins with: a name may have 255 bytes, a character four."""


def write_file(path: Path, content: bytes, *, mode: int | None = None) -> None:
    """Write a file in one step: whatever happens on the way, a reader finds the old content or the new one, whole.

    Parameters
    ----------
    path
        The file, which keeps its permissions. Where it is a link, the file that it leads to is written; a device or a
        pipe is written to as it is.
    content
        What it shall hold.
    mode
        Its permissions; None keeps those of the old file, and gives a new one the usual ones.

    Raises
    ------
    OSError
        It cannot be written; the old file is whole, and nothing is left beside it.
    """
    write_files({path: content}, mode=mode)


def write_files(contents: Mapping[Path, bytes], *, mode: int | None = None) -> None:
    """Write several files, each in one step, in their order, and none before there is room for all.

    Every content is first brought to the disk in a draft beside its file. What a killed process leaves of its drafts is
    removed when the file is next written.

    Parameters
    ----------
    contents
        File → what it shall hold.
    mode
        As `write_file` takes it.

    Raises
    ------
    OSError
        One of them cannot be written; unless that shows only while drafts take their places, all are as they were.
    """
    drafts: list[tuple[Path, Path, int]] = []
    try:
        for named, content in contents.items():
            if named.exists() and not named.is_file():
                named.write_bytes(content)
                continue
            path = Path(os.path.realpath(named))
            if path.exists() and not os.access(path, os.W_OK):
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
            draft, file = _draft(path, 0o666 if mode is None else mode)
            drafts.append((draft, path, file))
            if mode is None and path.exists():
                _take_after(file, path.stat())
            with os.fdopen(file, "wb", closefd=False) as stream:
                stream.write(content)
            os.fsync(file)
        for draft, path, _ in drafts:
            draft.replace(path)
    finally:
        for draft, _, file in drafts:
            os.close(file)
            draft.unlink(missing_ok=True)
    for folder in {path.parent for _, path, _ in drafts}:
        _keep_names(folder)


def _draft(path: Path, mode: int) -> tuple[Path, int]:
    """Create a draft beside a file; it is locked until it is closed, so that nobody takes it for an abandoned one."""
    begin = f".{path.name[:_REPEATED]}"
    for abandoned in path.parent.glob(f"{glob.escape(begin)}.????????.tmp"):
        with suppress(OSError), abandoned.open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)  # which fails while its writer lives
            abandoned.unlink()
    while True:
        draft = path.with_name(f"{begin}.{secrets.token_hex(4)}.tmp")
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        if os.fstat(descriptor).st_nlink:
            return draft, descriptor
        os.close(descriptor)  # it was taken for an abandoned one before it was locked


def _take_after(file: int, old: os.stat_result) -> None:
    """Give a file the owner, as far as this user may, and the permissions of another."""
    with suppress(OSError):
        os.fchown(file, old.st_uid, old.st_gid)
    os.fchmod(file, stat.S_IMODE(old.st_mode))


def _keep_names(folder: Path) -> None:
    """Make the names in a folder outlive a power cut, where the file system can."""
    with suppress(OSError):
        file = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(file)
        finally:
            os.close(file)
