package city.onewindow.calendar;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The named days in their table. */
record Holidays(JdbcClient jdbc) {

    /** Grows with every change of the table. */
    int edition() {
        return jdbc.sql("select number from calendar.edition")
                .query(Integer.class)
                .single();
    }

    /** A day of the centre's own is of no notice: it settles no year. */
    List<Holiday> inForce() {
        return jdbc.sql("""
                        select distinct on (day) day as date, kind, name,
                               case when source = 'STATE' then notice_year else 0 end as notice_year
                        from calendar.holiday
                        order by day, source = 'LOCAL' desc
                        """).query(Holiday.class).list();
    }

    List<Holiday> published() {
        return jdbc.sql("""
                        select day as date, kind, name, notice_year
                        from calendar.holiday
                        where source = 'STATE'
                        order by day
                        """).query(Holiday.class).list();
    }

    /** Two instances that import at once come one after the other, so that the second finds nothing to change. */
    void lock() {
        jdbc.sql("lock table calendar.holiday in share row exclusive mode").update();
    }

    void replace(List<Holiday> published) {
        jdbc.sql("delete from calendar.holiday where source = 'STATE'").update();
        jdbc.sql("""
                        insert into calendar.holiday (day, kind, name, notice_year, source)
                        select day, kind, name, notice_year, 'STATE'
                        from unnest(:days::date[], :kinds, :names, :years) as published (day, kind, name, notice_year)
                        """)
                .param(
                        "days",
                        published.stream().map(day -> day.date().toString()).toArray(String[]::new))
                .param("kinds", published.stream().map(day -> day.kind().name()).toArray(String[]::new))
                .param("names", published.stream().map(Holiday::name).toArray(String[]::new))
                .param("years", published.stream().map(Holiday::noticeYear).toArray(Integer[]::new))
                .update();
    }
}
