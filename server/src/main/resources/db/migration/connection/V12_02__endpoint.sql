-- Where a department's own system is told what happens: one address a department.
create table connection.endpoint (
    region     text      not null,
    department text      not null,
    url        text      not null,
    signing    text      not null check (signing in ('HMAC_SM3', 'ED25519')),
    -- What signs, sealed; the public half of a pair is there for everybody.
    secret     bytea     not null,
    public_key text,
    named_at   timestamp not null,
    named_by   text      not null,
    primary key (region, department),
    check ((signing = 'ED25519') = (public_key is not null))
);

create table connection.delivery (
    region     text      not null,
    department text      not null,
    seq        bigint    not null,
    number     text      not null,
    item       text      not null,
    state      text      not null default 'PENDING' check (state in ('PENDING', 'DELIVERED', 'DEAD', 'PUT_ASIDE')),
    attempts   integer   not null default 0,
    -- While it is being sent, when another instance may take it to be lost.
    next_at    timestamp not null,
    -- What came back last, cut short.
    answer     text      not null default '',
    primary key (region, department, seq),
    foreign key (region, seq) references connection.event
);

create index delivery_due on connection.delivery (region, next_at, seq) where state = 'PENDING';
-- What a later event of the same matter waits for.
create index delivery_in_the_way on connection.delivery (region, number, item, seq) where state in ('PENDING', 'DEAD');
create index delivery_unsent on connection.delivery (region, department, state, seq) where state in ('PENDING', 'DEAD');
create index delivery_dead on connection.delivery (region) where state = 'DEAD';
