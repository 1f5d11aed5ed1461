-- What stops a matter's clock and what lengthens it.

alter table approval.matter
    drop constraint matter_step_check,
    add constraint matter_step_check
        check (step in ('WAITING', 'REVIEW', 'SUSPENDED', 'DECIDE', 'CERTIFY', 'DELIVER', 'ENDED')),
    -- Days asked for and not answered yet; days granted, once at most (行政许可法 第四十二条). The limits have them included.
    add column extension_asked integer not null default 0 check (extension_asked between 0 and 10),
    add column extended        integer not null default 0 check (extended between 0 and 10),
    -- How many cards were raised, and when the next one is due: yellow, red, red by law; null if none is to come.
    add column cards           smallint not null default 0 check (cards between 0 and 3),
    add column next_card_at    timestamp,
    add constraint matter_extended_once check (extension_asked = 0 or extended = 0);

drop index approval.matter_inbox;
create index matter_inbox on approval.matter (region, department, step, promised_due, number, item)
    where step in ('REVIEW', 'SUSPENDED', 'DECIDE', 'CERTIFY');
-- What waits for the head of a department.
create index matter_extension_asked on approval.matter (region, department, promised_due, number, item)
    where extension_asked > 0 and step in ('REVIEW', 'DECIDE');

-- 特别程序: days that don't count, as the applicant was told (行政许可法 第四十五条).
create table approval.special_procedure (
    region       text    not null,
    number       text    not null,
    item         text    not null,
    seq          integer not null,
    kind         text    not null,
    reason       text    not null,
    begun_on     date    not null,
    expected_end date    not null,
    -- Null while it runs.
    ended_on     date,
    result       text    not null default '',
    -- Number of the document that told the applicant.
    document     text    not null,
    primary key (region, number, item, seq),
    foreign key (region, number, item) references approval.matter,
    check (begun_on <= expected_end and begun_on <= ended_on)
);

create unique index special_procedure_running on approval.special_procedure (region, number, item) where ended_on is null;

create index matter_next_card on approval.matter (region, next_card_at) where next_card_at is not null;

-- 黄牌、红牌: raised once each, and kept.
create table approval.card (
    region          text      not null,
    id              bigint    not null generated always as identity,
    number          text      not null,
    item            text      not null,
    kind            text      not null check (kind in ('YELLOW', 'RED', 'STATUTORY')),
    item_name       text      not null,
    department      text      not null,
    lead_department text      not null,
    -- The date that is near or was missed.
    due             timestamp not null,
    raised_at       timestamp not null,
    primary key (region, number, item, kind)
);

create index card_newest on approval.card (region, id desc);
create index card_by_department on approval.card (region, department, id desc);
create index card_by_lead on approval.card (region, lead_department, id desc);

-- By which holidays the clocks that run were last counted: after a new notice they are counted anew.
create table approval.counted (
    region  text not null primary key,
    edition text not null
);
