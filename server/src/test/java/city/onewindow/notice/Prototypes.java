package city.onewindow.notice;

import city.onewindow.notice.Section.Fact;
import city.onewindow.notice.Section.Facts;
import city.onewindow.notice.Section.Numbered;
import city.onewindow.notice.Section.Paragraph;
import city.onewindow.notice.Section.Signatures;
import city.onewindow.notice.Section.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** Documents to print. */
final class Prototypes {

    static final String ADDRESS = "https://zwfw.example.gov.cn/documents/3467ACDEFGHJKMNP";

    private Prototypes() {}

    static IssuedDocument issued(Draft draft) {
        return new IssuedDocument(
                "洛政务受字〔2026〕00012号",
                "3467ACDEFGHJKMNP",
                draft.kind(),
                draft.subject(),
                draft.addressee().masked(),
                draft.issuer(),
                draft.date(),
                draft.date().atTime(10, 0),
                null,
                null,
                null,
                null,
                null,
                null);
    }

    static Draft acceptance(String name) {
        return new Draft(
                DocumentKind.ACCEPTANCE,
                "410300202611240100001",
                Addressee.person(name),
                "洛阳市政务服务中心",
                LocalDate.of(2026, 11, 24),
                List.of(
                        new Paragraph("您于2026年11月24日提出的食品经营许可申请，经审查，申请材料齐全、符合法定形式，决定予以受理。"),
                        new Facts(List.of(
                                new Fact("办件编号", "410300202611240100001"),
                                new Fact("查询码", "3467ACDE"),
                                new Fact("证件号码", "410311********0001"),
                                new Fact("事项名称", "食品经营许可（洛阳市市场监督管理局）"),
                                new Fact("法定办结时限", "20个工作日"),
                                new Fact("承诺办结日", "2026年12月1日17:00前"))),
                        new Paragraph("已收到下列材料："),
                        new Numbered(List.of("营业执照复印件（一份）", "食品安全管理制度（电子件）", "经营场所平面图（一份）")),
                        new Paragraph("依法需要检验、检测、鉴定和专家评审的，所需时间不计入上述时限，另行书面告知。"),
                        new Signatures(List.of("接收人（签字）"))));
    }

    static Draft oneTimeNotice() {
        return new Draft(
                DocumentKind.ONE_TIME_NOTICE,
                "410300202611240100002",
                Addressee.organisation("洛阳牡丹饮食文化有限责任公司"),
                "洛阳市政务服务中心",
                LocalDate.of(2026, 11, 24),
                List.of(
                        new Paragraph("您提交的材料存在下列问题，请于2026年12月1日前一次性补正："),
                        new Table(
                                List.of("序号", "材料名称", "存在的问题", "补正要求"),
                                IntStream.rangeClosed(1, 40)
                                        .mapToObj(n -> List.of(
                                                String.valueOf(n),
                                                "第" + n + "号材料",
                                                "复印件不清晰，看不清登记机关的印章和有效期",
                                                "重新提交加盖公章的清晰复印件"))
                                        .toList())));
    }
}
