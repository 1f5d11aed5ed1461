-- 移送: a matter that came to a department that isn't the one to decide it. Whose it is stands in the matter's row, from the moment it is
-- handed over; here is where it came from, why, and what became of that.
create table approval.transfer (
    region          text      not null,
    number          text      not null,
    item            text      not null,
    -- Its place among the matter's, from 1.
    seq             integer   not null,
    from_department text      not null,
    to_department   text      not null,
    reason          text      not null,
    who_name        text      not null,
    at              timestamp not null,
    -- Null while the receiving department hasn't said whether it takes the matter on; a matter that ended meanwhile leaves it so.
    ending          text check (ending in ('TAKE_ON', 'DECLINE', 'RECALL', 'ASSIGN')),
    answer          text      not null default '',
    answered_name   text,
    answered_at     timestamp,
    primary key (region, number, item, seq),
    foreign key (region, number, item) references approval.matter,
    -- What the centre assigns may stay where it is.
    check (from_department <> to_department or ending is not distinct from 'ASSIGN'),
    check ((ending is null) = (answered_at is null) and (ending is null) = (answered_name is null))
);

create unique index transfer_under_way on approval.transfer (region, number, item) where ending is null;
-- What the centre has to settle: whether that was done since, the matter and its later transfers say.
create index transfer_declined on approval.transfer (region, answered_at) where ending = 'DECLINE';

-- As before, with the step TRANSFER.
create or replace function approval.is_sound(chain text, step text, outcome text, pending integer, opened_at timestamp,
                                             promised_due timestamp, recommendation text, extension_asked integer, extended integer,
                                             cards smallint, holder text, holder_name text) returns boolean
    language plpgsql immutable as
$$
begin
    return step in ('WAITING', 'REVIEW', 'SUSPENDED', 'EXAMINE', 'DECIDE', 'TRANSFER', 'CERTIFY', 'DELIVER', 'ENDED')
        and chain in ('ONE', 'TWO', 'THREE')
        and (step <> 'EXAMINE' or chain = 'THREE')
        and (outcome is null or outcome in ('GRANTED', 'DENIED', 'TERMINATED', 'WITHDRAWN') or outcome = 'REVOKED' and step = 'ENDED')
        and (outcome is not null) = (step in ('CERTIFY', 'DELIVER', 'ENDED'))
        and pending >= 0
        and (pending = 0 or step = 'WAITING' or coalesce(outcome, '') in ('TERMINATED', 'WITHDRAWN'))
        and (opened_at is null) = (promised_due is null)
        and (recommendation is null or recommendation in ('GRANT', 'DENY'))
        and extension_asked between 0 and 10
        and extended between 0 and 10
        and (extension_asked = 0 or extended = 0)
        and (extension_asked = 0 or outcome is null and step <> 'TRANSFER')
        and cards between 0 and 3
        and (holder is null) = (holder_name is null)
        and (holder is null or step in ('REVIEW', 'SUSPENDED', 'EXAMINE', 'DECIDE', 'CERTIFY'));
end
$$;

drop index approval.matter_inbox;
create index matter_inbox on approval.matter (region, department, step, promised_due, number, item)
    where step in ('REVIEW', 'SUSPENDED', 'EXAMINE', 'DECIDE', 'TRANSFER', 'CERTIFY');

-- Of a transfer both departments are told, so one thing that happened may be told twice.
alter table approval.unread add column department text;
update approval.unread u
set department = m.department
from approval.history h
join approval.matter m on m.region = h.region and m.number = h.number and m.item = h.item
where h.region = u.region and h.number = u.number and h.id = u.id;
alter table approval.unread
    alter column department set not null,
    drop constraint unread_pkey,
    add primary key (region, id, department);

create or replace function approval.leave_unread() returns trigger
    language plpgsql as
$$
begin
    if exists (select from approval.told) then
        insert into approval.unread (region, id, number, department)
        select w.region, w.id, w.number, t.department
        from written w
        join approval.matter m on m.region = w.region and m.number = w.number and m.item = w.item
        join approval.told t on t.region = m.region
             and (t.department = m.department
                  or w.act in ('TRANSFER', 'TAKE_ON', 'DECLINE', 'RECALL', 'ASSIGN')
                     and exists (select
                                 from (select h.from_department, h.to_department
                                       from approval.transfer h
                                       where h.region = w.region and h.number = w.number and h.item = w.item
                                       order by h.seq desc limit 1) last
                                 where t.department in (last.from_department, last.to_department)));
    end if;
    return null;
end
$$;
