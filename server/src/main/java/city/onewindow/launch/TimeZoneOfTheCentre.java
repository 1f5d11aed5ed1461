package city.onewindow.launch;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one clock that is handed to every room's door. */
@Configuration(proxyBeanMethods = false)
class TimeZoneOfTheCentre {

    /** Ticks in microseconds, as PostgreSQL keeps no finer ones: a time read back equals the time written. */
    @Bean
    Clock clock() {
        return Clock.tick(Clock.system(ZoneId.of("Asia/Shanghai")), Duration.ofNanos(1_000));
    }
}
