-- 前阶段结果变动: a result of an earlier stage, on which a case of a later one builds, holds no longer. Nothing of the later case ends by that:
-- each of its departments, and the one that leads it, writes down what it does about it.
create table approval.setback (
    region        text      not null,
    -- Of the later case.
    number        text      not null,
    id            bigint    not null generated always as identity,
    department    text      not null,
    -- Which matters of the later case it concerns: the department's; all, for who only leads it.
    items         text[]    not null,
    fallen_number text      not null,
    fallen_item   text      not null,
    fallen_name   text      not null,
    said          text      not null,
    at            timestamp not null,
    -- Null until somebody of the department answers.
    answer        text,
    answered_by   text,
    answered_name text,
    answered_at   timestamp,
    primary key (region, number, id),
    foreign key (region, number) references approval.case_file,
    check ((answer is null) = (answered_by is null)),
    check ((answer is null) = (answered_name is null)),
    check ((answer is null) = (answered_at is null))
);

create index setback_open on approval.setback (region, department, at, id) where answer is null;

-- A ruling may also set a revocation (撤销决定) aside: the grant stands again.
alter table approval.ruling
    drop constraint ruling_kind_check,
    add constraint ruling_kind_check
        check (kind in ('UPHELD', 'UNLAWFUL', 'DECIDE_ANEW', 'CHANGED_TO_GRANT', 'CHANGED_TO_DENIAL', 'VOID', 'RESTORED'));
