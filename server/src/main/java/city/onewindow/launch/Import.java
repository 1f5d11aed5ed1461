package city.onewindow.launch;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import city.onewindow.catalog.Catalogs;
import city.onewindow.catalog.ImportReport;
import city.onewindow.catalog.lint.Judged;
import city.onewindow.catalog.lint.Quality;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Imports a content directory, beside a running service or alone: with one error in it, nothing of it. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        header = "导入内容目录 / take a content directory in",
        description = {
            "导入一个内容目录（事项、一件事、材料、表单、窗口、节假日）；有一处错误就什么都不变，并列出全部错误。",
            "Import a content directory; one error and nothing changes, with all errors listed."
        })
final class Import implements Callable<Integer> {

    /** More names of one kind than these nobody reads. */
    private static final int LISTED = 20;

    private final House house;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "DIR", description = "内容目录，写法见 content/README.md / the directory")
    private Path directory = Path.of("content");

    @Mixin
    private final DatabaseOption database;

    Import(House house, Map<String, String> environment) {
        this.house = house;
        this.database = new DatabaseOption(environment);
    }

    @Override
    public Integer call() {
        if (!Files.isDirectory(directory)) { // before a database is made for nothing
            return tell(new Problem.InvalidInput("/directory", directory + " 不是目录，请给出内容文件所在的目录 / is no directory"));
        }
        try (var context = house.openWithoutPages(database.open())) {
            var catalogs = context.getBean(Catalogs.class);
            // An owner's directory builds on the shipped departments, windows and elements.
            catalogs.importShipped();
            tell(catalogs.importFrom(directory, "system"));
            tell(context.getBean(Quality.class).report().judged());
            context.getBean(DemoStaff.class).hire();
            return 0;
        } catch (Problem.InvalidInput wrong) {
            return tell(wrong);
        }
    }

    private void tell(ImportReport report) {
        var out = spec.commandLine().getOut();
        report.notices().forEach(notice -> out.println("请注意 / note: " + notice));
        if (report.changedNothing()) {
            out.println("没有变化，仍是第 " + report.edition() + " 版 / nothing changed, still edition " + report.edition());
        } else {
            out.println("已导入，现为第 " + report.edition() + " 版 / imported, now edition " + report.edition());
            list("新增 / new", report.added());
            list("变更 / changed", report.changed());
            if (report.calendarChanged()) {
                out.println("节假日有变更 / the holidays changed");
            }
            if (!report.wordings().isEmpty()) {
                out.println("文书用语有变更 / documents say something else: " + String.join("、", report.wordings()));
            }
        }
        out.flush();
    }

    /** An import is taken in whatever the linter finds: it is an owner's word, to be mended by revisions. */
    private void tell(Judged judged) {
        int errors = judged.openErrors().size();
        if (errors > 0) {
            var out = spec.commandLine().getOut();
            out.println(
                    "质量检查还有 " + errors + " 处错误，看 onewindow lint 或 /quality / the linter finds " + errors + " errors");
            out.flush();
        }
    }

    private void list(String what, List<ImportReport.Entry> entries) {
        var out = spec.commandLine().getOut();
        var byKind = entries.stream()
                .collect(groupingBy(
                        ImportReport.Entry::kind, LinkedHashMap::new, mapping(ImportReport.Entry::key, toList())));
        byKind.forEach((kind, keys) -> {
            String rest = keys.size() > LISTED ? " …" : "";
            String names = keys.stream().limit(LISTED).collect(joining("、"));
            out.println(what + " " + kind + " " + keys.size() + ": " + names + rest);
        });
    }

    private int tell(Problem.InvalidInput wrong) {
        var err = spec.commandLine().getErr();
        wrong.faults().stream().map(Fault::message).forEach(err::println);
        err.println("共 " + wrong.faults().size() + " 处错误，什么都没有导入 / "
                + wrong.faults().size() + " errors, nothing was imported");
        return 1;
    }
}
