-- Numbers of the official letters: 征求意见函, and 并联审批意见书 once it is answered; null for what was asked or answered before there were any.
alter table approval.consultation
    add column letter text,
    add column opinion_letter text;
