package city.onewindow.window;

import static city.onewindow.window.AnnexWords.days;
import static city.onewindow.window.AnnexWords.form;

import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Item;
import city.onewindow.catalog.Material;
import city.onewindow.catalog.OneThing;
import city.onewindow.catalog.Window;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** 附件3 of a window, filled in from the catalog: what it takes in, a row for each material, as the clerk needs it. */
public record WindowAnnex(Catalog catalog, WindowList list) {

    public AnnexSheet sheet(LocalDate day) {
        List<List<Object>> rows = new ArrayList<>();
        for (Item item : list.items()) {
            if (item.materials().isEmpty()) {
                Map<String, Object> row = row(item);
                row.put("申请材料", AnnexWords.NO_MATERIALS);
                rows.add(Annex.WINDOW.row(rows.size() + 1, row));
            }
            for (Material material : item.materials()) {
                Map<String, Object> row = row(item);
                row.put("材料编号", material.key());
                row.put("申请材料", material.name());
                row.put("必要性", material.requirement().term());
                row.put("审查要点", String.join("；", material.reviewPoints()));
                row.put("收件方式", form(material));
                rows.add(Annex.WINDOW.row(rows.size() + 1, row));
            }
        }
        Window window = list.window();
        return new AnnexSheet(
                window.name(),
                window.name() + "政务服务事项受理清单",
                List.of(
                        Map.entry("受理窗口", window.name()),
                        Map.entry("牵头部门（章）", new AnnexWords(catalog).department(window.leadDepartment())),
                        Map.entry("事项数", String.valueOf(list.items().size())),
                        Map.entry("目录版本", "第 " + catalog.edition() + " 版"),
                        Map.entry("联系人", ""),
                        Map.entry("电话", ""),
                        Map.entry("日期", day.toString())),
                Annex.WINDOW.headings(),
                rows,
                AnnexSheet.SIGNED);
    }

    /** The lists that are read out of it, a sheet each. */
    public List<AnnexSheet> derived(LocalDate day) {
        return Arrays.stream(DerivedList.values())
                .map(derived -> derived.of(catalog, list, day))
                .toList();
    }

    /** What is the same in all rows of an item. */
    private Map<String, Object> row(Item item) {
        AnnexWords words = new AnnexWords(catalog);
        Map<String, Object> row = new HashMap<>();
        row.put(
                "一件事名称",
                list.oneThings().stream()
                        .filter(thing -> thing.members().stream()
                                .anyMatch(member -> member.item().equals(item.name())))
                        .map(OneThing::name)
                        .collect(Collectors.joining("；")));
        row.put("事项名称", item.name());
        row.put("实施编码", item.particulars().implementationCode());
        row.put("责任部门", words.department(item.department()));
        row.put("办件类型", item.terms().kind().term());
        row.put("受理条件", String.join("；", item.particulars().conditions()));
        row.put("承诺时限", days(item.terms().promised()));
        row.put("特别程序", item.terms().specialSteps());
        row.put("收费", item.terms().feeInWords());
        row.put("结果", item.terms().result());
        row.put("出件窗口", words.issuing(list.window()));
        row.put("送达方式", AnnexWords.delivery(item, item.terms().result()));
        row.put("咨询电话", item.particulars().phone());
        row.put("版本", "第 " + catalog.versionOf(item) + " 版");
        row.put("备注", item.terms().note());
        return row;
    }
}
