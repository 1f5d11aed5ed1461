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

-- A grant may be revoked now: that ends its matter, whether it was handed over or not.
create or replace function approval.is_sound(step text, outcome text, pending integer, opened_at timestamp, promised_due timestamp, recommendation text,
                                             extension_asked integer, extended integer, cards smallint, holder text, holder_name text) returns boolean
    language plpgsql immutable as
$$
begin
    return step in ('WAITING', 'REVIEW', 'SUSPENDED', 'DECIDE', 'CERTIFY', 'DELIVER', 'ENDED')
        and (outcome is null or outcome in ('GRANTED', 'DENIED', 'TERMINATED', 'WITHDRAWN') or outcome = 'REVOKED' and step = 'ENDED')
        and (outcome is not null) = (step in ('CERTIFY', 'DELIVER', 'ENDED'))
        and pending >= 0
        and (pending = 0 or step = 'WAITING' or coalesce(outcome, '') in ('TERMINATED', 'WITHDRAWN'))
        and (opened_at is null) = (promised_due is null)
        and (recommendation is null or recommendation in ('GRANT', 'DENY'))
        and extension_asked between 0 and 10
        and extended between 0 and 10
        and (extension_asked = 0 or extended = 0)
        and (extension_asked = 0 or outcome is null)
        and cards between 0 and 3
        and (holder is null) = (holder_name is null)
        and (holder is null or step in ('REVIEW', 'SUSPENDED', 'DECIDE', 'CERTIFY'));
end
$$;
