-- A revocation may itself be set aside (行政复议法 第六十四条；行政诉讼法 第七十条): then what was revoked holds again, and whoever verifies it is
-- told that, and that it was revoked for a while.
create table notice.restoration (
    region      text   not null,
    number      text   not null,
    id          bigint not null generated always as identity,
    revoked_on  date   not null,
    revoked_why text   not null,
    restored_on date   not null,
    -- Organ and document of the ruling.
    restored_by text   not null,
    primary key (region, number, id),
    foreign key (region, number) references notice.document
);

-- Like notice.revoke, the other way round: what was taken back by others than its issuer stays taken back.
create function notice.restore(its_region text, numbers text[], ruled_by text, ruled_on date) returns bigint
    language sql as
$$
    with restored as (
        delete from notice.revocation
        where region = its_region and number = any (numbers) and revoked_how = 'REVOKED'
        returning region, number, revoked_on, revoked_why
    ), kept as (
        insert into notice.restoration (region, number, revoked_on, revoked_why, restored_on, restored_by)
        select region, number, revoked_on, revoked_why, ruled_on, ruled_by from restored
        returning 1
    )
    select count(*) from kept;
$$;
