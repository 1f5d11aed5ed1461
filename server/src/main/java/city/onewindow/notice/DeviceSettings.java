package city.onewindow.notice;

import java.io.IOException;
import java.io.Reader;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.Provider;
import java.security.Security;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the file that a centre names for its device says: which provider of Java speaks to it, and which key in it is the seal's.
 *
 * @param says by names of {@link #KNOWN}
 */
record DeviceSettings(Path file, Properties says) {

    private static final String PROVIDER = "provider";
    private static final String JARS = "jars";
    private static final String CONFIGURATION = "configuration";
    private static final String KEYSTORE = "keystore";
    private static final String ALIAS = "alias";
    private static final String PIN_FILE = "pin-file";

    private static final Map<Path, ClassLoader> MAKERS = new ConcurrentHashMap<>();

    private static final Set<String> KNOWN = Set.of(PROVIDER, JARS, CONFIGURATION, KEYSTORE, ALIAS, PIN_FILE);

    /** @throws IOException if the file can't be read, or says what is not understood; the message says what, but no lone word: maybe a PIN */
    static DeviceSettings read(Path file) throws IOException {
        Properties says = new Properties();
        try (Reader text = Files.newBufferedReader(file)) {
            says.load(text);
        }
        Set<String> unknown = new TreeSet<>(says.stringPropertyNames());
        unknown.removeAll(KNOWN);
        if (!unknown.isEmpty()) {
            throw new IOException("不认识"
                    + unknown.stream()
                            .map(name -> says.getProperty(name).isBlank() ? "没有等号的一行" : "“" + name + "”")
                            .collect(Collectors.joining("、"))
                    + "，能写的是 " + String.join("、", new TreeSet<>(KNOWN)));
        }
        return new DeviceSettings(file, says);
    }

    /** SunPKCS11 of Java itself, or the one of the device's maker, from his jars. */
    Provider provider() throws IOException, ReflectiveOperationException {
        String name = said(PROVIDER);
        if (name == null) {
            throw new IOException("没有写 provider（SunPKCS11，或者厂家 JCE 提供者的类名）");
        }
        Path jars = path(JARS);
        Provider provider = jars == null ? Security.getProvider(name) : ofMaker(name, jars);
        if (provider == null) {
            throw new IOException("这个 Java 里没有 " + name + "；厂家的提供者要用 jars 写明它的 jar 所在的目录");
        }
        Path configuration = path(CONFIGURATION);
        return configuration == null ? provider : provider.configure(configuration.toString());
    }

    /** By a loader of its own: makers bring along older releases of what this program uses, too. */
    private static Provider ofMaker(String name, Path jars) throws IOException, ReflectiveOperationException {
        List<URL> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(jars)) {
            for (Path jar : files.filter(each -> each.toString().endsWith(".jar"))
                    .sorted()
                    .toList()) {
                found.add(jar.toUri().toURL());
            }
        }
        return Class.forName(name, true, loader(jars, found.toArray(URL[]::new)))
                .asSubclass(Provider.class)
                .getDeclaredConstructor()
                .newInstance();
    }

    /** The same one for the start's trial and for the service: what a maker's jars load of native libraries the JVM loads once. */
    private static ClassLoader loader(Path jars, URL[] found) {
        return MAKERS.computeIfAbsent(
                jars.normalize(), directory -> new URLClassLoader(found, ClassLoader.getPlatformClassLoader()));
    }

    String keystore() {
        String type = said(KEYSTORE);
        return type == null ? "PKCS11" : type;
    }

    /** Null for the only key. */
    @Nullable
    String alias() {
        return said(ALIAS);
    }

    /**
     * Null if it doesn't lie in a file.
     *
     * @throws IOException that doesn't say what the setting says: that may be a PIN by mistake
     */
    char @Nullable [] pin() throws IOException {
        if (said(PIN_FILE) == null) {
            return null;
        }
        Path pin;
        Set<PosixFilePermission> may;
        String text;
        try {
            pin = Objects.requireNonNull(path(PIN_FILE));
            may = Files.getPosixFilePermissions(pin);
            text = Files.readString(pin);
        } catch (IOException | InvalidPathException unreadable) {
            throw new IOException("pin-file 指到的文件没有，或者读不出来；要写的是文件的位置，不是口令（PIN）本身");
        }
        if (may.contains(PosixFilePermission.GROUP_READ) || may.contains(PosixFilePermission.OTHERS_READ)) {
            throw new IOException("pin-file 指到的文件别人也能读。请执行 chmod 600 '" + pin + "'");
        }
        return text.strip().toCharArray();
    }

    private @Nullable String said(String name) {
        String value = says.getProperty(name, "").strip();
        return value.isEmpty() ? null : value;
    }

    /** What isn't absolute lies beside the file. */
    private @Nullable Path path(String name) {
        String value = said(name);
        return value == null ? null : file.toAbsolutePath().resolveSibling(value);
    }
}
