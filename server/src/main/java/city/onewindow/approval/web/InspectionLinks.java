package city.onewindow.approval.web;

import city.onewindow.approval.CaseFile;
import city.onewindow.approval.Inspection;
import city.onewindow.approval.InspectionCalendar;
import city.onewindow.approval.Matter;
import city.onewindow.frame.Link;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.DayWords;
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
    List<Link> of(List<Inspection> seen) {
        return seen.stream()
                .map(one -> new Link(
                        DayWords.hour(one.at()) + "，" + one.appointment().place() + "（"
                                + one.state().term() + "）",
                        InspectionPageViews.address(one)))
                .toList();
    }

    /** Null unless the actor may propose one, and the matter could be part of it. */
    @Nullable
    Link propose(Matter matter, Actor actor) {
        List<Matter> proposable = calendar.proposable(matter.number(), actor);
        boolean included = proposable.stream().anyMatch(one -> one.item().equals(matter.item()));
        return included ? new Link("约联合踏勘", path(matter.number()) + "?items=" + matter.item()) : null;
    }

    /** Of the whole case, for who has read all its matters already. */
    @Nullable
    Link propose(CaseFile file, List<Matter> all, Actor actor) {
        return calendar.proposable(file, all, actor).isEmpty() ? null : new Link("约联合踏勘", path(file.number()));
    }

    private static String path(String number) {
        return "/cases/" + number + "/inspections";
    }
}
