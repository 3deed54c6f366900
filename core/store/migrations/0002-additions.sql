-- What a person taught the library (resources/additions): an operation of kind 'teach' holds the whole text, so that it can
-- be taken back like every decision. The text in force is that of the last one that is not undone.
CREATE VIEW additions AS
SELECT json_extract(taught.detail, '$.additions') AS text
FROM operations AS taught
WHERE taught.kind = 'teach'
    AND ifnull((SELECT kind FROM operations WHERE target = taught.id ORDER BY id DESC LIMIT 1), 'redo') = 'redo'
ORDER BY taught.id DESC
LIMIT 1;
CREATE INDEX operations_by_target ON operations (target) WHERE target IS NOT NULL;
