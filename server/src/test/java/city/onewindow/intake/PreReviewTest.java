package city.onewindow.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.onewindow.BlankImage;
import city.onewindow.HouseTest;
import city.onewindow.catalog.MaterialForm;
import city.onewindow.catalog.MergedMaterial;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import city.onewindow.kernel.Upload;
import city.onewindow.material.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("网上预审：申请人填，窗口看，到窗口办")
class PreReviewTest extends HouseTest {

    private static final Actor OTHER_WINDOW = new Actor("clerk-other", "别窗", Set.of(Role.CLERK), "scjg", "ssdj");

    @Autowired
    OnlineApplications online;

    @Autowired
    PreReviewDesk desk;

    @Autowired
    Reception reception;

    @Autowired
    AbandonedApplications abandoned;

    @Autowired
    Files files;

    AtHome home;

    @BeforeEach
    void atHome() {
        home = new AtHome(online, catalogs);
    }

    private ApplicationStatus status(OpenedApplication opened) {
        return online.dossier(opened).application().status();
    }

    private Stream<MergedMaterial> brought(OpenedApplication opened) {
        return home.brought(opened).stream();
    }

    private List<UUID> filesOf(OpenedApplication opened, String material) {
        return Objects.requireNonNull(
                        online.dossier(opened).application().materials().get(material))
                .files();
    }

    @Test
    @DisplayName("从网上填到窗口受理：不用再填，要原件的材料对着原件再看，收件以前没有时限")
    void fromTheBrowserToTheWindow() {
        OpenedApplication opened = home.filled();
        brought(opened).forEach(material -> online.attach(opened, material.key(), List.of(photo()), AtHome.address()));
        online.submit(opened, null);
        String number = opened.number();
        assertThat(desk.waiting(Counter.CLERK))
                .extracting(WaitingPreReview::number)
                .contains(number);
        Map<String, List<Integer>> met = brought(opened)
                .collect(Collectors.toMap(
                        MergedMaterial::key, material -> Counter.seen(material).pointsMet()));
        desk.pass(number, met, Counter.CLERK, null);
        assertThat(status(opened)).isEqualTo(ApplicationStatus.PRE_REVIEWED);
        assertThat(online.dossier(opened).application().receivedAt()).isNull();

        String attached = brought(opened)
                .flatMap(material -> filesOf(opened, material.key()).stream())
                .findFirst()
                .orElseThrow()
                .toString();
        assertThat(online.file(opened, attached).file().subject()).isEqualTo(number);
        desk.arrive(number, Counter.CLERK, null);
        assertThatThrownBy(() -> online.file(opened, attached))
                .as("the window has it")
                .isInstanceOf(Problem.NotFound.class);
        Dossier atWindow = intake.dossier(number, Counter.CLERK);
        assertThat(atWindow.application().status()).isEqualTo(ApplicationStatus.DRAFT);
        assertThat(atWindow.application().receivedAt()).isNull();
        assertThat(atWindow.gaps()).noneMatch(gap -> gap.pointer().startsWith("/form/"));
        atWindow.merge().materials().stream()
                .filter(material -> material.origin() == MergedMaterial.Origin.APPLICANT)
                .forEach(material -> {
                    CheckedMaterial kept = Objects.requireNonNull(
                            atWindow.application().materials().get(material.key()));
                    boolean paper = material.form() != MaterialForm.ELECTRONIC;
                    assertThat(kept.way()).as(material.name()).isEqualTo(paper ? Way.SEEN : Way.FILE);
                    assertThat(kept.pointsMet())
                            .as(material.name())
                            .isEqualTo(
                                    paper ? List.of() : Counter.seen(material).pointsMet());
                    assertThat(kept.files()).as(material.name()).hasSize(1);
                });
        atWindow.merge().materials().forEach(material -> intake.check(number, Counter.seen(material), Counter.CLERK));
        reception.accept(number, null, Counter.CLERK);
        assertThat(status(opened)).isEqualTo(ApplicationStatus.ACCEPTED);
        assertThatThrownBy(() -> online.fill(opened, online.dossier(opened).form(), Set.of()))
                .isInstanceOf(Problem.Conflict.class);
    }

