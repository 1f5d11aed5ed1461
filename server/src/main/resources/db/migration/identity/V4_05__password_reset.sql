-- What a key was used for: the same reset sent again must not void the password that the first one gave.
create table identity.password_reset (
    region          text        not null,
    who             text        not null,
    idempotency_key text        not null,
    name            text        not null,
    at              timestamptz not null,
    primary key (region, who, idempotency_key)
);
