package city.onewindow.catalog.web;

import city.onewindow.catalog.Chain;
import city.onewindow.catalog.Particulars;
import java.util.ArrayList;
import java.util.List;

/** What a department says of its item beside the terms, in the order in which an applicant asks; what it doesn't say is left out. */
public final class ItemFacts {

    /**
     * @param key of the label: {@code catalog.facts.<key>}
     * @param values one or more
     */
    public record Fact(String key, List<String> values) {

        /** Whether the first of them is an address of the web. */
        public boolean isLink() {
            return values.get(0).startsWith("http");
        }
    }

    private final List<Fact> facts = new ArrayList<>();

    private ItemFacts() {}

    public static List<Fact> of(GuideItem item) {
        Particulars says = item.item().item().particulars();
        ItemFacts facts = new ItemFacts();
        facts.add("conditions", says.conditions());
        facts.add("serves", String.join("、", says.serves()));
        facts.add("channels", String.join("、", says.channels()));
        facts.add("range", says.range());
        if (says.visits() != null) {
            facts.add("visits", says.visits() + (says.visitReason().isEmpty() ? "" : "（" + says.visitReason() + "）"));
        }
        facts.add("chain", says.chain() == Chain.TWO ? "" : says.chain().term());
        facts.add("feebasis", says.feeBasis());
        facts.add("address", says.address());
        facts.add("hours", says.hours());
        facts.add("phone", says.phone());
        facts.add("complaint", says.complaintPhone());
        facts.add("sample", says.resultSample());
        facts.add("remedies", says.remedies());
        facts.add("questions", says.commonQuestions());
        facts.add("code", says.implementationCode());
        return List.copyOf(facts.facts);
    }

    private void add(String key, String value) {
        add(key, value.isEmpty() ? List.of() : List.of(value));
    }

    private void add(String key, List<String> values) {
        if (!values.isEmpty()) {
            facts.add(new Fact(key, List.copyOf(values)));
        }
    }
}
