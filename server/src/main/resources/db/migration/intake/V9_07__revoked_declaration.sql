-- Declarations that turned out untrue: whoever made one decides on none again (告知承诺, 国办发〔2020〕42号). The applicant is known by the
-- keyed digest of the identity number, as in the applications' table.
create table intake.revoked_declaration (
    region                text        not null,
    applicant_fingerprint text        not null,
    number                text        not null,
    item                  text        not null,
    revoked_at            timestamptz not null,
    primary key (region, applicant_fingerprint, number, item)
);
