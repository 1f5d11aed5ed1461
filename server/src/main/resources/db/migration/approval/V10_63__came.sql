-- Who was there (行政许可法 第三十四条第三款), written down with what was found; it may be others than who promised to come.
alter table approval.inspection_department
    add column came text[] not null default '{}';

update approval.inspection_department set came = officers where result is not null;

alter table approval.inspection_department
    add check ((result is null) = (came = '{}')),
    add check (result is null or approval.are_two(came));
