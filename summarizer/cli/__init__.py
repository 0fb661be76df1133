"""The command line. `main` has the commands, `brief` and `batch` what they do."""
