package city.onewindow.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.catalog.content.ContentFiles;
import city.onewindow.catalog.content.ContentReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The merge over the content that is shipped: every one-thing, its default answers and each of them changed. */
class ShippedMergeTest {

    private static Catalog catalog;

    @BeforeAll
    static void load() throws IOException {
        catalog = new Catalog(
                1, ContentReader.read(ContentFiles.shipped(), Content.EMPTY).content(), Map.of());
    }

    private static List<Errand> errands(OneThing thing) {
        List<Errand> errands = new ArrayList<>(List.of(Errand.of(catalog, thing, Map.of())));
        List<Question> questions = new ArrayList<>(thing.questions());
        thing.members()
                .forEach(member -> questions.addAll(catalog.itemNamed(member.item())
                        .orElseThrow()
                        .situations()
                        .questions()));
        for (Map<String, String> values :
                TellingValues.of(questions, catalog.content().elements())) {
            for (Question question : questions) {
                for (Option answer : question.answers()) {
                    errands.add(Errand.of(catalog, thing, Map.of(question.code(), answer.code()), values));
                }
            }
        }
        return errands;
    }

    @Test
    @DisplayName("一张表的各组都有英文名，英文页面不夹中文标题")
    void groupsAreTranslated() {
        assertThat(catalog.content().elements().values())
                .extracting(DataElement::group)
                .allSatisfy(
                        group -> assertThat(catalog.english(group)).as(group).isPresent());
    }

    @Test
    @DisplayName("由别人代办的，哪件事都要带委托书，不由中心去取；自己来的不要")
    void whoeverActsForAnotherBringsHisLetter() {
        for (OneThing thing : catalog.oneThings()) {
            if (thing.questions().stream().noneMatch(question -> question.code().equals("q_agent"))) {
                continue;
            }
            for (Errand errand : errands(thing)) {
                boolean agent = "yes".equals(errand.answers().get("q_agent"));
                assertThat(Merge.of(catalog, errand).materials())
                        .as(thing.name() + " " + errand.answers())
                        .filteredOn(material -> material.key().equals("AUTH_LETTER"))
                        .hasSize(agent ? 1 : 0)
                        .allMatch(material -> material.origin() == MergedMaterial.Origin.APPLICANT);
            }
        }
    }

    @Test
    @DisplayName("换法定代表人的，要新任的任职文件")
    void aNewLegalRepresentativeIsAppointed() {
        OneThing change = thing("企业变更一件事");
        for (String answer : List.of("yes", "no")) {
            Errand errand = Errand.of(catalog, change, Map.of("q_change_legal_rep", answer));
            assertThat(Merge.of(catalog, errand).materials())
                    .extracting(MergedMaterial::key)
                    .filteredOn("APPOINT_DOC"::equals)
                    .hasSize(answer.equals("yes") ? 1 : 0);
        }
    }

    private static OneThing thing(String name) {
        return catalog.oneThingNamed(name).orElseThrow();
    }

    @Test
    @DisplayName("企业开办：公章、税务、社保都不再要营业执照，因为它是这件事自己办出来的")
    void startingACompanyProducesItsLicence() {
        Merge merge = Merge.of(catalog, Errand.of(catalog, thing("企业开办一件事"), Map.of("q_invoice_medium", "paper")));
        assertThat(merge.materials()).extracting(MergedMaterial::key).doesNotContain("BIZ_LICENSE");
        assertThat(merge.produced()).extracting(ProducedMaterial::producer).contains("企业设立登记(有限责任公司)", "公章刻制备案");
        assertThat(CriticalPath.promised(merge.errand()).items()).startsWith("企业设立登记(有限责任公司)");
    }

    @Test
    @DisplayName("医保定点、竣工验收备案不是行政许可：排在许可后面、比四十五个工作日更久的，指南照它们的写")
    void whatIsNoLicenceIsNotCapped() {
        CriticalPath pharmacy = CriticalPath.statutory(
                Errand.of(catalog, thing("开办药店一件事"), Map.of("q_sign_large", "yes", "q_mi_point", "yes")));
        assertThat(pharmacy.items()).endsWith("零售药店医保定点申请");
        assertThat(pharmacy.span()).isGreaterThan(Span.of(JointHandling.LIMIT));
        CriticalPath completion = CriticalPath.statutory(
                Errand.of(catalog, thing("工程建设项目·竣工验收阶段"), Map.of("q_fire_special", "yes", "q_lightning", "yes")));
        assertThat(completion.items()).endsWith("新建房屋所有权首次登记");
        assertThat(completion.span()).isGreaterThan(Span.of(JointHandling.LIMIT));
    }

