-- Failures are counted by the name that was tried, whether or not there is such an account, so that the lock-out tells
-- nobody which names exist. Only a digest of it is kept: people type passwords into the wrong field.
create table identity.failed_sign_in (
    region      text        not null,
    name_digest text        not null,
    failures    integer     not null,
    last_at     timestamptz not null,
    primary key (region, name_digest)
);

create index failed_sign_in_by_time on identity.failed_sign_in (last_at);
