package city.onewindow.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.HouseTest;
import city.onewindow.catalog.Expression;
import city.onewindow.frame.Bundles;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("条件用人话说")
class ConditionWordsTest extends HouseTest {

    @Autowired
    Bundles bundles;

    private String said(String condition, Locale language) {
        Words words = new Words(bundles.in(language), catalogs.current());
        return new ConditionWords(words.texts(), new GuideNames(words, catalogs.current(), List.of()))
                .of(Expression.parse(condition));
    }

    @Test
    @DisplayName("数字带单位，日期照写；与选项连在一起说")
    void comparisons() {
        assertThat(said("premises_area >= 200 and premises_area < 1000.5", Locale.CHINA))
                .isEqualTo("“经营场所面积”≥ 200平方米，并且“经营场所面积”＜ 1000.5平方米");
        assertThat(said("birth_date < '2008-01-01'", Locale.CHINA)).isEqualTo("“出生日期”＜ 2008-01-01");
        assertThat(said("not (premises_area >= 200)", Locale.ENGLISH)).contains("≥ 200");
    }
}
