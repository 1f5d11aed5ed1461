-- When nothing that was deferred was awaited any more: from then on results can be handed out.
alter table intake.application add column gap_closed_at timestamptz;

-- Of those before, the last change that we know of.
update intake.application a
set gap_closed_at = a.updated_at
where a.status = 'ACCEPTED' and a.deferred_until is not null
  and not exists (select from intake.application_material m
                  where m.region = a.region and m.number = a.number and m.way = 'DEFERRED');
