-- 物料流转单: paper of a case goes from the window that accepted it to a department, which confirms that it has it, or objects.
create table approval.slip (
    region          text      not null,
    id              bigint    not null generated always as identity,
    number          text      not null,
    department      text      not null,
    -- The department's first item of the case, at which it is shown who owes what.
    item            text      not null,
    window_code     text      not null,
    lines           jsonb     not null,
    handed_by       text      not null,
    handed_name     text      not null,
    handed_at       timestamp not null,
    idempotency_key text,
    -- Null until the department answers; an empty objection is none.
    objection       text,
    answered_by     text,
    answered_name   text,
    answered_at     timestamp,
    -- What was objected to was handed over again, by a later slip.
    replaced        boolean   not null default false,
    primary key (region, id),
    foreign key (region, number) references approval.case_file,
    check ((objection is null) = (answered_by is null)),
    check ((objection is null) = (answered_name is null)),
    check ((objection is null) = (answered_at is null)),
    check (not replaced or objection <> '')
);

create index slip_of_case on approval.slip (region, number);
create unique index slip_key on approval.slip (region, handed_by, idempotency_key) where idempotency_key is not null;
-- What a department owes an answer to, and what a window has under way.
create index slip_of_department on approval.slip (region, department, handed_at) where objection is null;
create index slip_of_window on approval.slip (region, window_code, handed_at)
    where objection is null or objection <> '' and not replaced;
