-- 诉讼地位 from what day on a person has the status that the record states: of two judgments the later counts.
ALTER TABLE registry.party_keys ADD COLUMN legal_status_since date;
