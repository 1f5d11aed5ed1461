-- The numbers that may be given next. Counting up one row made everybody who issued a document of a kind wait until the one before was
-- safe on the disk; now each takes the lowest number that nobody else is just taking. An act that comes to nothing gives its number
-- back, and the next document of the kind bears it: no number is ever lost, though the order of time may differ from theirs by a few.
create table notice.free_number (
    region text   not null,
    kind   text   not null,
    year   int    not null,
    number bigint not null,
    primary key (region, kind, year, number)
);

-- From now on the last number that was laid out, not the last that was given. Below the lowest there is nothing to look for: without it
-- everybody would step over all that was taken since the last vacuum.
alter table notice.counter add column lowest bigint not null default 1;
comment on column notice.counter.last is 'the highest number of notice.free_number so far';
comment on column notice.counter.lowest is 'no number below this one is free or being taken';

update notice.counter set lowest = last + 1;

create or replace function notice.issue(copy notice.fair_copy) returns text
    language plpgsql strict as
$$
declare
    place      bigint;
    its_number text;
begin
    loop
        delete from notice.free_number
        where ctid = (select f.ctid
                      from notice.free_number f
                      where f.region = copy.region and f.kind = copy.kind and f.year = copy.year
                        and f.number >= (select c.lowest
                                         from notice.counter c
                                         where c.region = copy.region and c.kind = copy.kind and c.year = copy.year)
                      order by f.number
                      limit 1
                      for update skip locked)
        returning number into place;
        exit when found;
        -- All are given, or being taken: a hundred more. Who does it at the same moment waits here, and lays out a hundred, too. What is
        -- being taken is still seen as free; where nothing is, all that was laid out as far as this statement sees was given.
        with laid_out as (
            insert into notice.counter as c (region, kind, year, last) values (copy.region, copy.kind, copy.year, 100)
            on conflict (region, kind, year) do update
            set last = c.last + 100,
                lowest = coalesce((select min(f.number)
                                   from notice.free_number f
                                   where f.region = c.region and f.kind = c.kind and f.year = c.year and f.number >= c.lowest),
                                  (select seen.last + 1
                                   from notice.counter seen
                                   where seen.region = c.region and seen.kind = c.kind and seen.year = c.year),
                                  c.lowest)
            returning last
        )
        insert into notice.free_number (region, kind, year, number)
        select copy.region, copy.kind, copy.year, generate_series(last - 99, last) from laid_out;
    end loop;
    its_number := concat(copy.mark, '〔', copy.year, '〕', lpad(place::text, greatest(5, length(place::text)), '0'), '号');
    insert into notice.document (region, number, verify_code, kind, subject, addressee, issuer, issued_on, issued_at, text)
    values (copy.region, its_number, copy.verify_code, copy.kind, copy.subject, copy.addressee, copy.issuer, copy.date, copy.at, copy.text);
    return its_number;
end
$$;
