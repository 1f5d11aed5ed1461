-- The five working days count from the day on which materials came in (行政许可法 第三十二条), which is not always the day of the receipt: what
-- came by mail, or was left, waits to be opened. application.received_at is when they came in; a receipt that was given for an earlier
-- day says here which. Null: materials came in as the act was done, as in all that was written before.
alter table intake.history add column came_on date;
comment on column intake.application.received_at is 'when materials came in: of an earlier day that a receipt names, its beginning';
