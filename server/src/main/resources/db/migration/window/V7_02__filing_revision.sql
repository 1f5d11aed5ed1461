-- Which revisions a filing began, and at which save it left each: what somebody has saved since then, no later filing writes over.
create table "window".filing_revision (
    region   text   not null,
    filing   bigint not null,
    revision bigint not null,
    saves    int    not null,
    primary key (region, filing, revision),
    foreign key (region, filing) references "window".filing (region, id)
);

-- How filings before left theirs nobody knows: no save has the number 0, so they count as edited.
insert into "window".filing_revision (region, filing, revision, saves)
select region, id, unnest(revisions), 0 from "window".filing;

alter table "window".filing drop column revisions;

-- What a program did under which key: the same call again is answered as the first time.
alter table "window".filing add column idempotency_key text;
-- Of the file that came under the key: the same key with another file is a mistake to be told.
alter table "window".filing add column digest text;
create unique index filing_key on "window".filing (region, who, idempotency_key) where idempotency_key is not null;

alter table "window".round add column idempotency_key text;
create unique index round_key on "window".round (region, opened_by, idempotency_key) where idempotency_key is not null;

alter table "window".reminder add column idempotency_key text;
create unique index reminder_key on "window".reminder (region, who, idempotency_key) where idempotency_key is not null;
