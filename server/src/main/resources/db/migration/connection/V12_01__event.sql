create schema if not exists connection;

-- The last number given. Whoever numbers holds this row until its numbers are there to be read, so that a reader who has seen a number
-- has seen every smaller one.
create table connection.numbered (
    region text   not null primary key,
    last   bigint not null
);

create table connection.event (
    region             text      not null,
    seq                bigint    not null,
    department         text      not null,
    number             text      not null,
    item               text      not null,
    title              text      not null,
    item_name          text      not null,
    act                text      not null,
    from_step          text,
    to_step            text      not null,
    at                 timestamp not null,
    outcome            text,
    promised_due       timestamp,
    statutory_due      timestamp,
    certificate_number text,
    document           text,
    primary key (region, seq)
);

create index event_of_department on connection.event (region, department, seq);
