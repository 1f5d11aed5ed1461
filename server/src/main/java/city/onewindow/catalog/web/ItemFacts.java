package city.onewindow.catalog.web;

import city.onewindow.calendar.TimeLimit;
import city.onewindow.catalog.Chain;
import city.onewindow.catalog.Declaration;
import city.onewindow.catalog.Extension;
import city.onewindow.catalog.Item;
import city.onewindow.catalog.Particulars;
import city.onewindow.catalog.Terms;
import java.math.BigDecimal;
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
        facts.add("declaration", declaration(item.item().item()));
        facts.add("serves", String.join("、", says.serves()));
        facts.add("channels", String.join("、", says.channels()));
        facts.add("range", says.range());
        if (says.visits() != null) {
            facts.add("visits", says.visits() + (says.visitReason().isEmpty() ? "" : "（" + says.visitReason() + "）"));
        }
        facts.add("chain", says.chain() == Chain.TWO ? "" : says.chain().term());
        facts.add("extension", extension(item.item().terms(), says.extension()));
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

    /** Said only of an item whose own law says something else than that on licences. */
    private static String extension(Terms terms, Extension most) {
        return most.equals(Extension.USUAL)
                ? ""
                : new TimeLimit(
                                        BigDecimal.valueOf(most.days()),
                                        terms.promised().unit())
                                .inWords() + "（" + most.ground() + "）";
    }

    /** 告知承诺: that one may choose it, what one declares, and what follows if it is untrue. */
    private static List<String> declaration(Item item) {
        Declaration declaration = item.situations().declaration();
        if (declaration == null) {
            return List.of();
        }
        List<String> says = new ArrayList<>();
        says.add("可以选择告知承诺办理，也可以按一般程序办理。选择承诺的，签署告知承诺书后凭承诺作出决定。");
        says.add("承诺的内容：" + String.join("；", declaration.declares()));
        List<String> replaced = Declaration.replaced(item);
        if (!replaced.isEmpty()) {
            says.add("承诺后不用提交：" + String.join("、", replaced));
        }
        says.add("准予后 " + declaration.checkDays() + " 个工作日内核查。与承诺不符的，限 " + declaration.mendDays()
                + " 个工作日内整改；不符合条件、逾期不整改或者整改后仍不符合的，撤销决定，结果失效，信用修复前不再适用告知承诺。");
        says.add("依据：" + declaration.ground());
        return says;
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
