"""The floor to compare with: a bare Streamlit page with one filter and one map of the same points.

`BARE_MAP` says what draws it: pydeck (unless said), folium or plotly.
"""

import os

import pandas as pd
import pydeck as pdk
import streamlit as st

actions = pd.read_csv("data/actions.csv", keep_default_na=False)
pins = pd.read_csv("geocode_cache/geocodes.csv", keep_default_na=False)
pinned = actions.merge(pins, on=["locality", "region", "country"])
country = "GB" if st.sidebar.checkbox("GB") else st.query_params.get("country")
shown = pinned[pinned["country"] == country] if country else pinned

match os.environ.get("BARE_MAP", "pydeck"):
    case "pydeck":
        layer = pdk.Layer(
            "ScatterplotLayer",
            shown[["longitude", "latitude"]],
            id="places",
            get_position="[longitude, latitude]",
            get_radius=8,
            radius_units="'pixels'",
            get_fill_color=[29, 92, 150],
        )
        looks_at = pdk.ViewState(latitude=20, longitude=0, zoom=0.5)
        st.pydeck_chart(pdk.Deck(layers=[layer], map_provider=None, initial_view_state=looks_at))
    case "folium":
        import folium
        from streamlit_folium import st_folium

        world = folium.Map((20, 0), zoom_start=2, tiles=None)
        for latitude, longitude in zip(shown["latitude"], shown["longitude"], strict=True):
            folium.CircleMarker((latitude, longitude), radius=8).add_to(world)
        st_folium(world)
    case "plotly":
        import plotly.graph_objects as go

        st.plotly_chart(go.Figure(go.Scattergeo(lat=shown["latitude"], lon=shown["longitude"])))
