package city.onewindow;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Controller;

@DisplayName("家规")
class HouseRulesTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("city.onewindow");

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Set<String> WALL_CLOCKS = Set.of("now", "systemUTC", "systemDefaultZone", "currentTimeMillis");

    @Test
    @DisplayName("时间是交进来的：只有 launch 造时钟，没有人自己看表")
    void timeIsHandedIn() {
        DescribedPredicate<JavaMethodCall> looksAtTheWall = describe(
                "a clock that was not handed in",
                call -> WALL_CLOCKS.contains(call.getName())
                        && call.getTarget().getRawParameterTypes().isEmpty());
        noClasses()
                .that(resideInAPackage("city.onewindow..").and(DescribedPredicate.not(resideInAPackage("..launch.."))))
                .should()
                .callMethodWhere(looksAtTheWall)
                .check(HOUSE);
    }

    @Test
    @DisplayName("页面和接口的入口都在 web 里，外面看不见")
    void controllersAreInsideTheirRoom() {
        classes()
                .that()
                .areMetaAnnotatedWith(Controller.class)
                .should()
                .resideInAPackage("..web..")
                .andShould()
                .bePackagePrivate()
                .allowEmptyShould(true)
                .check(HOUSE);
    }

    @Test
    @DisplayName("没有 util、common、manager、helper")
    void namesSaySomething() {
        noClasses()
                .should(com.tngtech.archunit.lang.conditions.ArchConditions.be(simpleNameEndingWith("Util")
                        .or(simpleNameEndingWith("Utils"))
                        .or(simpleNameEndingWith("Manager"))
                        .or(simpleNameEndingWith("Helper"))
                        .or(simpleNameEndingWith("Impl"))))
                .check(HOUSE);
    }

    @Test
    @DisplayName("每个包都说明自己，并且不许有没说明的空值")
    void packagesAreNullMarked() throws IOException {
        try (var files = Files.walk(SOURCES)) {
            assertThat(files.filter(file -> file.toString().endsWith(".java"))
                            .map(Path::getParent)
                            .distinct())
                    .allSatisfy(folder -> assertThat(folder.resolve("package-info.java"))
                            .exists()
                            .content()
                            .contains("/**", "@NullMarked"));
        }
    }
}
