package city.onewindow.approval;

import static city.onewindow.approval.StagedCases.LEAD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.onewindow.HouseTest;
import city.onewindow.catalog.Catalogs;
import city.onewindow.catalog.Chain;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import city.onewindow.intake.RulingOrgan;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("前阶段结果变动：后面阶段的部门和牵头部门都知道，什么也不自动终止")
class SetbacksTest extends HouseTest {

    private static final Actor MANAGER = SignedInAs.actor("manager", "zwfw", null, Role.MANAGER);

    @Autowired
    private Setbacks setbacks;

    @Autowired
    private Projects projects;

    @Autowired
    private RulingActs rulings;

    @Autowired
    private Approval approval;

    @Autowired
    private Cases door;

    @Autowired
    private Matters matters;

    private StagedCases cases;
    private String first = "";
    private Matter fallen;

    @BeforeEach
    void aProject() {
        cases = new StagedCases(house, transaction, clock);
        first = cases.accept(1);
        cases.finish(first);
        fallen = matters.one(SampleCases.REGION, first, cases.needed(1).get(0)).orElseThrow();
    }

    @Test
    @DisplayName("准予经裁决撤销：在办的、已准予的都获知，每个部门一条；不予的不用；整件和各事项照旧；办件和历史、审计里都有")
    void told() {
        String second = cases.accept(2);
        String lost = cases.accept(2);
        deny(lost);
        List<Matter> before = matters.ofCase(SampleCases.REGION, second);
        rule(Ruling.Kind.DECIDE_ANEW, "1");

        assertThat(matters.ofCase(SampleCases.REGION, second)).isEqualTo(before);
        List<String> building = before.stream()
                .filter(one -> Outcome.isToCome(one.outcome()))
                .map(Matter::item)
                .toList();
        assertThat(building).isNotEmpty();
        assertThat(setbacks.ofCase(lost, MANAGER))
                .as("nothing was granted there")
                .isEmpty();
        assertThat(matters.history(SampleCases.REGION, second))
                .filteredOn(entry -> entry.act() == Act.LEARN_OF_REVOCATION)
                .allSatisfy(entry ->
                        assertThat(entry.opinion()).contains(fallen.itemName(), first, "撤销，责令重新作出", "法律没有规定后续事项因此自动失效"))
                .extracting(HistoryEntry::item)
                .containsExactlyInAnyOrderElementsOf(building);
        List<Setback> all = setbacks.ofCase(second, MANAGER);
        assertThat(all).flatExtracting(Setback::items).containsAll(building);
        assertThat(all)
                .extracting(Setback::department)
                .contains(LEAD.department())
                .doesNotHaveDuplicates();
        assertThat(count("audit.entry where act = 'case.setback' and object = :number", second))
                .isOne();
        assertThat(door.file(second, MANAGER).owed())
                .filteredOn(move -> move.party() == NextMove.Party.TOLD)
                .extracting(NextMove::department)
                .containsExactlyInAnyOrderElementsOf(
                        all.stream().map(Setback::department).toList());

        assertThat(all).noneMatch(Setback::restored);
        approval.review(first, fallen.item(), Recommendation.GRANT, "齐全", of("review", Role.REVIEWER), null);
        if (fallen.chain() == Chain.THREE) {
            approval.examine(first, fallen.item(), Recommendation.GRANT, "同意", of("examine", Role.REVIEWER), null);
        }
        approval.grant(first, fallen.item(), "", "补充了新的论证。", of("another", Role.DECIDER), null);
        assertThat(setbacks.ofCase(second, MANAGER)).allMatch(Setback::restored);
    }

    private void deny(String number) {
        Matter denied = matters.ofCase(SampleCases.REGION, number).stream()
                .filter(one -> one.step() == Step.REVIEW)
                .findFirst()
                .orElseThrow();
        String item = denied.item();
        Actor reviewer = StagedCases.of(denied, "review", Role.REVIEWER);
        approval.review(number, item, Recommendation.DENY, "不符合", reviewer, null);
        if (denied.chain() == Chain.THREE) {
            Actor examiner = StagedCases.of(denied, "examine", Role.REVIEWER);
            approval.examine(number, item, Recommendation.DENY, "不符合", examiner, null);
        }
        approval.deny(number, item, "不符合", "某法第二条", StagedCases.of(denied, "decide", Role.DECIDER), null);
    }

