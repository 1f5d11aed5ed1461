package city.onewindow.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.onewindow.HouseTest;
import city.onewindow.audit.Audit;
import city.onewindow.audit.AuditEntry;
import city.onewindow.audit.AuditQuery;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import city.onewindow.kernel.Problem;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

@DisplayName("部门系统的接收地址")
class EndpointsTest extends HouseTest {

    private static final Actor MANAGER = SignedInAs.actor("manager", "zwfw", null, Role.MANAGER);
    private static final String URL = "http://localhost:9/onewindow";

    @Autowired
    private Endpoints endpoints;

    @Autowired
    private Audit audit;

    @AfterEach
    void disconnect() {
        endpoints.all(MANAGER).forEach(one -> endpoints.remove(one.endpoint().department(), MANAGER));
    }

    @Test
    @DisplayName("接收地址由中心管理或系统管理设定；密钥只显示一次，库中加密；不合格的地址逐项说明，什么也不改")
    void named() {
        assertThatThrownBy(() -> endpoints.name("scjg", "ftp://x", null, false, MANAGER))
                .isInstanceOfSatisfying(
                        Problem.InvalidInput.class,
                        wrong -> assertThat(wrong.faults())
                                .extracting(fault -> fault.pointer())
                                .containsExactly("/signing", "/url"));
        assertThatThrownBy(() -> endpoints.name("nobody", URL, Signing.HMAC_SM3, false, MANAGER))
                .isInstanceOf(Problem.NotFound.class);
        assertThatThrownBy(() -> endpoints.of("scjg", MANAGER)).isInstanceOf(Problem.NotFound.class);
        NamedEndpoint first = endpoints.name("scjg", URL, Signing.HMAC_SM3, false, MANAGER);
        assertThat(first.secret()).hasSize(64);
        NamedEndpoint again = endpoints.name("scjg", URL, Signing.HMAC_SM3, false, MANAGER);
        assertThat(again.secret()).isNull();
        assertThat(endpoints.name("scjg", URL, Signing.HMAC_SM3, true, MANAGER).secret())
                .isNotNull()
                .isNotEqualTo(first.secret());
        NamedEndpoint pair = endpoints.name("scjg", URL, Signing.ED25519, false, MANAGER);
        assertThat(pair.secret()).isNull();
        assertThat(pair.endpoint().publicKey()).isNotBlank();
        String stored = jdbc.sql("select n::text from connection.endpoint n where department = 'scjg'")
                .query(String.class)
                .single();
        assertThat(stored).doesNotContain(String.valueOf(first.secret()));
        assertThat(audited("scjg")).contains("endpoint.name");
    }

    @Test
    @DisplayName("经接口设定：可以不写的不写也行，缺的说明在哪里")
    void overTheApi() throws Exception {
        mvc.perform(put("/api/endpoints/scjg", "{'url':'" + URL + "','signing':'HMAC_SM3'}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.secret").isNotEmpty());
        mvc.perform(put("/api/endpoints/scjg", "{}"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].pointer").value("/signing"))
                .andExpect(jsonPath("$.errors[1].pointer").value("/url"));
        mvc.perform(put("/api/worked-there/scjg/qysldj", "{}"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].pointer").value("/there"));
    }

    private static MockHttpServletRequestBuilder put(String path, String body) {
        return MockMvcRequestBuilders.put(path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body.replace('\'', '"'))
                .with(SignedInAs.of(MANAGER));
    }

    @Test
    @DisplayName("正式运行时只发往公开的 https 地址")
    void onlyOutside() {
        Addresses strict = new Addresses(false);
        assertThat(List.of(
                        "http://example.com/",
                        "https://localhost/",
                        "https://127.0.0.1/",
                        "https://10.1.2.3/",
                        "https://172.16.0.1/",
                        "https://192.168.1.1/",
                        "https://169.254.169.254/latest",
                        "https://100.64.0.1/",
                        "https://0.0.0.0/",
                        "https://[::1]/",
                        "https://[fc00::1]/",
                        "https://[fe80::1]/",
                        "https://[::ffff:10.0.0.1]/",
                        "https://[64:ff9b::a00:1]/",
                        "https://user:pass@198.51.100.7/",
                        "https://198.51.100.7/#x",
                        "file:///etc/passwd",
                        "https:",
                        "不是网址"))
                .allSatisfy(url -> assertThat(strict.refusal(url)).as(url).isPresent());
        assertThat(strict.refusal("https://198.51.100.7/onewindow")).isEmpty();
        assertThat(new Addresses(true).refusal("http://example.com/")).isPresent();
        assertThat(new Addresses(true).refusal("https://10.1.2.3/")).isEmpty();
    }

    private List<String> audited(String object) {
        return audit.search(new AuditQuery(null, null, object, null, null), 100, null).items().stream()
                .map(AuditEntry::act)
                .toList();
    }
}
