package city.onewindow.identity;

import city.onewindow.kernel.Centre;
import city.onewindow.kernel.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The departments and windows that accounts may name. The content is imported a floor above and told here. */
@Service
public class Workplaces {

    /** The centre's own department in the content: where its management, audit and issuing clerks belong. */
    static final String CENTRE = "zwfw";

    private final JdbcClient jdbc;
    private final String region;

    Workplaces(JdbcClient jdbc, Centre centre) {
        this.jdbc = jdbc;
        this.region = centre.region();
    }

    /** Replaces what was known with these, in this order; accounts keep what they have. */
    @Transactional
    public void keep(List<DepartmentRef> departments, List<WindowRef> windows) {
        Map<String, String> here = Map.of("region", region);
        jdbc.sql("delete from identity.department where region = :region")
                .params(here)
                .update();
        jdbc.sql("delete from identity.counter_window where region = :region")
                .params(here)
                .update();
        jdbc.sql("""
                        insert into identity.department (region, code, name, position)
                        select :region, code, name, position
                        from unnest(:codes, :names) with ordinality as d (code, name, position)
                        """)
                .params(here)
                .param("codes", departments.stream().map(DepartmentRef::code).toArray(String[]::new))
                .param("names", departments.stream().map(DepartmentRef::name).toArray(String[]::new))
                .update();
        jdbc.sql("""
                        insert into identity.counter_window (region, code, name, lead_department, position)
                        select :region, code, name, lead, position
                        from unnest(:codes, :names, :leads) with ordinality as w (code, name, lead, position)
                        """)
                .params(here)
                .param("codes", windows.stream().map(WindowRef::code).toArray(String[]::new))
                .param("names", windows.stream().map(WindowRef::name).toArray(String[]::new))
                .param("leads", windows.stream().map(WindowRef::leadDepartment).toArray(String[]::new))
                .update();
    }

    @Transactional(readOnly = true)
    public List<DepartmentRef> departments() {
        return jdbc.sql("select code, name from identity.department where region = :region order by position")
                .param("region", region)
                .query((row, n) -> new DepartmentRef(row.getString("code"), row.getString("name")))
                .list();
    }

    @Transactional(readOnly = true)
    public List<WindowRef> windows() {
        return jdbc.sql("""
                        select code, name, lead_department from identity.counter_window
                        where region = :region order by position
                        """)
                .param("region", region)
                .query((row, n) ->
                        new WindowRef(row.getString("code"), row.getString("name"), row.getString("lead_department")))
                .list();
    }

    /** Where somebody works, as people call it: the window, or else the department; empty if unknown. */
    String of(AccountDetails details) {
        return jdbc.sql("""
                        select coalesce(
                            (select name from identity.counter_window where region = :region and code = :window),
                            (select name from identity.department where region = :region and code = :department),
                            '')
                        """)
                .param("region", region)
                .param("window", details.window())
                .param("department", details.department())
                .query(String.class)
                .single();
    }

    /** What of this points nowhere; before any content was imported nothing can be checked. */
    List<Fault> faults(AccountDetails details) {
        List<Fault> faults = new ArrayList<>();
        List<DepartmentRef> departments = departments();
        if (departments.stream().noneMatch(d -> d.code().equals(details.department())) && !departments.isEmpty()) {
            faults.add(new Fault("/department", "没有代码为“" + details.department() + "”的部门，请从列表中选择。"));
        }
        List<WindowRef> windows = windows();
        String window = details.window();
        if (window != null && windows.stream().noneMatch(w -> w.code().equals(window)) && !windows.isEmpty()) {
            faults.add(new Fault("/window", "没有代码为“" + window + "”的窗口，请从列表中选择。"));
        }
        return faults;
    }
}
