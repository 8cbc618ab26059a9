-- Ingest looks numbers up whether their links stand or were withdrawn.

CREATE INDEX case_numbers_by_number ON registry.case_numbers (kind, number);
