update approval.slip s
set kept = (select coalesce(jsonb_agg(line order by place), '[]')
            from jsonb_array_elements(s.lines) with ordinality as l (line, place)
            where not exists (
                select from approval.slip b
                where b.region = s.region and b.number = s.number and b.department = s.department
                  and b.direction = 'TO_WINDOW' and b.objection = '' and b.id > s.id
                  and b.lines @> jsonb_build_array(line)))
where s.direction = 'TO_DEPARTMENT';

alter table approval.slip
    add constraint slip_kept_check check ((direction = 'TO_DEPARTMENT') = (kept is not null));

drop index approval.slip_kept;
create index slip_kept on approval.slip (region, department, id)
    where direction = 'TO_DEPARTMENT' and objection = '' and kept <> '[]';
