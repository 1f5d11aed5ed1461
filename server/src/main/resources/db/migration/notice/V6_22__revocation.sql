-- Documents of which what they say was revoked. The document stays what it was; whoever verifies it is told.
create table notice.revocation (
    region      text not null,
    number      text not null,
    revoked_on  date not null,
    revoked_why text not null, -- for everybody to read
    primary key (region, number),
    foreign key (region, number) references notice.document
);

-- The door for the statements of other rooms, like notice.issue: answers how many documents were revoked.
create function notice.revoke(its_region text, numbers text[], revoked_on date, revoked_why text) returns bigint
    language sql as
$$
    with revoked as (
        insert into notice.revocation (region, number, revoked_on, revoked_why)
        select its_region, n, $3, $4 from unnest(numbers) as n
        on conflict (region, number) do nothing
        returning 1
    )
    select count(*) from revoked;
$$;
