-- What the Skein of schema 2 could add to the rows of schema 1.
INSERT INTO operations VALUES (4, 'teach', '{"additions":"names organization\n    Scale AI | Scale\n"}', NULL);
