-- After a change of holidays all clocks are counted once more a little later; null once that was done.
alter table approval.counted add column again_at timestamp;
