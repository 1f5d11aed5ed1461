-- Whether a matter is 行政许可: the forty-five days of several departments together are the licences' alone (行政许可法 第四十二条第二款).
-- Those accepted before count as licences, as they did.
alter table approval.matter
    add column licence boolean not null default true;
