-- What stands around a table that was handed in, where it stands: its annotated copy has every line where its sender knows it.
alter table "window".filing add column around jsonb not null default '{"heading": 0, "texts": []}';
