"""Postings in: saved pages, PDFs, documents, texts and job files, each read without running anything."""
