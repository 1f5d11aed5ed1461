-- 收回: the window takes back what it handed over wrongly, or what was rightly objected to.
alter table approval.slip
    add taken_back text,
    add taken_by   text,
    add taken_name text,
    add taken_at   timestamp,
    add check ((taken_back is null) = (taken_by is null)),
    add check ((taken_back is null) = (taken_name is null)),
    add check ((taken_back is null) = (taken_at is null)),
    -- What a department confirmed stays with it, what was handed over again lies on the later slip.
    add check (taken_back is null or not replaced and objection is distinct from '');

-- Slips made before say what is on them by name only.
update approval.slip
set lines = (select jsonb_agg(jsonb_build_object('key', '') || line order by seq)
             from jsonb_array_elements(lines) with ordinality as line(line, seq));

drop index approval.slip_of_department;
drop index approval.slip_of_window;
create index slip_of_department on approval.slip (region, department) where objection is null and taken_back is null;
create index slip_of_window on approval.slip (region, window_code)
    where (objection is null or objection <> '' and not replaced) and taken_back is null;
