"""Overviews in storage: asked for, made from one moment of the register, kept in parts, handed out."""
