-- 按移送键查案件 the case of a hand-over is looked up by the key that its department gave it.

CREATE INDEX transfers_by_key ON registry.transfers (transfer_key);
