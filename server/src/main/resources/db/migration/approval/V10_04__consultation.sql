-- 征求意见: a department that decides asks another for its opinion, until a day.
create table approval.consultation (
    region          text      not null,
    number          text      not null,
    item            text      not null,
    -- Its place among the matter's, from 1.
    seq             integer   not null,
    item_name       text      not null,
    by_department   text      not null,
    department      text      not null,
    question        text      not null,
    until           date      not null,
    asked_by        text      not null,
    asked_by_name   text      not null,
    asked_at        timestamp not null,
    -- Null until answered.
    opinion         text check (opinion in ('AGREE', 'CONDITIONALLY', 'DISAGREE')),
    answer          text      not null default '',
    answered_by     text,
    answered_name   text,
    answered_at     timestamp,
    idempotency_key text,
    primary key (region, number, item, seq),
    foreign key (region, number, item) references approval.matter,
    check (department <> by_department),
    check ((opinion is null) = (answered_at is null) and (opinion is null) = (answered_by is null))
);

create unique index consultation_key on approval.consultation (region, asked_by, idempotency_key) where idempotency_key is not null;
-- What a department is asked: first what waits for it, by its day.
create index consultation_asked on approval.consultation (region, department, until, number, item, seq) where opinion is null;
