-- What ends a matter on the way to another department ends its transfer, too: the matter is back where it came from, and may be handed over
-- again should a ruling open it.
alter table approval.transfer
    drop constraint transfer_ending_check,
    add constraint transfer_ending_check
        check (ending in ('TAKE_ON', 'DECLINE', 'RECALL', 'ASSIGN', 'WITHDRAW', 'LAPSE'));

with ended as (
    update approval.transfer t
    set ending = h.act, answer = h.opinion, answered_name = h.who_name, answered_at = h.at
    from approval.history h
    where h.region = t.region and h.number = t.number and h.item = t.item and h.from_step = 'TRANSFER' and h.act in ('WITHDRAW', 'LAPSE')
      and t.ending is null
    returning t.region, t.number, t.item, t.from_department
), back as (
    -- What a ruling has opened meanwhile stays with who works on it.
    update approval.matter m set department = ended.from_department
    from ended
    where m.region = ended.region and m.number = ended.number and m.item = ended.item and m.step = 'ENDED'
    returning m.region, m.number, m.item, m.department
)
update approval.declaration d set department = back.department
from back
where d.region = back.region and d.number = back.number and d.item = back.item;

-- As before; who was offered a matter is told that it ended, too.
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
                  or (w.act in ('TRANSFER', 'TAKE_ON', 'DECLINE', 'RECALL', 'ASSIGN') or w.from_step = 'TRANSFER' and w.to_step = 'ENDED')
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
