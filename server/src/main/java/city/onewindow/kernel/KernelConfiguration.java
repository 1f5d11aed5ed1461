package city.onewindow.kernel;

import java.nio.file.Path;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The kernel's one bean: the cipher, with the key of this centre. */
@Configuration(proxyBeanMethods = false)
class KernelConfiguration {

    /** From ONEWINDOW_KEY, or else from a file in the data directory; with a given database the start insists on the first. */
    @Bean
    Cipher cipher(Environment settings) {
        String key = settings.getProperty("onewindow.key", "");
        if (!key.isBlank()) {
            return new Cipher(KeyFile.decode(key));
        }
        return new Cipher(
                KeyFile.readOrCreate(Path.of(settings.getProperty("onewindow.key-file", "data/onewindow.key"))));
    }
}
