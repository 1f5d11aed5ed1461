package city.onewindow.approval.web;

import city.onewindow.approval.InspectionCalendar;
import city.onewindow.frame.Link;
import city.onewindow.identity.Actor;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The ways from a case and its matters to what is looked at on the spot. */
@Component
class InspectionLinks {

    private final InspectionCalendar calendar;

    InspectionLinks(InspectionCalendar calendar) {
        this.calendar = calendar;
    }

    /** Oldest first. */
    List<Link> of(String number, Actor actor) {
        return calendar.ofCase(number, actor).stream()
                .map(one -> new Link(
                        Words.time(one.at()) + "，" + one.appointment().place() + "（"
                                + one.state().term() + "）",
                        InspectionPageViews.address(one)))
                .toList();
    }

    /** Null unless the actor may propose one. */
    @Nullable
    Link propose(String number, Actor actor) {
        return calendar.proposable(number, actor).isEmpty()
                ? null
                : new Link("约联合踏勘", "/cases/" + number + "/inspections");
    }
}
