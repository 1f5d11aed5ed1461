package city.onewindow.bench;

import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Content;
import city.onewindow.catalog.content.ContentFiles;
import city.onewindow.catalog.content.ContentReader;
import city.onewindow.window.Annex;
import city.onewindow.window.AnnexBook;
import city.onewindow.window.AnnexSheet;
import city.onewindow.window.DepartmentAnnex;
import city.onewindow.window.filing.AnnexReading;
import city.onewindow.window.filing.CheckedRow;
import city.onewindow.window.filing.FiledFacts;
import city.onewindow.window.filing.RowState;
import city.onewindow.window.filing.Target;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Measures how long an annex 2 of 10,000 rows takes to be read and checked, and the most heap that it holds meanwhile: a department
 * whose items are the shipped ones under new names, with every tenth row changed and every hundredth wrong.
 *
 * <p>See bench/README.md.
 */
final class AnnexBench {

    private static final int ROWS = 10_000;
    private static final int ROUNDS = 5;
    private static final String DEPARTMENT = "scjg";
    private static final long MEGABYTE = 1024L * 1024;

    private AnnexBench() {}

    public static void main(String[] arguments) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Catalog catalog = new Catalog(
                1,
                multiplied(ContentReader.read(ContentFiles.shipped(), Content.EMPTY)
                        .content()),
                Map.of());
        Target target = Target.of(catalog, Annex.DEPARTMENT, DEPARTMENT);
        Path file = written(catalog);
        out.printf(
                "%d rows, file of %d kB, heap of at most %d MB%n",
                ROWS, Files.size(file) / 1024, Runtime.getRuntime().maxMemory() / MEGABYTE);
        long[] millis = new long[ROUNDS];
        Map<RowState, Integer> counts = new EnumMap<>(RowState.class);
        long[] cpu = new long[ROUNDS];
        long peak = 0;
        long first = 0;
        for (int round = 0; round < ROUNDS; round++) {
            forgetPeaks();
            long begin = System.nanoTime();
            long spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            AnnexReading.Result result = AnnexReading.read(
                    file,
                    target,
                    catalog,
                    FiledFacts.NONE,
                    rows -> ContentReader.read(rows, catalog.content(), List.of()),
                    (read, total) -> {});
            millis[round] = (System.nanoTime() - begin) / 1_000_000;
            cpu[round] = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - spent) / 1_000_000;
            first = round == 0 ? millis[0] : first;
            peak = Math.max(peak, peak());
            counts.clear();
            result.rows().stream().map(CheckedRow::state).forEach(state -> counts.merge(state, 1, Integer::sum));
        }
        long firstCpu = cpu[0];
        Arrays.sort(millis);
        Arrays.sort(cpu);
        out.printf(
                "%s: first %d ms (CPU %d ms), median of %d %d ms (CPU %d ms), peak of heap %d MB%n",
                counts, first, firstCpu, ROUNDS, millis[ROUNDS / 2], cpu[ROUNDS / 2], peak);
        Files.delete(file);
    }

    private static void forgetPeaks() {
        System.gc();
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    /** In megabytes; garbage is counted, so it is more than what was needed. */
    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                / MEGABYTE;
    }

    private static Path written(Catalog catalog) throws Exception {
        AnnexSheet sheet =
                new DepartmentAnnex(catalog, catalog.department(DEPARTMENT).orElseThrow()).sheet(LocalDate.EPOCH);
        int note = sheet.columns().indexOf("备注");
        int volume = sheet.columns().indexOf("年办件量");
        List<List<Object>> rows = new ArrayList<>();
        for (List<Object> row : sheet.rows()) {
            List<Object> cells = new ArrayList<>(row);
            if (rows.size() % 10 == 0) {
                cells.set(note, "第" + rows.size() + "行改过的备注");
            }
            cells.set(volume, rows.size() % 100 == 0 ? "很多" : String.valueOf(rows.size()));
            rows.add(cells);
        }
        Path file = Files.createTempFile("annex-bench", ".xlsx");
        return Files.write(
                file,
                AnnexBook.write(List.of(new AnnexSheet(
                        sheet.name(), sheet.title(), sheet.head(), sheet.columns(), rows, sheet.foot()))));
    }

    private static Content multiplied(Content content) {
        int own = (int) content.items().values().stream()
                .filter(item -> item.department().equals(DEPARTMENT))
                .count();
        return Province.with(content, ROWS - own, item -> DEPARTMENT);
    }
}
