create schema if not exists intake;

create sequence intake.application_number;

create table intake.application (
    region                text        not null,
    number                text        not null,
    query_code            text        not null,
    status                text        not null
        check (status in ('DRAFT', 'SUPPLEMENT', 'ACCEPTED', 'REFUSED', 'WITHDRAWN')),
    one_thing             text,
    items                 text[]      not null,
    answers               jsonb       not null,
    title                 text        not null,
    edition               integer     not null,
    window_code           text        not null,
    applicant             text        not null, -- masked
    applicant_fingerprint text        not null, -- keyed digest of the identity number, to find the same applicant
    sealed                bytea       not null, -- applicant and form
    noticed               text[]      not null default '{}',
    supplement_until      date,
    deferred_until        date,
    received_at           timestamptz,
    created_by            text        not null,
    created_at            timestamptz not null,
    updated_at            timestamptz not null,
    version               bigint      not null default 0,
    idempotency_key       text        not null,
    primary key (region, number),
    constraint application_once unique (region, created_by, idempotency_key)
);

-- A clerk's list: the window's applications, newest first.
create index application_of_window on intake.application (region, window_code, status, number desc);
create index application_of_applicant on intake.application (region, applicant_fingerprint, created_at desc);
-- What is due to be supplemented or handed in later.
create index application_deferred on intake.application (region, deferred_until) where deferred_until is not null;

create table intake.application_material (
    region     text    not null,
    number     text    not null,
    key        text    not null,
    way        text    not null check (way in ('FILE', 'SEEN', 'FETCHED', 'DEFERRED', 'NOT_APPLICABLE')),
    points_met integer[] not null,
    remark     text    not null,
    files      uuid[]  not null,
    primary key (region, number, key),
    foreign key (region, number) references intake.application
);

create table intake.history (
    region      text        not null,
    number      text        not null,
    id          bigint generated always as identity,
    at          timestamptz not null,
    who         text        not null,
    act         text        not null,
    from_status text,
    to_status   text        not null,
    document    text, -- verify code of the document that the act gave
    primary key (region, number, id)
);
