package city.onewindow;

import java.nio.file.Path;

/** Where the house of this JVM has its database and key: the build's JVMs are told, an editor's needs no telling. */
public final class TestData {

    public static final Path DIRECTORY = Path.of(System.getProperty("onewindow.test-data", "target/test-data"));

    private TestData() {}
}
