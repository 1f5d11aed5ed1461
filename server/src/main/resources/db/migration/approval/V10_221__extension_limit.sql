-- By how much an item's limits may be extended is its own law's to say, and what must be checked by technical standards, as content had it
-- when the case was accepted. What was accepted before: ten days (行政许可法 第四十二条第一款), and nothing.
alter table approval.matter
    add column extension_limit  smallint not null default 10,
    add column extension_ground text     not null default '行政许可法第四十二条第一款',
    add column technical_check  text;

create or replace function approval.is_sound(matter approval.matter) returns boolean
    language plpgsql immutable as
$$
begin
    return matter.step in ('WAITING', 'REVIEW', 'SUSPENDED', 'EXAMINE', 'DECIDE', 'TRANSFER', 'CERTIFY', 'DELIVER', 'SENT', 'ENDED')
        and matter.chain in ('ONE', 'TWO', 'THREE')
        and (matter.step <> 'EXAMINE' or matter.chain = 'THREE')
        and (matter.outcome is null or matter.outcome in ('GRANTED', 'DENIED', 'TERMINATED', 'WITHDRAWN')
             or matter.outcome = 'REVOKED' and matter.step = 'ENDED')
        and (matter.outcome is not null) = (matter.step in ('CERTIFY', 'DELIVER', 'SENT', 'ENDED'))
        and matter.pending >= 0
        and (matter.pending = 0 or matter.step = 'WAITING' or coalesce(matter.outcome, '') in ('TERMINATED', 'WITHDRAWN'))
        and (matter.opened_at is null) = (matter.promised_due is null)
        and (matter.recommendation is null or matter.recommendation in ('GRANT', 'DENY'))
        and matter.extension_limit between 1 and 60
        and matter.extension_asked between 0 and matter.extension_limit
        and matter.extended between 0 and matter.extension_limit
        and (matter.extension_asked = 0 or matter.extended = 0)
        and (matter.extension_asked = 0 or matter.outcome is null and matter.step <> 'TRANSFER')
        and (matter.technical_check is null or matter.technical_check in ('INSPECTION', 'TESTING', 'QUARANTINE'))
        and matter.cards between 0 and 3
        and matter.delivery_cards between 0 and 2
        and (matter.delivery_due is null or matter.outcome is not null)
        and (matter.delivery_card_at is null or matter.delivery_due is not null and matter.outcome = 'GRANTED')
        and (matter.step <> 'SENT' or matter.delivery_stopped is not null)
        and (matter.delivery_stopped is null or matter.step in ('SENT', 'ENDED'))
        and (matter.holder is null) = (matter.holder_name is null)
        and (matter.holder is null or matter.step in ('REVIEW', 'SUSPENDED', 'EXAMINE', 'DECIDE', 'CERTIFY'));
end
$$;

-- 承担机构: who carries a special procedure out; and who were sent to do it by technical standards (行政许可法 第五十五条第二款).
alter table approval.special_procedure
    add column body  text not null default '',
    add column staff text not null default '';
