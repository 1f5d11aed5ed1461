-- The last number of each kind in each year. A sequence would leave a gap wherever an act came to nothing; this row is taken back with
-- it. Who issues one of a kind waits for whoever is just issuing one of it: for the rest of one statement, as a rule.
create table notice.counter (
    region text   not null,
    kind   text   not null,
    year   int    not null,
    last   bigint not null,
    primary key (region, kind, year)
) with (fillfactor = 20); -- a page of room, so that the row never has to move

insert into notice.counter (region, kind, year, last)
select region, kind, substring(number from '〔(\d{4})〕')::int as year, max(substring(number from '〕(\d+)号')::bigint)
from notice.document
group by region, kind, year;

create or replace function notice.issue(copy jsonb) returns text
    language plpgsql strict as
$$
declare
    its_region text := copy ->> 'region';
    its_kind   text := copy ->> 'kind';
    its_year   int  := (copy ->> 'year')::int;
    place      bigint;
    its_number text;
begin
    update notice.counter set last = last + 1 where region = its_region and kind = its_kind and year = its_year returning last into place;
    if not found then
        insert into notice.counter (region, kind, year, last) values (its_region, its_kind, its_year, 1)
        on conflict (region, kind, year) do update set last = counter.last + 1
        returning last into place;
    end if;
    its_number := concat(copy ->> 'mark', '〔', its_year, '〕', lpad(place::text, greatest(5, length(place::text)), '0'), '号');
    insert into notice.document (region, number, verify_code, kind, subject, addressee, issuer, issued_on, issued_at, text)
    values (its_region, its_number, copy ->> 'verifyCode', its_kind, copy ->> 'subject', copy ->> 'addressee', copy ->> 'issuer',
            (copy ->> 'date')::date, (copy ->> 'at')::timestamp, decode(copy ->> 'text', 'base64'));
    return its_number;
end
$$;

drop table notice.year;

do
$$
declare
    old text;
begin
    for old in select format('%I.%I', schemaname, sequencename) from pg_sequences where schemaname = 'notice' and sequencename like 'number\_%' loop
        execute 'drop sequence ' || old;
    end loop;
end
$$;
