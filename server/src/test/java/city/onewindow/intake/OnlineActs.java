package city.onewindow.intake;

import city.onewindow.BlankImage;
import city.onewindow.catalog.Catalogs;
import city.onewindow.catalog.MergedMaterial;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import city.onewindow.kernel.Upload;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** Applicants who do anything at all with what they fill in at home, and clerks with what was handed in (网上预审、全程网办). */
public final class OnlineActs {

    private final OnlineApplications online;
    private final RemoteApplications remote;
    private final Intake intake;
    private final AtHome home;
    private final CounterActs counter;

    private final List<OpenedApplication> begun = new CopyOnWriteArrayList<>();

    /** @param counter where the same applications are dealt with, and what anybody was told is kept */
    public OnlineActs(ApplicationContext house, CounterActs counter) {
        this.online = house.getBean(OnlineApplications.class);
        this.remote = house.getBean(RemoteApplications.class);
        this.intake = house.getBean(Intake.class);
        this.home = new AtHome(online, house.getBean(Catalogs.class));
        this.counter = counter;
    }

    /** @return the number of an application, mostly one that nobody has to come for; some are accepted at once */
    public String begin(Random random) {
        OpenedApplication opened = random.nextInt(4) == 0 ? home.filled() : home.filledToApply();
        begun.add(opened);
        if (random.nextBoolean()) {
            try {
                act(opened, IntakeAct.APPLY, random, null);
                home.lookedAt(opened.number(), intake);
                counter.act(opened.number(), IntakeAct.ACCEPT, random, null);
            } catch (Problem refused) {
                // Somebody has to come for it, or the clerk is of another window.
            }
        }
        return opened.number();
    }

    /**
     * One act with one of the newest, more often than not one that is open to it.
     *
     * @return its number
     */
    public String act(Random random, @Nullable IdempotencyKey key) {
        OpenedApplication opened = begun.get(Math.max(0, begun.size() - 1 - random.nextInt(6)));
        act(opened, any(online.dossier(opened).application().status(), random), random, key);
        return opened.number();
    }

    private static IntakeAct any(ApplicationStatus status, Random random) {
        List<IntakeAct> open = Stream.of(IntakeAct.values())
                .filter(act -> status.allows(act) || random.nextInt(40) == 0)
                .toList();
        return open.isEmpty() ? IntakeAct.CHECK : open.get(random.nextInt(open.size()));
    }

    private void act(OpenedApplication opened, IntakeAct act, Random random, @Nullable IdempotencyKey key) {
        switch (act) {
            case PREPARE -> online.fill(opened, home.example(opened), Set.of());
            case ATTACH -> attach(opened, random);
            case SUBMIT -> {
                online.submit(opened, key);
                told(opened, act, key);
            }
            case APPLY -> {
                remote.apply(opened, key);
                told(opened, act, key);
            }
            case RETRACT -> {
                if (random.nextInt(6) == 0) {
                    online.retract(opened, key);
                    told(opened, act, key);
                }
            }
            case CHECK -> lookAt(opened, random, key);
            case ARRIVE -> {
                if (random.nextInt(4) == 0) {
                    counter.act(opened.number(), act, random, key);
                }
            }
            default -> counter.act(opened.number(), act, random, key);
        }
    }

    private void told(OpenedApplication opened, IntakeAct act, @Nullable IdempotencyKey key) {
        counter.told(opened.number(), act, OnlineGate.APPLICANT.account(), key);
    }

    private void attach(OpenedApplication opened, Random random) {
        List<MergedMaterial> brought = home.brought(opened);
        Upload photo = new Upload("photo.png", BlankImage.png(1 + random.nextInt(200), 8));
        online.attach(opened, brought.get(random.nextInt(brought.size())).key(), List.of(photo), AtHome.address());
    }

    /** At one material, or at all of them, so that some application is found in order. */
    private void lookAt(OpenedApplication opened, Random random, @Nullable IdempotencyKey key) {
        if (random.nextInt(3) == 0) {
            counter.act(opened.number(), IntakeAct.CHECK, random, key);
        } else if (random.nextInt(3) == 0) {
            List<MergedMaterial> brought = home.brought(opened);
            home.lookedAt(
                    opened.number(),
                    intake,
                    brought.get(random.nextInt(brought.size())).key());
        } else {
            home.lookedAt(opened.number(), intake);
        }
    }
}
