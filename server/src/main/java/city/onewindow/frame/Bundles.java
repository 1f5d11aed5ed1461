package city.onewindow.frame;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Every room's message bundles, read once. */
public final class Bundles {

    private final Messages chinese;
    private final Messages english;

    Bundles() {
        Map<String, String> zh = new TreeMap<>();
        Map<String, String> en = new TreeMap<>();
        try {
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties")) {
                String name = Objects.requireNonNull(file.getFilename());
                read(file, name.endsWith("_en.properties") ? en : zh);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        chinese = new Messages("zh", zh);
        english = new Messages("en", en);
    }

    /** The texts in the language of the locale: English where it is English, else Chinese. */
    public Messages in(Locale locale) {
        return locale.getLanguage().equals("en") ? english : chinese;
    }

    private static void read(Resource file, Map<String, String> into) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        for (String key : texts.stringPropertyNames()) {
            if (into.put(key, texts.getProperty(key)) != null) {
                throw new IllegalStateException("The text \"" + key + "\" in " + file.getFilename()
                        + " is in another bundle too\nMaybe begin its key with the name of the room");
            }
        }
    }
}
