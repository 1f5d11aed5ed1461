package city.onewindow.connection;

import city.onewindow.approval.Cases;
import city.onewindow.approval.Matter;
import city.onewindow.approval.Step;
import city.onewindow.identity.Account;
import city.onewindow.identity.Accounts;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.Problem;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Applies messages that were kept: each in one transaction with what it does, so that it is applied once or not at all, whatever dies.
 * Any number of instances may.
 */
@Component
class Applying {

    private static final Logger LOG = LoggerFactory.getLogger(Applying.class);

    private final MessageTable messages;
    private final Effects effects;
    private final Cases cases;
    private final Accounts accounts;
    private final JsonMapper json;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Applying(
            MessageTable messages,
            Effects effects,
            Cases cases,
            Accounts accounts,
            JsonMapper json,
            TransactionTemplate transaction,
            Clock clock) {
        this.messages = messages;
        this.effects = effects;
        this.cases = cases;
        this.accounts = accounts;
        this.json = json;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What waits may have become possible by what others did. */
    @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        for (MessageTable.Waiting one : messages.withWaiting()) {
            try {
                settle(one.number(), one.item());
            } catch (RuntimeException failure) {
                // The others are applied all the same.
                LOG.error("Messages of {} {} can't be applied", one.number(), one.item(), failure);
            }
        }
    }

    /** Tries what waits of a matter, in the order in which it happened there, again from the first whenever one was applied. */
    void settle(String number, String item) {
        boolean applied = true;
        while (applied) {
            applied = messages.waiting(number, item).stream().anyMatch(this::isApplied);
        }
    }

    private boolean isApplied(KeptMessage message) {
        Account sender = accounts.get(message.account());
        if (!sender.enabled()) {
            // Who was shut out does nothing any more, by what he sent before neither; enabled again, it goes on.
            return false;
        }
        Actor actor = sender.actor();
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> apply(message, actor)));
        } catch (Problem refused) {
            return refuse(message, actor, refused);
        }
    }

    /** @return false if it waits or is refused, or somebody else has settled it */
    private boolean apply(KeptMessage message, Actor actor) {
        Optional<KeptMessage> locked = messages.lockedWaiting(message.account(), message.messageId());
        if (locked.isEmpty()) {
            return false;
        }
        Message said = said(message);
        Matter matter = matter(message, actor);
        Readiness now = readiness(said, message, matter, actor);
        if (now.state() == MessageState.APPLIED) {
            effects.of(said, message.kind(), message, matter.step(), actor);
        }
        messages.settle(message, now, LocalDateTime.now(clock));
        return now.state() == MessageState.APPLIED;
    }

    private Message said(KeptMessage message) {
        return json.readValue(messages.body(message.account(), message.messageId()), Message.class);
    }

    private Matter matter(KeptMessage message, Actor actor) {
        return cases.matter(message.number(), message.item(), actor).matter();
    }

    private Readiness readiness(Message said, KeptMessage message, Matter matter, Actor actor) {
        if (matter.step() == Step.ENDED) {
            // What follows something that never came would wait for ever.
            return Readiness.of(said, message.kind(), matter);
        }
        if (matter.step() != Step.TRANSFER && !matter.department().equals(actor.department())) {
            return Readiness.refused("本事项已经移送，不再由您的部门办理。");
        }
        String before = message.follows();
        Optional<KeptMessage> followed = before == null ? Optional.empty() : messages.one(message.account(), before);
        if (before != null && followed.isEmpty()) {
            return Readiness.waiting("它所接续的消息 " + before + " 还没有收到。");
        }
        MessageState state = followed.map(KeptMessage::state).orElse(MessageState.APPLIED);
        return switch (state) {
            case WAITING ->
                isInRing(message)
                        ? Readiness.refused("消息互相接续，谁也等不到谁。请更正后换新的消息编号一并重发。")
                        : Readiness.waiting("它所接续的消息 " + before + " 还在等待。");
            case REFUSED -> Readiness.refused("它所接续的消息 " + before + " 没有采纳。请更正后换新的消息编号一并重发。");
            case APPLIED -> Readiness.of(said, message.kind(), matter);
        };
    }

    /** Whether what it waits for waits, in the end, for itself. */
    private boolean isInRing(KeptMessage message) {
        Set<String> seen = new HashSet<>();
        Optional<KeptMessage> one = Optional.of(message);
        while (one.filter(found -> found.state() == MessageState.WAITING).isPresent()) {
            if (!seen.add(one.get().messageId())) {
                return true;
            }
            one = Optional.ofNullable(one.get().follows()).flatMap(id -> messages.one(message.account(), id));
        }
        return false;
    }

    /**
     * The doors said no, and nothing was changed. Where somebody else moved the matter at the same moment it is looked at once more: the
     * message may have to wait now.
     */
    private boolean refuse(KeptMessage message, Actor actor, Problem refused) {
        try {
            settle(message, () -> after(message, actor, refused));
        } catch (Problem.NotFound elsewhere) {
            // Its account was given to another department: like one that is shut out it waits, and holds no other
            // message up.
            settle(message, () -> Readiness.waiting("发送它的账号现在不属于办理本事项的部门。"));
        }
        return false;
    }

    private void settle(KeptMessage message, Supplier<Readiness> now) {
        transaction.executeWithoutResult(status -> {
            if (messages.lockedWaiting(message.account(), message.messageId()).isPresent()) {
                messages.settle(message, now.get(), LocalDateTime.now(clock));
            }
        });
    }

    private Readiness after(KeptMessage message, Actor actor, Problem refused) {
        Readiness now = readiness(said(message), message, matter(message, actor), actor);
        return now.state() == MessageState.APPLIED ? Readiness.refused(words(refused)) : now;
    }

    private static String words(Problem refused) {
        return refused instanceof Problem.InvalidInput wrong
                ? wrong.faults().stream().map(Fault::message).collect(Collectors.joining())
                : Objects.requireNonNullElse(refused.getMessage(), "");
    }
}
