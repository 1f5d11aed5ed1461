-- 项目: the cases of one project, each a stage of it or an item of one.
create table approval.project_case (
    region  text not null,
    -- 项目代码, as the national platform gives it.
    project text not null,
    number  text not null,
    primary key (region, number),
    foreign key (region, number) references approval.case_file
);

create index project_case_by_project on approval.project_case (region, project, number);

-- What lets one project into a stage although an item of an earlier one isn't granted; never taken back.
create table approval.allowance (
    region          text      not null,
    project         text      not null,
    -- Code of the one-thing that is the stage, and of the item that isn't granted.
    stage           text      not null,
    item            text      not null,
    item_name       text      not null,
    -- 先行启动: for this stage only; 免办: for all.
    kind            text      not null check (kind in ('PARTIAL_START', 'WAIVER')),
    reason          text      not null,
    ground          text      not null,
    who             text      not null,
    who_name        text      not null,
    at              timestamp not null,
    idempotency_key text      not null,
    primary key (region, project, stage, item)
);

-- Several items are allowed in one act.
create unique index allowance_key on approval.allowance (region, who, idempotency_key, item);
