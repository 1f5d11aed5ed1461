-- Departments' own forms, blank or filled in. Versions of items and revisions name them by digest; no version ceases to be, so nothing is deleted.
create table catalog.own_form (
    digest  text        primary key, -- SM3 of the content
    type    text        not null,    -- told by the content
    size    bigint      not null check (size > 0),
    content bytea       not null,
    kept_by text        not null,
    kept_at timestamptz not null
);

-- Most are packed already: compressing them costs time and saves nothing.
alter table catalog.own_form alter column content set storage external;
