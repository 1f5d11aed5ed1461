-- What was granted on a declaration has cards of its own until it is checked: the days that they were raised for.
alter table approval.declaration
    add column yellow_for date,
    add column red_for    date;

-- A clock may run more than once in a round: each time it is due on another day.
alter table approval.card
    drop constraint card_pkey,
    add primary key (region, number, item, round, kind, due),
    drop constraint card_kind_check,
    add constraint card_kind_check
        check (kind in ('YELLOW', 'RED', 'STATUTORY', 'DELIVERY_YELLOW', 'DELIVERY_RED', 'JOINT_YELLOW', 'JOINT_RED',
                        'HEARING_YELLOW', 'HEARING_RED', 'CHECK_YELLOW', 'CHECK_RED'))
        not valid;

create index declaration_due on approval.declaration (region, due) where state in ('CHECK_DUE', 'MENDING');