    @Test
    @DisplayName("退回时意见一次说全，在栏目和材料上；改好再交，窗口从头再看")
    void sentBack() {
        OpenedApplication opened = home.submitted();
        String number = opened.number();
        String key = brought(opened).findFirst().orElseThrow().key();
        assertThatThrownBy(() -> desk.giveBack(number, Map.of("/form/org_name", " "), Map.of(), Counter.CLERK, null))
                .hasMessageContaining("请在要改的栏目");
        assertThatThrownBy(() -> desk.giveBack(number, Map.of("/form/nothing", "错"), Map.of(), Counter.CLERK, null))
                .hasMessageContaining("没有这一栏");
        desk.giveBack(
                number, Map.of("/form/org_name", "字号重名", "/materials/" + key, "没拍全"), Map.of(), Counter.CLERK, null);
        assertThat(status(opened)).isEqualTo(ApplicationStatus.RETURNED);
        PreReview told = online.preReview(opened);
        assertThat(told.said("/form/org_name")).isEqualTo("字号重名");
        assertThat(told.said("/materials/" + key)).isEqualTo("没拍全");
        assertThat(jdbc.sql("select encode(remarks, 'escape') from intake.pre_review where number = :number")
                        .param("number", number)
                        .query(String.class)
                        .single())
                .as("sealed")
                .doesNotContain("org_name");
        online.attach(opened, key, List.of(photo()), AtHome.address());
        online.submit(opened, null);
        assertThat(status(opened)).isEqualTo(ApplicationStatus.PRE_REVIEW);
        assertThatThrownBy(() -> online.attach(opened, key, List.of(photo()), AtHome.address()))
                .as("not while it is looked at")
                .isInstanceOf(Problem.Conflict.class);
        desk.pass(number, Map.of(), Counter.CLERK, null);
        assertThat(online.preReview(opened).remarks()).isEmpty();
    }

    @Test
    @DisplayName("没填完不能提交；没提交的窗口看不见，撤回了也看不见；别的窗口看不见；不等预审也能到窗口")
    void whoSeesWhat() {
        OpenedApplication opened = home.begun();
        assertThatThrownBy(() -> online.submit(opened, null)).isInstanceOf(Problem.InvalidInput.class);
        assertThatThrownBy(() -> intake.dossier(opened.number(), Counter.CLERK)).isInstanceOf(Problem.NotFound.class);
        assertThat(intake.ofWindow(Counter.CLERK, null, false, null, 100).items())
                .extracting(ApplicationSummary::number)
                .doesNotContain(opened.number());
        assertThat(jdbc.sql("select act || ' ' || to_status from intake.history where number = :number")
                        .param("number", opened.number())
                        .query(String.class)
                        .list())
                .containsExactly("PREPARE PREPARING");
        online.retract(opened, null);
        assertThatThrownBy(() -> intake.dossier(opened.number(), Counter.CLERK))
                .as("withdrawn and never handed in")
                .isInstanceOf(Problem.NotFound.class);
        assertThat(intake.ofWindow(Counter.CLERK, null, false, null, 100).items())
                .extracting(ApplicationSummary::number)
                .doesNotContain(opened.number());
        OpenedApplication other = home.submitted();
        assertThatThrownBy(() -> desk.pass(other.number(), Map.of(), OTHER_WINDOW, null))
                .isInstanceOf(Problem.NotFound.class);
        desk.arrive(other.number(), Counter.CLERK, null);
        assertThat(status(other)).isEqualTo(ApplicationStatus.DRAFT);
    }

