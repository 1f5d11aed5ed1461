-- 网上预审: applicants fill in online and have it looked at before they come. No receipt: nothing here begins a time limit.
alter table intake.application drop constraint application_status_check;
alter table intake.application add constraint application_status_check
    check (status in ('PREPARING', 'PRE_REVIEW', 'RETURNED', 'PRE_REVIEWED',
                      'DRAFT', 'SUPPLEMENT', 'ACCEPTED', 'REFUSED', 'WITHDRAWN'));

-- Of an application that its applicant began online; it goes with it when that is deleted.
create table intake.pre_review (
    region       text        not null,
    number       text        not null,
    submitted_at timestamptz not null, -- the last time
    remarks      bytea       not null, -- sealed: what the window found missing or wrong the last time
    primary key (region, number),
    foreign key (region, number) references intake.application on delete cascade
);

-- What waits at a window, and what nobody has touched for long.
create index application_pre_review on intake.application (region, window_code) where status = 'PRE_REVIEW';
create index application_online on intake.application (region, updated_at)
    where status in ('PREPARING', 'RETURNED', 'PRE_REVIEWED', 'WITHDRAWN');

-- How often an address, or whoever names a number, did what anybody may do, within a time that begins at "since".
create table intake.attempt (
    region  text        not null,
    purpose text        not null,
    who     text        not null, -- keyed digest of the address or the number
    since   timestamptz not null,
    used    bigint      not null,
    primary key (region, purpose, who)
);

create index attempt_old on intake.attempt (since);
