package city.onewindow.launch;

import city.onewindow.OneWindow;
import java.nio.file.Path;
import org.springframework.util.ClassUtils;

/**
 * The house with its pages as the build works it out ahead of all starts (Spring's ahead-of-time processing): reading the
 * configuration and making the proxies would take a third of each start. {@link #main} is what the build runs; it stops before the
 * first room is made, so its database is never opened.
 */
final class Blueprint {

    private static final String DRAWN = Blueprint.class.getName() + "__ApplicationContextInitializer";

    private Blueprint() {}

    public static void main(String[] args) {
        Database none = new Database("jdbc:postgresql://localhost/none", "", "", Path.of("none"), false);
        new House(OneWindow.class).openWithPages(none, 0, false);
    }

    /** Whether this program was packaged with it; one that runs from its sources, such as a test, is not. */
    static boolean isDrawn() {
        boolean drawing = Boolean.getBoolean("spring.aot.processing");
        return !drawing && ClassUtils.isPresent(DRAWN, Blueprint.class.getClassLoader());
    }
}
