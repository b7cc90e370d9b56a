"""Insights: few, honest pictures of many interviews, each with its counts."""
