package city.onewindow.approval.web;

import city.onewindow.approval.Act;
import city.onewindow.approval.CaseFile;
import city.onewindow.approval.Declared;
import city.onewindow.approval.Matter;
import city.onewindow.approval.MatterView;
import city.onewindow.approval.NextMove;
import city.onewindow.approval.Outcome;
import city.onewindow.approval.SpecialProcedure;
import city.onewindow.approval.TechnicalClock;
import city.onewindow.approval.Transfer;
import city.onewindow.calendar.Calendar;
import city.onewindow.catalog.Catalogs;
import city.onewindow.catalog.Chain;
import city.onewindow.frame.Fact;
import city.onewindow.kernel.DayWords;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What stands at the head of a matter's page: whose it is, until when, and what was told about it. */
@Component
class MatterFacts {

    private final Catalogs catalogs;
    private final Responsibility responsibility;
    private final Calendar calendar;
    private final Clock clock;

    MatterFacts(Catalogs catalogs, Responsibility responsibility, Calendar calendar, Clock clock) {
        this.catalogs = catalogs;
        this.responsibility = responsibility;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** @param excerpt null for who may not read what was handed in */
    List<Fact> of(MatterView view, @Nullable Excerpt excerpt) {
        CaseFile file = view.file();
        Matter matter = view.matter();
        UnaryOperator<String> names = catalogs.departmentNames(file.edition());
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("办件", file.title()));
        facts.add(new Fact(
                "申请人",
                excerpt == null
                        ? file.applicant()
                        : excerpt.dossier().application().applicant().name()));
        facts.add(new Fact("办理部门", names.apply(matter.department())));
        if (view.inPlace() != null) {
            facts.add(new Fact("代办", "同事请假，由您代为办理；办理记录写“" + view.inPlace() + "”"));
        }
        NextMoveLine.of(List.of(matter), view.owed(), names)
                .forEach(line -> facts.add(new Fact("下一步由谁办", line.words())));
        view.owed().stream()
                .map(NextMove::border)
                .distinct()
                .forEach(border -> facts.add(new Fact("职责界限", border.words())));
        view.transfers().forEach(one -> facts.add(new Fact("移送", transferred(one, names))));
        facts.addAll(responsibility.facts(file));
        facts.add(new Fact("受理时间", DayWords.hourIfKnown(file.acceptedAt())));
        if (matter.chain() != Chain.TWO) {
            facts.add(new Fact("办理环节", matter.chain().term()));
        }
        Matter.Clock clock = matter.clock();
        if (clock != null) {
            facts.add(new Fact("开始办理", DayWords.hour(clock.openedAt())));
            facts.add(new Fact("承诺办结", DayWords.hour(clock.promisedDue()) + " 前"));
            facts.add(new Fact("法定办结", DayWords.hour(clock.statutoryDue()) + " 前"));
        }
        view.rulings().forEach(ruling -> {
            LocalDateTime due = ruling.due();
            if (due != null) {
                facts.add(new Fact(
                        ruling.kind().term(),
                        DayWords.of(due) + " 前（" + ruling.organName() + " " + ruling.document() + "）"));
            }
        });
        if (view.workedThere()) {
            facts.add(new Fact("在哪里办", "部门业务系统"));
        }
        TechnicalClock.of(matter, view.procedures(), calendar.deadlines())
                .ifPresent(check -> facts.add(technical(check)));
        view.procedures().forEach(one -> facts.add(special(one)));
        if (matter.extended() > 0) {
            facts.add(new Fact(
                    "延长期限", "已批准延长 " + matter.days(matter.extended()).inWords() + "，以上日期已经计入；批准时承诺期限已过的，只延长法定期限"));
        }
        if (matter.extensionAsked() > 0) {
            String waits = matter.waitsForItsHead() ? "等待部门负责人答复" : "特别程序结束后由部门负责人答复";
            // Whoever answers reads why at the head of the page, not below the whole application.
            String why = view.history().stream()
                    .filter(entry -> entry.act() == Act.ASK_EXTENSION)
                    .reduce((earlier, later) -> later)
                    .map(asked -> "。理由：" + asked.opinion() + "（" + asked.whoName() + "）")
                    .orElse("");
            facts.add(new Fact(
                    "延长期限", "已申请延长 " + matter.days(matter.extensionAsked()).inWords() + "，" + waits + why));
        }
        Declared declared = view.declared();
        if (declared != null) {
            facts.add(new Fact("告知承诺", declared(declared, matter)));
        }
        facts.add(new Fact("办理结果", matter.result()));
        facts.add(new Fact("办理依据", matter.legalBasis()));
        String certificate = matter.certificateNumber();
        if (certificate != null) {
            facts.add(new Fact("证照（文书）编号", certificate));
        }
        return facts;
    }

    private String declared(Declared declared, Matter matter) {
        Outcome outcome = matter.outcome();
        boolean unsettled = declared.settledOn() == null || declared.state() == Declared.State.OVER;
        if (outcome != null && outcome != Outcome.GRANTED && unsettled) {
            return "已签署承诺，事项已" + outcome.term() + "，不再凭承诺办理，也不再核查";
        }
        LocalDate due = declared.due();
        if (due != null) {
            String late = declared.isOverdue(LocalDate.now(clock)) ? "，已超期" : "";
            return declared.state().term() + "，期限到 " + DayWords.of(due) + late
                    + (declared.found().isEmpty() ? "" : "。" + declared.found());
        }
        return declared.settledOn() == null
                ? declared.state().term() + "，凭承诺作出决定，准予后 " + declared.checkDays() + " 个工作日内核查"
                : declared.state().term() + "（" + DayWords.of(declared.settledOn()) + "）：" + declared.found();
    }

    private Fact technical(TechnicalClock check) {
        String late = LocalDate.now(clock).isAfter(check.sendBy()) ? "，已超期" : "";
        return new Fact(
                check.check().term(),
                "应于 " + DayWords.of(check.sendBy()) + " 前" + check.what() + "（" + TechnicalClock.GROUND + "）" + late
                        + "；指派后启动特别程序，当场就能认定的，提出审查意见");
    }

    private static Fact special(SpecialProcedure one) {
        LocalDate ended = one.endedOn();
        LocalDate last = ended != null && ended.isBefore(one.expectedEnd()) ? ended : one.expectedEnd();
        String who = one.carriedOut().isEmpty() ? "" : "由" + one.carriedOut() + "承担，";
        String days = who + DayWords.of(one.begunOn()) + "至" + DayWords.of(last);
        return new Fact(
                "特别程序：" + one.kind().term(),
                days + "不计入期限" + (ended == null ? "，此后仍未结束的照常计入。" + one.reason() : "。" + one.result()));
    }

    /** Where from, where to, and what became of it; the reasons stand in the history. */
    private static String transferred(Transfer one, UnaryOperator<String> names) {
        String way = names.apply(one.from()) + " → " + names.apply(one.to()) + "，" + DayWords.hour(one.at());
        Transfer.Answer answer = one.answer();
        if (answer == null) {
            return way + "，等待接收";
        }
        return answer.ending() == Act.ASSIGN
                ? way + "，中心指定"
                : way + "；" + answer.ending().term() + "，" + DayWords.hour(answer.at());
    }
}
