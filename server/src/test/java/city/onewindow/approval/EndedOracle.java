package city.onewindow.approval;

import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.catalog.MergedMaterial;
import city.onewindow.catalog.Reason;
import city.onewindow.intake.Intake;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether what the window ended (撤回, 逾期未补交) ended with all that waits for it, and nothing lapsed that lacked nothing. */
record EndedOracle(Matters matters, Intake intake) {

    private static final Set<Act> DENIED = Set.of(Act.DENY, Act.SUBSTITUTE_DENIAL);

    /** What says afterwards which items were to be withdrawn; null: all. */
    static String asked(String text, @Nullable List<String> items) {
        return items == null
                ? text
                : text + items.stream().map(EndedOracle::named).collect(Collectors.joining());
    }

    private static String named(String item) {
        return "「" + item + "」";
    }

    void check(String number) {
        List<HistoryEntry> history = matters.history(SampleCases.REGION, number);
        List<Matter> all = matters.ofCase(SampleCases.REGION, number);
        history.stream()
                .filter(entry -> entry.act() == Act.WITHDRAW || entry.act() == Act.LAPSE)
                .collect(Collectors.groupingBy(entry -> String.valueOf(entry.document())))
                .values()
                .forEach(acts -> {
                    Set<String> ended = acts.stream().map(HistoryEntry::item).collect(Collectors.toSet());
                    List<HistoryEntry> before = history.subList(0, history.indexOf(acts.get(0)));
                    all.forEach(matter -> waiting(matter, ended, before));
                    String said = acts.get(0).opinion();
                    if (acts.get(0).act() == Act.LAPSE) {
                        lacking(number, all, ended, said);
                    } else if (said.contains("「")) {
                        asked(all, ended, said);
                    }
                });
    }

    /** Whatever waits for what ended has ended, too, or before, or was denied. */
    private static void waiting(Matter matter, Set<String> ended, List<HistoryEntry> before) {
        if (ended.contains(matter.item()) || matter.after().stream().noneMatch(ended::contains)) {
            return;
        }
        assertThat(before)
                .filteredOn(entry -> entry.item().equals(matter.item()))
                .as("%s had ended or was denied when %s did", matter, ended)
                .anyMatch(entry -> entry.to() == Step.ENDED || DENIED.contains(entry.act()));
    }

    /** All that were asked for, and nothing else but what waits for them. */
    private static void asked(List<Matter> all, Set<String> ended, String said) {
        assertThat(all)
                .filteredOn(matter -> said.contains(named(matter.item())))
                .as("withdrawn as asked: %s", said)
                .allMatch(matter -> ended.contains(matter.item()));
        assertThat(all)
                .filteredOn(matter -> ended.contains(matter.item()))
                .as("withdrawn, for that was asked, or waits for what was: %s", said)
                .allMatch(matter -> said.contains(named(matter.item()))
                        || matter.after().stream().anyMatch(ended::contains));
    }

    private void lacking(String number, List<Matter> all, Set<String> ended, String said) {
        Set<String> needed = intake.dossierOfCase(number).merge().materials().stream()
                .filter(material -> said.contains("「" + material.name() + "」"))
                .map(MergedMaterial::reasons)
                .flatMap(List::stream)
                .map(Reason::item)
                .collect(Collectors.toSet());
        assertThat(all)
                .filteredOn(matter -> ended.contains(matter.item()))
                .as("lapsed, for it lacked something or waits for what did: %s", said)
                .allMatch(matter -> needed.contains(matter.itemName())
                        || matter.after().stream().anyMatch(ended::contains));
    }
}