    @Test
    @DisplayName("买卖合同要网签的事项自己还要交，排在后面的不再交")
    void whatOnlyLaterItemsGetIsStillAskedOfTheProducer() {
        OneThing resale = thing("二手房转移登记及水电气暖过户一件事");
        Merge merge = Merge.of(catalog, Errand.of(catalog, resale, Map.of()));
        assertThat(merge.produced()).extracting(ProducedMaterial::name).contains("契税完税(减免税)凭证", "不动产权证书(新)");
    }

    @Test
    @DisplayName("个体工商户营业执照就是营业执照")
    void aLongerNameThatEndsInItIsIt() {
        Merge merge = Merge.of(catalog, Errand.of(catalog, thing("开便利店(超市)一件事"), Map.of()));
        assertThat(merge.produced()).extracting(ProducedMaterial::producer).containsOnly("个体工商户设立登记");
    }

    @Test
    @DisplayName("没有一个事项要等办事指南没写明在前的事项")
    void nobodyWaitsForWhatIsNotStated() {
        for (OneThing thing : catalog.oneThings()) {
            for (Errand errand : errands(thing)) {
                for (CaseItem item : errand.items()) {
                    Member member = thing.members().stream()
                            .filter(one -> one.item().equals(item.name()))
                            .findFirst()
                            .orElseThrow();
                    assertThat(item.materials())
                            .as(thing.name() + errand.answers())
                            .filteredOn(CaseMaterial::isProduced)
                            .filteredOn(one -> !member.after().contains(one.producer()))
                            .allSatisfy(one ->
                                    assertThat(before(thing, item.name())).contains(one.producer()));
                }
            }
        }
    }

    private static Set<String> before(OneThing thing, String item) {
        Set<String> found = new HashSet<>();
        thing.members().stream()
                .filter(member -> member.item().equals(item))
                .flatMap(member -> member.after().stream())
                .filter(found::add)
                .forEach(one -> found.addAll(before(thing, one)));
        return found;
    }

    @Test
    @DisplayName("竣工验收：备案表是申请人的，不是人防备案办出来的；首次登记要的是房建备案的那一张")
    void theSameEndingIsNotTheSameForm() {
        Merge merge = Merge.of(catalog, Errand.of(catalog, thing("工程建设项目·竣工验收阶段"), Map.of()));
        assertThat(merge.produced()).extracting(ProducedMaterial::producer).doesNotContain("人防工程竣工验收备案");
    }

    @Test
    @DisplayName("每件事的每个回答：没有重复的栏目和材料，先后没有成环，示范文本能通过检查")
    void everyAnswerMergesCleanly() {
        for (OneThing thing : catalog.oneThings()) {
            for (Errand errand : errands(thing)) {
                if (errand.items().isEmpty()) {
                    continue; // Nothing chosen yet: every item of the one-thing is optional.
                }
                Merge merge = Merge.of(catalog, errand);
                String what = thing.name() + errand.answers();
                for (Savings.Change saved : List.of(
                        merge.savings().fields(),
                        merge.savings().materials(),
                        merge.savings().trips())) {
                    assertThat(saved.before()).as(what).isGreaterThanOrEqualTo(saved.after());
                }
                assertThat(merge.fields())
                        .as(what)
                        .extracting(field -> field.element().code())
                        .doesNotHaveDuplicates();
                assertThat(merge.materials())
                        .as(what)
                        .extracting(MergedMaterial::key)
                        .doesNotHaveDuplicates();
                FormCheck check = new FormCheck(catalog, merge);
                assertThat(check.open(new ExampleForm(catalog, merge).values()))
                        .as(what)
                        .isEmpty();
                assertNoRing(errand, what);
            }
        }
    }

    @Test
    @DisplayName("任意把两个部门的事项放在一起也能合并")
    void anyTwoItemsMerge() {
        List<Item> items = List.copyOf(catalog.items());
        for (int at = 0; at < items.size(); at++) {
            Set<Item> pair = new HashSet<>(List.of(items.get(at), items.get((at * 7 + 1) % items.size())));
            Errand errand = Errand.of(catalog, pair, Map.of());
            Merge merge = Merge.of(catalog, errand);
            assertThat(errand.items()).hasSize(pair.size());
            assertThat(merge.fields())
                    .extracting(field -> field.element().code())
                    .doesNotHaveDuplicates();
            assertNoRing(errand, pair.stream().map(Item::name).collect(Collectors.joining("+")));
        }
    }

    private static void assertNoRing(Errand errand, String what) {
        Map<String, Set<String>> waits = new HashMap<>();
        errand.items().forEach(item -> waits.put(item.name(), new HashSet<>(item.after())));
        boolean progress = true;
        while (!waits.isEmpty() && progress) {
            Set<String> ready = waits.entrySet().stream()
                    .filter(entry -> entry.getValue().isEmpty())
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
            progress = !ready.isEmpty();
            waits.keySet().removeAll(ready);
            waits.values().forEach(before -> before.removeAll(ready));
        }
        assertThat(waits).as(what).isEmpty();
    }
}
