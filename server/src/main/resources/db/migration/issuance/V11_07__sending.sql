-- How what is on its way was sent (寄出、公告), and when; what was sent again after it came back has its newest here, and all in the history
-- of the matter. Why an original wasn't seen may tell of persons: it is sealed.
create table issuance.sending (
    region  text      not null,
    number  text      not null,
    item    text      not null,
    at      timestamp not null,
    way     text      not null check (way in ('MAILED', 'FORWARDED', 'ANNOUNCED')),
    sent_on date      not null,
    through text      not null,
    waybill text      not null,
    place   text      not null,
    unseen  bytea     not null,
    primary key (region, number, item)
);
