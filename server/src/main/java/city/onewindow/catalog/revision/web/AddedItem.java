package city.onewindow.catalog.revision.web;

import city.onewindow.catalog.Audience;
import city.onewindow.catalog.Content;
import city.onewindow.catalog.FieldUse;
import city.onewindow.catalog.Item;
import city.onewindow.catalog.Member;
import city.onewindow.catalog.OneThing;
import city.onewindow.catalog.Question;
import city.onewindow.catalog.content.ContentRows;
import city.onewindow.catalog.content.RowWriter;
import city.onewindow.catalog.revision.NewOneThing;
import city.onewindow.catalog.revision.Revision;
import city.onewindow.kernel.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An item that a one-thing takes in, with all that it brings along: its standing terms, and the questions on which its form hangs,
 * as another one-thing asks them, with what their answers do to its materials.
 */
final class AddedItem {

    private static final int SHOWN = 5;

    private final Revision revision;
    private final Item item;
    private final Content content;
    private final List<Map<String, String>> questions;
    private final List<Map<String, String>> effects;
    private final List<String> brought = new ArrayList<>();

    private AddedItem(Revision revision, Item item, Content content) {
        this.revision = revision;
        this.item = item;
        this.content = content;
        questions = new ArrayList<>(revision.rows().of(Sections.QUESTIONS));
        effects = new ArrayList<>(revision.rows().of(Sections.EFFECTS));
        item.fields().stream()
                .map(FieldUse::condition)
                .flatMap(condition -> condition.names().stream())
                .distinct()
                // What the item asks itself it asks everywhere.
                .filter(code -> item.situations().questions().stream()
                        .noneMatch(own -> own.code().equals(code)))
                .forEach(this::bring);
    }

    /**
     * @param wanted its name, or a part of it that no other item's has
     * @throws Problem.InvalidInput if there is no such item, or it is in the one-thing already
     */
    static AddedItem of(Revision revision, String wanted, Content content) {
        Item item = content.items().get(wanted);
        if (item == null) {
            item = only(wanted, content);
        }
        String name = item.name();
        if (revision.rows().of(Sections.MEMBERS).stream().anyMatch(row -> name.equals(row.get("item")))) {
            throw wrong("「" + name + "」已经在这件事里。");
        }
        if (!item.isOffered()) {
            throw wrong("「" + name + "」已" + item.particulars().status().term() + "，不能加入。请选一个在用的事项。");
        }
        return new AddedItem(revision, item, content);
    }

    private static Item only(String wanted, Content content) {
        List<Item> named = content.items().values().stream()
                .filter(Item::isOffered)
                .filter(one -> one.name().contains(wanted))
                .toList();
        if (named.size() == 1) {
            return named.get(0);
        }
        if (named.isEmpty()) {
            throw wrong("没有名称含“" + wanted + "”的事项。请从提示中选一个；新事项先由它的部门起草、发布。");
        }
        throw wrong("名称含“" + wanted + "”的事项有 " + named.size() + " 个："
                + named.stream().limit(SHOWN).map(Item::name).collect(Collectors.joining("、"))
                + (named.size() > SHOWN ? "等" : "") + "。请写全，或从提示中选一个。");
    }

    private static Problem.InvalidInput wrong(String text) {
        return new Problem.InvalidInput("/add-item", text);
    }

    /** The question of that code, and first those that must be answered before it is asked; a data element is no question. */
    private void bring(String code) {
        if (questions.stream().anyMatch(row -> code.equals(row.get("question_code")))) {
            return;
        }
        content.oneThings().values().stream()
                .filter(thing -> question(thing, code) != null)
                .min(Comparator.comparing(thing -> thing.members().stream()
                                .anyMatch(member -> member.item().equals(item.name()))
                        ? 0
                        : 1))
                .ifPresent(thing -> bring(thing, code));
    }

    private void bring(OneThing thing, String code) {
        Question question = question(thing, code);
        if (question == null) {
            return;
        }
        question.shownWhen().names().forEach(this::bring);
        ContentRows rows = new RowWriter(content).oneThing(thing, "");
        rows.of(Sections.QUESTIONS).stream()
                .filter(row -> code.equals(row.get("question_code")))
                .forEach(row -> questions.add(own(row, "order", String.valueOf(1 + last(questions, "order")))));
        rows.of(Sections.EFFECTS).stream()
                .filter(row -> code.equals(row.get("question_code")))
                .filter(row -> row.getOrDefault("target", "").startsWith(item.name() + "::"))
                .forEach(row -> effects.add(own(row, "one_thing", revision.key())));
        brought.add(question.text());
    }

    private static @Nullable Question question(OneThing thing, String code) {
        return thing.questions().stream()
                .filter(question -> question.code().equals(code))
                .findFirst()
                .orElse(null);
    }

    private Map<String, String> own(Map<String, String> row, String column, String value) {
        Map<String, String> own = new LinkedHashMap<>(row);
        own.put("one_thing", revision.key());
        own.put(column, value);
        return own;
    }

    private static int last(List<Map<String, String>> rows, String column) {
        return rows.stream()
                .map(row -> row.getOrDefault(column, ""))
                .filter(value -> value.matches("\\d{1,4}"))
                .mapToInt(Integer::parseInt)
                .max()
                .orElse(0);
    }

    Map<String, List<Map<String, String>>> rows() {
        Map<String, List<Map<String, String>>> rows =
                new HashMap<>(revision.rows().rows());
        List<Map<String, String>> members = new ArrayList<>(revision.rows().of(Sections.MEMBERS));
        Map<String, String> member = member(item, revision.key(), content);
        member.put("window", NewOneThing.windowIn(rows));
        member.put("seq", nextSeq(members));
        members.add(member);
        rows.put(Sections.MEMBERS, members);
        rows.put(Sections.QUESTIONS, questions);
        rows.put(Sections.EFFECTS, effects);
        return rows;
    }

    static String nextSeq(List<Map<String, String>> members) {
        return String.valueOf(1 + last(members, "seq"));
    }

    /** Its row in a one-thing, with its standing terms; where the one-thing is taken in and in which place is still open. */
    static Map<String, String> member(Item item, String oneThing, Content content) {
        Member alone = new Member(item.name(), List.of(), 1, false, "", item.terms());
        OneThing thing = new OneThing(
                "", oneThing, item.homeWindow(), Audience.PERSON, "", List.of(alone), List.of(), List.of());
        Map<String, String> row = new LinkedHashMap<>(
                new RowWriter(content).oneThing(thing, "").of(Sections.MEMBERS).get(0));
        row.put("seq", "");
        return row;
    }

    String told() {
        return "已加入「" + item.name() + "」（" + content.departmentName(item.department()) + "，"
                + item.terms().promised().inWords() + "）。"
                + (brought.isEmpty() ? "" : "它的表单要看这些问题，已一并带来，请核对：" + String.join("；", brought) + "。");
    }
}
