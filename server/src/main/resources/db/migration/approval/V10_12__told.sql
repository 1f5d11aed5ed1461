-- Departments whose own system is told what happens to their matters; for all others nothing is left unread.
create table approval.told (
    region     text      not null,
    department text      not null,
    since      timestamp not null,
    primary key (region, department)
);

-- Until now everybody was.
insert into approval.told (region, department, since)
select distinct region, department, localtimestamp from approval.matter;

create or replace function approval.leave_unread() returns trigger
    language plpgsql as
$$
begin
    if exists (select from approval.told) then
        insert into approval.unread (region, id, number)
        select w.region, w.id, w.number
        from written w
        join approval.matter m on m.region = w.region and m.number = w.number and m.item = w.item
        join approval.told t on t.region = m.region and t.department = m.department;
    end if;
    return null;
end
$$;
