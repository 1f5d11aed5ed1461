package city.onewindow.window.filing;

import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Content;
import city.onewindow.catalog.content.ContentFiles;
import city.onewindow.catalog.content.ContentReader;
import city.onewindow.window.Annex;
import city.onewindow.window.AnnexBook;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("报表打印出来看得清")
class PrintedAnnexTest {

    private static final Pattern WIDTH = Pattern.compile("<col [^>]*width=\"([0-9.]+)\"");
    private static final Pattern PAGES = Pattern.compile("fitToWidth=\"(\\d+)\"");
    private static final Pattern HEIGHT = Pattern.compile("<row r=\"(\\d+)\"[^>]* ht=\"([0-9.]+)\"");

    /** On a sheet of A3 that is some two thirds of the size on the screen. */
    private static final double MOST_UNITS_A_PAGE = 350;

    private static String sheet(Annex annex) throws IOException {
        Catalog catalog = new Catalog(
                1, ContentReader.read(ContentFiles.shipped(), Content.EMPTY).content(), Map.of());
        Target target = Target.of(catalog, annex, annex == Annex.WINDOW ? "shsw" : "rsj");
        return new Workshop(AnnexBook.write(List.of(target.sheet(catalog, LocalDate.EPOCH)))).text(Workshop.SHEET);
    }

    @Test
    @DisplayName("A3 横向，一页宽放不下的分几页；每页有表头、序号和页码")
    void pages() throws IOException {
        for (Annex annex : Annex.values()) {
            String sheet = sheet(annex);
            Matcher pages = PAGES.matcher(sheet);
            assertThat(pages.find()).isTrue();
            double units = WIDTH.matcher(sheet)
                    .results()
                    .mapToDouble(width -> Double.parseDouble(width.group(1)))
                    .sum();
            assertThat(units / Integer.parseInt(pages.group(1)))
                    .as(annex.title())
                    .isLessThan(MOST_UNITS_A_PAGE);
            assertThat(sheet).contains("paperSize=\"8\"", "orientation=\"landscape\"", "&amp;P");
        }
    }

    @Test
    @DisplayName("长文字的行写明行高，别的软件打开、打印也看得全")
    void heights() throws IOException {
        assertThat(HEIGHT.matcher(sheet(Annex.WINDOW)).results().skip(2))
                .anyMatch(row -> Double.parseDouble(row.group(2)) > 30);
    }
}
