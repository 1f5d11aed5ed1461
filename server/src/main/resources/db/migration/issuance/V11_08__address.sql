-- Where something was mailed to: an address is a person's, so it is sealed; where something was announced (place) everybody may read.
-- Null of what was mailed before it was asked for, and of what wasn't mailed.
alter table issuance.sending add column address bytea;
