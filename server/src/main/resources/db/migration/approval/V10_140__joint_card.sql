-- Licences of several departments in one case are decided within forty-five working days together (行政许可法 第四十二条第二款): a clock of the
-- case, with a yellow and a red card for those who haven't decided. When it is to be looked at next, for special procedures and holidays
-- move it; null for cases that have none, and once no further card is to come.
-- Not valid: every row of before has no joint card yet, and a kind of card that was allowed before, so none has to be read for it while
-- the tables are locked.
alter table approval.case_file
    add column joint_cards   smallint not null default 0,
    add column joint_card_at timestamp,
    add constraint case_file_joint_cards_check check (joint_cards between 0 and 2) not valid;

alter table approval.card
    drop constraint card_kind_check,
    add constraint card_kind_check
        check (kind in ('YELLOW', 'RED', 'STATUTORY', 'DELIVERY_YELLOW', 'DELIVERY_RED', 'JOINT_YELLOW', 'JOINT_RED'))
        not valid;
