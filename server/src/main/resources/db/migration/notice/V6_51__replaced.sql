-- What a document arranged was put off or called off (联合踏勘通知书): whoever verifies it is told.
alter table notice.revocation
    drop constraint revocation_revoked_how_check,
    add constraint revocation_revoked_how_check
        check (revoked_how in ('REVOKED', 'SET_ASIDE', 'CHANGED', 'VOID', 'LAPSED', 'REPLACED'));

-- Like notice.revoke.
create function notice.replace(its_region text, its_number text, replaced_on date, told text) returns bigint
    language sql as
$$
    with replaced as (
        insert into notice.revocation (region, number, revoked_on, revoked_why, revoked_how)
        values (its_region, its_number, replaced_on, told, 'REPLACED')
        on conflict (region, number) do nothing
        returning 1
    )
    select count(*) from replaced;
$$;
