"""What all tests share."""

from hypothesis import settings

# The same examples on every machine, so that a change that is right never fails by chance; `make fuzz` looks for new
# ones. A slow machine is no failure.
settings.register_profile("settled", deadline=None, derandomize=True)
settings.register_profile("searching", deadline=None, print_blob=True)
settings.load_profile("settled")