    @Test
    @DisplayName("两位受理员同时看同一件，一位办成，另一位被告知")
    void twoClerksAtOnce() throws Exception {
        String number = home.submitted().number();
        Callable<Boolean> pass = () -> done(() -> desk.pass(number, Map.of(), Counter.CLERK, null));
        Callable<Boolean> back =
                () -> done(() -> desk.giveBack(number, Map.of("/", "缺材料"), Map.of(), Counter.CLERK, null));
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            List<Future<Boolean>> both = two.invokeAll(List.of(pass, back));
            assertThat(List.of(both.get(0).get(), both.get(1).get())).containsExactlyInAnyOrder(true, false);
        } finally {
            two.shutdown();
        }
        assertThat(jdbc.sql("select count(*) from intake.history where number = :number and act in ('PASS', 'RETURN')")
                        .param("number", number)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    private static boolean done(Runnable act) {
        try {
            act.run();
            return true;
        } catch (Problem.Conflict late) {
            return false;
        }
    }

    @Test
    @DisplayName("同一次提交两次是一件；别件的文件打不开；文件个数有限")
    void filesAndKeys() {
        IdempotencyKey key = AtHome.key();
        String here = AtHome.address();
        OpenedApplication opened = online.begin(home.application(), key, here);
        assertThat(online.begin(home.application(), key, here).number()).isEqualTo(opened.number());
        String material = brought(opened).findFirst().orElseThrow().key();
        online.attach(opened, material, List.of(photo()), here);
        UUID file = filesOf(opened, material).get(0);
        OpenedApplication other = home.begun();
        assertThatThrownBy(() -> online.file(other, file.toString())).isInstanceOf(Problem.NotFound.class);
        assertThat(online.file(opened, file.toString()).file().subject()).isEqualTo(opened.number());
        List<Upload> many =
                IntStream.range(0, AttachedFiles.MOST).mapToObj(one -> photo()).toList();
        assertThatThrownBy(() -> online.attach(opened, material, many, here)).isInstanceOf(Problem.InvalidInput.class);
        online.detach(opened, material, file);
        assertThat(online.dossier(opened).application().materials()).doesNotContainKey(material);
        assertThat(files.bySubject(opened.number())).as("and it is deleted").isEmpty();
    }

    @Test
    @DisplayName("几个文件同时传，个数照样有限；没有用上的，提交时删除")
    void manyAtOnce() throws Exception {
        OpenedApplication opened = home.filled();
        String here = AtHome.address();
        String material = brought(opened).findFirst().orElseThrow().key();
        List<Upload> most =
                IntStream.range(1, AttachedFiles.MOST).mapToObj(one -> photo()).toList();
        online.attach(opened, material, most, here);
        ExecutorService four = Executors.newFixedThreadPool(4);
        try {
            four.invokeAll(IntStream.range(0, 4)
                    .<Callable<UUID>>mapToObj(one -> () -> online.take(opened, photo(), here))
                    .toList());
        } finally {
            four.shutdown();
        }
        assertThat(files.bySubject(opened.number())).hasSize(AttachedFiles.MOST);
        online.submit(opened, null);
        assertThat(files.bySubject(opened.number())).hasSize(most.size());
    }

    @Test
    @DisplayName("三十天没有再办的连文件一起删除；等窗口看的、到了窗口的留着")
    void abandoned() {
        OpenedApplication left = home.filled();
        String material = brought(left).findFirst().orElseThrow().key();
        online.attach(left, material, List.of(photo()), AtHome.address());
        OpenedApplication retracted = home.submitted();
        online.retract(retracted, null);
        OpenedApplication waiting = home.submitted();
        OpenedApplication arrived = home.submitted();
        desk.arrive(arrived.number(), Counter.CLERK, null);
        clock.forward(Duration.ofDays(29));
        abandoned.sweep();
        assertThat(status(left)).isEqualTo(ApplicationStatus.PREPARING);
        clock.forward(Duration.ofDays(3));
        abandoned.sweep();
        for (OpenedApplication gone : List.of(left, retracted)) {
            assertThatThrownBy(() -> online.dossier(gone)).isInstanceOf(Problem.NotFound.class);
        }
        assertThat(files.bySubject(left.number())).isEmpty();
        assertThat(status(waiting)).isEqualTo(ApplicationStatus.PRE_REVIEW);
        assertThat(status(arrived)).isEqualTo(ApplicationStatus.DRAFT);
    }

    private static int photos;

    /** Each another, for the same content is the same file. */
    private static synchronized Upload photo() {
        photos++;
        return new Upload("photo.png", BlankImage.png(photos % 200 + 1, photos / 200 + 1));
    }
}
