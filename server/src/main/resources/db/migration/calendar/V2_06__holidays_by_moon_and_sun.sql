-- 春节, 清明节, 端午节 and 中秋节 are days off by law, also of a year whose notice hasn't come: the first sweep counts all clocks that run
-- once more.
update calendar.edition set number = number + 1;
