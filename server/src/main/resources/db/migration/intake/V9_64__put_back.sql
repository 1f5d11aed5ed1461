-- 不再取用: a result of an earlier stage that was put back after a one-time notice while it still held. The notice couldn't name the
-- material; once the result has fallen it may be demanded all the same.
create table intake.put_back (
    region        text    not null,
    number        text    not null,
    key           text    not null,
    result_number text    not null,
    result_item   text    not null,
    fell          boolean not null default false,
    primary key (region, number, key),
    foreign key (region, number) references intake.application on delete cascade
);

-- What a result that falls concerns.
create index put_back_result on intake.put_back (region, result_number, result_item);
