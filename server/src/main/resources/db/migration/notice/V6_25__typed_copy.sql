-- A fair copy as a row of its own type instead of JSON: every act of an approver issues a document, and reading JSON was a noticeable part
-- of what the database spent on it. The text is sealed before, and comes as the hexadecimal digits that bytea is written in.
create type notice.fair_copy as (
    region      text,
    kind        text,
    mark        text,
    year        int,
    verify_code text,
    subject     text,
    addressee   text,
    issuer      text,
    date        date,
    at          timestamp,
    text        bytea
);

drop function notice.issue(jsonb);

create function notice.issue(copy notice.fair_copy) returns text
    language plpgsql strict as
$$
declare
    place      bigint;
    its_number text;
begin
    update notice.counter set last = last + 1
    where region = copy.region and kind = copy.kind and year = copy.year
    returning last into place;
    if not found then
        insert into notice.counter (region, kind, year, last) values (copy.region, copy.kind, copy.year, 1)
        on conflict (region, kind, year) do update set last = counter.last + 1
        returning last into place;
    end if;
    its_number := concat(copy.mark, '〔', copy.year, '〕', lpad(place::text, greatest(5, length(place::text)), '0'), '号');
    insert into notice.document (region, number, verify_code, kind, subject, addressee, issuer, issued_on, issued_at, text)
    values (copy.region, its_number, copy.verify_code, copy.kind, copy.subject, copy.addressee, copy.issuer, copy.date, copy.at, copy.text);
    return its_number;
end
$$;
