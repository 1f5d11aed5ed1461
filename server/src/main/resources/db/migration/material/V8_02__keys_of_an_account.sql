-- Keys are chosen by the caller, so two accounts may choose the same.
drop index material.file_by_idempotency_key;
create unique index file_by_idempotency_key on material.file (region, uploaded_by, idempotency_key);
