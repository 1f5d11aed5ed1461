-- 转窗口: the centre hands what was handed in online, and lies at a window that was closed, to one that takes it in. Rows are never changed.
create table intake.rerouting (
    region          text        not null,
    number          text        not null,
    at              timestamptz not null,
    who             text        not null,
    from_window     text        not null,
    to_window       text        not null,
    idempotency_key text,
    id              bigint generated always as identity,
    primary key (region, number, id),
    foreign key (region, number) references intake.application on delete cascade
);

-- What left a window, and what was done under a key.
create index rerouting_from on intake.rerouting (region, from_window, at desc);
create index rerouting_key on intake.rerouting (region, who, idempotency_key) where idempotency_key is not null;
