package city.onewindow.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.onewindow.BlankImage;
import city.onewindow.HouseTest;
import city.onewindow.approval.Cases;
import city.onewindow.catalog.MergedMaterial;
import city.onewindow.catalog.Remote;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import city.onewindow.kernel.Upload;
import city.onewindow.notice.DocumentKind;
import city.onewindow.notice.IssuedDocument;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Applied for on Wednesday, 4 November 2026: the fifth working day after is the 11th. */
@DisplayName("全程网办：不用跑，网上申请、受理、补正")
class RemoteApplicationsTest extends HouseTest {

    @Autowired
    OnlineApplications online;

    @Autowired
    RemoteApplications remote;

    @Autowired
    PreReviewDesk desk;

    @Autowired
    Reception reception;

    @Autowired
    Silence silence;

    @Autowired
    AbandonedApplications abandoned;

    @Autowired
    Originals originals;

    @Autowired
    Cases cases;

    AtHome home;

    @BeforeEach
    void atHome() {
        home = new AtHome(online, catalogs);
    }

    private ApplicationStatus status(OpenedApplication opened) {
        return online.dossier(opened).application().status();
    }

    private OpenedApplication applied() {
        OpenedApplication opened = home.filledToApply();
        remote.apply(opened, null);
        return opened;
    }

    private List<DocumentKind> told(OpenedApplication opened) {
        return remote.told(online.dossier(opened)).stream()
                .map(IssuedDocument::kind)
                .toList();
    }

    @Test
    @DisplayName("网上提交当天收件、出凭证；窗口照材料受理，文书到申请人那里；原件留到交付时核验")
    void accepted() {
        OpenedApplication opened = home.filledToApply();
        IdempotencyKey key = AtHome.key();
        remote.apply(opened, key);
        remote.apply(opened, key);
        assertThat(status(opened)).isEqualTo(ApplicationStatus.SUBMITTED);
        assertThat(told(opened)).containsExactlyInAnyOrder(DocumentKind.RECEIPT);
        assertThat(online.dossier(opened).application().receivedAt()).isEqualTo(now());
        assertThat(remote.decideUntil(online.dossier(opened))).isEqualTo(LocalDate.of(2026, 11, 11));
        assertThatThrownBy(
                        () -> online.attach(opened, home.brought(opened).get(0).key(), List.of(photo()), "x"))
                .as("what lies before the window is not changed")
                .isInstanceOf(Problem.Conflict.class);
        assertThat(desk.waiting(Counter.CLERK))
                .filteredOn(WaitingPreReview::applied)
                .extracting(WaitingPreReview::number)
                .contains(opened.number());
        assertThatThrownBy(() -> reception.accept(opened.number(), null, Counter.CLERK))
                .as("nothing was looked at")
                .isInstanceOf(Problem.InvalidInput.class);
        home.lookedAt(opened.number(), intake);
        reception.accept(opened.number(), null, Counter.CLERK);
        assertThat(status(opened)).isEqualTo(ApplicationStatus.ACCEPTED);
        assertThat(told(opened)).containsExactlyInAnyOrder(DocumentKind.RECEIPT, DocumentKind.ACCEPTANCE);
        assertThat(originals.toShow(opened.number()))
                .isNotEmpty()
                .allMatch(original -> !original.what().isEmpty());
        assertThat(cases.track(
                                opened.number(),
                                online.dossier(opened).application().queryCode())
                        .timeline()
                        .file()
                        .number())
                .isEqualTo(opened.number());
    }

