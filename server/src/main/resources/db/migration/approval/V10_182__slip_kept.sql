-- What a department has, so that it finds what to hand back, also when its matter went to another one.
create index slip_kept on approval.slip (region, department, id) where direction = 'TO_DEPARTMENT' and objection = '';
