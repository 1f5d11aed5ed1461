-- The door for the statements of other rooms: issues the document that notice.FairCopy wrote out, in the very statement that
-- needs it, so that none is issued for what then doesn't happen. The number comes from the sequence of its kind, for which no other
-- issue waits; numbers begin anew each year: what the sequence had given out before is taken off. Null for null.
create function notice.issue(copy jsonb) returns text
    language plpgsql strict as
$$
declare
    its_region text   := copy ->> 'region';
    its_kind   text   := copy ->> 'kind';
    its_year   int    := (copy ->> 'year')::int;
    given      bigint := nextval(('notice.number_' || lower(its_kind))::regclass);
    place      bigint;
    its_number text;
begin
    select given - before into place from notice.year where region = its_region and kind = its_kind and year = its_year;
    if not found then
        insert into notice.year (region, kind, year, before) values (its_region, its_kind, its_year, given - 1) on conflict do nothing;
        select given - before into place from notice.year where region = its_region and kind = its_kind and year = its_year;
        -- Of two that begin a year at once, one may hold a number from before the other's beginning.
        if place < 1 then
            return notice.issue(copy);
        end if;
    end if;
    its_number := concat(copy ->> 'mark', '〔', its_year, '〕', lpad(place::text, greatest(5, length(place::text)), '0'), '号');
    insert into notice.document (region, number, verify_code, kind, subject, addressee, issuer, issued_on, issued_at, text)
    values (its_region, its_number, copy ->> 'verifyCode', its_kind, copy ->> 'subject', copy ->> 'addressee', copy ->> 'issuer',
            (copy ->> 'date')::date, (copy ->> 'at')::timestamp, decode(copy ->> 'text', 'base64'));
    return its_number;
end
$$;
