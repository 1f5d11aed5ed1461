create schema if not exists notice;

-- Issued documents. Nothing here is ever changed: what was handed out stays what it was.
create table notice.document (
    region      text      not null,
    number      text      not null,
    verify_code text      not null,
    kind        text      not null,
    subject     text      not null,
    addressee   text      not null, -- masked
    issuer      text      not null,
    issued_on   date      not null,
    issued_at   timestamp not null,
    text        bytea     not null, -- sealed JSON
    primary key (region, number)
);

create unique index document_by_verify_code on notice.document (region, verify_code);
create index document_by_subject on notice.document (region, subject, issued_at);

-- Each document as first printed.
create table notice.print (
    region     text      not null,
    number     text      not null,
    content    bytea     not null, -- sealed PDF
    digest     text      not null, -- SM3 of the PDF
    printed_at timestamp not null,
    primary key (region, number),
    foreign key (region, number) references notice.document
);

-- What each kind's sequence had given out when a year began.
create table notice.year (
    region text   not null,
    kind   text   not null,
    year   int    not null,
    before bigint not null,
    primary key (region, kind, year)
);

create sequence notice.number_receipt;
create sequence notice.number_one_time_notice;
create sequence notice.number_acceptance;
create sequence notice.number_deferred_acceptance;
create sequence notice.number_deferral_promise;
create sequence notice.number_refusal;
create sequence notice.number_grant;
create sequence notice.number_denial;
create sequence notice.number_termination;
create sequence notice.number_certificate;
create sequence notice.number_delivery_receipt;
create sequence notice.number_guide_notice;
