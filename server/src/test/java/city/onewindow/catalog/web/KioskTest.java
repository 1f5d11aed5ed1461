package city.onewindow.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.onewindow.HouseTest;
import city.onewindow.catalog.Item;
import city.onewindow.catalog.revision.Revision;
import city.onewindow.catalog.revision.Revisions;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import jakarta.servlet.http.Cookie;
import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("自助终端")
class KioskTest extends HouseTest {

    private static final Cookie KIOSK = new Cookie("kiosk", "on");
    private static final String ITEM = "住宅专项维修资金交存";

    @Autowired
    Revisions revisions;

    @Test
    @DisplayName("打开首页就是终端，脚本读不到这个记号；带 leave 打开就不再是")
    void entersAndLeaves() throws Exception {
        mvc.perform(get("/kiosk"))
                .andExpect(status().isOk())
                .andExpect(cookie().httpOnly("kiosk", true))
                .andExpect(cookie().sameSite("kiosk", "Lax"))
                .andExpect(cookie().maxAge("kiosk", 365 * 24 * 60 * 60))
                .andExpect(content().string(containsString("class=\"public kiosk\"")));
        mvc.perform(get("/").cookie(KIOSK)).andExpect(content().string(containsString("class=\"public kiosk\"")));
        mvc.perform(get("/kiosk?leave").cookie(KIOSK))
                .andExpect(redirectedUrl("/"))
                .andExpect(cookie().maxAge("kiosk", 0));
        mvc.perform(get("/")).andExpect(content().string(not(containsString("kiosk"))));
    }

    @Test
    @DisplayName("终端上没有工作人员：登录不了，页面进不去；登录着的浏览器作不了终端")
    void noStaff() throws Exception {
        Actor clerk = SignedInAs.actor("clerk", "scjg", "qykb", Role.CLERK);
        mvc.perform(get("/sign-in").cookie(KIOSK)).andExpect(redirectedUrl("/kiosk"));
        mvc.perform(get("/desk").cookie(KIOSK)).andExpect(redirectedUrl("/sign-in"));
        mvc.perform(get("/desk").with(SignedInAs.of(clerk))).andExpect(status().isOk());
        mvc.perform(get("/desk").with(SignedInAs.of(clerk)).cookie(KIOSK)).andExpect(status().isForbidden());
        mvc.perform(get("/kiosk").with(SignedInAs.of(clerk)))
                .andExpect(status().isConflict())
                .andExpect(cookie().doesNotExist("kiosk"))
                .andExpect(content().string(containsString("请先退出登录")));
    }

    @Test
    @DisplayName("扫码带走的是同一页的网址，看英文就带英文；首页的码不把手机变成终端；只给本站的码")
    void codes() throws Exception {
        assertThat(code("/things/qykb?q_has_employees=yes", "zh"))
                .isEqualTo("http://localhost/things/qykb?q_has_employees=yes");
        assertThat(code("/search?q=饭馆&lang=zh", "en")).isEqualTo("http://localhost/search?q=饭馆&lang=en");
        mvc.perform(get("/kiosk")).andExpect(content().string(containsString("/kiosk/code?of=%2F\"")));
        for (String wrong : new String[] {"https://example.com/", "//example.com:x/", "/" + "a".repeat(1000)}) {
            mvc.perform(get("/kiosk/code").param("of", wrong)).andExpect(status().isUnprocessableContent());
        }
    }

    @Test
    @DisplayName("查进度的页面，哪里都不留")
    void trackingIsNotKept() throws Exception {
        mvc.perform(get("/track")).andExpect(header().string("Cache-Control", containsString("no-store")));
    }

    @Test
    @DisplayName("中心一发布，终端的指南、告知单和接口同时变")
    void publishedAtOnce() throws Exception {
        Item item = catalogs.current().itemNamed(ITEM).orElseThrow();
        String before = item.particulars().phone();
        String now = "0379-00001234";
        publish(item, now);
        for (String path : new String[] {"/items/", "/api/items/"}) {
            mvc.perform(get(path + item.code()).cookie(KIOSK))
                    .andExpect(content().string(containsString(now)));
        }
        mvc.perform(get("/items/" + item.code() + "/notice").cookie(KIOSK))
                .andExpect(content().string(containsString(now)));
        publish(item, before);
        mvc.perform(get("/items/" + item.code()).cookie(KIOSK))
                .andExpect(content().string(not(containsString(now))));
    }

    private void publish(Item item, String phone) {
        Actor liaison = SignedInAs.actor("liaison", item.department(), null, Role.LIAISON);
        String leads =
                catalogs.current().window(item.homeWindow()).orElseThrow().leadDepartment();
        Revision begun = revisions.begin(Revision.Kind.ITEM, item.name(), liaison);
        Map<String, List<Map<String, String>>> rows = new HashMap<>(begun.rows().rows());
        Map<String, String> cells = new HashMap<>(begun.rows().of("items.csv").get(0));
        cells.put("phone", phone);
        rows.put("items.csv", List.of(cells));
        revisions.save(begun.id(), rows, begun.saves(), liaison);
        revisions.submit(begun.id(), null, liaison);
        revisions.approve(begun.id(), null, SignedInAs.actor("lead", leads, null, Role.LEAD_DEPARTMENT));
        revisions.publish(begun.id(), null, SignedInAs.actor("manager", "zwfw", null, Role.MANAGER));
    }

    private String code(String of, String language) throws Exception {
        byte[] png = mvc.perform(get("/kiosk/code").param("of", of).cookie(new Cookie("lang", language)))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        var image = ImageIO.read(new ByteArrayInputStream(png));
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(image))))
                .getText();
    }
}
