package city.onewindow.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import city.onewindow.notice.DocumentKind;
import city.onewindow.notice.IssuedDocument;
import city.onewindow.notice.RevokedHow;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("听证")
class HearingsTest extends HearingHouseTest {

    @Test
    @DisplayName("告知、申请、通知、笔录、决定：每人一份文书，听证期间时钟停走，决定书写明根据笔录，全程有记录和审计")
    void wholeWay() throws IOException {
        tell(List.of(NEIGHBOUR));
        assertThat(papers(DocumentKind.HEARING_RIGHT))
                .extracting(IssuedDocument::addressee)
                .containsExactly("张*例");
        IssuedDocument letter = documents.toOthers(number).get(0);
        assertThat(letter.addressee()).isEqualTo("赵*居");
        assertThat(text(letter)).contains("赵邻居", "2026年11月11日", "五日内", "不承担");
        at("2026-11-05T10:00");
        requests.ask(number, item, LocalDate.parse("2026-11-05"), 1, REVIEWER, null);
        LocalDateTime before = matter().running().statutoryDue();
        call(HELD, false);
        assertThat(matter().step()).isEqualTo(Step.SUSPENDED);
        assertThat(matter().running().statutoryDue()).isAfter(before);
        assertThat(papers(DocumentKind.HEARING_NOTICE)).hasSize(1);
        assertThat(documents.toOthers(number))
                .extracting(IssuedDocument::kind)
                .containsExactly(DocumentKind.HEARING_RIGHT_TO_OTHERS, DocumentKind.HEARING_NOTICE_TO_OTHERS);
        assertThat(papers(DocumentKind.HEARING_ANNOUNCEMENT)).isEmpty();
        assertThat(text(papers(DocumentKind.HEARING_NOTICE).get(0)))
                .contains("2026年11月19日09:30", "市市场监管局决定岗", "回避", "至2026年11月19日");
        assertThat(view().procedures())
                .extracting(SpecialProcedure::kind, SpecialProcedure::reason)
                .containsExactly(tuple(SpecialProcedure.Kind.HEARING, "应利害关系人申请举行听证。"));
        at("2026-11-19T11:30");
        hearings.record(number, item, RECORD, REVIEWER, null);
        IssuedDocument record = papers(DocumentKind.HEARING_RECORD).get(0);
        assertThat(text(record)).contains("承诺隔音", "均已核对并签字");
        assertThat(view().hearings())
                .singleElement()
                .satisfies(one -> assertThat(one.papers()).hasSize(5).contains(record.number()));
        assertThat(view().procedures()).extracting(SpecialProcedure::isRunning).containsExactly(false);
        review();
        approval.grant(number, item, "", DECIDER, null);
        assertThat(text(papers(DocumentKind.GRANT).get(0))).contains("根据听证笔录（" + record.number() + "）");
        assertThat(audited())
                .containsSubsequence(
                        "matter.tell_hearing",
                        "matter.ask_hearing",
                        "matter.call_hearing",
                        "matter.record_hearing",
                        "matter.grant");
    }

    @Test
    @DisplayName("不予的也写明根据听证笔录")
    void denied() throws IOException {
        heard();
        review();
        approval.deny(number, item, "隔音不达标。", "某法第二条", DECIDER, null);
        assertThat(text(papers(DocumentKind.DENIAL).get(0)))
                .contains("根据听证笔录（" + papers(DocumentKind.HEARING_RECORD).get(0).number() + "）");
    }