    @Test
    @DisplayName("申请人不在场，窗口不能登记见过原件、签过字，不能容缺；收到的照片不能当场换成原件")
    void nothingIsSeenThatWasNot() {
        OpenedApplication opened = applied();
        Dossier dossier = intake.dossier(opened.number(), Counter.CLERK);
        MergedMaterial paper = home.brought(opened).stream()
                .filter(MaterialRules::isOnPaper)
                .findFirst()
                .orElseThrow();
        for (Way way : List.of(Way.SEEN, Way.SIGNED, Way.DEFERRED)) {
            CheckedMaterial claimed = new CheckedMaterial(paper.key(), way, List.of(), "", List.of());
            assertThatThrownBy(() -> intake.check(opened.number(), claimed, Counter.CLERK))
                    .as(way.words())
                    .isInstanceOf(Problem.InvalidInput.class);
        }
        assertThatThrownBy(() -> intake.fill(opened.number(), dossier.form(), Set.of(), Counter.CLERK))
                .as("the form is the applicant's")
                .isInstanceOf(Problem.Conflict.class);
        String atWindow = Counter.number(new Counter(intake, catalogs).filled());
        CheckedMaterial unseen = new CheckedMaterial(paper.key(), Way.TO_SHOW, List.of(), "", List.of());
        assertThatThrownBy(() -> intake.check(atWindow, unseen, Counter.CLERK))
                .as("who stands at the window shows it now")
                .isInstanceOf(Problem.InvalidInput.class);
    }

    @Test
    @DisplayName("一次告知后在网上补正，再提交之日重新起算；告知以外的不再要求")
    void mended() throws Exception {
        OpenedApplication opened = applied();
        String key = home.brought(opened).get(0).key();
        home.lookedAt(opened.number(), intake, key);
        reception.notifyOnce(opened.number(), Counter.CLERK, null);
        assertThat(status(opened)).isEqualTo(ApplicationStatus.AMENDING);
        assertThat(online.preReview(opened).remarks())
                .extracting(PreReview.Remark::pointer)
                .containsExactly("/materials/" + key);
        assertThat(online.preReview(opened).said("/materials/" + key)).contains("看不清");
        clock.forward(Duration.ofDays(20));
        silence.accept();
        assertThat(status(opened)).as("it is with the applicant").isEqualTo(ApplicationStatus.AMENDING);
        clock.forward(Duration.ofDays(20));
        abandoned.sweep();
        online.attach(opened, key, List.of(photo()), AtHome.address());
        remote.apply(opened, null);
        assertThat(status(opened)).isEqualTo(ApplicationStatus.SUBMITTED);
        assertThat(told(opened))
                .containsExactlyInAnyOrder(DocumentKind.RECEIPT, DocumentKind.ONE_TIME_NOTICE, DocumentKind.RECEIPT);
        silence.accept();
        assertThat(status(opened)).as("five working days anew").isEqualTo(ApplicationStatus.SUBMITTED);
        home.lookedAt(opened.number(), intake);
        reception.accept(opened.number(), null, Counter.CLERK);
        assertThat(status(opened)).isEqualTo(ApplicationStatus.ACCEPTED);
    }

    @Test
    @DisplayName("五个工作日没有告知，自网上提交之日起视为受理")
    void silent() throws Exception {
        OpenedApplication opened = applied();
        var received = now();
        clock.forward(Duration.ofDays(7));
        silence.accept();
        assertThat(status(opened)).isEqualTo(ApplicationStatus.SUBMITTED);
        clock.forward(Duration.ofDays(1));
        silence.accept();
        silence.accept();
        assertThat(status(opened)).isEqualTo(ApplicationStatus.ACCEPTED);
        assertThat(told(opened)).containsExactlyInAnyOrder(DocumentKind.RECEIPT, DocumentKind.ACCEPTANCE);
        assertThat(cases.track(
                                opened.number(),
                                online.dossier(opened).application().queryCode())
                        .timeline()
                        .file()
                        .acceptedAt())
                .isEqualTo(received);
    }

    @Test
    @DisplayName("申请人还是来了：要原件的对着原件看，收件之日不变；不予受理、撤回都在")
    void otherWays() {
        OpenedApplication came = applied();
        home.lookedAt(came.number(), intake);
        desk.arrive(came.number(), Counter.CLERK, null);
        Application atWindow = intake.dossier(came.number(), Counter.CLERK).application();
        assertThat(atWindow.status()).isEqualTo(ApplicationStatus.DRAFT);
        assertThat(atWindow.receivedAt()).isEqualTo(now());
        assertThat(atWindow.materials().values()).noneMatch(material -> material.way() == Way.TO_SHOW);
        assertThat(Objects.requireNonNull(atWindow.materials()
                                .get(home.brought(came).stream()
                                        .filter(MaterialRules::isOnPaper)
                                        .findFirst()
                                        .orElseThrow()
                                        .key()))
                        .way())
                .isEqualTo(Way.SEEN);
        OpenedApplication refused = applied();
        reception.refuse(refused.number(), new Refusal("不归本机关。", "行政许可法第三十二条", ""), Counter.CLERK, null);
        assertThat(told(refused)).containsExactlyInAnyOrder(DocumentKind.RECEIPT, DocumentKind.REFUSAL);
        OpenedApplication withdrawn = applied();
        online.retract(withdrawn, null);
        assertThat(intake.dossier(withdrawn.number(), Counter.CLERK)
                        .application()
                        .status())
                .as("it was received, so it stays")
                .isEqualTo(ApplicationStatus.WITHDRAWN);
    }

