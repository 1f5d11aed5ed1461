-- What a department is writing: an item or a one-thing as it shall be, row by row as in the content files. Once published it is
-- an edition of the content and never changes again.
create table catalog.revision (
    id              bigint      generated always as identity primary key,
    kind            text        not null check (kind in ('item', 'one_thing')),
    key             text        not null,
    -- Who keeps it: the item's department, or the one that leads the one-thing's window.
    department      text        not null,
    -- Who leads the window at which an item is taken in, and agrees to it.
    window_lead     text        not null,
    -- Other departments that have items in a one-thing, and confirm it.
    cooperating     text[]      not null,
    status          text        not null check (status in ('DRAFT', 'SUBMITTED', 'RETURNED', 'APPROVED', 'PUBLISHED', 'WITHDRAWN')),
    -- The published record that it began from; null for something new.
    base            jsonb,
    rows            jsonb       not null,
    -- Counts what was saved: of two who edit at once, the second is told what the first one changed.
    saves           int         not null default 1,
    changed_by      text        not null,
    changed_by_name text        not null,
    changed_at      timestamptz not null,
    -- The day from which it shall hold; null: as soon as it is published.
    holds_from      date,
    edition         int         references catalog.edition,
    check ((status = 'PUBLISHED') = (edition is not null))
);

-- One at a time: two drafts of the same item would overwrite each other.
create unique index revision_open on catalog.revision (kind, key) where status in ('DRAFT', 'SUBMITTED', 'RETURNED', 'APPROVED');
create index revision_by_key on catalog.revision (kind, key, id);
create index revision_by_status on catalog.revision (status, id);

create table catalog.revision_history (
    revision    bigint      not null references catalog.revision,
    id          bigint      generated always as identity,
    at          timestamptz not null,
    who         text        not null,
    who_name    text        not null,
    department  text        not null,
    act         text        not null,
    from_status text,
    to_status   text        not null,
    remark      text        not null default '',
    -- With a save: its number, and what it changed.
    saves       int,
    changes     jsonb,
    primary key (revision, id)
);
