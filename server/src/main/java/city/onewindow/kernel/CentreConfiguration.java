package city.onewindow.kernel;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Which centre this is: Luoyang's, unless told otherwise. */
@Configuration(proxyBeanMethods = false)
class CentreConfiguration {

    @Bean
    Centre centre(Environment settings) {
        return new Centre(
                settings.getProperty("onewindow.centre.region", "410300"),
                settings.getProperty("onewindow.centre.name", "洛阳市政务服务中心"),
                settings.getProperty("onewindow.centre.name-en", "Luoyang Municipal Government Service Centre"),
                settings.getProperty("onewindow.centre.address", ""));
    }
}
