"""Wagtail pages, blocks, menus, legal pages."""
