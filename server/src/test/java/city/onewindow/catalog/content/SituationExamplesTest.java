package city.onewindow.catalog.content;

import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.catalog.Content;
import city.onewindow.catalog.OneThing;
import city.onewindow.catalog.Option;
import city.onewindow.catalog.SituationExample;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("情形样例")
class SituationExamplesTest {

    private static final String FILE = "situation-examples.csv";
    private static final String HEADER =
            "one_thing,given_answers,expected_items,expected_materials,expected_fields,note\n";
    private static final String SOUND = """
        开店一件事,,设立登记,FORM|场所证明|!TEST,org_name,都按默认
        开店一件事,q_food=open;q_partner=yes,设立登记|卫生许可,FORM|TEST,partners|!area,
        开店一件事,q_food=open;q_ac=yes;area=12.5,卫生许可|设立登记,检测报告,area|!has_ac,
        关店一件事,q_partner=yes,设立登记|注销登记,,,
        """;

    private static Draft read(String rows, Content loaded) {
        return new SmallContent()
                .with(FILE, (HEADER + rows).getBytes(StandardCharsets.UTF_8))
                .read(loaded);
    }

    private static List<String> texts(List<ContentFault> faults) {
        return faults.stream().map(ContentFault::text).toList();
    }

    private static List<SituationExample> examples(Content content, String oneThing) {
        return Objects.requireNonNull(content.oneThings().get(oneThing)).examples();
    }

    @Test
    @DisplayName("写的和算出来的一样，就没有错误，随一件事一起载入；没有这个文件也行")
    void sound() {
        Draft draft = read(SOUND, Content.EMPTY);
        assertThat(texts(draft.faults())).isEmpty();
        assertThat(examples(draft.content(), "开店一件事")).hasSize(3);
        Draft without = new SmallContent().read(draft.content());
        assertThat(without.faults()).isEmpty();
        assertThat(examples(without.content(), "开店一件事")).hasSize(3);
        assertThat(examples(new SmallContent().read().content(), "开店一件事")).isEmpty();
    }

    @Test
    @DisplayName("样例也说表里填了什么：问题随它出现，不填就不问")
    void valuesOfTheForm() {
        SmallContent content = new SmallContent().withCell("situations.csv", 5, "shown_when", "id_type == 'passport'");
        String rows = """
            关店一件事,,注销登记,,,不填不问
            关店一件事,id_type=passport,注销登记,,,按默认
            关店一件事,id_type=passport;q_partner=yes,设立登记|注销登记,,,
            """;
        assertThat(texts(content.with(FILE, (HEADER + rows).getBytes(StandardCharsets.UTF_8))
                        .read(Content.EMPTY)
                        .faults()))
                .isEmpty();
        assertThat(texts(content.with(
                                FILE,
                                (HEADER + "关店一件事,id_type=id_card;q_partner=yes,注销登记,,,\n")
                                        .getBytes(StandardCharsets.UTF_8))
                        .read(Content.EMPTY)
                        .faults()))
                .singleElement()
                .asString()
                .contains("这样回答不会问“q_partner”");
    }

