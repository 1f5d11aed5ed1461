-- As before; it answers true, so that a statement may have it as a condition of its rows. As a table of its own in "from" each act
-- paid for setting up, filling and joining that.
drop function audit.record(text, timestamptz, text, text, text, text);
create function audit.record(region text, at timestamptz, who text, act text, object text, detail text) returns boolean
    language plpgsql as
$$
begin
    insert into audit.entry (region, at, who, act, object, detail) values ($1, $2, $3, $4, $5, $6);
    return true;
end
$$;
