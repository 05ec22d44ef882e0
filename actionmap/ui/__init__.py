"""The screen's parts: the only package that imports Streamlit."""
