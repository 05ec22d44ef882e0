"""Action Map as a web server: ``streamlit run server.py``. The pages alone: ``streamlit run dashboard.py``."""

from streamlit.starlette import App

from actionmap.web.app import lifespan, middleware, routes

app = App("dashboard.py", lifespan=lifespan, routes=routes(), middleware=middleware())