    @Test
    @DisplayName("没有笔录不能作决定，也不能只结束特别程序；举行以前不能制作笔录；决定这一句自己把关，绕过前面各步也不行")
    void noDecisionWithoutRecord() {
        tell(List.of());
        requests.ask(number, item, today(), 0, REVIEWER, null);
        call(LocalDateTime.parse("2026-11-18T09:30"), false);
        assertThatThrownBy(() -> hearings.record(number, item, RECORD, REVIEWER, null))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("2026年11月18日 09:30");
        assertThatThrownBy(() -> clockActs.resume(number, item, "结束。", REVIEWER, null))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("制作笔录");
        jdbc.sql("update approval.matter set step = 'DECIDE' where number = :number and item = :item")
                .param("number", number)
                .param("item", item)
                .update();
        assertThatThrownBy(() -> approval.grant(number, item, "", DECIDER, null))
                .isInstanceOf(Problem.Conflict.class);
        assertThatThrownBy(() -> approval.deny(number, item, "不符。", "某法第二条", DECIDER, null))
                .isInstanceOf(Problem.Conflict.class);
        assertThat(matter().outcome()).isNull();
    }

    @Test
    @DisplayName("都放弃的照常办理；已经通知的听证通知书核验为已取消，时钟接着走")
    void waived() {
        tell(List.of());
        requests.ask(number, item, today(), 0, REVIEWER, null);
        call(HELD.minusDays(1), false);
        at("2026-11-06T10:00");
        requests.waive(number, item, null, "张示例书面放弃。", REVIEWER, null);
        assertThat(matter().step()).isEqualTo(Step.REVIEW);
        assertThat(papers(DocumentKind.HEARING_NOTICE))
                .extracting(IssuedDocument::revokedHow)
                .containsExactly(RevokedHow.REPLACED);
        assertThat(papers(DocumentKind.HEARING_RIGHT))
                .extracting(IssuedDocument::isRevoked)
                .containsExactly(false);
        review();
    }

    @Test
    @DisplayName("听证期间申请人撤回：通知书核验为已取消；听证以前不能移送其他部门")
    void withdrawn(@Autowired Transfers transfers) {
        tell(List.of());
        assertThatThrownBy(() -> transfers.handOver(number, item, "zjj", "不归本部门。", DECIDER, null))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("听证还没有了结");
        assertThat(door.matter(number, item, DECIDER).next())
                .extracting(Procedure.Edge::act)
                .doesNotContain(Act.TRANSFER);
        requests.ask(number, item, today(), 0, REVIEWER, null);
        call(HELD.minusDays(1), true);
        approval.withdraw(number, "不办了。", StartupCases.CLERK, null);
        assertThat(papers(DocumentKind.HEARING_NOTICE))
                .extracting(IssuedDocument::revokedHow)
                .containsExactly(RevokedHow.REPLACED);
        assertThat(papers(DocumentKind.HEARING_ANNOUNCEMENT))
                .extracting(IssuedDocument::revokedHow)
                .containsExactly(RevokedHow.REPLACED);
        assertThat(matter().hearing().toBeHeld()).isFalse();
    }

    @Test
    @DisplayName("依职权举行的：公告，写明理由，申请人不能放弃；笔录以前一样不能决定")
    void ownMotion() {
        assertThat(pointers(() -> call(HELD, false, " "))).containsExactly("/reason");
        call(HELD, false, "涉及公共利益。");
        assertThat(papers(DocumentKind.HEARING_ANNOUNCEMENT))
                .extracting(IssuedDocument::addressee)
                .containsExactly("社会公众");
        assertThatThrownBy(() -> requests.waive(number, item, null, "不要。", REVIEWER, null))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("依职权");
        at("2026-11-19T12:00");
        hearings.record(number, item, RECORD, REVIEWER, null);
        review();
    }

    @Test
    @DisplayName("同一次提交送两遍只算一次；告知期间不能再告知")
    void once() {
        IdempotencyKey key = new IdempotencyKey("tell-" + number);
        List<HistoryEntry> first = hearings.tell(number, item, "采光。", List.of(), null, REVIEWER, key);
        assertThat(hearings.tell(number, item, "采光。", List.of(), null, REVIEWER, key))
                .isEqualTo(first);
        assertThatThrownBy(() -> tell(List.of())).isInstanceOf(Problem.Conflict.class);
        assertThat(papers(DocumentKind.HEARING_RIGHT)).hasSize(1);
    }

