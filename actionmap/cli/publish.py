"""`publish`: the campaign as a site of plain files."""

from pathlib import Path
from typing import Annotated

import typer

from actionmap.cli.shared import cannot_be_written, pinned_campaign, tell, told
from actionmap.languages import say, say_many
from actionmap.publish.terms import counted


def publish(folder: Annotated[Path, told("folder", typer.Argument)]) -> None:
    """Write the site of the campaign folder."""
    import gzip

    from actionmap.site.files import write_site

    campaign, table = pinned_campaign()
    address = f"{campaign.settings.address.rstrip('/')}/" if campaign.settings.address else ""
    try:
        files = write_site(folder, campaign, table, address)
    except OSError as error:
        raise cannot_be_written(folder, error) from error
    sent = sum(len(gzip.compress(content)) for content in files.values())
    values = {"size": sent / 1e6, "page": folder / "index.html", "actions": counted("actions", len(table))}
    values["files"] = say_many("{number} file", "{number} files", len(files))
    tell(say("{actions} in {files}, {size:.1f} MB compressed: {page}", **values))
