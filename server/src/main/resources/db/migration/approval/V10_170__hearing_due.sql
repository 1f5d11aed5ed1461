-- A hearing is held within twenty working days of its request (行政许可法 第四十七条第一款): from when the days count of one that is to be held and
-- nobody was called to, null if there is none.
alter table approval.matter add column hearing_from date;

-- From which of these days its cards were raised.
alter table approval.hearing
    add column yellow_for date,
    add column red_for    date;

update approval.matter m
set hearing_from = greatest((select min(day) from unnest(h.asked_on) as asked (day)), h.adjourned_on)
from approval.hearing h
where m.hearing_until = 'infinity' and (h.region, h.number, h.item) = (m.region, m.number, m.item)
  and h.ended_at is null and h.called_at is null and (h.asked_on <> '{}' or h.adjourned_on is not null);

create index hearing_waiting on approval.hearing (region, number, item) where ended_at is null and called_at is null and (cardinality(asked_by) > 0 or adjourned_on is not null);

alter table approval.card
    drop constraint card_kind_check,
    add constraint card_kind_check
        check (kind in ('YELLOW', 'RED', 'STATUTORY', 'DELIVERY_YELLOW', 'DELIVERY_RED', 'JOINT_YELLOW', 'JOINT_RED', 'HEARING_YELLOW', 'HEARING_RED'))
        not valid;
