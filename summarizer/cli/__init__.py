"""The command line: `main` has the commands, `commands` how they end, `terminal` what they show."""
