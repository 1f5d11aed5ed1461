package city.onewindow.connection;

import static city.onewindow.identity.CsrfCookie.csrf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.onewindow.identity.SignedInAs;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

@DisplayName("部门系统的页面")
class SystemsPagesTest extends MessagesHouseTest {

    @Autowired
    private Endpoints endpoints;

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private Dispatch dispatch;

    @AfterEach
    void disconnect() {
        endpoints.all(MANAGER).forEach(one -> endpoints.remove(one.endpoint().department(), MANAGER));
    }

    @Test
    @DisplayName("设定地址时密钥只显示一次；填错的留在原处说明")
    void naming() throws Exception {
        act(post("/systems/scjg").param("url", "ftp://x"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("请选择签名方式")));
        act(post("/systems/scjg").param("url", "http://localhost:9/").param("signing", "HMAC_SM3"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("只在这里显示一次")));
        act(post("/systems/scjg").param("url", "http://localhost:9/a").param("signing", "HMAC_SM3"))
                .andExpect(redirectedUrl("/systems/scjg"));
        act(get("/systems")).andExpect(content().string(containsString("http://localhost:9/a")));
    }

    @Test
    @DisplayName("停发的消息和没有采纳的来信都看得见原因，可以重发、搁置")
    void givenUp() throws Exception {
        feedIsNumbered();
        endpoints.name("scjg", "http://127.0.0.1:9/", Signing.ED25519, false, MANAGER);
        startups.accept();
        for (int attempt = 0; attempt < 6; attempt++) {
            dispatch.dispatch();
            clock.forward(Duration.ofHours(12));
        }
        take("page-" + number, "RESUMED", "'result':'合格。'");
        act(get("/systems/scjg"))
                .andExpect(content().string(containsString("没有连通：这个地址和端口没有程序接收")))
                .andExpect(content().string(containsString("没有正在进行的特别程序，等待“启动特别程序”（SUSPENDED）。")));
        long id = dead().get(0).id();
        act(post("/systems/scjg/deliveries")).andExpect(redirectedUrl("/systems/scjg"));
        assertThat(dead()).isEmpty();
        act(post("/systems/scjg/deliveries/" + id).param("state", "PUT_ASIDE")).andExpect(status().isConflict());
        act(post("/systems/scjg/remove")).andExpect(redirectedUrl("/systems/scjg"));
    }

    @Test
    @DisplayName("在哪里办理，点一下就改")
    void place() throws Exception {
        act(post("/systems/scjg/items/" + item).param("there", "true")).andExpect(redirectedUrl("/systems/scjg"));
        act(get("/systems/scjg")).andExpect(content().string(containsString("改回本系统")));
        act(post("/systems/scjg/items/" + item).param("there", "false")).andExpect(redirectedUrl("/systems/scjg"));
    }

    /** What happened before the address was named isn't sent there. */
    private void feedIsNumbered() {
        dispatch.dispatch();
    }

    private List<Delivery> dead() {
        return deliveries.unsent("scjg", DeliveryState.DEAD, null, 100, MANAGER).items();
    }

    private static MockHttpServletRequestBuilder post(String path) {
        return MockMvcRequestBuilders.post(path).with(csrf());
    }

    private ResultActions act(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(SignedInAs.of(MANAGER)));
    }
}
