"""Action Map: a day of action on a map. Run with ``streamlit run dashboard.py``."""

import streamlit as st

from actionmap.counts import COUNTS
from actionmap.memory import settle
from actionmap.paths import STYLE_SHEET
from actionmap.publish.about import rests
from actionmap.publish.citation import places_credit
from actionmap.publish.markup import render
from actionmap.publish.terms import MISSING
from actionmap.publish.wording import CUT_OFF, unknown_notice
from actionmap.ui import frame, own_list, view
from actionmap.ui.loading import campaign_or_stop, is_cut_off, source_state
from actionmap.ui.sidebar import sidebar

st.set_page_config(page_title="Action Map", page_icon="static/favicon.png", layout="wide")
st.html(STYLE_SHEET)
view.carry_on()
pages = [
    st.Page(
        one.script,
        title=one.title,
        url_path=one.path,
        default=not one.path,
        visibility="visible" if one.path != "pins" or view.is_keeper() else "hidden",
    )
    for one in frame.PAGES
]
page = st.navigation(pages, position="top")
COUNTS[f"runs of the page {page.title}"] += 1
campaign, table = own_list.shown() or campaign_or_stop()
if unknown := view.follow_url(table, page.title):
    st.warning(unknown_notice(unknown))
frame.head(page, pages, campaign, table)
if is_cut_off(campaign):
    st.warning(CUT_OFF)
own_list.banner()
frame.run(page, campaign, table)  # before the sidebar, so that the map is the first that the browser fetches and draws
if page.title in {one.title for one in frame.PAGES if one.is_filtered}:
    sidebar(table, words=bool(page.url_path))
view.write_url()
source = None if own_list.shown() else source_state()
said = {"places": places_credit(table.frame), "rests": rests(table.frame), "missing": MISSING}
st.html(render("footer.html", version=campaign.version, source=source, streets=campaign.settings.street_map, **said))
settle()  # now that the first visitor has the page
