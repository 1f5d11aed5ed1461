create schema if not exists calendar;

-- The days that are not what their weekdays say.
create table calendar.holiday (
    day date not null,
    -- STATE: the State Council's notice, replaced as a whole by the import. LOCAL: the centre's own adjustment, which
    -- goes before it (a flood, a city event).
    source text not null check (source in ('STATE', 'LOCAL')),
    kind text not null check (kind in ('HOLIDAY', 'WORKDAY')),
    name text not null,
    notice_year int not null,
    primary key (day, source)
);
