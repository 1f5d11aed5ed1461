-- Items that a department works in its own system (部门业务系统), not in the pages here.
create table approval.worked_there (
    region     text      not null,
    department text      not null,
    item       text      not null,
    since      timestamp not null,
    primary key (region, department, item)
);
