-- Deferred for what was denied or ended since: needed by nobody.
alter table intake.application_material drop constraint application_material_way_check;
alter table intake.application_material add constraint application_material_way_check
    check (way in ('FILE', 'SEEN', 'FETCHED', 'SIGNED', 'DEFERRED', 'NOT_APPLICABLE', 'SETTLED'));
