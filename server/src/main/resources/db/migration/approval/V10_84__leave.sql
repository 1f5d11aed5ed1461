-- 请假代理: who of a department's staff is away, from one day to another, and who stands in for him meanwhile. A leave ends by itself
-- with its last day; nothing has to be written for that.
create table approval.leave (
    region              text      not null,
    id                  bigint    not null generated always as identity,
    account             text      not null,
    name                text      not null,
    department          text      not null,
    from_day            date      not null,
    until_day           date      not null,
    kind                text      not null check (kind in ('ANNUAL', 'SICK', 'PERSONAL', 'AWAY', 'OTHER')),
    stand_in            text,
    stand_in_name       text,
    -- Whether the stand-in may not decide by a role of his own, but would have to.
    needs_authorisation boolean   not null default false,
    authorisation       text,
    authorised_by       text,
    authorised_name     text,
    authorised_at       timestamp,
    registered_by       text      not null,
    registered_name     text      not null,
    registered_at       timestamp not null,
    taken_back_at       timestamp,
    idempotency_key     text,
    primary key (region, id),
    unique (region, registered_by, idempotency_key),
    check (from_day <= until_day),
    check (stand_in <> account),
    check ((stand_in is null) = (stand_in_name is null)),
    check (stand_in is not null or not needs_authorisation),
    check (needs_authorisation or authorised_by is null),
    check ((authorised_by is null) = (authorisation is null) and (authorised_by is null) = (authorised_name is null)
        and (authorised_by is null) = (authorised_at is null))
);

-- What one is asked at each page: for whom does somebody stand in.
create index leave_stand_in on approval.leave (region, stand_in, until_day) where taken_back_at is null;
create index leave_absent on approval.leave (region, account, until_day) where taken_back_at is null;
create index leave_department on approval.leave (region, department, until_day);
