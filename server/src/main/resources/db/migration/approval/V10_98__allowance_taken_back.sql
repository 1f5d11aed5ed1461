-- What was allowed to a project may be taken back, as long as no case was accepted on it; then the item may be allowed anew.
alter table approval.allowance
    add column id                bigint not null generated always as identity,
    add column taken_back_by     text,
    add column taken_back_name   text,
    add column taken_back_at     timestamp,
    add column taken_back_reason text,
    add column taken_back_key    text,
    drop constraint allowance_pkey,
    add primary key (region, id),
    add check ((taken_back_by is null) = (taken_back_at is null) and (taken_back_by is null) = (taken_back_name is null)
        and (taken_back_by is null) = (taken_back_reason is null) and (taken_back_by is null) = (taken_back_key is null));

create unique index allowance_holds on approval.allowance (region, project, stage, item) where taken_back_at is null;
-- All that a project's page shows, taken back or not.
create index allowance_by_project on approval.allowance (region, project, at);
create unique index allowance_taken_back_key on approval.allowance (region, taken_back_by, taken_back_key);
