package city.onewindow.issuance;

import city.onewindow.approval.Matter;
import city.onewindow.approval.Outcome;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.Centre;
import city.onewindow.notice.Addressee;
import city.onewindow.notice.DocumentKind;
import city.onewindow.notice.Draft;
import city.onewindow.notice.Section.Fact;
import city.onewindow.notice.Section.Facts;
import city.onewindow.notice.Section.Paragraph;
import city.onewindow.notice.Section.Signatures;
import city.onewindow.notice.Section.Table;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** 送达回证: what was handed to whom, when and by whom; signed by the one who took it. */
record DeliveryReceipt(
        ReadyCase ready, List<Matter> taken, Taker taker, Relation relation, Actor actor, LocalDateTime at) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm", Locale.CHINA);

    Draft draft(Addressee addressee, Centre centre) {
        return new Draft(
                DocumentKind.DELIVERY_RECEIPT,
                ready.file().number(),
                addressee,
                centre.name(),
                at.toLocalDate(),
                List.of(
                        new Paragraph("下列办理结果已当面送达。"),
                        new Table(
                                List.of("事项", "决定", "证照或文书", "编号"),
                                taken.stream().map(DeliveryReceipt::row).toList()),
                        new Facts(List.of(
                                new Fact(
                                        "办件",
                                        ready.file().title() + "（"
                                                + ready.file().number() + "）"),
                                new Fact("领取人", taker.name() + "（" + relation.term() + "）"),
                                new Fact("授权依据", taker.authorisation().isEmpty() ? "无" : taker.authorisation()),
                                new Fact("送达人", actor.name()),
                                new Fact("送达时间", TIME.format(at)),
                                new Fact(
                                        "其余事项",
                                        ready.unfinished().isEmpty()
                                                ? "无"
                                                : String.join(
                                                        "、",
                                                        ready.unfinished().stream()
                                                                .map(Matter::itemName)
                                                                .toList())))),
                        new Signatures(List.of("领取人（签字）", "送达人（签字）"))));
    }

    private static List<String> row(Matter matter) {
        boolean denied = matter.outcome() == Outcome.DENIED;
        String certificate = matter.certificateNumber();
        return List.of(
                matter.itemName(),
                denied ? Outcome.DENIED.term() : Outcome.GRANTED.term(),
                denied ? DocumentKind.DENIAL.title() : matter.result(),
                certificate == null ? "" : certificate);
    }
}
