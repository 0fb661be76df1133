"""How an article is put to a model: `whole` in one question, `piecewise` in many small ones."""
