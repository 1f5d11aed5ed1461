create schema if not exists catalog;

-- One row an import that changed something; nothing is ever deleted, so that a running case reads the edition it began under.
create table catalog.edition (
    number        int primary key,
    imported_at   timestamptz not null,
    imported_by   text not null,
    source        text not null,
    added         int not null,
    changed       int not null
);

-- A record of the content (an item, a one-thing, a data element …) as it stands from one edition up to another.
create table catalog.entry (
    kind          text not null,
    key           text not null,
    version       int not null,
    -- Place among its kind, kept by all versions: lists stay in the order of the files.
    ordinal       int not null,
    from_edition  int not null references catalog.edition,
    -- The first edition in which it no longer holds; null while it does.
    to_edition    int references catalog.edition,
    -- SM3 of the canonical JSON: the same digest means nothing changed.
    digest        text not null,
    content       jsonb not null,
    primary key (kind, key, version),
    check (to_edition > from_edition)
);

-- At most one version holds now.
create unique index entry_current on catalog.entry (kind, key) where to_edition is null;
create index entry_from on catalog.entry (from_edition);

-- Of the content that the program brings along, as last looked at: an unchanged one isn't read again at every start.
create table catalog.shipped (
    only_row      boolean primary key default true check (only_row),
    digest        text not null
);
