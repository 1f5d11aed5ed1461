package city.onewindow.notice;

import city.onewindow.kernel.DayWords;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/** Tells before the certificate of the seal is over, and after: an authority takes weeks for a new one, and nobody has it in mind. */
@Service
public class SealWatch {

    private static final Logger LOG = LoggerFactory.getLogger(SealWatch.class);

    private static final Period AHEAD = Period.ofDays(60);

    private final Seal seal;
    private final Clock clock;

    SealWatch(Seal seal, Clock clock) {
        this.seal = seal;
        this.clock = clock;
    }

    /** For the centre's managers: which certificate ends or has ended, what waits then, and what to do; empty while none does soon. */
    public Optional<String> told() {
        return soon().map(key -> {
            String day = DayWords.of(key.lastDay(clock));
            String what = key.kind().sealsOfd() ? "OFD 文件" : "PDF 和 OFD 文件";
            return key.isOver(clock)
                    ? "文书签章的证书已于" + day + "到期：没有人打开过的文书，" + what + "要等换了新证书才能打开。受理、审批、出具和核验不受影响。请马上告诉运行维护人员换证书。"
                    : "文书签章的证书到" + day + "为止。到期以后，没有人打开过的文书，" + what + "打不开。请告诉运行维护人员向发证机构换新的证书。";
        });
    }

    /** For whoever runs the servers, at the start and every day. */
    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.DAYS)
    void log() {
        soon().ifPresent(key -> {
            if (key.isOver(clock)) {
                LOG.error(
                        "The certificate of the seal was good until {} and seals no more: what nobody has opened before waits"
                                + " for a new one, as {}. See docs/operations.md, The seal",
                        key.lastDay(clock),
                        formats(key));
            } else {
                LOG.warn(
                        "The certificate of the seal is good until {}; after that what nobody has opened before can't be"
                                + " opened as {}. See docs/operations.md, The seal",
                        key.lastDay(clock),
                        formats(key));
            }
        });
    }

    /** The one that ends first, if it does soon. */
    private Optional<SealKey> soon() {
        Instant horizon = clock.instant().atZone(clock.getZone()).plus(AHEAD).toInstant();
        return seal.keys().stream()
                .filter(key -> key.until().isBefore(horizon))
                .min(Comparator.comparing(SealKey::until));
    }

    /** An OFD is drawn from the PDF as it was sealed. */
    private static String formats(SealKey key) {
        return key.kind().sealsOfd() ? "OFD" : "PDF or OFD";
    }
}
