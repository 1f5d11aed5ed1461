package city.onewindow.launch;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one clock that is handed to every room's door. */
@Configuration(proxyBeanMethods = false)
class TimeZoneOfTheCentre {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** Ticks in microseconds, as PostgreSQL keeps no finer ones: a time read back equals the time written. */
    @Bean
    Clock clock() {
        return Clock.tick(Clock.system(ZONE), Duration.ofNanos(1_000));
    }
}
