-- How many matters of a case are still some department's affair: what is made and only waits to be fetched is not.
-- The status follows from the two counts, so that the overview of what runs doesn't walk past all that waits to be fetched.
alter table approval.case_file
    add column unmade integer not null default 0 check (unmade >= 0);

update approval.case_file f
set unmade = m.unmade
from (select region, number, count(*) as unmade
      from approval.matter
      where step not in ('DELIVER', 'SENT', 'ENDED')
      group by region, number) m
where m.region = f.region and m.number = f.number;

-- Its indexes and checks go with it.
alter table approval.case_file
    alter column unmade drop default,
    drop column status;

alter table approval.case_file
    add column status text not null generated always as
        (case when unended = 0 then 'CLOSED' when unmade = 0 then 'MADE' else 'RUNNING' end) stored,
    add check ((unended = 0) = (closed_at is not null));

create index case_file_by_lead on approval.case_file (region, lead_department, status, promised_due, number);
create index case_file_by_due on approval.case_file (region, status, promised_due, number);

-- Under the lock of the case's row, as with those that have not ended: two that are made at once are both counted.
create function approval.count_made() returns trigger
    language plpgsql as
$$
begin
    update approval.case_file
    set unmade = unmade + case when old.step in ('DELIVER', 'SENT', 'ENDED') then 1 else -1 end
    where region = new.region and number = new.number;
    return null;
end
$$;

create trigger matter_is_made
    after update of step on approval.matter
    for each row
    when ((old.step in ('DELIVER', 'SENT', 'ENDED')) is distinct from (new.step in ('DELIVER', 'SENT', 'ENDED')))
execute function approval.count_made();
