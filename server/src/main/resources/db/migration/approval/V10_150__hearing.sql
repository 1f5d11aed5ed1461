-- 听证 (行政许可法 第四十六条、第四十七条、第四十八条).
alter table approval.matter
    -- Up to this day, with it, nothing is decided, for somebody may still ask for a hearing; infinity as soon as one is to be held.
    add column hearing_until  date,
    -- Account of who presides over the last one: who presides doesn't review.
    add column presided_by    text,
    -- Number of the last one's record, on which the decision rests.
    add column hearing_record text;

create table approval.hearing (
    region         text      not null,
    number         text      not null,
    item           text      not null,
    -- Its place among the matter's, from 1.
    seq            integer   not null,
    -- 利害关系人: a name and an address a line, sealed.
    others         bytea     not null,
    -- Null if the department holds it of its own motion.
    told_at        timestamp,
    ask_until      date,
    -- Null as long as nobody asked for it: 0 the applicant, else the place among the others, from 1.
    asked_by       integer,
    asked_on       date,
    -- Null as long as nobody was called to it.
    called_at      timestamp,
    at             timestamp,
    place          text,
    presider       text,
    presider_name  text,
    -- Null while it is open: it ends with its record, or because nobody wants it any more.
    ended_at       timestamp,
    waived         boolean   not null,
    -- Numbers of its documents.
    papers         text[]    not null,
    -- Those of them that call to it.
    calls          text[]    not null default '{}',
    primary key (region, number, item, seq),
    foreign key (region, number, item) references approval.matter,
    check ((told_at is null) = (ask_until is null)),
    check ((asked_by is null) = (asked_on is null) and (asked_by is null or asked_on <= ask_until)),
    check ((called_at is null) = (at is null) and (called_at is null) = (presider is null)),
    check (told_at is not null or called_at is not null),
    check (not waived or ended_at is not null)
);
