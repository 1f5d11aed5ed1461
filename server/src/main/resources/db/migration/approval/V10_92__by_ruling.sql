-- Whether the organ that ruled decided in place of the department: that nobody reviewed the matter doesn't tell, for one person may both
-- review and decide.
alter table approval.matter add column by_ruling boolean not null default false;

update approval.matter m
set by_ruling = true
where round > 0 and outcome is not null
  and (select h.act from approval.history h
       where h.region = m.region and h.number = m.number and h.item = m.item
         and h.act in ('GRANT', 'GRANT_DECLARED', 'DENY', 'REOPEN', 'SUBSTITUTE_GRANT', 'SUBSTITUTE_DENIAL', 'DECLARE_VOID', 'AWAIT_AGAIN')
       order by h.id desc limit 1) in ('SUBSTITUTE_GRANT', 'SUBSTITUTE_DENIAL', 'DECLARE_VOID');
