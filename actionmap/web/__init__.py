"""The way in: what stands around Streamlit's pages on the web, without which they also run."""
