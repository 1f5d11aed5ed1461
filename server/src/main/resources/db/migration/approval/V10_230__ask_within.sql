-- In how many working days a hearing may be asked for: more than five where the reviewer reckoned with the post. Days off that come
-- later make the last day later by as many (行政许可法 第八十二条). Of what was told before, five are known.
alter table approval.hearing
    add column ask_within integer not null default 5;
