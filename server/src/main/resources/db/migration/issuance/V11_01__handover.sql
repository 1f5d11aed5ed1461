create schema if not exists issuance;

create table issuance.handover (
    region          text      not null,
    number          text      not null,
    id              bigint    not null generated always as identity,
    at              timestamp not null,
    by_account      text      not null,
    by_name         text      not null,
    -- Who took it: masked for the screen, the rest sealed.
    taker_masked    text      not null,
    relation        text      not null check (relation in ('SELF', 'LEGAL_REPRESENTATIVE', 'AGENT')),
    taker           bytea     not null,
    receipt         text      not null,
    idempotency_key text      not null,
    primary key (region, number, id)
);

create unique index handover_key on issuance.handover (region, by_account, idempotency_key);

-- The key is what keeps a result from being handed out twice.
create table issuance.handover_item (
    region   text   not null,
    number   text   not null,
    item     text   not null,
    handover bigint not null,
    primary key (region, number, item),
    foreign key (region, number, handover) references issuance.handover (region, number, id)
);
