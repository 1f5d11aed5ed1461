package city.onewindow.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.HouseTest;
import city.onewindow.catalog.content.SmallContent;
import city.onewindow.catalog.revision.Revision;
import city.onewindow.catalog.revision.Revisions;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.migration.Context;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

@DisplayName("升级：给以前的目录写上结果由谁编号")
class ResultNumbersBeforeTest extends HouseTest {

    private static final List<String> AS_BEFORE = List.of(
            "update catalog.entry set digest = 'old', content = content #- '{terms,numberedByDepartment}' where kind = 'item'",
            """
            update catalog.entry set digest = 'old', content = jsonb_set(content, '{members}', (
                select jsonb_agg(member #- '{terms,numberedByDepartment}' order by place)
                from jsonb_array_elements(content -> 'members') with ordinality as listed (member, place)))
            where kind = 'one_thing'
            """,
            "update catalog.revision set rows = rows #- '{rows,items.csv,0,result_number}', base = base #- '{rows,items.csv,0,result_number}'");

    @TempDir
    private Path directory;

    @Test
    @DisplayName("各版记录、它们的摘要和没有发布的修改，都和现在写下的一样：再导入同样的内容，什么也没有变")
    void asWrittenNow(@Autowired Environment settings) throws IOException, SQLException {
        try (ImportHouse house = ImportHouse.open(jdbc, settings)) {
            new SmallContent().writeTo(directory);
            house.catalogs().importFrom(directory, "guanli");
            Actor liaison = new Actor("jia-liaison", "甲局联络员", Set.of(Role.LIAISON), "jia", null);
            house.bean(Revisions.class).begin(Revision.Kind.ITEM, "设立登记", liaison);
            List<Map<String, Object>> before = everything(house);
            AS_BEFORE.forEach(statement ->
                    assertThat(house.jdbc().sql(statement).update()).isPositive());
            assertThat(everything(house)).isNotEqualTo(before);
            try (Connection connection = house.bean(DataSource.class).getConnection()) {
                new V5_99__ResultNumbers().migrate(on(connection));
            }
            assertThat(everything(house)).isEqualTo(before);
        }
    }

    @Test
    @DisplayName("每个数据库启动时都升级过")
    void applied() {
        assertThat(jdbc.sql("select count(*) from flyway_schema_history where version = '5.99' and success")
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    private static List<Map<String, Object>> everything(ImportHouse house) {
        return house.jdbc().sql("""
                        select kind || key as name, digest, content::text, '' as base from catalog.entry
                        union all select 'revision' || id, '', rows::text, base::text from catalog.revision
                        order by name
                        """).query().listOfRows();
    }

    private static Context on(Connection connection) {
        return new Context() {
            @Override
            public Configuration getConfiguration() {
                throw new UnsupportedOperationException();
            }

            @Override
            public Connection getConnection() {
                return connection;
            }
        };
    }
}
