-- What an organ of review or a court set a day for is no case yet: its red card has no item and no department, and is for the window that
-- takes in, and for who leads that.
alter table approval.card
    drop constraint card_kind_check,
    add constraint card_kind_check
        check (kind in ('YELLOW', 'RED', 'STATUTORY', 'DELIVERY_YELLOW', 'DELIVERY_RED', 'JOINT_YELLOW', 'JOINT_RED',
                        'HEARING_YELLOW', 'HEARING_RED', 'CHECK_YELLOW', 'CHECK_RED', 'ORDER_YELLOW', 'ORDER_RED', 'TECHNICAL_RED', 'ANSWER_RED'))
        not valid;
