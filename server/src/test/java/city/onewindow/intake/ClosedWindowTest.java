package city.onewindow.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import city.onewindow.identity.SignedInAs;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("撤销了的窗口，那里还没有受理的都列出来、都能转走")
class ClosedWindowTest extends ClosedWindowHouseTest {

    @Autowired
    RemoteApplications remote;

    @Autowired
    Reception reception;

    private String amending() {
        OpenedApplication opened = home.filledToApply();
        remote.apply(opened, null);
        home.lookedAt(opened.number(), intake, home.brought(opened).get(0).key());
        reception.notifyOnce(opened.number(), Counter.CLERK, null);
        return opened.number();
    }

    private String passed() {
        String number = home.submitted().number();
        desk.pass(number, Map.of(), Counter.CLERK, null);
        return number;
    }

    private String supplement() {
        String number = Counter.number(new Counter(intake, catalogs).begun());
        reception.notifyOnce(number, Counter.CLERK, null);
        return number;
    }

    @Test
    @DisplayName("预审通过的、待补正的、窗口填到一半的：转过去以后申请人来了有人办；网上没提交的、已受理的不在其中")
    void whateverItWaitsFor() throws Exception {
        String passed = lying(passed());
        String amending = lying(amending());
        String supplement = lying(supplement());
        String draft = lying(Counter.number(new Counter(intake, catalogs).begun()));
        lying(home.filled().number());
        assertThat(owedAtClosed())
                .extracting(OwedOnline::number, OwedOnline::status)
                .containsExactly(
                        tuple(passed, ApplicationStatus.PRE_REVIEWED),
                        tuple(amending, ApplicationStatus.AMENDING),
                        tuple(supplement, ApplicationStatus.SUPPLEMENT),
                        tuple(draft, ApplicationStatus.DRAFT));
        mvc.perform(get("/overview").with(SignedInAs.of(MANAGER)))
                .andExpect(content().string(containsString(supplement + "，待补正；窗口已撤销")));

        rerouting.one(passed, OPEN, MANAGER, null);
        assertThat(rerouting.allOf(closed, MANAGER, null).moved())
                .extracting(Rerouted::number)
                .containsExactly(amending, supplement, draft);
        assertThat(owedAtClosed()).isEmpty();
        mvc.perform(get("/desk?status=DRAFT").with(SignedInAs.of(Counter.CLERK)))
                .andExpect(content().string(containsString("从撤销了的窗口转来")));
        desk.arrive(passed, Counter.CLERK, null);
        desk.arrive(amending, Counter.CLERK, null);
        reception.receive(supplement, null, false, Counter.CLERK, null);
        assertThat(intake.dossier(draft, Counter.CLERK).application().window()).isEqualTo(OPEN);
        String today = "410300-" + LocalDate.now(clock).format(DateTimeFormatter.BASIC_ISO_DATE);
        assertThat(intake.ofWindow(Counter.CLERK, null, false, today + "-999999", 4)
                        .items())
                .extracting(ApplicationSummary::number, ApplicationSummary::reroutedFrom)
                .contains(
                        tuple(supplement, closed),
                        tuple(draft, closed),
                        tuple(passed, closed),
                        tuple(amending, closed));
    }

    @Test
    @DisplayName("申请人正好在这时撤回一件：其余照样转走，说明哪一件没有转")
    void oneWithdrawsMeanwhile() throws Exception {
        String stays = lying(home.submitted().number());
        OpenedApplication withdrawn = home.submitted();
        lying(withdrawn.number());
        String last = lying(home.submitted().number());
        ExecutorService manager = Executors.newSingleThreadExecutor();
        try {
            Future<ReroutedAll> all = transaction.execute(status -> {
                online.retract(withdrawn, null);
                Future<ReroutedAll> begun = manager.submit(() -> rerouting.allOf(closed, MANAGER, null));
                awaitSomebodyBlocked();
                return begun;
            });
            ReroutedAll done = all.get();
            assertThat(done.moved()).extracting(Rerouted::number).containsExactly(stays, last);
            assertThat(done.changed()).containsExactly(withdrawn.number());
        } finally {
            manager.shutdown();
        }
    }

    @Test
    @DisplayName("列出来不拆开密封的内容；太多时只列最早的，并且写明")
    void many() throws Exception {
        String number = lying(home.submitted().number());
        // Samples of other tests lie at no window, too.
        OwedOnlineList.Told before = owed.of(MANAGER);
        int whole = OwedOnlineList.LIMIT - before.lines().size();
        try {
            lieThereToo(number, 1, whole);
            mvc.perform(get("/overview").with(SignedInAs.of(MANAGER)))
                    .andExpect(content().string(before.cut() ? containsString("这里只列出") : not(containsString("这里只列出"))));
            lieThereToo(number, whole + 1, 201);
            assertThat(owedAtClosed())
                    .isNotEmpty()
                    .allSatisfy(one -> assertThat(one.takers())
                            .extracting(OwedOnline.Taker::code)
                            .containsExactly(OPEN));
            assertThat(owed.of(MANAGER).lines()).hasSize(OwedOnlineList.LIMIT);
            mvc.perform(get("/overview").with(SignedInAs.of(MANAGER)))
                    .andExpect(content().string(containsString("这里只列出 200 件")));
        } finally {
            jdbc.sql("delete from intake.application where number like :number || '-%'")
                    .param("number", number)
                    .update();
        }
    }

    /** Copies of what lies there. */
    private void lieThereToo(String number, int first, int last) {
        jdbc.sql("""
                        insert into intake.application
                        select (jsonb_populate_record(a, jsonb_build_object('number', a.number || '-' || copy,
                            'idempotency_key', a.number || copy, 'sealed', ''))).*
                        from intake.application a, generate_series(:first, :last) as copy where a.number = :number
                        """)
                .param("first", first)
                .param("last", last)
                .param("number", number)
                .update();
    }
}
