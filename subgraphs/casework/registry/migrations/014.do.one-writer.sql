-- Every party key comes with the record that states it, and what is read in anew changes nothing: no digest is needed to spare it.

ALTER TABLE registry.party_keys
  ALTER COLUMN record_kind SET NOT NULL,
  ALTER COLUMN record_no SET NOT NULL,
  ALTER COLUMN position SET NOT NULL,
  ALTER COLUMN person_uid SET NOT NULL,
  ALTER COLUMN role SET NOT NULL,
  ALTER COLUMN legal_status SET NOT NULL,
  ALTER COLUMN protected_identity SET NOT NULL,
  ALTER COLUMN display_name_encrypted SET NOT NULL,
  ALTER COLUMN name_digest SET NOT NULL;

DROP TABLE registry.ingested_content;
