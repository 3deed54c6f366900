-- What the Skein of schema 4 could add to the rows of schema 3: a source that was removed, and its bytes.
INSERT INTO snapshots VALUES (x'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad', CAST('abc' AS BLOB));
INSERT INTO operations (kind, detail) VALUES ('remove-source', '{"document":"d3a7816bf8f01cfea","name":"abc.txt","uri":"","mediaType":"","sha256":"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"}');
