package city.onewindow.issuance;

import static city.onewindow.approval.SampleCases.ISSUER;
import static city.onewindow.issuance.ShopCases.CLERK;
import static city.onewindow.issuance.ShopCases.FOOD;
import static city.onewindow.issuance.ShopCases.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import city.onewindow.HouseTest;
import city.onewindow.approval.Act;
import city.onewindow.approval.Approval;
import city.onewindow.approval.Cases;
import city.onewindow.approval.HistoryEntry;
import city.onewindow.approval.Matter;
import city.onewindow.approval.NextMove;
import city.onewindow.approval.Outcome;
import city.onewindow.approval.Step;
import city.onewindow.catalog.Reason;
import city.onewindow.identity.SignedInAs;
import city.onewindow.intake.Counter;
import city.onewindow.intake.Deferrals;
import city.onewindow.kernel.IdType;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("容缺受理的办件，只有一个事项还缺材料")
class PartialGapTest extends HouseTest {

    @Autowired
    private Deferrals deferrals;

    @Autowired
    private Approval approval;

    @Autowired
    private Cases cases;

    @Autowired
    private Issuance issuance;

    @Autowired
    private Sendings sendings;

    @Test
    @DisplayName("不缺的结果先交付；过期以后只终止缺材料的和等它的，其他照常办理，交付了的不变")
    void onlyWhatLacksIt() throws Exception {
        String number = lackingForFoodAlone();
        String shop = startups.item(SHOP);
        String food = startups.item(FOOD);
        ShopCases shops = new ShopCases(startups, approval);
        shops.certify(number, SHOP, "92410300MA0000000X");
        shops.certify(number, FOOD, "JY14103000000001");
        mvc.perform(get("/issuing/" + number).with(SignedInAs.of(ISSUER)))
                .andExpect(content().string(containsString("以它们为前提的事项，准予的结果不能交付")));
        assertThatThrownBy(() -> handOver(number, shop, food))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("「" + FOOD + "」还缺")
                .hasMessageContaining(deferrals.open(number).get(0).material());
        assertThat(handOver(number, shop).items()).containsExactly(shop);
        List<Matter> before = matters(number);

        clock.set(deferrals.open(number).get(0).until().plusDays(1).atTime(9, 0).atZone(clock.getZone()));
        List<String> lapsed = approval.lapse(number, CLERK, null).stream()
                .filter(entry -> entry.act() == Act.LAPSE)
                .map(HistoryEntry::item)
                .toList();

        assertThat(lapsed)
                .containsExactlyElementsOf(Stream.concat(
                                Stream.of(food),
                                before.stream()
                                        .filter(matter -> matter.after().contains(food))
                                        .map(Matter::item))
                        .toList());
        assertThat(matters(number))
                .filteredOn(matter -> !lapsed.contains(matter.item()))
                .containsExactlyElementsOf(before.stream()
                        .filter(matter -> !lapsed.contains(matter.item()))
                        .toList())
                .anyMatch(matter -> matter.outcome() == Outcome.GRANTED)
                .anyMatch(matter -> matter.step() != Step.ENDED);
        assertThat(cases.file(number, CLERK).file().isClosed()).isFalse();
        assertThat(deferrals.open(number)).isEmpty();
    }

    @Test
    @DisplayName("出件窗口从能交付之日起欠：缺材料的从补齐起，不缺的从办结起")
    void owesSinceItCan() {
        String number = lackingForFoodAlone();
        ShopCases shops = new ShopCases(startups, approval);
        shops.certify(number, SHOP, "92410300MA0000000X");
        shops.certify(number, FOOD, "JY14103000000001");
        LocalDateTime made = LocalDateTime.now(clock);
        clock.forward(Duration.ofHours(3));
        intake.dossier(number, CLERK)
                .deferred()
                .forEach(material -> intake.check(number, Counter.seen(material), CLERK));

        assertThat(cases.file(number, ISSUER).owed())
                .filteredOn(move -> move.party() == NextMove.Party.ISSUING_WINDOW)
                .extracting(NextMove::item, NextMove::since)
                .contains(tuple(startups.item(SHOP), made), tuple(startups.item(FOOD), made.plusHours(3)));
    }

    @Test
    @DisplayName("寄出以后才又缺材料的（如裁决要求重新补交），收到回执照样登记送达")
    void owedSinceItWasSent() {
        String number = lackingForFoodAlone();
        String food = startups.item(FOOD);
        ShopCases shops = new ShopCases(startups, approval);
        shops.certify(number, SHOP, "92410300MA0000000X");
        shops.certify(number, FOOD, "JY14103000000001");
        way(number, "DEFERRED", "SETTLED");
        Sending mailed = new Sending(Way.MAILED, LocalDate.now(clock), "中国邮政", "EX1", "示例路 1 号", "");
        sendings.send(number, List.of(food), List.of(), mailed, ISSUER, key());
        way(number, "SETTLED", "DEFERRED");
        Taker family = new Taker("王大明", Relation.FAMILY, IdType.ID_CARD, "", "");
        Delivery arrived =
                new Delivery(family, Way.MAILED, LocalDate.now(clock), "示例路 1 号", "中国邮政", "EX1", "", "", "", "");
        assertThat(issuance.handOver(number, List.of(food), List.of(), arrived, ISSUER, key())
                        .items())
                .containsExactly(food);
    }

    private void way(String number, String before, String after) {
        jdbc.sql("update intake.application_material set way = :after where number = :number and way = :before")
                .param("number", number)
                .param("before", before)
                .param("after", after)
                .update();
    }

    private static IdempotencyKey key() {
        return new IdempotencyKey(UUID.randomUUID().toString());
    }

    /** 开便利店: everything is there but what the food licence alone needs. */
    private String lackingForFoodAlone() {
        String number = new ShopCases(startups, approval).accept();
        intake.dossier(number, CLERK).deferred().stream()
                .filter(material ->
                        material.reasons().stream().map(Reason::item).anyMatch(item -> !item.equals(FOOD)))
                .forEach(material -> intake.check(number, Counter.seen(material), CLERK));
        assertThat(deferrals.open(number)).isNotEmpty();
        return number;
    }

    private List<Matter> matters(String number) {
        return cases.file(number, CLERK).matters();
    }

    private Handover handOver(String number, String... items) {
        return issuance.handOver(
                number,
                List.of(items),
                new Taker("张示例", Relation.SELF, IdType.ID_CARD, "410311199001010001", ""),
                ISSUER,
                key());
    }
}
