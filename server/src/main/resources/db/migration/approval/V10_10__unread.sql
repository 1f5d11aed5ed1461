-- What happened and nobody has passed on yet. A row comes with its history row, in the same transaction: what commits late turns up
-- late, and isn't passed over, as it would be by a reader that remembers the highest number it saw.
create table approval.unread (
    region text   not null,
    id     bigint not null,
    number text   not null,
    primary key (region, id)
);

create function approval.leave_unread() returns trigger
    language plpgsql as
$$
begin
    insert into approval.unread (region, id, number) select region, id, number from written;
    return null;
end
$$;

create trigger history_is_unread
    after insert
    on approval.history
    referencing new table as written
    for each statement
execute function approval.leave_unread();

-- After the trigger, which waits for whoever is writing and keeps others out until this is committed: none is missed.
insert into approval.unread (region, id, number)
select region, id, number from approval.history;
