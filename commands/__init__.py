"""The commands: options in, exit codes out, one group or command a module. No logic stands here."""
