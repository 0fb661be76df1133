"""Questions, the types of their answers, templates, profiles and the cache of answers."""
