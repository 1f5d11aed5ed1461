package city.onewindow;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Controller;

@DisplayName("家规")
class HouseRulesTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("city.onewindow");

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path PROJECT = Path.of("..");
    private static final List<Path> SOURCE_FOLDERS = Stream.of(
                    "server/src", "bench/src", "docs", "examples", "scripts", "content")
            .map(Path::of)
            .toList();
    private static final List<String> SCRIPTS = List.of("onewindow", "verify", ".ci/run");
    private static final Pattern WRITTEN = Pattern.compile("\\.(java|jte|css|js|sql|properties|sh|md|xml)$");
    private static final int LONGEST = 300;

    /** A word of a name that says nothing, at its beginning or its end. */
    private static final Pattern EMPTY_NAME =
            Pattern.compile("^(Util|Common|Helper)(?![a-z])|(Utils?|Common|Manager|Helper|Impl)$");

    private static final Pattern EMPTY_PACKAGE = Pattern.compile("\\.(utils?|common|managers?|helpers?|impl)(\\.|$)");
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
    @DisplayName("没有叫 util、common、manager、helper 的类和包")
    void namesSaySomething() {
        DescribedPredicate<JavaClass> emptyName = describe(
                "named util, common, manager, helper or impl, or in a package that is",
                type -> EMPTY_NAME.matcher(type.getSimpleName()).find()
                        || EMPTY_PACKAGE.matcher(type.getPackageName()).find());
        noClasses().should(be(emptyName)).check(HOUSE);
    }

    @Test
    @DisplayName("测试不用 Spring Security 自带的 csrf()：它换掉全屋的令牌库，连累后面的测试")
    void testsSendTokensAsBrowsersDo() throws IOException {
        String taking = "SecurityMockMvcRequestPostProcessors." + "csrf";
        List<Path> wrong = new ArrayList<>();
        for (Path file : sources()) {
            if (Files.readString(file).contains(taking)) {
                wrong.add(file);
            }
        }
        assertThat(wrong).as("use identity.CsrfCookie.csrf()").isEmpty();
    }

    @Test
    @DisplayName("没有超过 300 行的文件")
    void filesAreShort() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : sources()) {
            long lines;
            try (Stream<String> read = Files.lines(file)) {
                lines = read.count();
            }
            if (lines > LONGEST) {
                found.add(file + " has " + lines + " lines");
            }
        }
        assertThat(found).as("files of more than " + LONGEST + " lines").isEmpty();
    }

    /** All that people write, whatever the language; what tests draw or generate is no source. */
    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (Path folder : SOURCE_FOLDERS) {
            try (Stream<Path> files = Files.walk(PROJECT.resolve(folder))) {
                files.filter(Files::isRegularFile)
                        .filter(file ->
                                WRITTEN.matcher(file.getFileName().toString()).find())
                        .forEach(sources::add);
            }
        }
        SCRIPTS.forEach(script -> sources.add(PROJECT.resolve(script)));
        for (String kind : List.of(".java", ".jte", ".css", ".js", ".sql", ".properties", ".sh", ".md")) {
            assertThat(sources)
                    .as("files " + kind)
                    .anyMatch(file -> file.toString().endsWith(kind));
        }
        return sources;
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