    @Test
    @DisplayName("一边告知听证权利、一边提出审查意见：只成一件，告知了的不会已经送去决定")
    void toldWhileReviewed() throws Exception {
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 5; round++) {
                number = startups.accept();
                List<Callable<Object>> acts = List.of(() -> tell(List.of()), () -> review());
                int done = 0;
                for (Future<Object> act : both.invokeAll(acts)) {
                    try {
                        act.get();
                        done++;
                    } catch (ExecutionException refused) {
                        assertThat(refused.getCause()).isInstanceOf(Problem.Conflict.class);
                    }
                }
                assertThat(done).isEqualTo(1);
                assertThat(matter().step() == Step.REVIEW)
                        .isEqualTo(!view().hearings().isEmpty());
            }
        } finally {
            both.shutdownNow();
        }
    }

    @Test
    @DisplayName("利害关系人的姓名和地址加密保存，不在记录和审计里；给他们的文书不在办件的文书里，只有能看申请材料的人在事项页看到")
    void sealed() {
        tell(List.of(NEIGHBOUR));
        String kept = jdbc.sql("""
                        select coalesce((select string_agg(h::text, '') from approval.hearing h where number = :number), '')
                            || coalesce((select string_agg(h::text, '') from approval.history h where number = :number), '')
                            || coalesce((select string_agg(e::text, '') from audit.entry e where object = :number), '')
                            || (select position(convert_to('赵邻居', 'UTF8') in others) from approval.hearing where number = :number)
                        """).param("number", number).query(String.class).single();
        assertThat(kept).contains("TELL_HEARING").endsWith("0").doesNotContain("赵邻居", "示例路2号");
        assertThat(view().hearings().get(0).others()).containsExactly(new Hearing.Party("赵*居", "洛阳市*****"));
        assertThat(audited()).doesNotContain("hearing.read");
        assertThat(door.hearings(number, item, REVIEWER).get(0).others()).containsExactly(NEIGHBOUR);
        assertThat(audited()).contains("hearing.read");
        assertThatThrownBy(() -> door.hearings(number, item, StartupCases.CLERK))
                .isInstanceOf(Problem.NotFound.class);
        assertThat(view().documents()).extracting(IssuedDocument::kind).contains(DocumentKind.HEARING_RIGHT_TO_OTHERS);
        assertThat(door.file(number, StartupCases.CLERK).documents())
                .extracting(IssuedDocument::kind)
                .contains(DocumentKind.HEARING_RIGHT)
                .doesNotContain(DocumentKind.HEARING_RIGHT_TO_OTHERS);
        assertThat(door.matter(number, item, StartupCases.CLERK).hearings()).isEmpty();
    }

    @Test
    @DisplayName("同一办件另一事项的听证，给利害关系人的文书不给这一事项的部门看")
    void ofAnotherMatter() {
        tell(List.of(NEIGHBOUR));
        jdbc.sql("""
                        with other as (
                            update approval.matter set department = 'scjg'
                            where number = :number and item <> :item returning item)
                        insert into approval.history (region, number, item, at, who, who_name, act, from_step, to_step, opinion, ground)
                        select region, number, other.item, at, who, who_name, act, from_step, to_step, opinion, ground
                        from approval.history h, other where number = :number and act = 'TELL_HEARING'
                        """).param("number", number).param("item", item).update();
        jdbc.sql("""
                        insert into approval.hearing (region, number, item, seq, others, told_at, ask_until, waived, papers)
                        select m.region, m.number, m.item, 1, h.others, told_at, ask_until, false, '{}'
                        from approval.matter m, approval.hearing h
                        where m.number = :number and h.number = :number and m.item <> h.item
                        """).param("number", number).update();
        String other = jdbc.sql("select min(item) from approval.hearing where number = :number and item <> :item")
                .param("number", number)
                .param("item", item)
                .query(String.class)
                .single();
        assertThat(door.matter(number, other, REVIEWER).hearings()).hasSize(1);
        assertThat(door.matter(number, other, REVIEWER).documents())
                .extracting(IssuedDocument::kind)
                .doesNotContain(DocumentKind.HEARING_RIGHT_TO_OTHERS);
    }
}
