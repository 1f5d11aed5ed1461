package city.onewindow.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.onewindow.HouseTest;
import city.onewindow.catalog.OneThing;
import city.onewindow.identity.Visitor;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import jakarta.servlet.http.Cookie;
import java.io.ByteArrayInputStream;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.web.util.HtmlUtils;

@DisplayName("公开页面")
class PublicPagesTest extends HouseTest {

    @Test
    @DisplayName("英文的指南：译过的审查要点用英文，没译的标明是中文")
    void reviewPointsInEnglish() throws Exception {
        mvc.perform(get("/things/kbcyd?lang=en"))
                .andExpect(content().string(containsString("<li>own premises: the property certificate")))
                .andExpect(content().string(not(containsString("自有的有产权证(查得到"))))
                .andExpect(content().string(containsString("Issued by: Applicant")))
                .andExpect(content()
                        .string(containsString("<span lang=\"en\">Number 2, Food Business Licence (catering)")))
                .andExpect(content().string(containsString("handed in after the trial run")))
                .andExpect(content().string(containsString("partly in Chinese")));
        mvc.perform(get("/things/kbcyd/notice?lang=en"))
                .andExpect(content().string(containsString("own premises: the property certificate")));
    }

    @Test
    @DisplayName("首页能走到每一件一件事，分个人和企业")
    void home() throws Exception {
        var page = mvc.perform(get("/")).andExpect(status().isOk());
        for (OneThing thing : catalogs.current().oneThings()) {
            page.andExpect(content().string(containsString("href=\"/things/" + thing.code() + "\"")));
        }
        page.andExpect(content().string(containsString("id=\"person\"")))
                .andExpect(content().string(containsString("id=\"enterprise\"")))
                .andExpect(content().string(containsString("action=\"/track\" method=\"post\"")));
    }

    @Test
    @DisplayName("不登录的人看页面，不给会话")
    void noSession() {
        Visitor visitor = new Visitor(port);
        for (String path : new String[] {
            "/",
            "/things/qykb",
            "/things/qykb/notice",
            "/items",
            "/items/qysldj",
            "/merge?item=qysldj",
            "/search?q=a",
            "/quality",
            "/help"
        }) {
            assertThat(visitor.get(path).statusCode()).as(path).isEqualTo(200);
            assertThat(visitor.cookie("onewindow")).as(path).isEmpty();
        }
    }

    @Test
    @DisplayName("目录里没有的事，搜索页说到哪里办；英文页用英文说，在哪里找到的也是")
    void whereElse() throws Exception {
        mvc.perform(get("/search?q=老人去世了"))
                .andExpect(content().string(containsString("“老人去世了”不在本中心的办事目录里")))
                .andExpect(content().string(containsString("<li>注销户口到户口所在地派出所</li>")))
                .andExpect(content().string(not(containsString("没有找到"))));
        mvc.perform(get("/search?q=继承的二手房过户"))
                .andExpect(content().string(containsString("其中有的不在本中心的办事目录里")))
                .andExpect(content().string(containsString("二手房转移登记及水电气暖过户一件事")));
        mvc.perform(get("/search?q=inheritance&lang=en"))
                .andExpect(content().string(containsString("this centre's catalogue")))
                .andExpect(content().string(containsString("real estate registry")));
        mvc.perform(get("/search?q=register my residence&lang=en"))
                .andExpect(content().string(containsString("Result: <span>Lease registration")))
                .andExpect(content().string(not(containsString("办理结果"))));
        mvc.perform(get("/search/suggestions?q=去世")).andExpect(content().string(containsString("回车看到哪里办")));
    }

    @Test
    @DisplayName("谁填表：能在网上办的写明网上自己填，自助终端上只有窗口")
    void whoFillsIn() throws Exception {
        mvc.perform(get("/things/qykb")).andExpect(content().string(containsString("网上自己填，到窗口由工作人员帮您填")));
        mvc.perform(get("/things/qykb").cookie(new Cookie("kiosk", "on")))
                .andExpect(content().string(not(containsString("网上自己填"))))
                .andExpect(content().string(containsString("到窗口由工作人员帮您填")));
    }