    private Actor of(String name, Role role) {
        return StagedCases.of(fallen, name, role);
    }

    @Test
    @DisplayName("各写各的处理：写一次，同事不能再改，别的部门看不到；写完不再欠；审计一条")
    void answered() {
        String second = cases.accept(2);
        cases.finish(second);
        rule(Ruling.Kind.VOID, "1");
        Setback lead = setbacks.open(LEAD).stream()
                .filter(one -> one.number().equals(second))
                .findFirst()
                .orElseThrow();
        assertThat(setbacks.count(LEAD)).isPositive();
        assertThat(door.file(second, MANAGER).file().isClosed()).isTrue();
        assertThat(door.file(second, MANAGER).owed())
                .as("of a closed case, too")
                .extracting(NextMove::party)
                .containsOnly(NextMove.Party.TOLD);

        assertThatThrownBy(() -> setbacks.answer(second, lead.id(), " ", LEAD))
                .isInstanceOf(Problem.InvalidInput.class);
        Setback now = setbacks.answer(second, lead.id(), "已约谈建设单位，暂停施工。", LEAD);
        assertThat(Objects.requireNonNull(now.answer()).byName()).isEqualTo(LEAD.name());
        assertThat(setbacks.answer(second, lead.id(), "已约谈建设单位，暂停施工。", LEAD)).isEqualTo(now);
        assertThatThrownBy(() -> setbacks.answer(second, lead.id(), "继续。", LEAD))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining(LEAD.name());
        assertThat(setbacks.open(LEAD)).extracting(Setback::number).doesNotContain(second);
        assertThat(count("audit.entry where act = 'case.setback_answer' and object = :number", second))
                .isOne();

        Actor stranger = SignedInAs.actor("somebody", "mzj", null, Role.DECIDER);
        assertThatThrownBy(() -> setbacks.ofCase(second, stranger)).isInstanceOf(Problem.NotFound.class);
        assertThatThrownBy(() -> setbacks.answer(second, lead.id(), "继续。", stranger))
                .isInstanceOf(Problem.NotFound.class);
    }

    @Test
    @DisplayName("只登记的、变更为准予的，不算变动；确认无效的才告知")
    void stands() {
        String second = cases.accept(2);
        rule(Ruling.Kind.UPHELD, "1");
        rule(Ruling.Kind.CHANGED_TO_GRANT, "2");
        assertThat(setbacks.ofCase(second, MANAGER)).isEmpty();
        approval.certify(first, fallen.item(), "证2", of("certify", Role.CERTIFIER), null);
        SampleCases papers = new SampleCases(house, transaction, clock, house.getBean(Catalogs.class));
        approval.deliver(first, List.of(fallen.item()), Step.DELIVER, null, papers.receipt(first), SampleCases.ISSUER);
        rule(Ruling.Kind.VOID, "3");
        assertThat(setbacks.ofCase(second, MANAGER)).isNotEmpty().noneMatch(Setback::restored);
    }

    @Test
    @DisplayName("免办的项目不以它为前提，不告知")
    void waived() {
        String second = cases.accept(2);
        jdbc.sql("""
                        insert into approval.allowance (region, project, stage, item, item_name, kind, reason, ground, who, who_name,
                                at, idempotency_key)
                        values (:region, :project, :stage, :item, '某事项', 'WAIVER', '不需要', '某记录', 'lead', '牵头', localtimestamp, :key)
                        """)
                .param("region", SampleCases.REGION)
                .param("project", cases.project())
                .param("stage", cases.oneThing(2).code())
                .param("item", fallen.item())
                .param("key", "waiver-" + second)
                .update();
        rule(Ruling.Kind.VOID, "1");
        assertThat(setbacks.ofCase(second, MANAGER)).isEmpty();
    }

    private void rule(Ruling.Kind kind, String place) {
        LocalDate today = LocalDate.now(clock);
        AskedRuling asked = new AskedRuling(
                RulingOrgan.COURT,
                "洛阳市涧西区人民法院",
                "某行初" + place + "号",
                today,
                today,
                kind,
                "如裁决结果",
                "",
                false,
                null,
                null);
        rulings.record(
                first, fallen.item(), asked, of("decide", Role.DECIDER), new IdempotencyKey("rule-" + first + place));
    }

    private long count(String from, String number) {
        return jdbc.sql("select count(*) from " + from)
                .param("number", number)
                .query(Long.class)
                .single();
    }
}
