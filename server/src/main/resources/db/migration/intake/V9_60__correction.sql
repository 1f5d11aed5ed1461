-- 当场更正: what an applicant had handed in and the window corrected with him (行政许可法 第三十二条第一款第三项).
create table intake.correction (
    region   text        not null,
    number   text        not null,
    id       bigint generated always as identity,
    field    text        not null,
    was      bytea       not null, -- what was handed in, sealed
    at       timestamptz not null,
    who      text        not null,
    document text, -- verify code of the record; null as long as there is none
    primary key (region, number, id),
    foreign key (region, number) references intake.application on delete cascade
);

-- However often it is typed anew: what counts is what was handed in.
create unique index correction_open on intake.correction (region, number, field) where document is null;
