-- How a result was delivered (送达方式), and when it counts as delivered. Nobody takes what is left or announced.
alter table issuance.handover
    add column way       text not null default 'COLLECTED'
        check (way in ('COLLECTED', 'BROUGHT', 'MAILED', 'LEFT', 'FORWARDED', 'ANNOUNCED')),
    add column served_on date,
    -- What the way asks for, sealed: addresses and names of others are in it.
    add column delivery  bytea,
    alter column relation drop not null,
    drop constraint handover_relation_check,
    add check (relation in ('SELF', 'LEGAL_REPRESENTATIVE', 'AGENT', 'FAMILY', 'RECEIVER'));

update issuance.handover set served_on = at::date;

alter table issuance.handover
    alter column way drop default,
    alter column served_on set not null;
