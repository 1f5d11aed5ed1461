package city.onewindow.catalog.lint;

import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.catalog.Content;
import city.onewindow.catalog.content.ContentReader;
import city.onewindow.catalog.content.SmallContent;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("没有核对过的依据")
class UncheckedLawTest {

    private static final String LAWS = "law,replaced_by,last_article,source\n";

    private static List<UncheckedLaw> unchecked(SmallContent files) {
        var draft = ContentReader.read(files.files(), Content.EMPTY);
        assertThat(draft.faults()).isEmpty();
        return UncheckedLaw.in(draft.content());
    }

    @Test
    @DisplayName("法律库里没有的，一部一行，写明引用几处，多的在前；补进法律库就不再列")
    void untilItIsKnown() {
        List<UncheckedLaw> none = unchecked(new SmallContent());
        assertThat(none).isNotEmpty().isSortedAccordingTo((one, other) -> other.references() - one.references());
        UncheckedLaw law = none.stream()
                .filter(each -> each.law().equals("卫生条例"))
                .findFirst()
                .orElseThrow();
        assertThat(law.references()).isEqualTo(grounds("卫生条例"));
        assertThat(unchecked(new SmallContent().with("laws.csv", any -> LAWS + "卫生条例,,99,卫生条例第九十九条\n")))
                .isNotEmpty()
                .doesNotContain(law);
    }

    @Test
    @DisplayName("名称里套着别的法律的，剩下的半截不当作一部")
    void halfANameIsNone() {
        SmallContent files =
                new SmallContent().with("one-things.csv", text -> text.replace("登记条例第三条", "甲省实施《登记法》办法第三条"));
        assertThat(unchecked(files))
                .extracting(UncheckedLaw::law)
                .contains("登记法")
                .doesNotContain("办法");
    }

    /** How many grounds of items and materials cite it. */
    private static long grounds(String law) {
        return new SmallContent()
                .read().content().items().values().stream()
                        .mapToLong(item -> (item.terms().legalBasis().contains(law) ? 1 : 0)
                                + item.materials().stream()
                                        .filter(material ->
                                                material.legalBasis().contains(law))
                                        .count())
                        .sum();
    }
}
