-- What documents say. Versions are only ever added, so their count tells an instance whether there is a new one.
create table notice.wording (
    region       text      not null,
    document     text      not null,
    version      int       not null,
    text         text      not null,
    reason       text      not null,
    published_by text      not null,
    published_at timestamp not null,
    shipped      boolean   not null, -- came with the program, so a newer program may replace it
    primary key (region, document, version)
);
