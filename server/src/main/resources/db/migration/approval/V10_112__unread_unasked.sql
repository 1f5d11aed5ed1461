-- As before; whether any department is told at all is no longer asked at each act, as the trigger is on only since one is (V10_110).
create or replace function approval.leave_unread() returns trigger
    language plpgsql as
$$
begin
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
    return null;
end
$$;
