"""An article with everything in it that has an id, and the text as a model is shown it."""
