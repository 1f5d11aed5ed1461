-- What departments' systems sent, each as it came.
create table connection.message (
    region      text        not null,
    id          bigint      not null generated always as identity,
    account     text        not null,
    -- Chosen by the sender: what is sent again is the same message.
    message_id  text        not null,
    number      text        not null,
    item        text        not null,
    department  text        not null,
    kind        text        not null check (kind in ('ACCEPTED', 'STEP', 'SUSPENDED', 'RESUMED', 'RESULT')),
    -- When it happened there, as they say.
    at          timestamptz not null,
    follows     text,
    -- Byte for byte, sealed, with what tells whether it is the same.
    body        bytea       not null,
    digest      text        not null,
    received_at timestamp   not null,
    state       text        not null default 'WAITING' check (state in ('WAITING', 'APPLIED', 'REFUSED')),
    -- What it waits for, or why it was refused.
    reason      text        not null default '',
    settled_at  timestamp,
    primary key (region, id),
    check ((state = 'WAITING') = (settled_at is null))
);

create unique index message_once on connection.message (region, account, message_id);
create index message_waiting on connection.message (region, number, item, at, id) where state = 'WAITING';
create index message_unapplied on connection.message (region, department, id) where state <> 'APPLIED';