    @ParameterizedTest
    @DisplayName("不一样的，在它那一行说出算出来的是什么、样例写的是什么")
    @CsvSource(
            delimiter = '#',
            value = {
                "开店一件事,q_food=open,设立登记,,, # expected_items: 这样回答要办的事项是“卫生许可|设立登记”，样例写的是“设立登记”，应改规则或改样例",
                "开店一件事,,,,, # expected_items: 这样回答要办的事项是“设立登记”，样例写的是“”",
                "开店一件事,,设立登记,!FORM,, # expected_materials: 要了“FORM”，样例写的是不要；这样回答的一套材料是“FORM|PREMISES”",
                "开店一件事,,设立登记,检测报告,, # expected_materials: 没有要“检测报告”，样例写的是要",
                "开店一件事,,设立登记,!TSET,, # expected_materials: 没有“TSET”，可填：本一件事各事项的 shared_key 或材料名称",
                "开店一件事,,设立登记,,partners, # expected_fields: 没有要“partners”，样例写的是要；这样回答的一张表有 1 栏",
                "开店一件事,,设立登记,,!area_x, # expected_fields: 没有“area_x”，可填：本一件事各事项的数据元",
                "开店一件事,q_ac=yes,设立登记,,, # given_answers: 这样回答不会问“q_ac”，可填：会问到的问题",
                "开店一件事,q_food=raw,设立登记,,, # given_answers: 问题“q_food”没有答案“raw”，可填：open、packed、none",
                "开店一件事,q_fod=open,设立登记,,, # given_answers: 这张表上没有「q_fod」这一栏",
                "开店一件事,q_food=open;q_ac=yes;area=很大,卫生许可|设立登记,,, # given_answers: 「面积」应为数字",
                "开店一件事,q_food,设立登记,,, # given_answers: “q_food”写法不对，可填：问题代码=答案",
                "开店一件事,q_food=none;q_food=open,设立登记,,, # given_answers: “q_food”写了两次",
                "开点一件事,,设立登记,,, # one_thing: 没有名为“开点一件事”的一件事",
            })
    void different(String row, String fault) {
        assertThat(texts(read(row + "\n", Content.EMPTY).faults()))
                .anySatisfy(text -> assertThat(text).startsWith(FILE + ":2 " + fault))
                .allSatisfy(text -> assertThat(text).containsPattern("可填|应"));
    }

    @Test
    @DisplayName("同样的回答不能写两个样例")
    void twice() {
        assertThat(texts(read(SOUND + "开店一件事,q_partner=yes;q_food=open,设立登记,,,\n", Content.EMPTY)
                        .faults()))
                .containsExactly(
                        FILE + ":6 given_answers: 与第 3 行重复：开店一件事 / q_food=open;q_partner=yes，可填：别的行没有用的值，或删去一行");
    }

    @Test
    @DisplayName("别的部门改了材料，已载入的样例不再相符：提示改的人，不挡他；一件事自己改，就是错误")
    void loadedExamples() {
        Content loaded = read(SOUND, Content.EMPTY).content();
        SmallContent changed = new SmallContent().withCell("materials.csv", 4, "shared_key", "LAB");
        Draft draft = changed.without("one-things.csv")
                .without("situations.csv")
                .without("situation-effects.csv")
                .read(loaded);
        assertThat(texts(draft.faults())).isEmpty();
        assertThat(texts(draft.notices()))
                .anySatisfy(text -> assertThat(text)
                        .startsWith("materials.csv:")
                        .contains("“开店一件事”的样例“q_food=open;q_partner=yes”不再相符：没有“TEST”"));
        OneThing thing = Objects.requireNonNull(draft.content().oneThings().get("开店一件事"));
        ContentRows rows = new RowWriter(draft.content()).oneThing(thing, "revision");
        assertThat(texts(ContentReader.read(rows, draft.content(), List.of()).faults()))
                .containsExactly(
                        FILE + ":2 expected_materials: 没有“TEST”，可填：本一件事各事项的 shared_key 或材料名称",
                        FILE + ":3 expected_materials: 没有“TEST”，可填：本一件事各事项的 shared_key 或材料名称");
    }

    @Test
    @DisplayName("随程序提供的每件一件事至少有两个样例，每个问题的每个答案都在样例里出现过")
    void shipped() throws IOException {
        Content content =
                ContentReader.read(ContentFiles.shipped(), Content.EMPTY).content();
        for (OneThing thing : content.oneThings().values()) {
            assertThat(thing.examples()).as(thing.name()).hasSizeGreaterThan(1);
            List<String> given = thing.examples().stream()
                    .flatMap(example -> example.given().entrySet().stream().map(String::valueOf))
                    .toList();
            assertThat(thing.questions().stream()
                            .flatMap(question -> question.answers().stream()
                                    .map(Option::code)
                                    .filter(answer -> !answer.equals(question.defaultAnswer()))
                                    .map(answer -> question.code() + "=" + answer)))
                    .as(thing.name())
                    .isSubsetOf(given);
            assertThat(thing.examples().get(0).given()).as(thing.name()).isEmpty();
        }
    }
}
