-- When a material that was deferred came in: from the last that an item lacked its result can be handed out, whatever others of the
-- case still lack.
alter table intake.application_material add column supplied_at timestamptz;

-- Of those before, it is known only when the last of the whole case came.
update intake.application_material m
set supplied_at = a.gap_closed_at
from intake.application a
where a.region = m.region and a.number = m.number and a.gap_closed_at is not null and m.way not in ('DEFERRED', 'SETTLED');

alter table intake.application drop column gap_closed_at;
