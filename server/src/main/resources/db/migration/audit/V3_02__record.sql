-- The door for the statements of other rooms: writes an act down in the very statement that does it.
create function audit.record(region text, at timestamptz, who text, act text, object text, detail text) returns void
    language sql as
$$
insert into audit.entry (region, at, who, act, object, detail) values ($1, $2, $3, $4, $5, $6)
$$;
