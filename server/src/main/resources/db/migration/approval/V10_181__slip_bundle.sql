-- 成批移交: paper of several cases goes to one department at one go; each case has its slip, the bundle is printed and confirmed as one.
alter table approval.slip add bundle text;

create index slip_of_bundle on approval.slip (region, bundle) where bundle is not null;

-- The cases of a window's day.
create index case_file_by_day on approval.case_file (region, window_code, accepted_at);
