package city.onewindow.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How PostgreSQL's programs are run: they refuse root, so as root they get a user namespace of their own, in which nobody
 * is root, or, where the kernel allows none, the user {@code nobody} who then owns the files.
 */
enum Unprivileged {
    AS_WE_ARE,
    IN_A_USER_NAMESPACE("unshare", "-U"),
    /** With the one right to pass through directories that are closed to him, as {@code /root} is. */
    AS_NOBODY_WHO_PASSES(
            "setpriv",
            "--reuid=65534",
            "--regid=65534",
            "--clear-groups",
            "--securebits=+no_setuid_fixup",
            "--inh-caps=+dac_override",
            "--ambient-caps=+dac_override"),
    AS_NOBODY("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");

    private final List<String> prefix;

    Unprivileged(String... prefix) {
        this.prefix = List.of(prefix);
    }

    /** Finds out once what this machine needs and allows. */
    static Unprivileged onThisMachine() throws IOException, InterruptedException {
        if (!"root".equals(System.getProperty("user.name"))) {
            return AS_WE_ARE;
        }
        for (Unprivileged way : List.of(IN_A_USER_NAMESPACE, AS_NOBODY_WHO_PASSES)) {
            if (way.works()) {
                return way;
            }
        }
        return AS_NOBODY;
    }

    /** The command that runs the given one without privileges. */
    List<String> command(List<String> command) {
        return Stream.concat(prefix.stream(), command.stream()).toList();
    }

    /** Lets the user without privileges own what PostgreSQL must own. */
    void own(Path path) throws IOException, InterruptedException {
        boolean nobody = this == AS_NOBODY || this == AS_NOBODY_WHO_PASSES;
        if (nobody && run(List.of("chown", "-R", "65534:65534", path.toString())) != 0) {
            throw new StartProblem(
                    "不能把 " + path + " 交给用户 nobody。请不用 root 启动，或用 --data 指定允许 chown 的目录。",
                    "Can't hand " + path
                            + " to the user nobody. Start OneWindow as a user who isn't root, or with --data in a"
                            + " place that allows chown.");
        }
    }

    private boolean works() throws InterruptedException {
        try {
            return run(command(List.of("true"))) == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static int run(List<String> command) throws IOException, InterruptedException {
        return new ProcessBuilder(new ArrayList<>(command))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
