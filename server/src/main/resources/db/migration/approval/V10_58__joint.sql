-- 统一办理、联合办理: licences of several departments taken in together are done within forty-five days, or fifteen more at most
-- (行政许可法 第四十二条第二款). Null for cases that are none, and for those accepted before.
alter table approval.case_file
    add column joint_days smallint check (joint_days between 45 and 60);

create table approval.joint_extension (
    region          text      not null,
    number          text      not null,
    days            smallint  not null check (days between 1 and 15),
    reason          text      not null,
    -- Which leader of the government approved it, and by what paper.
    approved_by     text      not null,
    at              timestamp not null,
    who             text      not null,
    who_name        text      not null,
    document        text      not null,
    idempotency_key text,
    primary key (region, number),
    foreign key (region, number) references approval.case_file
);

create unique index joint_extension_key on approval.joint_extension (region, who, idempotency_key) where idempotency_key is not null;
