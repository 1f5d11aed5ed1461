package city.onewindow.catalog;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** What kinds of record the content has. */
enum EntryKind {
    DEPARTMENT("部门", Department.class, Content::departments),
    WINDOW("窗口", Window.class, Content::windows),
    ELEMENT("数据元", DataElement.class, Content::elements),
    ITEM("事项", Item.class, Content::items),
    ONE_THING("一件事", OneThing.class, Content::oneThings),
    REGION("行政区划", Region.class, Content::regions),
    CODE_SET("代码集", CodeSet.class, Content::codeSets),
    LIFE_EVENT("主题", LifeEvent.class, Content::lifeEvents),
    SYNONYM("同义词", Synonym.class, Content::synonyms),
    LAW("法律", Law.class, Content::laws),
    TRANSLATION("英文名称", Translation.class, Content::translations),
    STAGE("阶段", Stage.class, Content::stages);

    private final String label;
    private final Class<?> type;
    private final Function<Content, Map<String, ?>> records;

    EntryKind(String label, Class<?> type, Function<Content, Map<String, ?>> records) {
        this.label = label;
        this.type = type;
        this.records = records;
    }

    String label() {
        return label;
    }

    Class<?> type() {
        return type;
    }

    Map<String, ?> in(Content content) {
        return records.apply(content);
    }

    /** How the database calls it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static EntryKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
