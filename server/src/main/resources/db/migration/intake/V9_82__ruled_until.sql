-- The last day that an organ sets for the acceptance of what it opens again (行政复议法 第六十四条、第六十六条): beside the five working days,
-- which it makes no longer. Null: it sets none.
alter table intake.ruling
    add column until date,
    add constraint ruling_until_check check (until is null or kind in ('REVOKED', 'ORDERED') and until >= reached_on);

create index ruling_until on intake.ruling (region, until) where until is not null;
