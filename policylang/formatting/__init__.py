"""The formatter of policy files: one way to write each declaration, in either spelling, with every comment kept."""
