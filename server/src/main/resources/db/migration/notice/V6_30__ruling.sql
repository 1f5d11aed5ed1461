-- A document may be taken back by others than who issued it: an organ of review or a court. What is told then names them.
alter table notice.revocation
    add column revoked_how text not null default 'REVOKED' check (revoked_how in ('REVOKED', 'SET_ASIDE', 'CHANGED', 'VOID')),
    add column revoked_by  text not null default '';

-- Like notice.revoke, by a ruling. What was taken back before stays as it was told.
create function notice.overrule(its_region text, numbers text[], how text, ruled_by text, ruled_on date, told text) returns bigint
    language sql as
$$
    with overruled as (
        insert into notice.revocation (region, number, revoked_on, revoked_why, revoked_how, revoked_by)
        select its_region, n, ruled_on, told, how, ruled_by from unnest(numbers) as n
        on conflict (region, number) do nothing
        returning 1
    )
    select count(*) from overruled;
$$;
