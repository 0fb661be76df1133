"""The contract: what a brief holds (`brief`), and what each section asks a model for."""
