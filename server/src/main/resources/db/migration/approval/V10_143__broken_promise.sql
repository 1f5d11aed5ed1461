-- By how many days the promise is longer: not with the law's limit, if it had been broken when that was extended. Null for what was there
-- before: until then it was always longer by as many days as the law's limit (extended), so no row has to be written for it.
alter table approval.matter add column promise_extended smallint;
alter table approval.matter alter column promise_extended set default 0;
