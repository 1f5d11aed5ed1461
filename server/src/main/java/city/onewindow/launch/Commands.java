package city.onewindow.launch;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The command line: what it offers, and how it tells what went wrong. */
@Command(
        name = "onewindow",
        mixinStandardHelpOptions = true,
        version = "OneWindow 0.1.0",
        description = {
            "一窗：一个窗口受理，部门并联审批，一个窗口出件。不写子命令即为 serve。",
            "One window takes in, the departments approve, one window hands out. Without a command: serve."
        },
        commandListHeading = "%n子命令 Commands（onewindow COMMAND --help）：%n",
        footerHeading = "%n环境变量 Environment：%n",
        footer = {
            "  ONEWINDOW_DATA          数据目录，同 --data / the data directory, as --data",
            "  ONEWINDOW_DB_URL        改用这个数据库，如 jdbc:postgresql://主机/onewindow / use this database",
            "  ONEWINDOW_DB_USER       其用户 / its user",
            "  ONEWINDOW_DB_PASSWORD   其密码 / its password",
            "  ONEWINDOW_KEY           加密敏感数据的密钥，自己的数据库必须设置 / the key that seals personal data",
            "  ONEWINDOW_SEAL_FILE     文书签章的 SM2 密钥和证书，自己的数据库必须设置 / key and certificate that seal documents",
            "  ONEWINDOW_SEAL_DEVICE   存着签章密钥的密码设备，写在这个文件里 / a cryptographic device with a key that seals",
            "  ONEWINDOW_SEAL_PIN      它的口令，也可以写在文件里 / its PIN, unless it lies in a file",
            "  ONEWINDOW_BASE_URL      印在文书上的网址，自己的数据库必须设置，如 https://zwfw.example.gov.cn / printed on documents"
        })
public final class Commands implements Runnable {

    private static final List<String> FOR_THE_WHOLE = List.of("-h", "--help", "-V", "--version");

    private Commands() {}

    /**
     * Runs the command that the arguments name.
     *
     * @param application the Spring application that the house is made of
     * @param blueprint whose name what the build worked out ahead bears
     * @return the exit code; after 0 the service may go on in threads of its own
     */
    public static int run(Class<?> application, Class<?> blueprint, String... args) {
        // A machine without a locale would print question marks instead of Chinese.
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
        return line(new House(application, blueprint), System.getenv()).execute(withDefault(args));
    }

    /**
     * Opens the house with its pages for the build, which stops before the first room is made, so that the database is never
     * opened.
     */
    public static void layOut(Class<?> application) {
        Database none = new Database("jdbc:postgresql://localhost/none", "", "", Path.of("none"), false);
        new House(application).openWithPages(none, 0, false);
    }

    static CommandLine line(House house, Map<String, String> environment) {
        return new CommandLine(new Commands())
                .addSubcommand(new Serve(house, environment))
                .addSubcommand(new Import(house, environment))
                .addSubcommand(new Lint(house, environment))
                .addSubcommand(new Simulate(house, environment))
                .setUsageHelpAutoWidth(true)
                .setExecutionExceptionHandler((e, line, result) -> tell(e, line))
                .setParameterExceptionHandler((e, args) -> tellUsage(e));
    }

    /** Options alone mean the service. */
    static String[] withDefault(String... args) {
        boolean serves = args.length == 0 || (args[0].startsWith("-") && !FOR_THE_WHOLE.contains(args[0]));
        return serves ? Stream.concat(Stream.of("serve"), Stream.of(args)).toArray(String[]::new) : args;
    }

    @Override
    public void run() {
        throw new IllegalStateException("The whole has no act of its own; serve is the default.");
    }

    /** A problem is told in words; only what nobody foresaw shows its stack. */
    private static int tell(Exception e, CommandLine line) {
        if (e instanceof StartProblem problem) {
            line.getErr().println(problem.getMessage());
            return problem.exit();
        }
        e.printStackTrace(line.getErr());
        return CommandLine.ExitCode.SOFTWARE;
    }

    private static int tellUsage(CommandLine.ParameterException e) {
        var line = e.getCommandLine();
        line.getErr().println("命令写得不对：" + reason(e));
        CommandLine.UnmatchedArgumentException.printSuggestions(e, line.getErr());
        line.getErr().println("用法 / usage: " + line.getCommandSpec().qualifiedName() + " --help");
        return CommandLine.ExitCode.USAGE;
    }

    /** What is wrong, in both languages; picocli knows one. */
    private static String reason(CommandLine.ParameterException e) {
        if (e instanceof CommandLine.UnmatchedArgumentException unmatched) {
            String words = String.join(" ", unmatched.getUnmatched());
            return "不认识“" + words + "” / no such command or option: " + words;
        }
        if (e instanceof CommandLine.MissingParameterException missing) {
            String labels = missing.getMissing().stream().map(Commands::label).collect(Collectors.joining("、"));
            return "缺少 " + labels + " / missing: " + labels;
        }
        if (e.getArgSpec() instanceof OptionSpec option && e.getValue() != null) {
            return option.longestName() + " 不能是“" + e.getValue() + "”，" + right(option.type());
        }
        return String.valueOf(e.getMessage());
    }

    private static String label(ArgSpec argument) {
        return argument instanceof OptionSpec option
                ? option.longestName() + " " + option.paramLabel()
                : argument.paramLabel();
    }

    private static String right(Class<?> type) {
        if (type.isEnum()) {
            String names =
                    Stream.of(type.getEnumConstants()).map(String::valueOf).collect(Collectors.joining(", "));
            return "可以是 / must be one of: " + names;
        }
        return type == int.class || type == long.class ? "应为整数 / must be a whole number" : "请看用法 / see the usage";
    }
}
