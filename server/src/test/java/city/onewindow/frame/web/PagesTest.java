package city.onewindow.frame.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.onewindow.HouseTest;
import jakarta.servlet.http.Cookie;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;

@DisplayName("每一页的外框")
class PagesTest extends HouseTest {

    @Test
    @DisplayName("默认中文；选了英文就记住")
    void remembersTheLanguage() throws Exception {
        mvc.perform(get("/design"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("<html lang=\"zh-CN\" data-type=\"normal\">")));
        Cookie kept = requireNonNull(mvc.perform(get("/design").param("lang", "en"))
                .andExpect(content().string(containsString("<html lang=\"en\"")))
                .andReturn()
                .getResponse()
                .getCookie("lang"));
        mvc.perform(get("/design").cookie(kept)).andExpect(content().string(containsString("Staff sign-in")));
    }

    @Test
    @DisplayName("大字版选了就记住，不认识的字号不理会")
    void remembersLargeType() throws Exception {
        mvc.perform(get("/design").param("type", "large"))
                .andExpect(content().string(containsString("data-type=\"large\"")))
                .andExpect(cookie().value("type", "large"));
        mvc.perform(get("/design").cookie(new Cookie("type", "large")))
                .andExpect(content().string(containsString("data-type=\"large\"")));
        mvc.perform(get("/design").param("type", "\"><script>"))
                .andExpect(content().string(containsString("data-type=\"normal\"")))
                .andExpect(cookie().value("type", "normal"));
    }

    @Test
    @DisplayName("切换语言时保留其他查询条件，并且转义")
    void keepsTheQuery() throws Exception {
        mvc.perform(get("/design").param("q", "公章\"><b>"))
                .andExpect(content().string(containsString("/design?q=%E5%85%AC%E7%AB%A0%22%3E%3Cb%3E&amp;lang=en")));
    }

    @Test
    @DisplayName("样式和脚本的地址带内容摘要，浏览器可以存一年")
    void assetsAreKept() throws Exception {
        String page = mvc.perform(get("/design")).andReturn().getResponse().getContentAsString();
        var assets = Pattern.compile("(?:href|src)=\"(/(?:frame|webjars)/[^\"]+)\"")
                .matcher(page)
                .results()
                .map(asset -> asset.group(1))
                .toList();
        assertThat(assets).hasSizeGreaterThan(8).allMatch(asset -> asset.matches(".*-[0-9a-f]{32}\\.(css|js|svg)"));
        for (String asset : assets) {
            mvc.perform(get(asset))
                    .andExpect(status().isOk())
                    .andExpect(header().string("Cache-Control", "max-age=31536000, public, immutable"));
        }
    }

    @Test
    @DisplayName("没有内联脚本和内联样式")
    void nothingInline() throws Exception {
        for (String path : new String[] {"/design", "/design/desk"}) {
            String page = mvc.perform(get(path)).andReturn().getResponse().getContentAsString();
            assertThat(page).doesNotContain("<style").doesNotContain(" style=").doesNotContainPattern("\\son[a-z]+=");
            assertThat(page).doesNotContainPattern("<script(?! src=)");
        }
    }

    @Test
    @DisplayName("没有这一页时，浏览器得到说明，接口得到 problem+json")
    void nothingThere() throws Exception {
        mvc.perform(get("/design/nothing"))
                .andExpect(status().isNotFound())
                .andExpect(content().string(containsString("没有找到")));
        mvc.perform(get("/api/items/none/none/none").accept(MediaType.APPLICATION_JSON))
                .andExpect(status().isNotFound())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
    }
}
