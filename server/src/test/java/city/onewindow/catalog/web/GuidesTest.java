package city.onewindow.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.onewindow.HouseTest;
import city.onewindow.catalog.MergedMaterial;
import city.onewindow.catalog.OneThing;
import city.onewindow.catalog.Option;
import city.onewindow.catalog.ProducedMaterial;
import city.onewindow.catalog.Question;
import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.HtmlUtils;

@DisplayName("每件一件事的办事指南")
class GuidesTest extends HouseTest {

    @Autowired
    Guides guides;

    @Test
    @DisplayName("按通常情况、按每一个改变了的回答，都列全事项和材料，中英文都不露出内部的写法")
    void every() throws Exception {
        int walked = 0;
        for (OneThing thing : catalogs.current().oneThings()) {
            for (Map<String, String> answers : answersOf(thing)) {
                GuideView guide = guides.ofThing(thing.code(), query(answers));
                String language = walked++ % 5 == 4 ? "en" : "zh";
                String text = text(guide.address(), language);
                assertThat(text).as(guide.address()).contains(guide.title());
                for (GuideItem item : guide.items()) {
                    assertThat(text)
                            .as(guide.address())
                            .contains(item.name(), item.terms().legalBasis());
                }
                for (MergedMaterial material : guide.merge().materials()) {
                    assertThat(text).as(guide.address()).contains(material.name());
                }
                for (ProducedMaterial produced : guide.merge().produced()) {
                    assertThat(text).as(guide.address()).contains(produced.name());
                }
                assertThat(text)
                        .as(guide.address())
                        .doesNotContain("q_", "{0}", "{1}", "null", " in [", "==", "Optional[", "Optional.empty")
                        .doesNotContainPattern("\\b1\\s*(?:papers|trips|entries|services)\\b");
            }
        }
        assertThat(walked).isGreaterThan(200);
    }

    @Test
    @DisplayName("要看表里怎么填才问的问题，指南和告知单都说清在什么情况下问、答了要什么")
    void whatHangsOnTheForm() throws Exception {
        String code = catalogs.current().oneThingNamed("企业开办一件事").orElseThrow().code();
        String condition = "如果“场所规划用途”为“住宅”，还要回答：住宅用作经营场所";
        assertThat(text("/things/" + code, "zh")).contains(condition, "答“业主本人签字”：还要交有利害关系的业主同意书。");
        assertThat(text("/things/" + code + "/notice", "zh")).contains(condition);
        assertThat(text("/things/" + code, "en")).contains("If “Planned use” is");
    }

    @Test
    @DisplayName("流程图里每个事项一个框，框不重叠，线从前面的框通到后面的框，粗线连成一条")
    void pictures() {
        for (OneThing thing : catalogs.current().oneThings()) {
            for (Map<String, String> answers : answersOf(thing)) {
                GuideView guide = guides.ofThing(thing.code(), query(answers));
                FlowPicture picture =
                        FlowPicture.of(guide.items(), "始", "终", GuideItem::name, item -> List.of(item.department()));
                List<FlowPicture.Box> boxes = picture.boxes();
                assertThat(boxes).as(guide.address()).hasSize(guide.items().size() + 2);
                for (FlowPicture.Box box : boxes) {
                    assertThat(box.x()).isNotNegative();
                    assertThat(box.y()).isNotNegative();
                    assertThat(box.x() + box.width()).isLessThanOrEqualTo(picture.width());
                    assertThat(box.y() + box.height()).isLessThanOrEqualTo(picture.height());
                    boxes.stream()
                            .filter(other -> other != box)
                            .forEach(other -> assertThat(overlap(box, other))
                                    .as(guide.address())
                                    .isFalse());
                }
                assertThat(boxes.stream().filter(FlowPicture.Box::critical))
                        .as(guide.address())
                        .hasSize(guide.promised().items().size() + 2);
                assertThat(picture.lines().stream().filter(FlowPicture.Line::critical))
                        .as(guide.address())
                        .hasSize(guide.promised().items().size() + 1);
            }
        }
    }

    @Test
    @DisplayName("名称太长时折行，不把括号和顿号留在不该在的地方，一个字也不丢")
    void wrapping() {
        for (var item : catalogs.current().items()) {
            List<String> lines = FlowPicture.wrap(item.name(), 10.5);
            assertThat(String.join("", lines)).isEqualTo(item.name());
            lines.subList(1, lines.size()).forEach(line -> assertThat(line).doesNotMatch("^[)）、，].*"));
            lines.subList(0, lines.size() - 1)
                    .forEach(line -> assertThat(line).doesNotMatch(".*[(（]$").isNotEmpty());
        }
    }

    @Test
    @DisplayName("单个事项的指南也都能看")
    void items() throws Exception {
        for (var item : catalogs.current().items()) {
            GuideView guide = guides.ofItem(item.code(), new LinkedMultiValueMap<>());
            assertThat(guide.items()).hasSize(1);
            assertThat(text("/items/" + item.code(), "zh"))
                    .contains(item.name(), item.terms().legalBasis());
        }
    }

    @Test
    @DisplayName("告知单列出每份要带的材料，二维码指回同样回答的指南")
    void notices() throws Exception {
        for (OneThing thing : catalogs.current().oneThings()) {
            GuideView guide = guides.ofThing(thing.code(), new LinkedMultiValueMap<>());
            String text = text(guide.noticeAddress(""), "zh");
            guide.toBring().forEach(material -> assertThat(text).contains(material.name()));
            guide.toFollow().forEach(material -> assertThat(text).contains(material.name()));
        }
    }

    private static boolean overlap(FlowPicture.Box a, FlowPicture.Box b) {
        return a.x() < b.x() + b.width()
                && b.x() < a.x() + a.width()
                && a.y() < b.y() + b.height()
                && b.y() < a.y() + a.height();
    }

    /** The defaults, and each answer changed alone; hidden questions are reached where the change shows them. */
    private static List<Map<String, String>> answersOf(OneThing thing) {
        List<Map<String, String>> all = new ArrayList<>(List.of(Map.of()));
        for (Question question : thing.questions()) {
            for (Option option : question.answers()) {
                if (!option.code().equals(question.defaultAnswer())) {
                    all.add(Map.of(question.code(), option.code()));
                }
            }
        }
        Map<String, String> last = new LinkedHashMap<>();
        thing.questions()
                .forEach(question -> last.put(
                        question.code(),
                        question.answers().get(question.answers().size() - 1).code()));
        Map<String, String> first = new LinkedHashMap<>();
        thing.questions()
                .forEach(question ->
                        first.put(question.code(), question.answers().get(0).code()));
        all.add(first);
        all.add(last);
        return all;
    }

    private static MultiValueMap<String, String> query(Map<String, String> answers) {
        MultiValueMap<String, String> query = new LinkedMultiValueMap<>();
        answers.forEach(query::add);
        return query;
    }

    private String text(String address, String language) throws Exception {
        String page = mvc.perform(get(URI.create(address)).cookie(new Cookie("lang", language)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        return HtmlUtils.htmlUnescape(
                page.substring(page.indexOf("<main"), page.indexOf("</main>")).replaceAll("<[^>]*>", ""));
    }
}
