create schema if not exists approval;

create table approval.case_file (
    region          text      not null,
    number          text      not null,
    title           text      not null,
    one_thing       text,
    window_code     text      not null,
    lead_department text      not null,
    -- Masked, as lists show it; the whole name, which decisions are written to, is sealed.
    applicant       text      not null,
    addressee       bytea     not null,
    query_code      text      not null,
    edition         integer   not null,
    status          text      not null default 'RUNNING' check (status in ('RUNNING', 'CLOSED')),
    -- How many matters have not ended: whoever ends the last closes the case, and a counter under the row's lock can't
    -- miss that when two end at once.
    unended         integer   not null check (unended >= 0),
    accepted_at     timestamp not null,
    accepted_by     text      not null,
    -- Of the whole errand, along the chain of matters that wait for one another.
    promised_due    timestamp not null,
    statutory_due   timestamp not null,
    closed_at       timestamp,
    primary key (region, number),
    check ((status = 'CLOSED') = (unended = 0)),
    check ((status = 'CLOSED') = (closed_at is not null))
);

create index case_file_by_lead on approval.case_file (region, lead_department, status, promised_due, number);
create index case_file_by_due on approval.case_file (region, status, promised_due, number);

create table approval.matter (
    region             text      not null,
    number             text      not null,
    item               text      not null,
    -- Its place in an order in which nothing comes before what it waits for. Rows of a case are locked in this order.
    seq                integer   not null,
    item_name          text      not null,
    department         text      not null,
    legal_basis        text      not null,
    result             text      not null,
    after              text[]    not null,
    -- How many of those in "after" are not granted yet.
    pending            integer   not null check (pending >= 0),
    step               text      not null check (step in ('WAITING', 'REVIEW', 'DECIDE', 'CERTIFY', 'DELIVER', 'ENDED')),
    outcome            text check (outcome in ('GRANTED', 'DENIED', 'TERMINATED', 'WITHDRAWN')),
    promised_days      numeric   not null,
    promised_unit      text      not null,
    statutory_days     numeric,
    statutory_unit     text,
    opened_at          timestamp,
    promised_due       timestamp,
    statutory_due      timestamp,
    reviewed_by        text,
    recommendation     text check (recommendation in ('GRANT', 'DENY')),
    decided_at         timestamp,
    certificate_number text,
    -- When it came to the issuing window: what the promised date is held against.
    ready_at           timestamp,
    ended_at           timestamp,
    primary key (region, number, item),
    check ((step in ('CERTIFY', 'DELIVER', 'ENDED')) = (outcome is not null)),
    check ((opened_at is null) = (promised_due is null)),
    check (step = 'WAITING' or pending = 0 or outcome in ('TERMINATED', 'WITHDRAWN'))
);

-- A department's inbox, step by step, by due date: read by key, so that the thousandth page costs what the first does.
create index matter_inbox on approval.matter (region, department, step, promised_due, number, item)
    where step in ('REVIEW', 'DECIDE', 'CERTIFY');
-- What lies ready at the issuing window.
create index matter_ready on approval.matter (region, number) where step = 'DELIVER';

create table approval.history (
    region          text      not null,
    number          text      not null,
    id              bigint    not null generated always as identity,
    item            text      not null,
    at              timestamp not null,
    who             text      not null,
    who_name        text      not null,
    act             text      not null,
    from_step       text,
    to_step         text      not null,
    opinion         text      not null default '',
    ground          text      not null default '',
    -- Number of the official document that the act gave.
    document        text,
    idempotency_key text,
    primary key (region, number, id)
);

-- Keys are chosen by the caller, so two accounts may choose the same.
create unique index history_key on approval.history (region, who, idempotency_key) where idempotency_key is not null;
