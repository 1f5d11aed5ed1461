package city.onewindow.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.onewindow.HouseTest;
import city.onewindow.kernel.Problem;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("网上的门：凭编号和查询码进，猜的进不来")
class OnlineGateTest extends HouseTest {

    private static final String SOME = "410300-20200101-000001";

    @Autowired
    OnlineApplications online;

    @Autowired
    OnlineGate gate;

    @Autowired
    Reception reception;

    AtHome home;

    @BeforeEach
    void atHome() {
        home = new AtHome(online, catalogs);
    }

    @Test
    @DisplayName("码不对、编号不对、在窗口开始的，答得一样；试多了就锁，对的也打不开，过后才开")
    void guessing() {
        OpenedApplication opened = home.begun();
        String code = online.dossier(opened).application().queryCode();
        String atWindow = Counter.number(new Counter(intake, catalogs).begun());
        String unknown = gateSays(opened.number(), "AAAAAAAA");
        assertThat(gateSays("410300-20200101-000001", "AAAAAAAA")).isEqualTo(unknown);
        assertThat(gateSays(
                        atWindow,
                        intake.dossier(atWindow, Counter.CLERK).application().queryCode()))
                .isEqualTo(unknown);
        assertThat(gate.open(opened.number(), code, AtHome.address()).number()).isEqualTo(opened.number());
        for (int guess = 0; guess < 10; guess++) {
            assertThat(gateSays(opened.number(), "AAAAAAAA")).isEqualTo(unknown);
        }
        assertThatThrownBy(() -> gate.open(opened.number(), code, AtHome.address()))
                .isInstanceOf(Problem.NotAllowed.class);
        clock.forward(Duration.ofMinutes(16));
        assertThat(gate.open(opened.number(), code, AtHome.address()).number()).isEqualTo(opened.number());
    }

    private String gateSays(String number, String code) {
        try {
            gate.open(number, code, AtHome.address());
            return "opened";
        } catch (Problem refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    @Test
    @DisplayName("一个地址不能一直试，也不能一直开始新的申请")
    void oneAddress() {
        String here = AtHome.address();
        for (int guess = 0; guess < 100; guess++) {
            String number = "410300-20200101-%06d".formatted(guess);
            assertThatThrownBy(() -> gate.open(number, "AAAAAAAA", here)).isInstanceOf(Problem.NotFound.class);
        }
        assertThatThrownBy(() -> gate.open("410300-20200101-999999", "AAAAAAAA", here))
                .isInstanceOf(Problem.NotAllowed.class);
        OpenedApplication another = home.begun();
        String code = online.dossier(another).application().queryCode();
        for (int guess = 0; guess < 11; guess++) {
            assertThatThrownBy(() -> gate.open(another.number(), "AAAAAAAA", here))
                    .isInstanceOf(Problem.NotAllowed.class);
        }
        assertThat(gate.open(another.number(), code, AtHome.address()).number())
                .as("an address that is kept out shuts nobody's number")
                .isEqualTo(another.number());
        for (int begun = 0; begun < 30; begun++) {
            gate.mayBegin(here);
        }
        assertThatThrownBy(() -> gate.mayBegin(here)).isInstanceOf(Problem.NotAllowed.class);
        gate.mayUpload(here, 1024L * 1024 * 1023);
        assertThatThrownBy(() -> gate.mayUpload(here, 1024L * 1024 * 10)).isInstanceOf(Problem.NotAllowed.class);
    }

    @Test
    @DisplayName("IPv6 一条线路上的地址算一个")
    void oneLine() {
        String line = "2001:db8:%04x:%04x:"
                .formatted(
                        ThreadLocalRandom.current().nextInt(0x10000),
                        ThreadLocalRandom.current().nextInt(0x10000));
        for (int begun = 0; begun < 30; begun++) {
            gate.mayBegin(line + ":" + Integer.toHexString(begun));
        }
        assertThatThrownBy(() -> gate.mayBegin(line + "ffff::1")).isInstanceOf(Problem.NotAllowed.class);
        gate.mayBegin("2001:db9::1");
    }

    @Test
    @DisplayName("查进度：查对的不计数；一个地址猜错太多就不再查，过后再查")
    void lookingUp() {
        String here = AtHome.address();
        for (int right = 0; right < 200; right++) {
            assertThat(gate.lookUp(SOME, here, () -> "found")).isEqualTo("found");
        }
        for (int wrong = 0; wrong < 100; wrong++) {
            assertThatThrownBy(() -> gate.lookUp(
                            SOME,
                            here,
                            () -> reception.track(SOME, "AAAAAAAA").orElseThrow(() -> new Problem.NotFound("no"))))
                    .isInstanceOf(Problem.NotFound.class);
        }
        assertThatThrownBy(() -> gate.lookUp(SOME, here, () -> "found")).isInstanceOf(Problem.NotAllowed.class);
        assertThat(gate.lookUp(SOME, AtHome.address(), () -> "found")).isEqualTo("found");
        clock.forward(Duration.ofMinutes(16));
        assertThat(gate.lookUp(SOME, here, () -> "found")).isEqualTo("found");
    }

    @Test
    @DisplayName("不成编号的当场说清楚，不算猜；编号对不对得上办件，从中看不出来")
    void malformed() {
        String here = AtHome.address();
        for (int slip = 0; slip < 101; slip++) {
            assertThatThrownBy(() -> gate.lookUp("410300-2020010-000001", here, () -> "found"))
                    .isInstanceOf(Problem.InvalidInput.class)
                    .hasMessageContaining("20 位数字");
            assertThatThrownBy(() -> gate.open("4103002020010100000", "AAAAAAAA", here))
                    .isInstanceOf(Problem.InvalidInput.class);
        }
        assertThat(gate.lookUp("41030020200101000001", here, () -> "found")).isEqualTo("found");
        assertThatThrownBy(() -> gate.open(SOME, "AAAAAAAA", here)).isInstanceOf(Problem.NotFound.class);
    }
}
