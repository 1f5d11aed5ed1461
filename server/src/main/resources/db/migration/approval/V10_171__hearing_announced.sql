-- Verify code of the announcement (听证公告) of what was called, which the public may read; null unless the public was told.
alter table approval.hearing add column announcement text;

create index hearing_announced on approval.hearing (region, at, number, item) where announcement is not null and ended_at is null;
