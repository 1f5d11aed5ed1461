-- A clerk finds an application by the end of its number, of whatever day it is.
create index application_by_serial on intake.application (region, right(number, 6));
