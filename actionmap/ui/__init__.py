"""The parts of the screen: the only modules that import Streamlit."""
