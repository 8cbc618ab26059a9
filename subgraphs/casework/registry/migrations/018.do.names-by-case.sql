-- The keyed hash of a name is bound to the case instead of the party: so it tells, too, whether two records that number a person differently
-- name one alike. The hashes of before compare with none; the next sync, which reads everything, brings the others.
-- A column made anew has no row rewritten, however many there are.
ALTER TABLE registry.party_keys DROP COLUMN name_digest, ADD COLUMN name_digest bytea;
