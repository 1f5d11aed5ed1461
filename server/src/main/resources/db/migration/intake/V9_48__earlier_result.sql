-- 前阶段结果: what an item of an earlier stage of the project issued, in place of a material that nobody has to bring then.
alter table intake.application_material
    -- Of the case and the item whose result it is, and the number that the result bore when it was taken.
    add column result_number      text,
    add column result_item        text,
    add column result_certificate text,
    add check ((result_number is null) = (result_item is null)),
    add check ((result_number is null) = (result_certificate is null)),
    add check (result_number is null or way = 'FETCHED');

-- Who builds on a result, should it hold no longer.
create index application_material_by_result on intake.application_material (region, result_number, result_item)
    where result_number is not null;
