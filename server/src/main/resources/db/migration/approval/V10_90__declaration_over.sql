-- A declaration is over with its matter, unless that ends by a grant: what begins again after a ruling is decided in the ordinary way.
-- What ended only because of another keeps its own, for it comes back as it was.
alter table approval.declaration
    drop constraint declaration_state_check,
    drop constraint declaration_settled_check,
    add constraint declaration_state_check
        check (state in ('SIGNED', 'TAKEN_BACK', 'OVER', 'CHECK_DUE', 'MENDING', 'CONFIRMED', 'REVOKED')),
    add constraint declaration_settled_check
        check ((settled_on is not null) = (state in ('TAKEN_BACK', 'OVER', 'CONFIRMED', 'REVOKED')));

-- Of what ended before, and of what began again with a check of an earlier grant still due.
update approval.declaration d
set state = 'OVER', due = null, settled_on = coalesce(m.ended_at, m.decided_at, localtimestamp)::date
from approval.matter m
where m.region = d.region and m.number = d.number and m.item = d.item
  and (m.outcome in ('DENIED', 'WITHDRAWN') and d.state in ('SIGNED', 'CHECK_DUE', 'MENDING', 'CONFIRMED')
       or m.outcome is null and d.state in ('CHECK_DUE', 'MENDING', 'CONFIRMED'));
