package city.onewindow.window;

import static city.onewindow.window.AnnexWords.days;

import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Department;
import city.onewindow.catalog.Item;
import city.onewindow.catalog.Window;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** 附件2 of a department, filled in from the catalog: which of its items enter which window. */
public record DepartmentAnnex(Catalog catalog, Department department) {

    public List<Item> items() {
        return catalog.items().stream()
                .filter(item -> item.department().equals(department.code()))
                .sorted(Comparator.comparing(Item::name))
                .toList();
    }

    public AnnexSheet sheet(LocalDate day) {
        List<Item> items = items();
        List<List<Object>> rows = new ArrayList<>();
        items.forEach(item -> rows.add(Annex.DEPARTMENT.row(rows.size() + 1, row(item))));
        long comprehensive = at(items, Window.Kind.COMPREHENSIVE);
        return new AnnexSheet(
                department.shortName(),
                department.name() + "纳入综合受理窗口事项清单",
                List.of(
                        Map.entry("部门（章）", department.name()),
                        Map.entry("总事项数", String.valueOf(items.size())),
                        Map.entry("纳入综合窗口数", String.valueOf(comprehensive)),
                        Map.entry("保留专业窗口数", String.valueOf(at(items, Window.Kind.SPECIALIST))),
                        Map.entry("纳入其他事务窗口数", String.valueOf(at(items, Window.Kind.GENERAL))),
                        Map.entry("未进驻数及理由", ""),
                        Map.entry("纳入率", items.isEmpty() ? "" : comprehensive * 100 / items.size() + "%"),
                        Map.entry("填报人", ""),
                        Map.entry("电话", ""),
                        Map.entry("日期", day.toString())),
                Annex.DEPARTMENT.headings(),
                rows,
                AnnexSheet.SIGNED);
    }

    private Map<String, Object> row(Item item) {
        Map<String, Object> row = new HashMap<>();
        row.put("事项名称", item.name());
        row.put("实施编码", item.particulars().implementationCode());
        row.put("事项类型", item.terms().itemType());
        row.put("办件类型", item.terms().kind().term());
        row.put("服务对象", String.join("、", item.particulars().serves()));
        row.put("拟入窗口", new AnnexWords(catalog).window(item.homeWindow()));
        row.put("法定时限", days(item.terms().statutory()));
        row.put("承诺时限", days(item.terms().promised()));
        row.put("材料数", item.materials().size());
        row.put("容缺材料数", AnnexWords.deferrable(item));
        row.put("现场勘验等特别程序", item.terms().specialSteps());
        row.put("是否收费", item.terms().feeInWords());
        row.put("经办人电话", item.particulars().phone());
        row.put("不纳入理由", item.particulars().outsideReason());
        row.put("备注", item.terms().note());
        return row;
    }

    private long at(List<Item> items, Window.Kind kind) {
        return items.stream()
                .filter(item -> catalog.window(item.homeWindow())
                        .filter(window -> window.kind() == kind)
                        .isPresent())
                .count();
    }
}
