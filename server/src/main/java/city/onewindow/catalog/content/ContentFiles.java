package city.onewindow.catalog.content;

import city.onewindow.catalog.FormPaper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The CSV files of a content directory and the forms that lie beside them, as bytes.
 *
 * @param source where they come from, as reports call it
 * @param files by name; forms by their path, such as forms/申请表.docx
 */
public record ContentFiles(String source, SortedMap<String, byte[]> files) {

    /** {@link #source()} of the content that the program brings along. */
    public static final String SHIPPED = "shipped";

    /** Where departments' own forms lie. */
    public static final String FORMS = "forms/";

    public ContentFiles {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /** @throws IOException if the directory can't be read */
    public static ContentFiles ofDirectory(Path directory) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> entries = Files.list(directory)) {
            List<Path> csv = entries.filter(
                            path -> path.getFileName().toString().endsWith(".csv"))
                    .filter(Files::isRegularFile)
                    .toList();
            for (Path path : csv) {
                files.put(path.getFileName().toString(), Files.readAllBytes(path));
            }
        }
        Path forms = directory.resolve(FORMS);
        if (Files.isDirectory(forms)) {
            addForms(forms, files);
        }
        // Marked, so that an owner's directory of any name is never taken for what the program brings along.
        return new ContentFiles(
                "directory " + directory.toAbsolutePath().normalize().getFileName(), files);
    }

    private static void addForms(Path directory, SortedMap<String, byte[]> files) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            // What file managers leave behind begins with a dot.
            List<Path> forms = entries.filter(Files::isRegularFile)
                    .filter(path -> !path.getFileName().toString().startsWith("."))
                    .toList();
            for (Path path : forms) {
                try (InputStream in = Files.newInputStream(path)) {
                    // One byte more than may be is enough to see that it is too large.
                    byte[] content = in.readNBytes(FormPaper.BLANK.rules().largest() + 1);
                    files.put(FORMS + path.getFileName(), content);
                }
            }
        }
    }

    public static ContentFiles shipped() throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (Resource resource : new PathMatchingResourcePatternResolver().getResources("classpath:content/*.csv")) {
            try (InputStream in = resource.getInputStream()) {
                files.put(String.valueOf(resource.getFilename()), in.readAllBytes());
            }
        }
        return new ContentFiles(SHIPPED, files);
    }

    /** Those of the files that bear one of the names. */
    public ContentFiles only(Set<String> names) {
        SortedMap<String, byte[]> some = new TreeMap<>(files);
        some.keySet().retainAll(names);
        return new ContentFiles(source, some);
    }

    /** SHA-256 over names and bytes: the same files, the same digest. */
    public String digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                digest.update((file.getKey() + "\n" + file.getValue().length + "\n").getBytes(StandardCharsets.UTF_8));
                digest.update(file.getValue());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
