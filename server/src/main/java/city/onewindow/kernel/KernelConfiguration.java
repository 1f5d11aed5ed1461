package city.onewindow.kernel;

import java.nio.file.Path;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The kernel's one bean: the cipher, with the key of this centre. */
@Configuration(proxyBeanMethods = false)
class KernelConfiguration {

    static final String KEY_FILE = "onewindow.key";

    /**
     * ONEWINDOW_KEY, or else a file in the data directory. With a database of the centre's own there must be a
     * configured key: several instances share the database, and a key that lies on one machine would lock the others out.
     */
    @Bean
    Cipher cipher(Environment settings) {
        String key = settings.getProperty("onewindow.key", "");
        if (!key.isBlank()) {
            return new Cipher(KeyFile.decode(key));
        }
        if (!settings.getProperty("onewindow.db.url", "").isBlank()) {
            throw new IllegalStateException("使用外部数据库（ONEWINDOW_DB_URL）时必须设置 ONEWINDOW_KEY：敏感数据用它加密，所有实例须用同一个密钥。"
                    + "可以用 openssl rand -hex 32 生成，并另行妥善备份：丢了密钥，已加密的数据就打不开了。");
        }
        return new Cipher(KeyFile.readOrCreate(Path.of(settings.getProperty("onewindow.data", "data"), KEY_FILE)));
    }
}