    @Test
    @DisplayName("告知以后来的：没有告知的不再要求，没看过的原件、没签的字留到交付时，不会没有人看")
    void cameAfterTheNotice() {
        OpenedApplication opened = applied();
        String key = home.brought(opened).stream()
                .filter(MaterialRules::isOnPaper)
                .findFirst()
                .orElseThrow()
                .key();
        home.lookedAt(opened.number(), intake, key);
        reception.notifyOnce(opened.number(), Counter.CLERK, null);
        desk.arrive(opened.number(), Counter.CLERK, null);
        Dossier atWindow = intake.dossier(opened.number(), Counter.CLERK);
        assertThat(atWindow.gaps()).extracting(Gap::pointer).containsExactly("/materials/" + key);
        intake.check(
                opened.number(), Counter.seen(atWindow.merge().material(key).orElseThrow()), Counter.CLERK);
        reception.accept(opened.number(), null, Counter.CLERK);
        assertThat(originals.toShow(opened.number()))
                .extracting(Original::key)
                .isNotEmpty()
                .doesNotContain(key)
                .containsAll(atWindow.merge().materials().stream()
                        .filter(material -> material.origin() == MergedMaterial.Origin.FORM)
                        .map(MergedMaterial::key)
                        .toList());
    }

    @Test
    @DisplayName("要到现场的、选了告知承诺的、没填完的，不能；有事项没说能不能网办的，先预审")
    void notForEverything() {
        OpenedApplication withVisit = home.filled();
        assertThat(remote.remote(online.dossier(withVisit)).words()).anyMatch(why -> why.contains("要到现场办"));
        assertThatThrownBy(() -> remote.apply(withVisit, null))
                .isInstanceOf(Problem.NotAllowed.class)
                .hasMessageContaining("要到现场办");
        online.submit(withVisit, null);
        desk.pass(withVisit.number(), Map.of(), Counter.CLERK, null);
        assertThatThrownBy(() -> remote.apply(withVisit, null)).isInstanceOf(Problem.NotAllowed.class);
        OpenedApplication empty = home.begunToApply();
        assertThatThrownBy(() -> remote.apply(empty, null)).isInstanceOf(Problem.InvalidInput.class);
        Remote unsaid = new Remote(List.of(), false);
        assertThat(unsaid.offer()).isEqualTo(Remote.Offer.LOOK_THEN_APPLY);
        assertThat(ApplicationStatus.PREPARING.mayApply(unsaid)).isFalse();
        assertThat(ApplicationStatus.PRE_REVIEWED.mayApply(unsaid)).isTrue();
        assertThat(ApplicationStatus.DRAFT.mayApply(new Remote(List.of(), true)))
                .isFalse();
    }

    @Test
    @DisplayName("预审通过的接着在网上申请，看过的不用再看")
    void afterThePreReview() {
        OpenedApplication opened = home.filledToApply();
        online.submit(opened, null);
        String key = home.brought(opened).get(0).key();
        desk.pass(opened.number(), Map.of(key, List.of(0)), Counter.CLERK, null);
        remote.apply(opened, null);
        CheckedMaterial kept = Objects.requireNonNull(
                online.dossier(opened).application().materials().get(key));
        assertThat(kept.pointsMet()).containsExactly(0);
        assertThat(kept.files()).hasSize(1);
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock);
    }

    private static int photos;

    private static synchronized Upload photo() {
        photos++;
        return new Upload("photo.png", BlankImage.png(photos % 200 + 1, 9));
    }
}
