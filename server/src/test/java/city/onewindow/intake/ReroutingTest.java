package city.onewindow.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.onewindow.audit.Audit;
import city.onewindow.audit.AuditQuery;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import city.onewindow.kernel.Problem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;

@DisplayName("撤销了的窗口，网上提交的转给别的窗口")
class ReroutingTest extends ClosedWindowHouseTest {

    private static final String FOREIGN = "ssdj";

    private Actor closedClerk;

    @BeforeEach
    void closedClerk() {
        closedClerk = new Actor("clerk-" + closed, "旧窗", Set.of(Role.CLERK), "scjg", closed);
    }

    private String lying() {
        return lying(home.submitted().number());
    }

    @Test
    @DisplayName("转过去以后归新窗口办，旧窗口办不了；两边的待办都写着，审计记着")
    void handedOver(@Autowired Audit audit) throws Exception {
        String number = lying();
        assertThat(owedAtClosed())
                .singleElement()
                .satisfies(one -> assertThat(one.takers())
                        .extracting(OwedOnline.Taker::code)
                        .containsExactly(OPEN));
        mvc.perform(get("/overview").with(SignedInAs.of(MANAGER)))
                .andExpect(content().string(containsString("/pre-reviews/" + number + "/window")));

        rerouting.one(number, OPEN, MANAGER, null);
        assertThat(owedAtClosed()).isEmpty();
        assertThat(desk.waiting(Counter.CLERK))
                .filteredOn(one -> one.number().equals(number))
                .singleElement()
                .extracting(WaitingPreReview::reroutedFrom)
                .isEqualTo(closed);
        mvc.perform(get("/pre-reviews").with(SignedInAs.of(closedClerk)))
                .andExpect(content().string(containsString("转走的")))
                .andExpect(content().string(containsString(number)));
        assertThatThrownBy(() -> desk.pass(number, Map.of(), closedClerk, null)).isInstanceOf(Problem.NotFound.class);
        desk.pass(number, Map.of(), Counter.CLERK, null);
        assertThat(rerouting.away(closedClerk))
                .as("looked at, and who comes to the old window is told where it is")
                .extracting(Rerouted::number)
                .containsExactly(number);
        assertThat(audit.search(new AuditQuery(null, "application.reroute", number, null, null), 10, null)
                        .items())
                .singleElement()
                .satisfies(entry -> assertThat(entry.detail()).isEqualTo(closed + " -> " + OPEN));
    }

    @Test
    @DisplayName("不受理这件事的窗口不能转，开着的窗口不能转走，没提交的没有可转的；只有中心能转")
    void refused() {
        String number = lying();
        assertThatThrownBy(() -> rerouting.one(number, FOREIGN, MANAGER, null))
                .isInstanceOf(Problem.InvalidInput.class)
                .hasMessageContaining(OPEN);
        assertThatThrownBy(() -> rerouting.one(number, closed, MANAGER, null)).isInstanceOf(Problem.InvalidInput.class);
        assertThatThrownBy(() -> rerouting.one(number, OPEN, Counter.CLERK, null))
                .isInstanceOf(Problem.NotAllowed.class);
        assertThatThrownBy(() -> rerouting.allOf(closed, Counter.CLERK, null)).isInstanceOf(Problem.NotAllowed.class);
        String here = home.submitted().number();
        assertThatThrownBy(() -> rerouting.one(here, OPEN, MANAGER, null)).isInstanceOf(Problem.Conflict.class);
        assertThatThrownBy(() -> rerouting.allOf(OPEN, MANAGER, null)).isInstanceOf(Problem.Conflict.class);
        String unsent = home.filled().number();
        assertThatThrownBy(() -> rerouting.one(unsent, OPEN, MANAGER, null)).isInstanceOf(Problem.NotFound.class);
        assertThat(owedAtClosed()).extracting(OwedOnline::number).containsExactly(number);
    }

    @Test
    @DisplayName("同时转的，只有一个转成")
    void atOnce() throws Exception {
        String number = lying();
        Callable<Boolean> move = () -> {
            try {
                rerouting.one(number, OPEN, MANAGER, null);
                return true;
            } catch (Problem.Conflict late) {
                return false;
            }
        };
        ExecutorService four = Executors.newFixedThreadPool(4);
        try {
            int won = 0;
            for (Future<Boolean> each : four.invokeAll(List.of(move, move, move, move))) {
                won += each.get() ? 1 : 0;
            }
            assertThat(won).isEqualTo(1);
        } finally {
            four.shutdown();
        }
        assertThat(jdbc.sql("select count(*) from intake.rerouting where number = :number")
                        .param("number", number)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    @DisplayName("接口：一件、全部；同一个标识再发不再转，用在别的上不行")
    void overTheApi() throws Exception {
        String one = lying();
        String other = lying();
        String third = lying();
        String key = UUID.randomUUID().toString();
        String to = "{\"window\": \"" + OPEN + "\"}";
        for (int again = 0; again < 2; again++) {
            call("/api/applications/" + one + "/window", key, to)
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.from", is(closed)))
                    .andExpect(jsonPath("$.to", is(OPEN)));
        }
        call("/api/applications/" + other + "/window", key, to).andExpect(status().isConflict());
        call("/api/applications/" + other + "/window", UUID.randomUUID().toString(), "{}")
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[*].pointer", contains("/window")));
        String all = UUID.randomUUID().toString();
        for (int again = 0; again < 2; again++) {
            call("/api/pre-reviews/windows/" + closed, all, "")
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.moved[*].number", contains(other, third)));
        }
        call("/api/pre-reviews/windows/" + closed, UUID.randomUUID().toString(), "")
                .andExpect(jsonPath("$.moved", empty()));
        mvc.perform(get("/api/pre-reviews").with(SignedInAs.of(Counter.CLERK)))
                .andExpect(jsonPath("$[?(@.number == '" + one + "')].reroutedFrom", hasItem(closed)));
        mvc.perform(get("/api/pre-reviews/rerouted").with(SignedInAs.of(closedClerk)))
                .andExpect(jsonPath("$", hasSize(3)));
        mvc.perform(get("/api/pre-reviews/rerouted").with(SignedInAs.of(Counter.CLERK)))
                .andExpect(jsonPath("$[*].number", not(hasItem(one))));
    }

    private ResultActions call(String path, String key, String body) throws Exception {
        return mvc.perform(post(path)
                .with(SignedInAs.of(MANAGER))
                .header("Idempotency-Key", key)
                .contentType(APPLICATION_JSON)
                .content(body));
    }
}
