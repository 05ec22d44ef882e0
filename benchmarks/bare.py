"""The floor to compare with: a bare Streamlit page with one filter and one pydeck scatter of the same points."""

import pandas as pd
import pydeck as pdk
import streamlit as st

actions = pd.read_csv("data/actions.csv", keep_default_na=False)
pins = pd.read_csv("geocode_cache/geocodes.csv", keep_default_na=False)
pinned = actions.merge(pins, on=["locality", "region", "country"])
shown = pinned[pinned["country"] == "GB"] if st.sidebar.checkbox("GB") else pinned
layer = pdk.Layer(
    "ScatterplotLayer",
    shown[["longitude", "latitude"]],
    id="places",
    get_position="[longitude, latitude]",
    get_radius=8,
    radius_units="'pixels'",
    get_fill_color=[29, 92, 150],
)
st.pydeck_chart(
    pdk.Deck(layers=[layer], map_provider=None, initial_view_state=pdk.ViewState(latitude=20, longitude=0, zoom=0.5))
)
