-- As long as no department's system is told of anything, the history's trigger only finds that out, at every act anew. It is switched on
-- when the first one is told (approval.Unread), under the lock that this needs anyway.
do
$$
begin
    if not exists (select from approval.told) then
        alter table approval.history disable trigger history_is_unread;
    end if;
end
$$;
