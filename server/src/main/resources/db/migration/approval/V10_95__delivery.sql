-- What was granted is certified and handed over within ten working days of the decision (行政许可法 第四十四条): a clock beside that of the
-- promise, with a yellow and a red card of its own. Null until granted; delivery_card_at also once no further card is to come.
alter table approval.matter
    add column delivery_due     timestamp,
    add column delivery_cards   smallint not null default 0,
    add column delivery_card_at timestamp;

create index matter_delivery_card on approval.matter (region, delivery_card_at) where delivery_card_at is not null;

create or replace function approval.is_sound(matter approval.matter) returns boolean
    language plpgsql immutable as
$$
begin
    return matter.step in ('WAITING', 'REVIEW', 'SUSPENDED', 'EXAMINE', 'DECIDE', 'TRANSFER', 'CERTIFY', 'DELIVER', 'ENDED')
        and matter.chain in ('ONE', 'TWO', 'THREE')
        and (matter.step <> 'EXAMINE' or matter.chain = 'THREE')
        and (matter.outcome is null or matter.outcome in ('GRANTED', 'DENIED', 'TERMINATED', 'WITHDRAWN')
             or matter.outcome = 'REVOKED' and matter.step = 'ENDED')
        and (matter.outcome is not null) = (matter.step in ('CERTIFY', 'DELIVER', 'ENDED'))
        and matter.pending >= 0
        and (matter.pending = 0 or matter.step = 'WAITING' or coalesce(matter.outcome, '') in ('TERMINATED', 'WITHDRAWN'))
        and (matter.opened_at is null) = (matter.promised_due is null)
        and (matter.recommendation is null or matter.recommendation in ('GRANT', 'DENY'))
        and matter.extension_asked between 0 and 10
        and matter.extended between 0 and 10
        and (matter.extension_asked = 0 or matter.extended = 0)
        and (matter.extension_asked = 0 or matter.outcome is null and matter.step <> 'TRANSFER')
        and matter.cards between 0 and 3
        and matter.delivery_cards between 0 and 2
        and (matter.delivery_due is null or matter.outcome is not null)
        and (matter.delivery_card_at is null or matter.delivery_due is not null and matter.outcome = 'GRANTED')
        and (matter.holder is null) = (matter.holder_name is null)
        and (matter.holder is null or matter.step in ('REVIEW', 'SUSPENDED', 'EXAMINE', 'DECIDE', 'CERTIFY'));
end
$$;

-- A card without a department is the issuing window's.
alter table approval.card
    alter column department drop not null,
    drop constraint card_kind_check,
    add constraint card_kind_check check (kind in ('YELLOW', 'RED', 'STATUTORY', 'DELIVERY_YELLOW', 'DELIVERY_RED'));

-- Whatever was granted before and isn't handed over gets its date when all is counted next.
delete from approval.counted;
