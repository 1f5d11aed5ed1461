-- Numbers of what is written when a clock stops or is lengthened.
create sequence notice.number_special_procedure;
create sequence notice.number_extension;