    @Test
    @DisplayName("没有的代码，说清楚没有")
    void unknownCodes() throws Exception {
        mvc.perform(get("/things/nonesuch"))
                .andExpect(status().isNotFound())
                .andExpect(content().string(containsString("没有代码为「nonesuch」的一件事")));
        mvc.perform(get("/items/nonesuch"))
                .andExpect(status().isNotFound())
                .andExpect(content().string(containsString("没有代码为「nonesuch」的事项")));
        mvc.perform(get("/items/nonesuch?lang=en"))
                .andExpect(status().isNotFound())
                .andExpect(content().string(containsString("There is nothing at this address")))
                .andExpect(content().string(containsString("lang=\"zh-CN\">没有代码为「nonesuch」的事项")));
    }

    @Test
    @DisplayName("网址里认不出的回答不作数，并且说明；无关的参数不理会")
    void oddQueries() throws Exception {
        mvc.perform(get("/things/qykb?q_has_employees=perhaps&q_nonesuch=1&utm=x"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("有 1 个回答现在没有了")));
        mvc.perform(get("/things/qykb?q_has_employees=yes&q_has_employees=no&q_has_employees="))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("职工参保登记")));
        mvc.perform(get("/things/qykb?q_has_employees=<script>")).andExpect(status().isOk());
        mvc.perform(get("/items?page=999&q=登记")).andExpect(status().isOk());
        mvc.perform(get("/items?page=-1")).andExpect(status().isOk());
        mvc.perform(get("/items?department=nonesuch"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("没有符合的事项")));
    }

    @Test
    @DisplayName("回答写在网址里：换一个回答，事项跟着变")
    void answersInTheAddress() throws Exception {
        mvc.perform(get("/things/qykb")).andExpect(content().string(not(containsString("href=\"/items/zgcbdj\""))));
        mvc.perform(get("/things/qykb?q_has_employees=yes"))
                .andExpect(content().string(containsString("href=\"/items/zgcbdj\"")));
    }

    @Test
    @DisplayName("在页面里回答时，只换指南那一块")
    void partial() throws Exception {
        mvc.perform(get("/things/qykb").header("HX-Request", "true").header("HX-Target", "guide"))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("<html"))))
                .andExpect(content().string(containsString("hx-swap-oob=\"innerHTML:#guide-said\"")));
    }

    @Test
    @DisplayName("几件事一起办：只能办其中一项的，在原处说明，选过的还在")
    void alternatives() throws Exception {
        OneThing thing = catalogs.current().oneThings().stream()
                .filter(it -> it.members().stream()
                        .anyMatch(member -> !member.choiceGroup().isEmpty()))
                .findFirst()
                .orElseThrow();
        var alternatives = thing.members().stream()
                .filter(member -> !member.choiceGroup().isEmpty())
                .limit(2)
                .map(member -> catalogs.current().itemNamed(member.item()).orElseThrow())
                .toList();
        mvc.perform(get("/merge")
                        .queryParam(
                                "item",
                                alternatives.get(0).code(),
                                alternatives.get(1).code()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("只能办其中一项")))
                .andExpect(content().string(containsString(alternatives.get(0).name())))
                .andExpect(content().string(not(containsString("id=\"guide\""))));
    }

    @Test
    @DisplayName("几件事一起办：前一项办出来的证，后一项不再要")
    void producedOnTheWay() throws Exception {
        mvc.perform(get("/merge?item=qysldj&item=gzkzba"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("kind-produced")))
                .andExpect(content().string(containsString("<s>营业执照")));
    }

    @Test
    @DisplayName("几件事一起办：还没选、选了没有的、同一项选两次，都不出错")
    void basket() throws Exception {
        mvc.perform(get("/merge"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("挑选事项")));
        mvc.perform(get("/merge?item=nonesuch&item="))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("id=\"guide\""))));
        mvc.perform(get("/merge?item=qysldj&item=qysldj"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("已经选了 1 个事项")));
    }

    @Test
    @DisplayName("搜索：用平常的话找得到，找不到时给出路")
    void search() throws Exception {
        mvc.perform(get("/search").queryParam("q", "开饭馆"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("/things/kbcyd")));
        mvc.perform(get("/search").queryParam("q", "xqzwv"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("没有找到“xqzwv”")))
                .andExpect(content().string(containsString("/things/")));
        mvc.perform(get("/search")).andExpect(status().isOk());
        mvc.perform(get("/search/suggestions").queryParam("q", "公章"))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("<html"))))
                .andExpect(content().string(containsString("/items/gzkzba")));
    }

    @Test
    @DisplayName("英文页面：栏目、问题、部门是英文，只有中文的内容标明是中文")
    void english() throws Exception {
        mvc.perform(get("/things/qykb?lang=en"))
                .andExpect(content().string(containsString("Do you already have employees to insure?")))
                .andExpect(content().string(containsString("Market Regulation Bureau")))
                .andExpect(
                        content().string(containsString("<small class=\"original\" lang=\"zh-CN\">企业开办一件事</small>")));
        mvc.perform(get("/?lang=en")).andExpect(content().string(containsString("What do you need done?")));
    }

    @Test
    @DisplayName("从英文页面复制的嵌入代码显示英文，只管这一次，不留 cookie；中文页面的照读者的选择")
    void embeddedInEnglish() throws Exception {
        mvc.perform(get("/things/qykb/embed?lang=en"))
                .andExpect(content().string(containsString("&amp;amp;lang=en\" title=\"Guide:")));
        mvc.perform(get("/embed/things/qykb?lang=en"))
                .andExpect(content().string(containsString("<html lang=\"en\"")))
                .andExpect(content().string(containsString("&amp;lang=en\" target=\"_blank\"")))
                .andExpect(cookie().doesNotExist("lang"));
        mvc.perform(get("/embed/things/qykb")).andExpect(content().string(containsString("<html lang=\"zh-CN\"")));
        mvc.perform(get("/embed/things/qykb?lang=xx"))
                .andExpect(content().string(containsString("<html lang=\"zh-CN\"")));
    }

    @Test
    @DisplayName("告知单上的二维码读得出来，就是带着回答的指南网址")
    void code() throws Exception {
        String page = mvc.perform(get("/things/qykb/notice?q_has_employees=yes"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        String png = page.substring(page.indexOf("base64,") + 7, page.indexOf("\" alt=", page.indexOf("base64,")));
        var image = ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(HtmlUtils.htmlUnescape(png))));
        String address = new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(image))))
                .getText();
        assertThat(address).startsWith("http://localhost/things/qykb?").contains("q_has_employees=yes");
    }

    @Test
    @DisplayName("指南页上也有带走这一页的二维码，要看时才取")
    void codeOfTheGuide() throws Exception {
        mvc.perform(get("/things/qykb?q_has_employees=yes"))
                .andExpect(content()
                        .string(org.hamcrest.Matchers.containsString(
                                "src=\"/kiosk/code?of=%2Fthings%2Fqykb%3Fq_has_employees%3Dyes\"")));
    }

    @ParameterizedTest(name = "{0}：{1}")
    @DisplayName("按钮写着在家能办到哪一步：有事项要到现场的预审，都不用的直接申请")
    @CsvSource({
        "'', 网上预审",
        "'?q_open_hf=none&q_bank_book=no&q_agent=no', 网上申请",
        "'?lang=en', Pre-review online",
        "'?q_open_hf=none&q_bank_book=no&q_agent=no&lang=en', Apply online",
    })
    void theButtonSaysWhatCanBeDone(String answers, String button) throws Exception {
        mvc.perform(get("/things/qykb" + answers)).andExpect(content().string(containsString(">" + button + "</a>")));
        mvc.perform(get("/online/new?thing=qykb" + answers.replace('?', '&')))
                .andExpect(content().string(containsString("<h1>" + button)));
    }
}
