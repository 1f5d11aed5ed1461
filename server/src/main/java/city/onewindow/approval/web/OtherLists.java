package city.onewindow.approval.web;

import city.onewindow.approval.Consultations;
import city.onewindow.approval.DeclarationActs;
import city.onewindow.approval.InspectionCalendar;
import city.onewindow.approval.Setbacks;
import city.onewindow.frame.Tab;
import city.onewindow.identity.Actor;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What waits for the reader on lists of their own: named beside his inbox, for that is where he looks first. */
@Component
class OtherLists {

    private final DeclarationActs declarations;
    private final Consultations consultations;
    private final InspectionCalendar inspections;
    private final Setbacks setbacks;

    OtherLists(
            DeclarationActs declarations,
            Consultations consultations,
            InspectionCalendar inspections,
            Setbacks setbacks) {
        this.declarations = declarations;
        this.consultations = consultations;
        this.inspections = inspections;
        this.setbacks = setbacks;
    }

    /** Those in which something waits. */
    List<Tab> tabs(Actor actor) {
        List<Tab> tabs = new ArrayList<>();
        add("告知承诺", "/declarations", declarations.count(actor), tabs);
        add("待答复的征求意见", "/consultations", consultations.count(actor), tabs);
        add("待办的联合踏勘", "/inspections", inspections.owed(actor), tabs);
        SetbackPages.tab(setbacks, actor).ifPresent(tabs::add);
        return tabs;
    }

    private static void add(String words, String href, long count, List<Tab> tabs) {
        if (count > 0) {
            tabs.add(new Tab(words, href, count, false));
        }
    }
}
