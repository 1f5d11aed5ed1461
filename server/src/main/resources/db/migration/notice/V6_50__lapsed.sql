-- What was granted and never handed over, because a deferred material never came (容缺受理), has no effect: whoever verifies its documents is told.
alter table notice.revocation
    drop constraint revocation_revoked_how_check,
    add constraint revocation_revoked_how_check check (revoked_how in ('REVOKED', 'SET_ASIDE', 'CHANGED', 'VOID', 'LAPSED'));

-- Like notice.revoke. What was taken back before stays as it was told.
create function notice.let_lapse(its_region text, numbers text[], lapsed_on date, told text) returns bigint
    language sql as
$$
    with lapsed as (
        insert into notice.revocation (region, number, revoked_on, revoked_why, revoked_how)
        select its_region, n, lapsed_on, told, 'LAPSED' from unnest(numbers) as n
        on conflict (region, number) do nothing
        returning 1
    )
    select count(*) from lapsed;
$$;
