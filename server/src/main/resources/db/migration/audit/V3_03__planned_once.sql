-- As before; in PL/pgSQL its statement is planned once a session and not at every act.
create or replace function audit.record(region text, at timestamptz, who text, act text, object text, detail text) returns void
    language plpgsql as
$$
begin
    insert into audit.entry (region, at, who, act, object, detail) values ($1, $2, $3, $4, $5, $6);
end
$$;
