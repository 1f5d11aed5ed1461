-- What a 终止办理通知书 was given for: only V10_142 asks, and drops it. Of millions of documents the key leads to these, for a number begins
-- with the mark of its kind (洛政务终字〔2026〕00001号): from the first of each mark to the next mark, some thirty steps. Only where text
-- is ordered by code points, as it is by our own PostgreSQL; another's reads all documents.
create function notice.terminated() returns table (region text, subject text)
    language plpgsql stable as
$$
declare
    its_region text := '';
    its_kind   text;
    its_mark   text := '';
begin
    if not (select datlocprovider = 'b' or datlocprovider = 'c' and datcollate in ('C', 'POSIX')
            from pg_database where datname = current_database()) then
        return query select d.region, d.subject from notice.document d where d.kind = 'TERMINATION';
        return;
    end if;
    loop
        select d.region, d.kind, split_part(d.number, '〔', 1) into its_region, its_kind, its_mark
        from notice.document d
        where (d.region, d.number) > (its_region, its_mark || '〕') -- which comes after 〔
        order by d.region, d.number limit 1;
        exit when not found;
        if its_kind = 'TERMINATION' then
            return query
                select d.region, d.subject from notice.document d
                where d.region = its_region and d.number > its_mark || '〔' and d.number < its_mark || '〕';
        end if;
    end loop;
end
$$;
