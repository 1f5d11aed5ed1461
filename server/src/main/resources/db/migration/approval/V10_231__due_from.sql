-- From when the days to check what was declared, or to mend it, count: they are counted anew when the holidays change.
alter table approval.declaration
    add column due_from date;

update approval.declaration d
set due_from = (
    select max(h.at)::date from approval.history h
    where h.region = d.region and h.number = d.number and h.item = d.item
      and h.act in ('GRANT_DECLARED', 'RESTORE', 'ORDER_MENDING'))
where d.state in ('CHECK_DUE', 'MENDING');
