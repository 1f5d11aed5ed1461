-- A declaration may be taken back before anything is granted on it: the matter goes on in the ordinary way.
alter table approval.declaration
    drop constraint declaration_state_check,
    drop constraint declaration_check1,
    add constraint declaration_state_check
        check (state in ('SIGNED', 'TAKEN_BACK', 'CHECK_DUE', 'MENDING', 'CONFIRMED', 'REVOKED')),
    add constraint declaration_settled_check
        check ((settled_on is not null) = (state in ('TAKEN_BACK', 'CONFIRMED', 'REVOKED')));
