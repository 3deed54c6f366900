-- Removing a source is an operation from here on, of kind 'remove-source': its snapshot stays, so that the source can come
-- back. A program that does not know the kind must not write to the library. This finds the removals of a document.
CREATE INDEX removals ON operations (kind) WHERE kind = 'remove-source';
