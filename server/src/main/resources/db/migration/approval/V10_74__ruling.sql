-- 复议、诉讼结果: what an organ of review or a court ruled on what was decided; written down once each, and kept.
create table approval.ruling (
    region          text      not null,
    number          text      not null,
    item            text      not null,
    -- Its place among the matter's, from 1.
    seq             integer   not null,
    organ           text      not null check (organ in ('REVIEW_ORGAN', 'COURT')),
    organ_name      text      not null,
    -- Number of the organ's own document.
    document        text      not null,
    dated           date      not null,
    reached_on      date      not null,
    kind            text      not null
        check (kind in ('UPHELD', 'UNLAWFUL', 'DECIDE_ANEW', 'CHANGED_TO_GRANT', 'CHANGED_TO_DENIAL', 'VOID')),
    -- What it rules, in its own words.
    rules           text      not null,
    -- 补救措施, if it orders any.
    remedy          text      not null default '',
    -- Whether only the procedure was found unlawful: then the same may be decided again.
    procedural      boolean   not null default false,
    -- What it is about: the outcome as it stood, who had decided it, and the documents that hold no longer.
    outcome         text      not null,
    decided_by      text,
    taken_back      text[]    not null default '{}',
    -- The limit that it sets, if it sets one.
    days            integer check (days > 0),
    unit            text,
    who             text      not null,
    who_name        text      not null,
    at              timestamp not null,
    primary key (region, number, item, seq),
    foreign key (region, number, item) references approval.matter,
    check (dated <= reached_on),
    check ((days is null) = (unit is null) and (days is null or kind = 'DECIDE_ANEW'))
);
-- The same ruling is written down once.
create unique index ruling_once on approval.ruling (region, number, item, organ_name, document);

-- What a ruling opened again has its own limit, begins its cards anew, and is decided by somebody else than before, who may not just
-- repeat the decision that was set aside (行政复议法 第六十四条第二款; 行政诉讼法 第七十一条).
alter table approval.matter
    add column round          smallint not null default 0,
    add column anew_days      numeric,
    add column anew_unit      text,
    add column decided_before text,
    add column set_aside      text;

alter table approval.card
    add column round smallint not null default 0,
    drop constraint card_pkey,
    add primary key (region, number, item, round, kind);
