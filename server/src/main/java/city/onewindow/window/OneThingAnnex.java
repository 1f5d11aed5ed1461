package city.onewindow.window;

import static city.onewindow.window.AnnexWords.days;
import static city.onewindow.window.AnnexWords.materials;
import static city.onewindow.window.AnnexWords.yesOrNo;

import city.onewindow.catalog.Audience;
import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Department;
import city.onewindow.catalog.Item;
import city.onewindow.catalog.Member;
import city.onewindow.catalog.OneThing;
import city.onewindow.catalog.Requirement;
import city.onewindow.catalog.Window;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** 附件1 of a department, filled in from the catalog: its items in one-things, and whole those at the windows that it leads. */
public record OneThingAnnex(Catalog catalog, Department department) {

    /** The members of each one-thing that the department answers for, by name of the one-thing; none has no members. */
    public Map<OneThing, List<Member>> members() {
        Map<OneThing, List<Member>> members = new LinkedHashMap<>();
        catalog.oneThings().stream()
                .sorted(Comparator.comparing(OneThing::name))
                .forEach(thing -> {
                    boolean leads = lead(thing).equals(department.code());
                    List<Member> own = thing.members().stream()
                            .filter(member -> leads || item(member).department().equals(department.code()))
                            .toList();
                    if (!own.isEmpty()) {
                        members.put(thing, own);
                    }
                });
        return members;
    }

    public AnnexSheet sheet(LocalDate day) {
        List<List<Object>> rows = new ArrayList<>();
        members()
                .forEach((thing, members) ->
                        members.forEach(member -> rows.add(Annex.ONE_THING.row(rows.size() + 1, row(thing, member)))));
        return new AnnexSheet(
                department.shortName(),
                "推进“一窗受理、集成服务”改革“一件事”事项统报表",
                List.of(
                        Map.entry("填报单位（章）", department.name()),
                        Map.entry("填报日期", day.toString()),
                        Map.entry("联系人", ""),
                        Map.entry("电话", "")),
                Annex.ONE_THING.headings(),
                rows,
                AnnexSheet.SIGNED);
    }

    private Map<String, Object> row(OneThing thing, Member member) {
        Map<String, Object> row = new LinkedHashMap<>(ofThing(thing));
        Item item = item(member);
        row.put("事项名称", item.name());
        row.put("基本编码", item.particulars().basicCode());
        row.put("实施编码", item.particulars().implementationCode());
        row.put("事项类型", member.terms().itemType());
        row.put("办件类型", member.terms().kind().term());
        row.put("实施部门", new AnnexWords(catalog).department(item.department()));
        row.put("设定依据", member.terms().legalBasis());
        row.put("前置事项", String.join("；", member.after()));
        row.put("与其他事项关系", member.optional() ? "可选" : member.after().isEmpty() ? "并联" : "串联");
        row.put("改革后材料份数", item.materials().size());
        row.put(
                "其中：可共享复用",
                materials(item, material -> !material.shareableFrom().isEmpty()));
        row.put("其中：电子证照", materials(item, material -> material.shareableFrom().contains("电子证照")));
        row.put("其中：容缺", materials(item, material -> material.requirement() == Requirement.DEFERRABLE));
        row.put("共性字段是否已纳入一表", yesOrNo(!item.fields().isEmpty()));
        row.put("法定时限（工作日）", days(member.terms().statutory()));
        row.put("承诺时限（工作日）", days(member.terms().promised()));
        Integer visits = item.particulars().visits();
        row.put("现跑动次数", visits == null ? "" : visits);
        row.put("是否收费", yesOrNo(member.terms().freeOfCharge().isEmpty()));
        row.put("收费标准", member.terms().feeInWords());
        row.put("收费依据", item.particulars().feeBasis());
        row.put("特别程序", member.terms().specialSteps());
        row.put("结果名称", member.terms().result());
        // That there is none the catalog doesn't say; a department may.
        row.put("结果样本", item.particulars().resultSample().isEmpty() ? "" : "有");
        row.put("送达方式", AnnexWords.delivery(item, member.terms().result()));
        row.put("网办深度", AnnexWords.online(item));
        row.put("是否支持预审", AnnexWords.preReviewed(item));
        row.put("是否寄递", AnnexWords.mailed(item));
        row.put("备注", member.terms().note());
        return row;
    }

    /** What is the same in all rows of a one-thing. */
    private Map<String, Object> ofThing(OneThing thing) {
        AnnexWords words = new AnnexWords(catalog);
        String lead = lead(thing);
        String cooperating = thing.members().stream()
                .map(member -> item(member).department())
                .filter(code -> !code.equals(lead))
                .distinct()
                .map(words::department)
                .collect(Collectors.joining("、"));
        return Map.of(
                "一件事名称", thing.name(),
                "一件事编码", thing.code(),
                "服务对象", thing.audience() == Audience.PERSON ? "自然人" : "企业",
                "受理窗口", words.window(thing.window()),
                "牵头部门", words.department(lead),
                "配合部门", cooperating);
    }

    private String lead(OneThing thing) {
        return catalog.window(thing.window()).map(Window::leadDepartment).orElse("");
    }

    private Item item(Member member) {
        return catalog.itemNamed(member.item()).orElseThrow();
    }
}
