package city.onewindow.approval;

import city.onewindow.calendar.Deadlines;
import city.onewindow.catalog.Catalogs;
import city.onewindow.catalog.Window;
import city.onewindow.intake.OrderedAnswer;
import city.onewindow.intake.OrderedAnswers;
import city.onewindow.kernel.Centre;
import java.time.LocalDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Raises the red card of an application that a ruling opened again and its window didn't answer by the day that the organ set. It is no case
 * yet: the card has no item. Whoever answers late, before a sweep comes, has earned it all the same.
 */
@Component
class AnswerCards {

    /** Each once, however many instances sweep. */
    private static final String RAISE = """
            insert into approval.card (region, number, item, round, kind, item_name, department, lead_department, due, raised_at)
            select :region, o.number, '', 1, :kind, o.title, null, o.lead, o.due, :now
            from unnest(:numbers::text[], :titles::text[], :leads::text[], :dues::timestamp[]) as o (number, title, lead, due)
            where not exists (select from approval.card c
                              where (c.region, c.number, c.kind, c.due) = (:region, o.number, :kind, o.due))
            on conflict do nothing
            """;

    private final OrderedAnswers ordered;
    private final Catalogs catalogs;
    private final JdbcClient jdbc;
    private final Centre centre;

    AnswerCards(OrderedAnswers ordered, Catalogs catalogs, JdbcClient jdbc, Centre centre) {
        this.ordered = ordered;
        this.catalogs = catalogs;
        this.jdbc = jdbc;
        this.centre = centre;
    }

    void raise(LocalDateTime now) {
        List<OrderedAnswer> missed = ordered.missed();
        if (missed.isEmpty()) {
            return;
        }
        jdbc.sql(RAISE)
                .param("region", centre.region())
                .param("numbers", Moves.texts(missed, OrderedAnswer::number))
                .param("titles", Moves.texts(missed, OrderedAnswer::title))
                .param("leads", Moves.texts(missed, this::lead))
                .param("dues", Moves.texts(missed, one -> one.until().atTime(Deadlines.CLOSE)))
                .param("kind", Card.Kind.ANSWER_RED.name())
                .param("now", now)
                .update();
    }

    /** Who leads the window; nobody if there is no such window any more. */
    private String lead(OrderedAnswer one) {
        return catalogs.current()
                .window(one.window())
                .map(Window::leadDepartment)
                .orElse("");
    }
}
