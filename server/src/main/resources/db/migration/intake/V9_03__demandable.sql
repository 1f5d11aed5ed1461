-- Beside what the one-time notice named, what the applicant's own revision opens anew may be demanded.
alter table intake.application rename column noticed to demandable;
