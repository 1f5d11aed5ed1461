-- The checks of a matter's row, in one function. PostgreSQL reads the text of a table's checks anew for every statement that writes to
-- it, which for fourteen of them cost more than the writing; a function in PL/pgSQL it reads once a session.
create function approval.is_sound(step text, outcome text, pending integer, opened_at timestamp, promised_due timestamp, recommendation text,
                                  extension_asked integer, extended integer, cards smallint, holder text, holder_name text) returns boolean
    language plpgsql immutable as
$$
begin
    return step in ('WAITING', 'REVIEW', 'SUSPENDED', 'DECIDE', 'CERTIFY', 'DELIVER', 'ENDED')
        and (outcome is null or outcome in ('GRANTED', 'DENIED', 'TERMINATED', 'WITHDRAWN'))
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
        and (holder is null or step in ('REVIEW', 'SUSPENDED', 'DECIDE', 'CERTIFY'));
end
$$;

alter table approval.matter
    drop constraint matter_step_check,
    drop constraint matter_outcome_check,
    drop constraint matter_check,
    drop constraint matter_pending_check,
    drop constraint matter_check2,
    drop constraint matter_check1,
    drop constraint matter_recommendation_check,
    drop constraint matter_extension_asked_check,
    drop constraint matter_extended_check,
    drop constraint matter_extended_once,
    drop constraint matter_asked_while_undecided,
    drop constraint matter_cards_check,
    drop constraint matter_holder_named,
    drop constraint matter_held_while_open,
    add constraint matter_is_sound check (approval.is_sound(step, outcome, pending, opened_at, promised_due, recommendation, extension_asked,
                                                            extended, cards, holder, holder_name));
