create schema if not exists material;

create table material.file (
    region          text      not null,
    id              text      not null,
    subject         text      not null, -- the application it was handed in for
    name            bytea     not null, -- sealed: people name files after themselves
    type            text      not null,
    size            bigint    not null check (size > 0),
    digest          text      not null, -- SM3 of the content
    uploaded_by     text      not null,
    uploaded_at     timestamp not null,
    idempotency_key text      not null,
    primary key (region, id)
);

create unique index file_once_per_subject on material.file (region, subject, digest);
create unique index file_by_idempotency_key on material.file (region, idempotency_key);

create table material.piece (
    region  text  not null,
    file    text  not null,
    number  int   not null,
    content bytea not null, -- sealed for its place
    primary key (region, file, number),
    foreign key (region, file) references material.file
);

-- Sealed bytes don't compress; trying costs time.
alter table material.piece alter column content set storage external;
