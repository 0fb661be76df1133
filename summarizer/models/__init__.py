"""Language models: which one is used, how it is opened, asked and paced."""
