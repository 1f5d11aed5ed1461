-- 复议、诉讼结果: what an organ of review or a court ruled on the refusal of an application (不予受理); written down once each, and kept.
create table intake.ruling (
    region     text        not null,
    number     text        not null,
    -- Its place among the application's, from 1.
    seq        integer     not null,
    organ      text        not null check (organ in ('REVIEW_ORGAN', 'COURT')),
    organ_name text        not null,
    -- Number of the organ's own document.
    document   text        not null,
    dated      date        not null,
    reached_on date        not null,
    kind       text        not null check (kind in ('UPHELD', 'UNLAWFUL', 'REVOKED', 'ORDERED')),
    -- What it rules, in its own words.
    rules      text        not null,
    -- 补救措施, if it orders any.
    remedy     text        not null default '',
    -- Number of the refusal that it is about.
    refusal    text        not null,
    who        text        not null,
    who_name   text        not null,
    at         timestamptz not null,
    primary key (region, number, seq),
    foreign key (region, number) references intake.application,
    check (dated <= reached_on)
);
-- The same ruling is written down once.
create unique index ruling_once on intake.ruling (region, number, organ_name, document);
