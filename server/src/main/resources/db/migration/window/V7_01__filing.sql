-- "window" is a word of SQL, so the schema's name is quoted wherever it stands.
create schema if not exists "window";

-- A round in which the centre gathers the annexes (收集批次); open until the merged workbook is distributed.
create table "window".round (
    region              text        not null,
    id                  bigint      not null generated always as identity,
    name                text        not null,
    due                 date        not null,
    opened_by           text        not null,
    opened_by_name      text        not null,
    opened_at           timestamptz not null,
    distributed_by      text,
    distributed_by_name text,
    distributed_at      timestamptz,
    primary key (region, id),
    check ((distributed_at is null) = (distributed_by is null))
);

-- One at a time: whoever files must know for what.
create unique index round_open on "window".round (region) where distributed_at is null;

-- A table that was handed in: read, checked, filed, returned or accepted.
create table "window".filing (
    region          text        not null,
    id              bigint      not null generated always as identity,
    round           bigint      not null,
    annex           int         not null check (annex between 1 and 3),
    -- Code and name of the one-thing, department or window that it is about.
    subject         text        not null,
    subject_name    text        not null,
    -- Code of the department that files it.
    department      text        not null,
    file_name       text        not null,
    status          text        not null
        check (status in ('READING', 'REFUSED', 'READ', 'DROPPED', 'FILED', 'REPLACED', 'RETURNED', 'ACCEPTED')),
    -- How far the reading has come.
    rows_total      int         not null default 0,
    rows_read       int         not null default 0,
    -- How many rows stand how to the catalog.
    counts          jsonb       not null default '{}',
    -- Why the file as a whole was not read.
    refusals        jsonb       not null default '[]',
    -- What the catalog has and the table hasn't.
    absent          text[]      not null default '{}',
    -- Numbers of the revisions that it began.
    revisions       bigint[]    not null default '{}',
    who             text        not null,
    who_name        text        not null,
    begun_at        timestamptz not null,
    -- When it last moved; a reading that hasn't for long was cut off.
    touched_at      timestamptz not null,
    filed_at        timestamptz,
    remark          text        not null default '',
    decided_by_name text,
    decided_at      timestamptz,
    primary key (region, id),
    foreign key (region, round) references "window".round (region, id)
);

create unique index filing_standing on "window".filing (region, round, annex, subject) where status in ('FILED', 'ACCEPTED');
create index filing_by_subject on "window".filing (region, round, annex, subject, id);
create index filing_by_department on "window".filing (region, department, id);

create table "window".filing_row (
    region   text   not null,
    filing   bigint not null,
    line     int    not null,
    state    text   not null check (state in ('WRONG', 'NEW', 'CHANGED', 'SAME')),
    cells    jsonb  not null,
    problems jsonb  not null,
    changes  jsonb  not null,
    primary key (region, filing, line),
    foreign key (region, filing) references "window".filing (region, id)
);

create table "window".filing_history (
    region      text        not null,
    filing      bigint      not null,
    id          bigint      not null generated always as identity,
    at          timestamptz not null,
    who         text        not null,
    who_name    text        not null,
    act         text        not null,
    from_status text        not null,
    to_status   text        not null,
    remark      text        not null,
    primary key (region, filing, id),
    foreign key (region, filing) references "window".filing (region, id)
);

-- That the centre asked for what was still missing (催报).
create table "window".reminder (
    region     text        not null,
    id         bigint      not null generated always as identity,
    round      bigint      not null,
    annex      int         not null,
    subject    text        not null,
    subject_name text      not null,
    department text        not null,
    at         timestamptz not null,
    who        text        not null,
    who_name   text        not null,
    primary key (region, id),
    foreign key (region, round) references "window".round (region, id)
);

create index reminder_by_round on "window".reminder (region, round, department);
