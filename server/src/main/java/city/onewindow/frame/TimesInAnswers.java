package city.onewindow.frame;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;

/** Every time that the API answers says how far it is from UTC, in the centre's zone: 2026-11-24T15:00:00+08:00. */
@Configuration(proxyBeanMethods = false)
class TimesInAnswers {

    @Bean
    JacksonModule timesWithOffset(Clock clock) {
        ZoneId zone = clock.getZone();
        return new SimpleModule("times in answers")
                .addSerializer(
                        LocalDateTime.class, written(time -> time.atZone(zone).toOffsetDateTime()))
                .addSerializer(Instant.class, written(time -> time.atZone(zone).toOffsetDateTime()))
                .addSerializer(
                        OffsetDateTime.class,
                        written(time -> time.atZoneSameInstant(zone).toOffsetDateTime()));
    }

    private static <T> ValueSerializer<T> written(Function<T, OffsetDateTime> zoned) {
        return new ValueSerializer<>() {
            @Override
            public void serialize(T time, JsonGenerator json, SerializationContext context) {
                json.writeString(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(zoned.apply(time)));
            }
        };
    }
}
