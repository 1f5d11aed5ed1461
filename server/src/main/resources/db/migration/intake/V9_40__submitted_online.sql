-- 全程网办: handed in online for acceptance, received that day; and sent back once with everything that is missing, to be mended online.
alter table intake.application drop constraint application_status_check;
alter table intake.application add constraint application_status_check
    check (status in ('PREPARING', 'PRE_REVIEW', 'RETURNED', 'PRE_REVIEWED', 'SUBMITTED', 'AMENDING',
                      'DRAFT', 'SUPPLEMENT', 'ACCEPTED', 'REFUSED', 'WITHDRAWN'));

-- What was looked at as a picture and is shown, or signed, when results are handed over.
alter table intake.application_material drop constraint application_material_way_check;
alter table intake.application_material add constraint application_material_way_check
    check (way in ('FILE', 'SEEN', 'FETCHED', 'SIGNED', 'TO_SHOW', 'DEFERRED', 'NOT_APPLICABLE', 'SETTLED'));

-- Received and not decided, at a window or online: what the law counts five working days for.
drop index intake.application_received;
create index application_received on intake.application (region, received_at)
    where status in ('DRAFT', 'SUBMITTED') and received_at is not null;

-- What waits at a window for a look, or for its acceptance.
drop index intake.application_pre_review;
create index application_waiting on intake.application (region, window_code) where status in ('PRE_REVIEW', 'SUBMITTED');
