-- What stopped a matter's clock before a ruling (复议、诉讼结果) began it anew stops that one no more: its time runs from the day on which the
-- ruling reached the department.
alter table approval.special_procedure add column counts boolean not null default true;

update approval.special_procedure s
set counts = false
from approval.history told
where told.region = s.region and told.number = s.number and told.item = s.item and told.act = 'SUSPEND' and told.document = s.document
  and exists (select from approval.history h
              where h.region = s.region and h.number = s.number and h.item = s.item and h.id > told.id
                and h.act in ('REOPEN', 'SUBSTITUTE_GRANT', 'AWAIT_AGAIN'));

-- What a procedure of before has moved since is counted again by the next sweep.
delete from approval.counted;
