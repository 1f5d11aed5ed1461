-- Cases that run have their joint limit looked at by the next sweep; case_file_by_due leads to them. Apart from the columns (V10_140), for
-- adding these shuts out readers until it is committed, and the index takes one walk through all cases.
update approval.case_file set joint_card_at = accepted_at where joint_days is not null and status = 'RUNNING';

create index case_file_joint_card on approval.case_file (region, joint_card_at, number) where joint_card_at is not null;
