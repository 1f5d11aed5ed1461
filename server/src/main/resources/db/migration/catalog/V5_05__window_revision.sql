-- A window is revised by the department that leads it: what it does, and who cooperates at it. Who begins or ceases to cooperate confirms.
alter table catalog.revision drop constraint revision_kind_check;
alter table catalog.revision add constraint revision_kind_check check (kind in ('item', 'one_thing', 'window'));
