-- Counts the changes of the holidays up. A digest of them was the same again once a wrong notice had been put right, so nothing told that
-- clocks had been counted by the wrong one meanwhile.
create table calendar.edition (
    only_one boolean not null primary key default true check (only_one),
    number   int     not null
);

insert into calendar.edition (number) values (1);

create function calendar.count_up() returns trigger
    language plpgsql as
$$
begin
    update calendar.edition set number = number + 1;
    return null;
end
$$;

create trigger holiday_counts_up
    after insert or update or delete or truncate on calendar.holiday
    for each statement execute function calendar.count_up();
