"""The illustrations of Naqsh: drawing programs, and the symbols that they draw."""
