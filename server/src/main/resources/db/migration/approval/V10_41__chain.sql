-- 办理环节: of how many people, as the item's department had it when the case was accepted (content's "chain").
-- What was accepted before is reviewed by one and decided by another.
alter table approval.matter
    add column chain       text not null default 'TWO',
    -- Who examined it (审核), until it is decided or sent back.
    add column examined_by text;

-- As before, with the chain, and the step EXAMINE that belongs to the chain of three. A grant on a declaration may be revoked: that ends
-- its matter, whether it was handed over or not.
alter table approval.matter drop constraint matter_is_sound;
drop function approval.is_sound(text, text, integer, timestamp, timestamp, text, integer, integer, smallint, text, text);

create function approval.is_sound(chain text, step text, outcome text, pending integer, opened_at timestamp, promised_due timestamp,
                                  recommendation text, extension_asked integer, extended integer, cards smallint, holder text,
                                  holder_name text) returns boolean
    language plpgsql immutable as
$$
begin
    return step in ('WAITING', 'REVIEW', 'SUSPENDED', 'EXAMINE', 'DECIDE', 'CERTIFY', 'DELIVER', 'ENDED')
        and chain in ('ONE', 'TWO', 'THREE')
        and (step <> 'EXAMINE' or chain = 'THREE')
        and (outcome is null or outcome in ('GRANTED', 'DENIED', 'TERMINATED', 'WITHDRAWN') or outcome = 'REVOKED' and step = 'ENDED')
        and (outcome is not null) = (step in ('CERTIFY', 'DELIVER', 'ENDED'))
        and pending >= 0
        and (pending = 0 or step = 'WAITING' or coalesce(outcome, '') in ('TERMINATED', 'WITHDRAWN'))
        and (opened_at is null) = (promised_due is null)
        and (recommendation is null or recommendation in ('GRANT', 'DENY'))
        and extension_asked between 0 and 10
        and extended between 0 and 10
        and (extension_asked = 0 or extended = 0)
        and (extension_asked = 0 or outcome is null)
        and cards between 0 and 3
        and (holder is null) = (holder_name is null)
        and (holder is null or step in ('REVIEW', 'SUSPENDED', 'EXAMINE', 'DECIDE', 'CERTIFY'));
end
$$;

alter table approval.matter
    add constraint matter_is_sound check (approval.is_sound(chain, step, outcome, pending, opened_at, promised_due, recommendation,
                                                            extension_asked, extended, cards, holder, holder_name));

drop index approval.matter_inbox;
create index matter_inbox on approval.matter (region, department, step, promised_due, number, item)
    where step in ('REVIEW', 'SUSPENDED', 'EXAMINE', 'DECIDE', 'CERTIFY');
drop index approval.matter_extension_asked;
create index matter_extension_asked on approval.matter (region, department, promised_due, number, item)
    where extension_asked > 0 and step in ('REVIEW', 'EXAMINE', 'DECIDE');
drop index approval.matter_held;
create index matter_held on approval.matter (region, holder, promised_due, number, item)
    where holder is not null and step in ('REVIEW', 'SUSPENDED', 'EXAMINE', 'DECIDE', 'CERTIFY');
