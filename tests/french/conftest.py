"""Property tests have no deadline: a test never asserts a time, least of all on a busy machine."""

from hypothesis import settings

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
