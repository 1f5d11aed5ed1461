-- What is decided or over asks for no more time, so its head reads it no longer; and nobody holds what nobody has to act on.
update approval.matter set extension_asked = 0 where extension_asked > 0 and outcome is not null;
update approval.matter set holder = null, holder_name = null where holder is not null and step in ('WAITING', 'DELIVER', 'ENDED');

alter table approval.matter
    add constraint matter_asked_while_undecided check (extension_asked = 0 or outcome is null),
    add constraint matter_held_while_open check (holder is null or step in ('REVIEW', 'SUSPENDED', 'DECIDE', 'CERTIFY'));
