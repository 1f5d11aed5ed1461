package city.onewindow;

import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.approval.Act;
import city.onewindow.approval.InspectionEntry;
import city.onewindow.catalog.revision.RevisionAct;
import city.onewindow.intake.IntakeAct;
import city.onewindow.window.filing.FilingAct;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("审计日志里的行为都有名称")
class AuditedActsTest {

    private static final Pattern RECORDED = Pattern.compile("audit\\.record\\(([^;]*)");
    /** Nothing else that is recorded looks like an act. */
    private static final Pattern ACT = Pattern.compile("[\"']([a-z]+(?:[.-][a-z]+)*[.-][a-z]+|handover)[\"']");

    @Test
    @DisplayName("程序里写下的每一种行为，审计页都说得出是什么")
    void eachHasAName() throws IOException {
        Set<String> acts = written();
        assertThat(acts).contains("sign-in", "revision.begin", "filing.upload", "application.check", "handover");
        acts.addAll(named("application", IntakeAct.values()));
        acts.addAll(named("matter", Act.values()));
        acts.addAll(named("inspection", InspectionEntry.Act.values()));
        acts.addAll(named("revision", RevisionAct.values()));
        acts.addAll(named("filing", FilingAct.values()));
        Properties texts = new Properties();
        try (DirectoryStream<Path> bundles = Files.newDirectoryStream(Path.of("src/main/resources/messages"))) {
            for (Path bundle : bundles) {
                try (Reader file = Files.newBufferedReader(bundle)) {
                    texts.load(file);
                }
            }
        }
        assertThat(texts.stringPropertyNames())
                .containsAll(acts.stream().map(act -> "audit.act." + act).toList());
    }

    private static Set<String> written() throws IOException {
        Set<String> acts = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                RECORDED.matcher(Files.readString(file))
                        .results()
                        .flatMap(record -> ACT.matcher(record.group(1)).results())
                        .map(AuditedActsTest::act)
                        .forEach(acts::add);
            }
        }
        return acts;
    }

    private static String act(MatchResult found) {
        return found.group(1);
    }

    private static List<String> named(String room, Enum<?>[] acts) {
        return Arrays.stream(acts)
                .map(act -> room + "." + act.name().toLowerCase(Locale.ROOT))
                .toList();
    }
}
