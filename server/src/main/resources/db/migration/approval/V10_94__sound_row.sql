-- The check names the row instead of twelve of its columns: PostgreSQL reads and plans the text of a check anew for every statement that
-- writes to its table, and an act of an approver is one such statement.
create function approval.is_sound(matter approval.matter) returns boolean
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
        and (matter.holder is null) = (matter.holder_name is null)
        and (matter.holder is null or matter.step in ('REVIEW', 'SUSPENDED', 'EXAMINE', 'DECIDE', 'CERTIFY'));
end
$$;

alter table approval.matter
    drop constraint matter_is_sound,
    add constraint matter_is_sound check (approval.is_sound(matter));

drop function approval.is_sound(text, text, text, integer, timestamp, timestamp, text, integer, integer, smallint, text, text);
