package city.onewindow.launch;

import city.onewindow.identity.Accounts;
import city.onewindow.identity.DemoAccounts;
import city.onewindow.identity.TemporaryPassword;
import city.onewindow.notice.SealDevice;
import city.onewindow.notice.SealFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs the service centre until it is told to stop. */
@Command(name = "serve", mixinStandardHelpOptions = true, description = "启动服务（默认）/ run the service (the default)")
final class Serve implements Callable<Integer> {

    private static final int HIGHEST_PORT = 65_535;
    private static final String ADDRESS = "ONEWINDOW_BASE_URL";
    private static final String SEAL = "ONEWINDOW_SEAL_FILE";
    private static final String DEVICE = "ONEWINDOW_SEAL_DEVICE";
    private static final String PIN = "ONEWINDOW_SEAL_PIN";

    private final House house;
    private final Map<String, String> environment;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "网页端口 / port of the pages (${DEFAULT-VALUE})")
    private int port;

    @Option(names = "--demo", description = "在给定的数据库里也建立演示账号（内置数据库总有）/ demo accounts in a given database, too")
    private boolean demo;

    @Mixin
    private final DatabaseOption database;

    Serve(House house, Map<String, String> environment) {
        this.house = house;
        this.environment = environment;
        this.database = new DatabaseOption(environment);
    }

    @Override
    public Integer call() {
        mustBeFree();
        boolean own = !demo && Database.isGiven(environment);
        if (own) {
            mustBeSet();
        }
        if (database.isNew()) {
            spec.commandLine()
                    .getErr()
                    .println("首次启动要建立数据库、载入事项目录，约需一分钟 / The first start makes the database and loads the"
                            + " catalog: about a minute …");
        }
        Database opened = database.open();
        if (!deviceSealsOfd()) {
            if (own) {
                StartProblem.refuse(missingSeal().stream().toList());
            }
            mustBeReadable(environment.getOrDefault(SEAL, ""));
        }
        var context = house.openWithPages(opened, port, demo || opened.embedded());
        int listening = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        var out = spec.commandLine().getOut();
        out.println();
        out.println("一窗已就绪 / OneWindow is ready:  http://localhost:" + listening + "/");
        out.println(opened.description());
        DemoAccounts demoAccounts = context.getBean(DemoAccounts.class);
        if (demoAccounts.enabled()) {
            tell(demoAccounts, out);
        } else {
            context.getBean(Accounts.class).bootstrapAdministrator().ifPresent(first -> tell(first, out));
        }
        out.println("按 Ctrl-C 停止 / Ctrl-C stops it.");
        out.flush();
        return 0;
    }

    /** On the terminal only, never in a log: it stands nowhere else. */
    private static void tell(TemporaryPassword first, PrintWriter out) {
        out.println();
        out.println("第一个系统管理员 / first administrator: " + first.account() + "  " + first.password());
        out.println("  密码只显示这一次，登录后须改成自己的 / shown this once; change it when you sign in");
        out.println();
    }

    private static void tell(DemoAccounts demo, PrintWriter out) {
        out.println();
        out.println("演示账号，密码都是 / demo accounts, password " + DemoAccounts.PASSWORD);
        demo.main()
                .forEach(account ->
                        out.println("  " + account.account() + "  " + account.name() + "：" + account.duty()));
        out.println("  " + DemoAccounts.RULE);
        out.println();
    }

    /** What a database of one's own needs beside it; whether a device makes the file of the seal needless is seen later. */
    private void mustBeSet() {
        boolean mayNeedNoFile = !environment.getOrDefault(DEVICE, "").isBlank();
        Optional<StartProblem> seal = mayNeedNoFile ? Optional.empty() : missingSeal();
        StartProblem.refuse(Stream.of(Database.keyFault(environment), seal, missingAddress())
                .flatMap(Optional::stream)
                .toList());
    }

    /**
     * A document is kept as it was first printed, so the address on it can't be the one under which its first reader came,
     * which that reader chooses.
     */
    private Optional<StartProblem> missingAddress() {
        String address = environment.getOrDefault(ADDRESS, "");
        return address.matches("https?://[^/\\s]+(/\\S*)?")
                ? Optional.empty()
                : Optional.of(new StartProblem(
                        "使用自己的数据库时必须设置 " + ADDRESS + "，现为“" + address
                                + "”：文书的二维码和核验网址用它，印出后不再改变。请写公众打开本中心网页的地址，例如 https://zwfw.example.gov.cn；只是试用的，加 --demo。",
                        "With a database of your own " + ADDRESS + " must be set; it is \"" + address
                                + "\": documents print it for their verification and never change afterwards. Give the address"
                                + " under which the public opens the pages, such as https://zwfw.example.gov.cn; for a trial"
                                + " add --demo."));
    }

    /** Several instances share a given database: each with a seal of its own would be as many centres. */
    private Optional<StartProblem> missingSeal() {
        return !environment.getOrDefault(SEAL, "").isBlank()
                ? Optional.empty()
                : Optional.of(new StartProblem(
                        "使用自己的数据库时必须设置 " + SEAL + "：文书的 OFD 版式文件用这个文件里的 SM2 密钥和证书签章，所有实例用同一个。"
                                + "文件还没有的，启动时生成一个自签名的；有认证机构证书的，把私钥和证书（PEM）放进去。请妥善备份。只是试用的，加 --demo。",
                        "With a database of your own " + SEAL
                                + " must be set: the file whose SM2 key and certificate (PEM) seal"
                                + " documents in OFD, the same for every instance. If there is none yet, a self-signed one is"
                                + " made. Keep a copy; for a trial add --demo."));
    }

    /** Told now, and not to the first reader of a document; the file that we make ourselves needs no look, which takes its time. */
    private static void mustBeReadable(String seal) {
        if (seal.isBlank()) {
            return;
        }
        SealFile.fault(Path.of(seal)).ifPresent(fault -> {
            throw new StartProblem(
                    fault,
                    "The file " + seal + " of " + SEAL
                            + " isn't a PEM text with an unencrypted SM2 private key (PKCS#8)"
                            + " and its certificate.");
        });
    }

    /** Whether no key in a file is needed; that its device isn't ready is told now, too. */
    private boolean deviceSealsOfd() {
        String file = environment.getOrDefault(DEVICE, "");
        if (file.isBlank()) {
            return false;
        }
        SealDevice device = new SealDevice(
                Path.of(file), environment.getOrDefault(PIN, ""), Clock.system(TimeZoneOfTheCentre.ZONE));
        device.fault().ifPresent(fault -> {
            throw new StartProblem(
                    fault,
                    "The cryptographic device that " + DEVICE + " names (" + file
                            + ") can't seal. See that it is plugged in"
                            + " and answers, that its PIN (pin-file, or " + PIN
                            + ") is right before you start again, as it locks after some wrong ones, and"
                            + " that the file says what docs/operations.md wants.",
                    device.refusesPin() ? StartProblem.NOT_AGAIN : ExitCode.SOFTWARE);
        });
        return device.sealsOfd();
    }

    private void mustBeFree() {
        if (port < 0 || port > HIGHEST_PORT) {
            throw new ParameterException(
                    spec.commandLine(), "--port " + port + " 不是端口号，应为 1–65535 / must be a port from 1 to 65535");
        }
        try (var probe = new ServerSocket(port)) {
            probe.setReuseAddress(true);
        } catch (IOException e) {
            throw new StartProblem(
                    "端口 " + port + " 不能使用（" + e.getMessage() + "）：可能已有程序（也许就是一窗）在用。请停掉它，或换一个端口：--port " + (port + 1),
                    "Port " + port
                            + " can't be used: another program, maybe OneWindow itself, has it. Stop that one or take"
                            + " another port: --port " + (port + 1));
        }
    }
}
