package city.onewindow.window;

import static city.onewindow.window.AnnexWords.days;
import static city.onewindow.window.AnnexWords.deferrable;
import static city.onewindow.window.AnnexWords.form;
import static city.onewindow.window.AnnexWords.materials;

import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Department;
import city.onewindow.catalog.Item;
import city.onewindow.catalog.Material;
import city.onewindow.catalog.Member;
import city.onewindow.catalog.OneThing;
import city.onewindow.catalog.Requirement;
import city.onewindow.catalog.Window;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The plan's annexes 1–3, filled in from the catalog (实施方案 二（二）1): what departments used to type into spreadsheets. What the
 * catalog doesn't know stays empty, for the department to write in.
 */
public final class Annexes {

    /** How the line begins that stands below the table. */
    public static final String FOOT = "审核人：";

    private static final String SIGNED = FOOT + "　　　　　　负责人签字：　　　　　　单位盖章：";

    private Annexes() {}

    /** 附件1: the items of a one-thing. */
    public static AnnexSheet one(Catalog catalog, OneThing thing, LocalDate day) {
        AnnexWords words = new AnnexWords(catalog);
        Window window = catalog.window(thing.window()).orElseThrow();
        List<List<Object>> rows = new ArrayList<>();
        for (Member member : thing.members()) {
            Item item = catalog.itemNamed(member.item()).orElseThrow();
            rows.add(List.of(
                    item.name(),
                    item.particulars().basicCode(),
                    item.particulars().implementationCode(),
                    member.terms().itemType(),
                    member.terms().kind().term(),
                    words.department(item.department()),
                    member.terms().legalBasis(),
                    String.join("；", member.after()),
                    member.optional() ? "可选" : member.after().isEmpty() ? "并联" : "串联",
                    item.materials().size(),
                    materials(item, material -> !material.shareableFrom().isEmpty()),
                    materials(item, material -> material.requirement() == Requirement.DEFERRABLE),
                    days(member.terms().statutory()),
                    days(member.terms().promised()),
                    member.terms().feeInWords(),
                    member.terms().specialSteps(),
                    member.terms().result(),
                    member.terms().note()));
        }
        return new AnnexSheet(
                thing.name(),
                "推进“一窗受理、集成服务”改革“一件事”事项统报表",
                List.of(
                        Map.entry("填报单位（章）", words.department(window.leadDepartment())),
                        Map.entry("填报日期", day.toString()),
                        Map.entry("一件事名称", thing.name()),
                        Map.entry("受理窗口", window.name()),
                        Map.entry("牵头部门", words.department(window.leadDepartment())),
                        Map.entry("配合部门", cooperating(words, thing, window)),
                        Map.entry("联系人、电话", "")),
                Annex.ONE_THING.headings(),
                AnnexSheet.numbered(rows),
                SIGNED);
    }

    private static String cooperating(AnnexWords words, OneThing thing, Window window) {
        return thing.members().stream()
                .map(member ->
                        words.catalog().itemNamed(member.item()).orElseThrow().department())
                .filter(department -> !department.equals(window.leadDepartment()))
                .distinct()
                .map(words::department)
                .collect(Collectors.joining("、"));
    }

    /** 附件2: which items of a department enter which window. */
    public static AnnexSheet two(Catalog catalog, Department department, LocalDate day) {
        AnnexWords words = new AnnexWords(catalog);
        List<Item> items = catalog.items().stream()
                .filter(item -> item.department().equals(department.code()))
                .sorted(Comparator.comparing(Item::name))
                .toList();
        List<List<Object>> rows = new ArrayList<>();
        for (Item item : items) {
            rows.add(List.of(
                    item.name(),
                    item.particulars().implementationCode(),
                    item.terms().itemType(),
                    item.terms().kind().term(),
                    String.join("、", item.particulars().serves()),
                    words.window(item.homeWindow()),
                    "",
                    "",
                    days(item.terms().statutory()),
                    days(item.terms().promised()),
                    item.materials().size(),
                    deferrable(item),
                    item.terms().feeInWords(),
                    item.terms().specialSteps(),
                    "",
                    item.particulars().phone(),
                    item.terms().note()));
        }
        return new AnnexSheet(
                department.shortName(),
                department.name() + "纳入综合受理窗口事项清单",
                List.of(
                        Map.entry("部门（章）", department.name()),
                        Map.entry("总事项数", String.valueOf(items.size())),
                        Map.entry("纳入综合窗口数", String.valueOf(in(catalog, items, Window.Kind.COMPREHENSIVE))),
                        Map.entry("保留专业窗口数", String.valueOf(in(catalog, items, Window.Kind.SPECIALIST))),
                        Map.entry("纳入其他事务窗口数", String.valueOf(in(catalog, items, Window.Kind.GENERAL))),
                        Map.entry("填报人、电话", ""),
                        Map.entry("日期", day.toString())),
                Annex.DEPARTMENT.headings(),
                AnnexSheet.numbered(rows),
                SIGNED);
    }

    private static long in(Catalog catalog, List<Item> items, Window.Kind kind) {
        return items.stream()
                .filter(item -> catalog.window(item.homeWindow())
                        .filter(window -> window.kind() == kind)
                        .isPresent())
                .count();
    }

    /** 附件3: what a window takes in, a row for each material, as the clerk needs it. */
    public static AnnexSheet three(Catalog catalog, WindowList list, LocalDate day) {
        AnnexWords words = new AnnexWords(catalog);
        List<List<Object>> rows = new ArrayList<>();
        for (Item item : list.items()) {
            String errands = list.oneThings().stream()
                    .filter(thing -> thing.members().stream()
                            .anyMatch(member -> member.item().equals(item.name())))
                    .map(OneThing::name)
                    .collect(Collectors.joining("；"));
            if (item.materials().isEmpty()) {
                rows.add(row(words, errands, item, "（不需要材料）", "", "", ""));
            }
            for (Material material : item.materials()) {
                rows.add(row(
                        words,
                        errands,
                        item,
                        material.name(),
                        material.requirement().term(),
                        form(material),
                        String.join("；", material.reviewPoints())));
            }
        }
        Window window = list.window();
        return new AnnexSheet(
                window.name(),
                window.name() + "政务服务事项受理清单",
                List.of(
                        Map.entry("牵头部门（章）", words.department(window.leadDepartment())),
                        Map.entry("事项数", String.valueOf(list.items().size())),
                        Map.entry("目录版本", "第 " + catalog.edition() + " 版"),
                        Map.entry("日期", day.toString())),
                Annex.WINDOW.headings(),
                AnnexSheet.numbered(rows),
                SIGNED);
    }

    private static List<Object> row(
            AnnexWords words,
            String errands,
            Item item,
            String material,
            String requirement,
            String form,
            String points) {
        return List.of(
                errands,
                item.name(),
                item.particulars().implementationCode(),
                words.department(item.department()),
                item.terms().kind().term(),
                String.join("；", item.particulars().conditions()),
                material,
                requirement,
                form,
                points,
                days(item.terms().promised()),
                item.terms().specialSteps(),
                item.terms().feeInWords(),
                item.terms().result(),
                "",
                item.particulars().phone(),
                item.terms().note());
    }
}
