package city.onewindow.connection;

import city.onewindow.approval.Unread;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What happened to a department's matters, for its own system to read at its own pace. */
@Service
public class Feed {

    private final Unread unread;
    private final Numbering numbering;
    private final Events events;

    Feed(Unread unread, Numbering numbering, Events events) {
        this.unread = unread;
        this.numbering = numbering;
        this.events = events;
    }

    /**
     * What came after the cursor, in the order in which it is told to everybody; of one matter, in which it happened. What was read
     * once is never preceded by anything new. It begins with what was open when the department first read or named an address.
     *
     * @param after {@link FeedPage#cursor()} of the page before; null or empty to read from the beginning
     * @throws Problem.InvalidInput for a place that nobody was ever given: after a restore from a backup numbers are given again, and
     *     whoever waited at the old place would miss, without a word, what comes under them
     * @throws Problem.NotAllowed for whoever is no department's system
     */
    public FeedPage read(@Nullable String after, int size, Actor actor) {
        Callers.mustBeSystem(actor);
        long from = Places.read(after);
        unread.tell(actor.department());
        numbering.number();
        List<Event> found = events.ofDepartment(actor.department(), from, size + 1);
        if (found.isEmpty() && from > events.lastNumber()) {
            throw new Problem.InvalidInput(
                    "/after",
                    "位置“" + from + "”比现有的最后一条还靠后，不是这里给出的，或者中心的数据库从较早的备份恢复过，编号重新用了。"
                            + "请与中心核对恢复的时间，从头读起（不传 after），已处理过的按办件、事项、环节和时间略过。");
        }
        List<Event> shown = found.subList(0, Math.min(size, found.size()));
        return new FeedPage(
                shown,
                String.valueOf(
                        shown.isEmpty() ? from : shown.get(shown.size() - 1).id()),
                found.size() > size);
    }
}
