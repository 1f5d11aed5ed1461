package city.onewindow.approval;

import org.springframework.context.ApplicationContext;

/** The sweep, which only the program's own clock starts, for the bench. */
public final class SweepOnce {

    private SweepOnce() {}

    public static void of(ApplicationContext house) {
        house.getBean(Sweep.class).sweep();
    }
}
