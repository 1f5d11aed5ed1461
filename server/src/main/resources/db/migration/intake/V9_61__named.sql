-- What the last one-time notice named itself: demandable also has what opened since.
alter table intake.application add named text[] not null default '{}';
update intake.application set named = demandable where demandable <> '{}';
