"""The register, pure: what it holds, checks and decides, without I/O and without a clock of its own."""
