-- What stands above and below a table that was handed in (联系人, 电话 …), and what is wrong with it.
alter table "window".filing add column head jsonb not null default '{}';
alter table "window".filing add column head_flaws jsonb not null default '[]';

-- The annexes have more columns now: what was handed in before moves to where its column stands (annex, from, to).
create temporary table moved (annex int, old int, new int) on commit drop;
insert into moved values
    (1, 0, 0), (1, 1, 7), (1, 2, 8), (1, 3, 9), (1, 4, 10), (1, 5, 11), (1, 6, 12), (1, 7, 14), (1, 8, 15), (1, 9, 16),
    (1, 10, 18), (1, 11, 19), (1, 12, 21), (1, 13, 24), (1, 14, 26), (1, 15, 32), (1, 16, 34), (1, 17, 36), (1, 18, 42),
    (2, 0, 0), (2, 1, 1), (2, 2, 3), (2, 3, 4), (2, 4, 5), (2, 5, 6), (2, 6, 7), (2, 7, 8), (2, 8, 9), (2, 9, 11),
    (2, 10, 12), (2, 11, 13), (2, 12, 14), (2, 13, 16), (2, 14, 15), (2, 15, 20), (2, 16, 21), (2, 17, 23),
    (3, 0, 0), (3, 1, 1), (3, 2, 2), (3, 3, 3), (3, 4, 4), (3, 5, 5), (3, 6, 6), (3, 7, 8), (3, 8, 9), (3, 9, 11),
    (3, 10, 10), (3, 11, 12), (3, 12, 13), (3, 13, 14), (3, 14, 15), (3, 15, 19), (3, 16, 21), (3, 17, 24);

create temporary table width (annex int, columns int) on commit drop;
insert into width values (1, 43), (2, 24), (3, 25);

update "window".filing_row r
set cells = (
        select jsonb_agg(coalesce(r.cells -> m.old, '""') order by place)
        from generate_series(0, w.columns - 1) place left join moved m on m.annex = w.annex and m.new = place
    ),
    problems = coalesce((
        select jsonb_agg(jsonb_set(said, '{column}', to_jsonb(m.new)))
        from jsonb_array_elements(r.problems) said join moved m on m.annex = w.annex and m.old = (said ->> 'column')::int
    ), '[]'),
    changes = coalesce((
        select jsonb_agg(jsonb_set(said, '{column}', to_jsonb(m.new)))
        from jsonb_array_elements(r.changes) said join moved m on m.annex = w.annex and m.old = (said ->> 'column')::int
    ), '[]')
from "window".filing f join width w on w.annex = f.annex
where f.region = r.region and f.id = r.filing;

-- Annex 1 was filed a one-thing at a time; now its rows say which.
update "window".filing_row r set cells = jsonb_set(r.cells, '{1}', to_jsonb(f.subject_name))
from "window".filing f
where f.region = r.region and f.id = r.filing and f.annex = 1;
