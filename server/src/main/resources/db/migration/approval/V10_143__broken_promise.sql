-- By how many days the promise is longer: not with the law's limit, if it had been broken when that was extended.
alter table approval.matter
    add column promise_extended smallint not null default 0;

update approval.matter set promise_extended = extended where extended > 0;
