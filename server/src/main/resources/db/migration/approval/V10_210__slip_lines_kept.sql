-- What of a slip's lines its department has still, of those that go to one: the list of what it has reads these alone, however much has come back.
alter table approval.slip add kept jsonb;
