-- Under which idempotency key a call acted on a revision: the same call sent again is answered, and not done again.
create table catalog.revision_call (
    who      text   not null,
    key      text   not null,
    revision bigint not null references catalog.revision,
    act      text   not null,
    primary key (who, key)
);
