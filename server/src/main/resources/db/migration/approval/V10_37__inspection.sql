-- 联合踏勘: one appointment on the spot for several departments of a case, and one record of what they found.

-- 行政许可法 第三十四条第三款: two officers or more, so two different ones.
create function approval.are_two(officers text[]) returns boolean
    language sql immutable as
$$
select count(distinct officer) >= 2 from unnest(officers) as officer
$$;

create table approval.inspection (
    region     text      not null,
    number     text      not null,
    -- Its place among the case's, from 1.
    seq        integer   not null,
    -- Of who proposed it.
    department text      not null,
    state      text      not null check (state in ('PROPOSED', 'AGREED', 'CLOSED', 'CANCELLED')),
    place      text      not null,
    at         timestamp not null,
    subject    text      not null,
    prepare    text      not null,
    -- How often it was appointed: answers are to this time and place.
    round      integer   not null default 1,
    -- Since when answers are owed.
    since      timestamp not null,
    -- Why it was last moved, or cancelled.
    reason     text      not null default '',
    -- Number of the last document that told the applicant; null if nobody was told anything yet.
    document   text,
    record     text,
    -- What the applicant said on the spot.
    words      text      not null default '',
    primary key (region, number, seq),
    foreign key (region, number) references approval.case_file,
    check ((state = 'CLOSED') = (record is not null))
);

-- What is to come, by day.
create index inspection_to_come on approval.inspection (region, at, number, seq) where state in ('PROPOSED', 'AGREED');

-- What it is about. A matter that was decided or has ended drops out by itself: that is read from the matter, never written here, so
-- that a decision has nothing more to do.
create table approval.inspection_matter (
    region text    not null,
    number text    not null,
    seq    integer not null,
    item   text    not null,
    primary key (region, number, seq, item),
    foreign key (region, number, seq) references approval.inspection,
    foreign key (region, number, item) references approval.matter
);

create table approval.inspection_department (
    region        text    not null,
    number        text    not null,
    seq           integer not null,
    department    text    not null,
    -- Null until answered.
    answer        text check (answer in ('COMES', 'NOT_NEEDED', 'OTHER_HOUR')),
    officers      text[]  not null default '{}',
    answer_text   text    not null default '',
    other_at      timestamp,
    answered_by   text,
    answered_name text,
    answered_at   timestamp,
    -- Null until it wrote down what it found.
    result        text check (result in ('CONFORMS', 'FAILS', 'TO_MEND')),
    result_text   text    not null default '',
    found_by      text,
    found_name    text,
    found_at      timestamp,
    primary key (region, number, seq, department),
    foreign key (region, number, seq) references approval.inspection,
    check ((answer is null) = (answered_by is null) and (answer is null) = (answered_at is null)),
    check (answer is distinct from 'COMES' or approval.are_two(officers)),
    check ((answer is not distinct from 'OTHER_HOUR') = (other_at is not null)),
    check (result is null or answer is not distinct from 'COMES'),
    check ((result is null) = (found_by is null) and (result is null) = (found_at is null))
);

create table approval.inspection_history (
    region          text      not null,
    number          text      not null,
    seq             integer   not null,
    id              bigint    not null generated always as identity,
    at              timestamp not null,
    who             text      not null,
    who_name        text      not null,
    department      text,
    act             text      not null,
    text            text      not null default '',
    document        text,
    idempotency_key text,
    primary key (region, number, seq, id),
    foreign key (region, number, seq) references approval.inspection
);

create unique index inspection_history_key on approval.inspection_history (region, who, idempotency_key) where idempotency_key is not null;
