package city.onewindow.notice;

import java.io.IOException;
import java.io.Reader;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Provider;
import java.security.Security;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
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

    private static final Set<String> KNOWN = Set.of(PROVIDER, JARS, CONFIGURATION, KEYSTORE, ALIAS, PIN_FILE);

    /** @throws IOException if the file can't be read, or says what is not understood; the message says what */
    static DeviceSettings read(Path file) throws IOException {
        Properties says = new Properties();
        try (Reader text = Files.newBufferedReader(file)) {
            says.load(text);
        }
        Set<String> unknown = new TreeSet<>(says.stringPropertyNames());
        unknown.removeAll(KNOWN);
        if (!unknown.isEmpty()) {
            throw new IOException(
                    "不认识“" + String.join("”“", unknown) + "”，能写的是 " + String.join("、", new TreeSet<>(KNOWN)));
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
        ClassLoader loader = new URLClassLoader(found.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
        return Class.forName(name, true, loader)
                .asSubclass(Provider.class)
                .getDeclaredConstructor()
                .newInstance();
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

    /** Null if it doesn't lie in a file. */
    char @Nullable [] pin() throws IOException {
        Path pin = path(PIN_FILE);
        return pin == null ? null : Files.readString(pin).strip().toCharArray();
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
