-- Licences of several departments in one case are decided within forty-five working days together (行政许可法 第四十二条第二款): a clock of the
-- case, with a yellow and a red card for those who haven't decided. When it is to be looked at next, for special procedures and holidays
-- move it; null for cases that have none, and once no further card is to come.
alter table approval.case_file
    add column joint_cards   smallint not null default 0 check (joint_cards between 0 and 2),
    add column joint_card_at timestamp;

update approval.case_file set joint_card_at = accepted_at where joint_days is not null and status = 'RUNNING';

create index case_file_joint_card on approval.case_file (region, joint_card_at) where joint_card_at is not null;

alter table approval.card
    drop constraint card_kind_check,
    add constraint card_kind_check
        check (kind in ('YELLOW', 'RED', 'STATUTORY', 'DELIVERY_YELLOW', 'DELIVERY_RED', 'JOINT_YELLOW', 'JOINT_RED'));
