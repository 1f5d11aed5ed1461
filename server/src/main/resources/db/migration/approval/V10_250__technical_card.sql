-- What is checked by technical standards has a card of its own: two people are to be sent within five working days (行政许可法 第五十五条第二款). In which
-- round of the matter that is settled, in time or with its card; null in none.
alter table approval.matter
    add column technical_settled smallint;

-- What was left before this was counted has no card of it.
update approval.matter set technical_settled = round where technical_check is not null and step not in ('WAITING', 'REVIEW', 'TRANSFER', 'SUSPENDED');

create index matter_technical on approval.matter (region, opened_at)
    where technical_check is not null and technical_settled is distinct from round;

alter table approval.card
    drop constraint card_kind_check,
    add constraint card_kind_check
        check (kind in ('YELLOW', 'RED', 'STATUTORY', 'DELIVERY_YELLOW', 'DELIVERY_RED', 'JOINT_YELLOW', 'JOINT_RED',
                        'HEARING_YELLOW', 'HEARING_RED', 'CHECK_YELLOW', 'CHECK_RED', 'ORDER_YELLOW', 'ORDER_RED', 'TECHNICAL_RED'))
        not valid;
