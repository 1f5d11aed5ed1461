package city.onewindow.launch;

import city.onewindow.catalog.Catalogs;
import city.onewindow.catalog.Content;
import city.onewindow.catalog.content.ContentFault;
import city.onewindow.catalog.content.ContentFiles;
import city.onewindow.catalog.content.ContentReader;
import city.onewindow.catalog.content.Draft;
import city.onewindow.catalog.lint.Finding;
import city.onewindow.catalog.lint.Judged;
import city.onewindow.catalog.lint.Linter;
import city.onewindow.catalog.lint.Quality;
import city.onewindow.catalog.lint.Severity;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Reads content and tells what is wrong with it as such: vague clauses, demands without legal ground … */
@Command(
        name = "lint",
        mixinStandardHelpOptions = true,
        header = "检查内容的质量 / check the quality of content",
        description = {
            "检查内容的质量：模糊条款、没有依据的要求、多余的材料……；不写 DIR 即检查数据库里现行的目录，已豁免的不再列出。",
            "Check the quality of content; without DIR of what the database holds now. Exit code 1 if there is an error."
        })
final class Lint implements Callable<Integer> {

    private final House house;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            description = "内容目录，叠加在随程序带的内容上检查 / a directory, laid over the content that comes along")
    private @Nullable Path directory;

    @Option(names = "--json", description = "输出 JSON / print JSON")
    private boolean json;

    @Option(
            names = "--level",
            paramLabel = "LEVEL",
            defaultValue = "WARNING",
            description = "至少多严重才列出 / list from this severity on: ${COMPLETION-CANDIDATES} (${DEFAULT-VALUE})")
    private Severity level;

    @Mixin
    private final DatabaseOption database;

    Lint(House house, Map<String, String> environment) {
        this.house = house;
        this.database = new DatabaseOption(environment);
        this.level = Severity.WARNING;
    }

    @Override
    public Integer call() throws IOException {
        Judged judged = directory == null ? held() : read(directory);
        if (judged == null) {
            return CommandLine.ExitCode.USAGE;
        }
        List<Finding> shown = judged.open().stream()
                .filter(finding -> finding.severity().compareTo(level) <= 0)
                .toList();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(new JsonMapper()
                    .writeValueAsString(shown.stream().map(Lint::facts).toList()));
        } else {
            shown.forEach(finding -> out.println(line(finding)));
            out.println(count(judged));
        }
        out.flush();
        return judged.openErrors().isEmpty() ? 0 : 1;
    }

    /** What somebody answers for there is no longer told. */
    private Judged held() {
        try (var context = house.openWithoutPages(database.open())) {
            Catalogs catalogs = context.getBean(Catalogs.class);
            if (catalogs.current().edition() == 0) {
                catalogs.importShipped();
            }
            return context.getBean(Quality.class).report().judged();
        }
    }

    /** Null, and told, if rows of it can't be read. */
    private @Nullable Judged read(Path from) throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        if (!Files.isDirectory(from)) {
            err.println(from + " 不是目录，请给出内容文件所在的目录 / is no directory");
            return null;
        }
        Content shipped =
                ContentReader.read(ContentFiles.shipped(), Content.EMPTY).content();
        Draft draft = ContentReader.read(ContentFiles.ofDirectory(from), shipped);
        draft.faults().stream().map(ContentFault::text).forEach(err::println);
        return draft.faults().isEmpty() ? Judged.of(Linter.lint(draft.content()), List.of()) : null;
    }

    private static Map<String, String> facts(Finding finding) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("rule", finding.rule().name());
        facts.put("severity", finding.severity().name());
        facts.put("kind", finding.oneThing() ? "one-thing" : "item");
        facts.put("name", finding.name());
        facts.put("department", finding.department());
        facts.put("file", finding.file());
        facts.put("row", finding.row());
        facts.put("column", finding.column());
        facts.put("title", finding.rule().title());
        facts.put("what", finding.what());
        facts.put("fix", finding.fix());
        facts.put("why", finding.rule().why());
        facts.put("key", finding.key());
        return facts;
    }

    private static String line(Finding finding) {
        return finding.severity().term() + " " + finding.rule().title() + " 「" + finding.name() + "」"
                + (finding.row().isEmpty() ? "" : finding.row() + " ")
                + "[" + finding.file() + " " + finding.column() + "] " + finding.what() + "。" + finding.fix() + "。";
    }

    private static String count(Judged judged) {
        StringBuilder count = new StringBuilder("共");
        for (Severity severity : Severity.values()) {
            long of = judged.open().stream()
                    .filter(finding -> finding.severity() == severity)
                    .count();
            count.append(' ').append(severity.term()).append(' ').append(of).append(" 处");
        }
        if (!judged.waived().isEmpty()) {
            count.append("，另有 ").append(judged.waived().size()).append(" 处已豁免");
        }
        return count.toString();
    }
}
