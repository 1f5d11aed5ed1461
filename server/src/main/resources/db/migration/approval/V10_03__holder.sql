-- 领取: who works on a matter taken from the department's pool, so that two don't do the same work; null while anybody may.
alter table approval.matter
    add column holder      text,
    add column holder_name text,
    add constraint matter_holder_named check ((holder is null) = (holder_name is null));

-- What one person has taken, by due date.
create index matter_held on approval.matter (region, holder, promised_due, number, item)
    where holder is not null and step in ('REVIEW', 'SUSPENDED', 'DECIDE', 'CERTIFY');
