-- How far departments' own systems say they are: no act and no step of ours.
create table approval.progress (
    region text      not null,
    number text      not null,
    item   text      not null,
    id     bigint    not null generated always as identity,
    at     timestamp not null, -- when it happened there, as they say
    words  text      not null,
    primary key (region, number, item, id),
    foreign key (region, number, item) references approval.matter
);
