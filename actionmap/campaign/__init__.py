"""A day of action: its folder, its actions, and what is chosen of them."""
