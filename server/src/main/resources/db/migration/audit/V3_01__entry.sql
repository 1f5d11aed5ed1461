create schema if not exists audit;

create table audit.entry (
    region text        not null,
    at     timestamptz not null,
    id     bigint      not null generated always as identity,
    who    text        not null,
    act    text        not null,
    object text        not null,
    detail text        not null,
    primary key (region, at, id)
);

create index entry_by_who on audit.entry (region, who, at, id);
create index entry_by_object on audit.entry (region, object, at, id);

-- Taking rights away would not bind the table's owner, which is the program itself: so the table refuses.
create function audit.refuse_change() returns trigger
    language plpgsql as
$$
begin
    raise exception 'audit.entry only grows: % is refused', lower(tg_op) using errcode = 'restrict_violation';
end
$$;

create trigger entry_only_grows
    before update or delete or truncate
    on audit.entry
    for each statement
execute function audit.refuse_change();
