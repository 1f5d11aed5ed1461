-- Decisions and results that lapsed before their documents were told to.
select notice.let_lapse(l.region, array_agg(p.document), l.at::date, l.opinion)
from approval.history l
join approval.history p
    on p.region = l.region and p.number = l.number and p.item = l.item and p.id < l.id
       and p.act in ('GRANT', 'GRANT_DECLARED', 'CERTIFY') and p.document is not null
where l.act = 'LAPSE' and l.from_step in ('CERTIFY', 'DELIVER')
group by l.region, l.id, l.at, l.opinion;
