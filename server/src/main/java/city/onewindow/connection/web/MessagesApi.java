package city.onewindow.connection.web;

import city.onewindow.connection.KeptMessage;
import city.onewindow.connection.Message;
import city.onewindow.connection.Messages;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Slice;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a department's own system says of its matters; only for accounts of kind SYSTEM. */
@RestController
@RequestMapping(MessagesApi.PATH)
@PreAuthorize("hasAnyRole('REVIEWER', 'DECIDER', 'CERTIFIER')")
class MessagesApi {

    static final String PATH = "/api/messages";

    private final Messages messages;

    MessagesApi(Messages messages) {
        this.messages = messages;
    }

    /** Keeps it and applies it as soon as it can be; the key is the message's own id. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    KeptMessage take(
            @RequestBody Message message,
            @RequestHeader(IdempotencyKey.HEADER) String key,
            HttpServletRequest request,
            Actor actor) {
        return messages.take(message, ReceivedBody.of(request), new IdempotencyKey(key), actor);
    }

    /** How a message stands. */
    @GetMapping("/{messageId}")
    KeptMessage show(@PathVariable String messageId, Actor actor) {
        return messages.one(messageId, actor);
    }

    /** What waits or was refused, the newest first. */
    @GetMapping
    Slice<KeptMessage> unapplied(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer size,
            Actor actor) {
        return messages.unapplied(null, after, Slice.size(size), actor);
    }
}
