package city.onewindow.approval.web;

import city.onewindow.approval.Setback;
import city.onewindow.approval.Setbacks;
import city.onewindow.catalog.Catalogs;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.DayWords;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a case's and a matter's page say of results of earlier stages that hold no longer. */
@Component
class SetbackPart {

    private final Catalogs catalogs;

    SetbackPart(Catalogs catalogs) {
        this.catalogs = catalogs;
    }

    /** Empty for most cases. */
    List<SetbackLine> of(List<Setback> told, Actor actor) {
        return told.stream().map(one -> line(one, actor)).toList();
    }

    /** As it stands among those of all cases. */
    SetbackLine line(Setback one, Actor actor) {
        Setback.Answer answer = one.answer();
        return new SetbackLine(
                "setback-" + one.id(),
                catalogs.current().content().departmentName(one.department()),
                one.fallenName(),
                one.number(),
                one.said(),
                DayWords.hour(one.at()),
                one.restored(),
                Setbacks.mayAnswer(one, actor) ? "/cases/" + one.number() + "/setbacks/" + one.id() : "",
                answer == null ? "" : answer.text(),
                answer == null ? "" : answer.byName() + "，" + DayWords.hour(answer.at()));
    }
}
