-- Who presided over hearings of the matter that took place: none of them reviews it. One that was called and not held counts for nothing.
alter table approval.matter add column presiders text[];
update approval.matter m set presiders = held.presiders
from (select region, number, item, array_agg(distinct presider) as presiders
      from approval.hearing where ended_at is not null and not waived and presider is not null
      group by region, number, item) held
where m.region = held.region and m.number = held.number and m.item = held.item;
alter table approval.matter drop column presided_by;

-- Several may ask for one hearing: each by its place as before, with the day of its request.
alter table approval.hearing drop constraint hearing_check1;
alter table approval.hearing drop constraint hearing_check3;
alter table approval.hearing
    alter column asked_by type integer[] using case when asked_by is null then '{}' else array[asked_by] end,
    alter column asked_by set default '{}',
    alter column asked_by set not null,
    alter column asked_on type date[] using case when asked_on is null then '{}' else array[asked_on] end,
    alter column asked_on set default '{}',
    alter column asked_on set not null,
    -- When it was put off; null unless it was, until it ends.
    add column adjourned_on date,
    -- Who takes his request back or waives it, and how: sealed, for it names people.
    add column waiver bytea,
    add check (cardinality(asked_by) = cardinality(asked_on)),
    add check (told_at is not null or called_at is not null or adjourned_on is not null);
