-- 寄出、公告: what was mailed, passed on or announced lies at the window no more, and hasn't reached the applicant as far as is known.
-- delivery_stopped is the day that ended the delivery's clock: on which it was sent, or signed for elsewhere; null while the clock runs, and
-- of what was fetched at the window, where it is the minute of the hand-over.
alter table approval.matter add column delivery_stopped date;

create index matter_sent on approval.matter (region, number) where step = 'SENT';

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
        and matter.extension_asked between 0 and 10
        and matter.extended between 0 and 10
        and (matter.extension_asked = 0 or matter.extended = 0)
        and (matter.extension_asked = 0 or matter.outcome is null and matter.step <> 'TRANSFER')
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
