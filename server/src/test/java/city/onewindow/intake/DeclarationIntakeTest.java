package city.onewindow.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.onewindow.HouseTest;
import city.onewindow.catalog.ErrandChoice;
import city.onewindow.catalog.ExampleForm;
import city.onewindow.catalog.MergedMaterial;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import city.onewindow.kernel.IdType;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import city.onewindow.notice.DocumentKind;
import city.onewindow.notice.IssuedDocument;
import city.onewindow.notice.WordedDocument;
import city.onewindow.notice.WordingVersion;
import city.onewindow.notice.Wordings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("窗口：选择告知承诺，先签字后受理")
class DeclarationIntakeTest extends HouseTest {

    private static final Actor CLERK = new Actor("clerk-ssdj", "受理岗", Set.of(Role.CLERK), "scjg", "ssdj");
    private static final String FIRE = "公众聚集场所投入使用、营业前消防安全检查";
    private static final String HYGIENE = "公共场所卫生许可(商场店)";

    private static final Actor MANAGER = SignedInAs.actor("manager", "zwfw", null, Role.MANAGER);

    @Autowired
    private Reception reception;

    @Autowired
    private Silence silence;

    @Autowired
    private RevokedDeclarations revoked;

    @Autowired
    private Wordings wordings;

    @Test
    @DisplayName("不回答的按一般程序办理，没有告知承诺书；选了的没有签字不能受理，签了字才有")
    void signedFirst() {
        String ordinary = checked(begun("410311199001010001", Map.of()));
        reception.accept(ordinary, null, CLERK);
        assertThat(kinds(ordinary)).doesNotContain(DocumentKind.DECLARATION);
        assertThat(declared(ordinary)).isZero();
        assertThatThrownBy(() -> reception.declarationToSign(ordinary, CLERK)).isInstanceOf(Problem.NotFound.class);

        String number = checked(begun("410311199001010001", Map.of("q_fire_promise", "yes")));
        assertThat(new String(reception.declarationToSign(number, CLERK), 0, 5, StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");
        assertThatThrownBy(() -> reception.accept(number, null, " ", CLERK))
                .isInstanceOfSatisfying(
                        Problem.InvalidInput.class,
                        wrong -> assertThat(wrong.faults())
                                .singleElement()
                                .satisfies(fault -> assertThat(fault.pointer()).isEqualTo("/declaredBy")));
        assertThat(kinds(number)).isEmpty();
        reception.accept(number, null, "张示例", CLERK);
        assertThat(kinds(number)).containsExactlyInAnyOrder(DocumentKind.ACCEPTANCE, DocumentKind.DECLARATION);
        assertThat(declared(number)).isOne();
    }

    @Test
    @DisplayName("告知承诺书的用语改了以后，打印的按新的；填进去的是这件申请的")
    void worded() throws IOException {
        WordingVersion before = wordings.current(WordedDocument.DECLARATION).orElseThrow();
        wordings.publish(WordedDocument.DECLARATION, before.text() + "\n请妥善保管本承诺书。", "提醒保管", before.version(), MANAGER);
        try {
            String number = checked(begun("410311199001010001", Map.of("q_fire_promise", "yes")));
            try (PDDocument paper = Loader.loadPDF(reception.declarationToSign(number, CLERK))) {
                assertThat(new PDFTextStripper().getText(paper).replaceAll("\\s", ""))
                        .contains("请妥善保管本承诺书。", "行政机关告知", "5.以上承诺是真实的意思表示。", number, "张示例，签字或者盖章");
            }
        } finally {
            wordings.publish(WordedDocument.DECLARATION, before.text(), "恢复", before.version() + 1, MANAGER);
        }
    }

    @Test
    @DisplayName("承诺替代的材料不再收取，不承诺的要收")
    void replaced() {
        assertThat(materials("no")).contains("HYGIENE_REPORT");
        assertThat(materials("yes")).doesNotContain("HYGIENE_REPORT").contains("HYGIENE_RULES");
    }

    @Test
    @DisplayName("视为受理的没有签字，按一般程序办理")
    void silent() {
        String number = checked(begun("410311199001010001", Map.of("q_fire_promise", "yes")));
        reception.receive(number, null, false, CLERK, null);
        clock.forward(Duration.ofDays(15));
        silence.accept();
        assertThat(kinds(number)).contains(DocumentKind.ACCEPTANCE).doesNotContain(DocumentKind.DECLARATION);
        assertThat(declared(number)).isZero();
    }

    @Test
    @DisplayName("承诺被撤销过的申请人不能再选，已选的也不能受理；一般程序照办，别人不受影响")
    void barred() {
        String id = "410311199102020006";
        String before = begun(id, Map.of("q_fire_promise", "yes"));
        transaction.executeWithoutResult(status -> revoked.remember(before, "xf"));

        assertThatThrownBy(() -> begun(id, Map.of("q_fire_promise", "yes")))
                .isInstanceOfSatisfying(
                        Problem.InvalidInput.class,
                        wrong -> assertThat(wrong.faults())
                                .singleElement()
                                .satisfies(fault -> assertThat(fault.pointer()).isEqualTo("/answers/q_fire_promise")));
        assertThatThrownBy(() -> reception.accept(before, null, "张示例", CLERK))
                .isInstanceOfSatisfying(
                        Problem.InvalidInput.class,
                        wrong -> assertThat(wrong.faults())
                                .extracting(fault -> fault.pointer())
                                .contains("/answers/q_fire_promise"));
        String ordinary = begun(id, Map.of());
        assertThatThrownBy(() -> intake.answer(ordinary, Map.of("q_fire_promise", "yes"), CLERK))
                .isInstanceOf(Problem.InvalidInput.class);
        intake.answer(before, Map.of("q_fire_promise", "no"), CLERK);
        reception.accept(checked(before), null, CLERK);
        begun("410311199001010001", Map.of("q_fire_promise", "yes"));
    }

    private List<String> materials(String answer) {
        return intake
                .dossier(begun(HYGIENE, "410311199001010001", Map.of("q_hygiene_promise", answer)), CLERK)
                .merge()
                .materials()
                .stream()
                .map(MergedMaterial::key)
                .toList();
    }

    private String begun(String id, Map<String, String> answers) {
        return begun(FIRE, id, answers);
    }

    private String begun(String item, String id, Map<String, String> answers) {
        Applicant applicant = new Applicant(Applicant.Kind.PERSON, "张示例", IdType.ID_CARD, id, "13800000000", null);
        String code = catalogs.current().itemNamed(item).orElseThrow().code();
        return Counter.number(intake.begin(
                new NewApplication(new ErrandChoice(null, List.of(code), answers), applicant),
                CLERK,
                new IdempotencyKey(UUID.randomUUID().toString())));
    }

    /** Filled in as the example is, all materials seen. */
    private String checked(String number) {
        Dossier dossier = intake.dossier(number, CLERK);
        intake.fill(number, new ExampleForm(catalogs.current(), dossier.merge()).values(), Set.of(), CLERK);
        intake.dossier(number, CLERK)
                .merge()
                .materials()
                .forEach(material -> intake.check(number, Counter.seen(material), CLERK));
        return number;
    }

    private List<DocumentKind> kinds(String number) {
        return documents.bySubject(number).stream().map(IssuedDocument::kind).toList();
    }

    private long declared(String number) {
        return jdbc.sql("select count(*) from approval.declaration where number = :number")
                .param("number", number)
                .query(Long.class)
                .single();
    }
}
