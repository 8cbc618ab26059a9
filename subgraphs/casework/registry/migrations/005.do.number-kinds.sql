-- 公证书、尚未受理的移送 certificates, and packages that were delivered and are not accepted yet, are linked too.

ALTER TABLE registry.case_numbers
  DROP CONSTRAINT case_numbers_kind_check,
  ADD CONSTRAINT case_numbers_kind_check CHECK (kind IN
    ('POLICE_CASE_NO', 'ACCEPTANCE_NO', 'COURT_CASE_NO', 'LEGAL_AID_ID', 'NOTARIAL_CERTIFICATE', 'INCOMING_TRANSFER'));
