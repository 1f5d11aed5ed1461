-- Whose a matter is stands in its key's index: whether a case has one of a department is answered for hundreds of old cases without
-- reading a single row of theirs.
do
$$
declare
    others   text[];
    referring record;
    again    text;
begin
    for referring in
        select conrelid::regclass as of, conname, pg_get_constraintdef(oid) as definition
        from pg_constraint
        where confrelid = 'approval.matter'::regclass and contype = 'f'
    loop
        execute format('alter table %s drop constraint %I', referring.of, referring.conname);
        others := others || format('alter table %s add constraint %I %s', referring.of, referring.conname, referring.definition);
    end loop;
    alter table approval.matter
        drop constraint matter_pkey,
        add primary key (region, number, item) include (department);
    foreach again in array coalesce(others, '{}') loop
        execute again;
    end loop;
end
$$;
