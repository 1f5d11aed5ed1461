package city.onewindow.catalog.content;

import city.onewindow.catalog.Content;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** A content of two one-things and four items, to be broken in one place at a time. Each row of it stands on one line. */
public final class SmallContent {

    private static final Path DIRECTORY = Path.of("src/test/resources/catalog/small");

    private final SortedMap<String, byte[]> files;

    public SmallContent() {
        try {
            files = new TreeMap<>(ContentFiles.ofDirectory(DIRECTORY).files());
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }

    public SmallContent with(String file, UnaryOperator<String> change) {
        String text = new String(files.getOrDefault(file, new byte[0]), StandardCharsets.UTF_8);
        return with(file, change.apply(text).getBytes(StandardCharsets.UTF_8));
    }

    public SmallContent with(String file, byte[] bytes) {
        files.put(file, bytes);
        return this;
    }

    public SmallContent without(String file) {
        files.remove(file);
        return this;
    }

    /** With another value in one cell of a row that stands on one line. */
    public SmallContent withCell(String file, int line, String column, String value) {
        return with(file, text -> {
            List<String> lines = new ArrayList<>(text.lines().toList());
            List<String> cells =
                    new ArrayList<>(List.of(lines.get(line - 1).split(",(?=([^\"]*\"[^\"]*\")*[^\"]*$)", -1)));
            cells.set(List.of(lines.get(0).split(",")).indexOf(column), "\"" + value.replace("\"", "\"\"") + "\"");
            lines.set(line - 1, String.join(",", cells));
            return String.join("\n", lines) + "\n";
        });
    }

    public SmallContent withRow(String file, String row) {
        return with(file, text -> text + row + "\n");
    }

    public ContentFiles files() {
        return new ContentFiles("small", files);
    }

    public Draft read() {
        return read(Content.EMPTY);
    }

    public Draft read(Content loaded) {
        return ContentReader.read(files(), loaded);
    }

    public List<String> faults() {
        return read().faults().stream().map(ContentFault::text).toList();
    }

    public void writeTo(Path directory) throws IOException {
        Files.createDirectories(directory);
        for (var file : files.entrySet()) {
            Path path = directory.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
    }
}
