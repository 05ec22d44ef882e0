"""`publish`: the campaign as a site of plain files."""

from pathlib import Path
from typing import Annotated

import typer

from actionmap.cli.shared import end, pinned_campaign, say, told
from actionmap.errors import SiteError
from actionmap.text import count


def publish(folder: Annotated[Path, told("folder", typer.Argument)]) -> None:
    """Write the site of the campaign folder."""
    import gzip

    from actionmap.site.files import write_site

    campaign, table = pinned_campaign()
    try:
        files = write_site(folder, campaign, table)
    except SiteError as error:
        raise end(str(error)) from error
    except OSError as error:
        raise end(f"{folder} cannot be written: {error.strerror}.") from error
    sent = sum(len(gzip.compress(content)) for content in files.values())
    said = f"{count(len(table), 'action')} in {count(len(files), 'file')}, {sent / 1e6:.1f} MB compressed"
    say(f"{said}: {folder / 'index.html'}")
