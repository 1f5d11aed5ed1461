package city.onewindow.connection;

import city.onewindow.approval.Cases;
import city.onewindow.audit.Audit;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.Digests;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import city.onewindow.kernel.Slice;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** What departments' own systems say of their matters: kept as it came, then applied as soon as it can be. */
@Service
public class Messages {

    /** For all of a message, its files included. */
    public static final int LARGEST = 20 * 1024 * 1024;

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:-]{8,64}");

    private final MessageTable messages;
    private final Applying applying;
    private final Cases cases;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Messages(
            MessageTable messages,
            Applying applying,
            Cases cases,
            Audit audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.messages = messages;
        this.applying = applying;
        this.cases = cases;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Keeps a message and applies it, with whatever waited for it. What can't be applied yet waits; what can't be applied any more is
     * refused with the reason, and kept. The same message again is answered as it stands now.
     *
     * @param body as it came, byte for byte
     * @param key the message's own id, chosen by the sender
     * @throws Problem.InvalidInput if it is incomplete: then nothing is kept
     * @throws Problem.NotFound if its matter isn't there or isn't the department's, unless it was kept when it was
     * @throws Problem.Conflict if the id was used for another message
     */
    public KeptMessage take(Message message, byte[] body, IdempotencyKey key, Actor actor) {
        Callers.mustBeSystem(actor);
        if (!ID.matcher(key.value()).matches()) {
            throw new Problem.InvalidInput(
                    "/" + IdempotencyKey.HEADER, "消息编号（Idempotency-Key）应为 8 至 64 个英文字母、数字或 . _ : -，每条消息一个，重发时用同一个。");
        }
        if (body.length > LARGEST) {
            throw new Problem.InvalidInput("/files", "一条消息连同文件最多 20 MB，请压缩文件或分次发送。");
        }
        MessageCheck.check(message);
        if (key.value().equals(message.follows())) {
            throw new Problem.InvalidInput("/follows", "消息不能接续它自己。请填写前一条消息的编号，没有前一条的不要填写。");
        }
        KeptMessage kept = kept(message, key, actor);
        if (messages.one(kept.account(), kept.messageId()).isEmpty()) {
            mustBeOwn(kept, actor);
        }
        String digest = Digests.sm3(body);
        transaction.executeWithoutResult(status -> {
            if (messages.insert(kept, body, digest, actor)) {
                audit.record(
                        actor.account(),
                        "message.take",
                        kept.number(),
                        kept.item() + " " + kept.kind() + " " + key.value());
            } else if (!messages.digest(actor.account(), key.value()).equals(digest)) {
                throw IdempotencyKey.used("另一条内容不同的消息");
            }
        });
        applying.settle(kept.number(), kept.item());
        return one(key.value(), actor);
    }

    /** What was kept is answered as it stands, whosever the matter is now. */
    private void mustBeOwn(KeptMessage kept, Actor actor) {
        boolean own = cases.matter(kept.number(), kept.item(), actor)
                .matter()
                .department()
                .equals(actor.department());
        if (!own) {
            throw new Problem.NotFound(
                    "没有找到办件 " + kept.number() + " 中的事项 " + kept.item() + "，或者它不归您的部门办理。请核对办件编号和事项代码。");
        }
    }

    private KeptMessage kept(Message message, IdempotencyKey key, Actor actor) {
        return new KeptMessage(
                key.value(),
                actor.account(),
                Objects.requireNonNull(message.number()).strip(),
                Objects.requireNonNull(message.item()).strip(),
                Objects.requireNonNull(message.kind()),
                Objects.requireNonNull(message.at()),
                message.follows(),
                LocalDateTime.now(clock),
                MessageState.WAITING,
                "",
                null);
    }

    /** How a message of the same account stands. */
    public KeptMessage one(String messageId, Actor actor) {
        Callers.mustBeSystem(actor);
        return messages.one(actor.account(), messageId)
                .orElseThrow(() -> new Problem.NotFound("没有收到编号为“" + messageId + "”的消息。请用同一编号重新发送。"));
    }

    /**
     * What waits or was refused, the newest first: of the system itself, or for those who connect systems of a whole department.
     *
     * @param department code; null for the system itself
     * @param after {@link Slice#next()} of the page before; null for the first
     */
    public Slice<KeptMessage> unapplied(@Nullable String department, @Nullable String after, int size, Actor actor) {
        if (department == null) {
            Callers.mustBeSystem(actor);
        } else {
            Callers.mustConnect(actor);
        }
        long before = after == null || after.isEmpty() ? Long.MAX_VALUE : Places.read(after);
        List<MessageTable.Placed> found = messages.unapplied(
                department == null ? actor.department() : department,
                department == null ? actor.account() : null,
                before,
                size + 1);
        return Slice.of(found, size, placed -> String.valueOf(placed.id())).map(MessageTable.Placed::message);
    }
}
