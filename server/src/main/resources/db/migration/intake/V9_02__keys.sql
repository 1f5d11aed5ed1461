-- What the key was first used for, as a keyed digest: the same key with another submission is a mistake to be told.
alter table intake.application add column submission text;

alter table intake.history add column idempotency_key text;
create unique index history_key on intake.history (region, who, idempotency_key) where idempotency_key is not null;
