-- 前阶段结果: what an item of an earlier stage of the project issued, in place of a material that nobody has to bring then.
alter table intake.application_material
    -- Of the case and the item whose result it is, and the number that the result bore when it was taken.
    add column result_number      text,
    add column result_item        text,
    add column result_certificate text,
    -- Not valid: what was there before has none of the three, so no row of before has to be read for it while the table is locked.
    add constraint application_material_result_check
        check (num_nulls(result_number, result_item, result_certificate) in (0, 3) and (result_number is null or way = 'FETCHED'))
        not valid;
