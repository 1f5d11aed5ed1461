-- 告知承诺: matters that may be granted on the applicant's declaration, and the check that follows. A small life beside the matter's own:
-- nothing waits for it, neither hand-over nor the case's end. Only matters with a signed declaration have a row.
create table approval.declaration (
    region      text    not null,
    number      text    not null,
    item        text    not null,
    department  text    not null,
    -- Verify code of the declaration that was signed.
    document    text    not null,
    state       text    not null check (state in ('SIGNED', 'CHECK_DUE', 'MENDING', 'CONFIRMED', 'REVOKED')),
    -- Working days to check, from the grant; and to mend what was not as declared.
    check_days  integer not null,
    mend_days   integer not null,
    -- Last day to check, or to mend.
    due         date,
    -- What the check found.
    found       text    not null default '',
    settled_on  date,
    primary key (region, number, item),
    foreign key (region, number, item) references approval.matter,
    check ((due is not null) = (state in ('CHECK_DUE', 'MENDING'))),
    check ((settled_on is not null) = (state in ('CONFIRMED', 'REVOKED')))
);

-- A department's list: first what is due first; what isn't granted yet has no day and comes last.
create index declaration_open on approval.declaration (region, department, due, number, item)
    where state in ('SIGNED', 'CHECK_DUE', 'MENDING');
