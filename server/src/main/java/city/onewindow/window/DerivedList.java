package city.onewindow.window;

import static city.onewindow.window.AnnexWords.days;
import static city.onewindow.window.AnnexWords.form;

import city.onewindow.catalog.CaseKind;
import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Declaration;
import city.onewindow.catalog.Effect;
import city.onewindow.catalog.Item;
import city.onewindow.catalog.Material;
import city.onewindow.catalog.OneThing;
import city.onewindow.catalog.Requirement;
import city.onewindow.kernel.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a window reads out of its list (附件3): worked out from the catalog whenever it is asked for, and kept nowhere. */
public enum DerivedList {
    DEFERRABLE("容缺受理清单", "受理时可以暂缺、承诺后补交的材料", List.of("事项名称", "责任部门", "可以容缺的材料", "收件方式", "何时需要", "审查要点")) {
        @Override
        List<List<Object>> rows(AnnexWords words, WindowList list) {
            List<List<Object>> rows = new ArrayList<>();
            for (Item item : list.items()) {
                item.materials().stream()
                        .filter(material -> material.requirement() == Requirement.DEFERRABLE)
                        .forEach(material -> rows.add(List.of(
                                item.name(),
                                words.department(item.department()),
                                material.name(),
                                form(material),
                                material.condition(),
                                String.join("；", material.reviewPoints()))));
            }
            return rows;
        }
    },
    DECLARATION("告知承诺清单", "凭申请人的书面承诺办理、事后核查的事项", List.of("事项名称", "责任部门", "一件事", "怎样适用", "承诺替代或者后补的材料", "说明")) {
        @Override
        List<List<Object>> rows(AnnexWords words, WindowList list) {
            List<List<Object>> rows = new ArrayList<>();
            for (Item item : list.items()) {
                Declaration declaration = item.situations().declaration();
                if (declaration != null) {
                    rows.add(List.of(
                            item.name(),
                            words.department(item.department()),
                            "",
                            "申请人选择",
                            String.join("、", Declaration.replaced(item)),
                            "准予后 " + declaration.checkDays() + " 个工作日内核查（" + declaration.ground() + "）"));
                }
            }
            for (OneThing thing : list.oneThings()) {
                thing.effects().stream()
                        .filter(effect -> effect.kind() == Effect.Kind.DEFER_MATERIAL)
                        .forEach(effect -> rows.add(List.of(
                                effect.item(),
                                words.departmentOf(effect.item()),
                                thing.name(),
                                answered(thing, effect),
                                effect.material(),
                                effect.note())));
            }
            return rows;
        }
    },
    ON_THE_SPOT("即办件清单", "当场或者一个工作日之内办结的事项", List.of("事项名称", "责任部门", "事项类型", "承诺时限", "材料数", "收费", "结果")) {
        @Override
        List<List<Object>> rows(AnnexWords words, WindowList list) {
            return list.items().stream()
                    .filter(item -> item.terms().kind() == CaseKind.ON_THE_SPOT)
                    .map(item -> List.<Object>of(
                            item.name(),
                            words.department(item.department()),
                            item.terms().itemType(),
                            days(item.terms().promised()),
                            item.materials().size(),
                            item.terms().feeInWords(),
                            item.terms().result()))
                    .toList();
        }
    },
    SPECIAL("特殊环节清单", "现场勘验、听证、检测、评审等特别程序", List.of("事项名称", "责任部门", "特别程序", "法定时限", "承诺时限", "备注")) {
        @Override
        List<List<Object>> rows(AnnexWords words, WindowList list) {
            return list.items().stream()
                    .filter(item -> !item.terms().specialSteps().isBlank())
                    .map(item -> List.of(
                            item.name(),
                            words.department(item.department()),
                            item.terms().specialSteps(),
                            days(item.terms().statutory()),
                            days(item.terms().promised()),
                            item.terms().note()))
                    .toList();
        }
    },
    ONE_TIME_NOTICE(
            "一次性告知清单",
            "申请人来之前应当一次知道的全部",
            List.of("事项名称", "受理条件", "申请材料", "必要性", "何时需要", "由谁提供", "收件方式", "审查要点", "承诺时限", "收费", "结果", "咨询电话")) {
        @Override
        List<List<Object>> rows(AnnexWords words, WindowList list) {
            List<List<Object>> rows = new ArrayList<>();
            for (Item item : list.items()) {
                if (item.materials().isEmpty()) {
                    rows.add(told(item, AnnexWords.NO_MATERIALS, "", "", "", "", ""));
                }
                for (Material material : item.materials()) {
                    rows.add(told(
                            item,
                            material.name(),
                            material.requirement().term(),
                            material.condition(),
                            provider(material),
                            form(material),
                            String.join("；", material.reviewPoints())));
                }
            }
            return rows;
        }
    };

    private final String title;
    private final String says;
    private final List<String> columns;

    DerivedList(String title, String says, List<String> columns) {
        this.title = title;
        this.says = says;
        this.columns = columns;
    }

    /** Their titles, as their sheets are called. */
    public static Set<String> titles() {
        return Arrays.stream(values()).map(DerivedList::title).collect(Collectors.toSet());
    }

    /** @throws Problem.NotFound if there is none so called */
    public static DerivedList named(String name) {
        return Arrays.stream(values())
                .filter(list -> list.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Problem.NotFound("没有这份清单。请从窗口的清单页面重新选择。"));
    }

    public String title() {
        return title;
    }

    /** What is on it, for people who don't know the word. */
    public String says() {
        return says;
    }

    /** Cell by cell, without the number in front. */
    abstract List<List<Object>> rows(AnnexWords words, WindowList list);

    public AnnexSheet of(Catalog catalog, WindowList list, LocalDate day) {
        List<List<Object>> rows = rows(new AnnexWords(catalog), list);
        List<String> numbered = new ArrayList<>(List.of("序号"));
        numbered.addAll(columns);
        return new AnnexSheet(
                title,
                list.window().name() + title,
                List.of(
                        Map.entry("目录版本", "第 " + catalog.edition() + " 版，" + day),
                        Map.entry("说明", says + "，共 " + rows.size() + " 行，由事项目录得出")),
                numbered,
                AnnexSheet.numbered(rows),
                "");
    }

    private static List<Object> told(
            Item item, String material, String requirement, String when, String provider, String form, String points) {
        return List.of(
                item.name(),
                String.join("；", item.particulars().conditions()),
                material,
                requirement,
                when,
                provider,
                form,
                points,
                days(item.terms().promised()),
                item.terms().feeInWords(),
                item.terms().result(),
                item.particulars().phone());
    }

    private static String provider(Material material) {
        if (material.printedFromForm()) {
            return "按填好的表打印，申请人签字";
        }
        if (material.pushedByResult()) {
            return "前一事项的结果";
        }
        return material.shareableFrom().isEmpty() ? "申请人" : "中心获取（" + material.shareableFrom() + "）";
    }

    /** 是否采用告知承诺？答“是”. */
    private static String answered(OneThing thing, Effect effect) {
        return thing.questions().stream()
                .filter(question -> question.code().equals(effect.question()))
                .flatMap(question -> question.answers().stream()
                        .filter(option -> option.code().equals(effect.answer()))
                        .map(option -> question.text() + "答“" + option.text() + "”"))
                .findFirst()
                .orElse("");
    }
}
