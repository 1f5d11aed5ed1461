-- Decisions and results that lapsed before their documents were told to. Whatever lapsed got a 终止办理通知书, and these are few: the history
-- has no other index than its key, so it is read case by case. A loop, for one statement might be planned as a walk through all of it.
do
$$
declare
    its_region text;
    its_number text;
begin
    for its_region, its_number in select distinct t.region, t.subject from notice.terminated() t
    loop
        perform notice.let_lapse(l.region, array_agg(p.document), l.at::date, l.opinion)
        from approval.history l
        join approval.history p
            on p.region = l.region and p.number = l.number and p.item = l.item and p.id < l.id
               and p.act in ('GRANT', 'GRANT_DECLARED', 'CERTIFY') and p.document is not null
        where l.region = its_region and l.number = its_number and l.act = 'LAPSE' and l.from_step in ('CERTIFY', 'DELIVER')
        group by l.region, l.id, l.at, l.opinion;
    end loop;
end
$$;

drop function notice.terminated();
