-- What was decided anew after a ruling is handed over again: the approval lets each result go once, and keeps it from going twice.
alter table issuance.handover_item
    drop constraint handover_item_pkey,
    add primary key (region, number, item, handover);
