create schema if not exists identity;

create table identity.account (
    region               text        not null,
    name                 text        not null,
    display_name         text        not null,
    kind                 text        not null check (kind in ('STAFF', 'SYSTEM')),
    roles                text[]      not null,
    department           text        not null,
    window_code          text,
    password_hash        text        not null,
    must_change_password boolean     not null,
    enabled              boolean     not null default true,
    -- Demo accounts share a published password: without --demo they can't sign in, even if they are still here.
    demo                 boolean     not null default false,
    -- Counts changes: what was cached or shown of an older version no longer holds.
    version              integer     not null default 1,
    created_at           timestamptz not null,
    created_by           text        not null,
    idempotency_key      text,
    primary key (region, name),
    unique (region, created_by, idempotency_key),
    -- Separation of duties holds whichever way a row gets here.
    constraint account_keeps_or_audits check (not roles @> array ['ADMINISTRATOR', 'AUDITOR']),
    constraint account_reviews_or_decides check (kind = 'SYSTEM' or not roles @> array ['REVIEWER', 'DECIDER'])
);
