"""Action Map: a day of action on a map. Run with ``streamlit run dashboard.py``."""

import streamlit as st

from actionmap.counts import COUNTS
from actionmap.languages import say, speak
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
speak(view.language())
pages = [
    st.Page(
        one.script,
        title=say(one.title),
        url_path=one.path,
        default=not one.path,
        visibility="visible" if one.path != "pins" or view.is_keeper() else "hidden",
    )
    for one in frame.PAGES
]
page = st.navigation(pages, position="top")
entry = frame.entry_of(page.url_path)
COUNTS[f"runs of the page {entry.title}"] += 1
campaign, table = own_list.shown() or campaign_or_stop()
speak(view.language() or campaign.settings.language)
unknown = view.follow_url(table, entry.path)
above = st.container()
frame.run(page, campaign, table)  # before all else, so that the map is the first that the browser fetches and draws
with above:
    frame.head(page, pages, campaign, table)
    if unknown:
        st.warning(unknown_notice(unknown))
    if is_cut_off(campaign):
        st.warning(say(CUT_OFF))
    own_list.banner()
if entry.is_filtered:
    sidebar(table, words=bool(entry.path))
view.write_url()
source = None if own_list.shown() else source_state()
said = table.once("credits", lambda: {"places": places_credit(table.frame), "rests": rests(table.frame)})
about = {"version": campaign.version, "source": source, "streets": campaign.settings.street_map, "missing": MISSING}
st.html(render("footer.html", **about, **said))
settle()  # now that the first visitor has the page
