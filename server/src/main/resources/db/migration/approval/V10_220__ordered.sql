-- 责令履行 (行政复议法 第六十六条, 行政诉讼法 第七十二条): an open matter is ordered to be decided, within a time that the ruling sets.
alter table approval.ruling
    alter column outcome drop not null,
    -- Of an order, which round of the matter it is about: once that is decided the order is over.
    add column ordered_round smallint,
    drop constraint ruling_kind_check,
    add constraint ruling_kind_check
        check (kind in ('UPHELD', 'UNLAWFUL', 'DECIDE_ANEW', 'SET_ASIDE', 'CHANGED_TO_GRANT', 'CHANGED_TO_DENIAL', 'VOID', 'ORDERED',
                        'RESTORED')),
    drop constraint ruling_check1,
    add constraint ruling_time_check
        check ((days is null) = (unit is null) and (days is null or kind in ('DECIDE_ANEW', 'ORDERED'))),
    add constraint ruling_order_check
        check ((kind = 'ORDERED') = (ordered_round is not null) and (kind <> 'ORDERED' or days is not null and outcome is null));

create index ruling_ordered on approval.ruling (region, number, item) where kind = 'ORDERED';

alter table approval.card
    drop constraint card_kind_check,
    add constraint card_kind_check
        check (kind in ('YELLOW', 'RED', 'STATUTORY', 'DELIVERY_YELLOW', 'DELIVERY_RED', 'JOINT_YELLOW', 'JOINT_RED',
                        'HEARING_YELLOW', 'HEARING_RED', 'CHECK_YELLOW', 'CHECK_RED', 'ORDER_YELLOW', 'ORDER_RED'))
        not valid;
